import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exampleContext } from '#lib/store/examples';
import { MemoryStore } from '#lib/store/memory/memory-store';
import { exampleAddressee, exampleKeys, trainerOf } from '#lib/training/examples';
import { receiptFragment, receiptNameOf, writeReceipt } from '#lib/training/wire/receipt';
import { exampleCourse, givenNow, linkOf } from './examples-of-assignments';
import { Opening } from './opening.svelte';

let keys: Awaited<ReturnType<typeof exampleKeys>>;
let store: MemoryStore;
beforeAll(async () => {
	keys = await exampleKeys();
});
beforeEach(() => {
	store = new MemoryStore(exampleContext());
});

const opening = (now?: () => number, course = exampleCourse) =>
	new Opening(async () => store, course, now);
async function opened(text: string, now?: () => number) {
	const one = opening(now);
	await one.read(text);
	return one;
}
async function accepted(text: string, name = 'Amal', number = '') {
	const one = await opened(text);
	expect(one.phase).toBe('offer');
	await one.accept(name, number);
}

describe('a link of an assignment', () => {
	it('is shown, and taken in when it is accepted, with the name', async () => {
		const one = await opened(
			`Please do this: https://here/en/assignment/${await linkOf(givenNow(keys.trainer), keys.trainer)}`
		);
		expect(one.offer).toMatchObject({ known: 'nothing', otherKey: null, number: '' });
		expect(one.offer!.fingerprint).toMatch(/^(\w{4} ){3}\w{4}$/);
		expect((await store.assigned()).accepted).toEqual([]);
		expect(await one.accept('Amal', '17')).toBe(true);
		const { accepted } = await store.assigned();
		expect(accepted).toMatchObject([{ id: givenNow(keys.trainer).id, revision: 1, number: '17' }]);
		expect(accepted[0]!.signed).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
		expect((await store.profile()).name).toBe('Amal');
	});

	it('for one person brings the name and the number', async () => {
		const link = await linkOf(givenNow(keys.trainer), keys.trainer, exampleAddressee);
		const one = await opened(link);
		expect(one.offer!.received.addressee).toEqual(exampleAddressee);
		expect(one.offer!.number).toBe(exampleAddressee.number);
	});

	it('accepted twice is one assignment, and says so before', async () => {
		const link = await linkOf(givenNow(keys.trainer), keys.trainer);
		await accepted(link);
		const again = await opened(link);
		expect(again.offer!.known).toBe('same');
		expect(again.learner?.name).toBe('Amal');
		await again.accept('', '');
		expect((await store.assigned()).accepted).toHaveLength(1);
	});

	it('of a higher revision says what it changes, and of a lower one that it changes nothing', async () => {
		const first = givenNow(keys.trainer);
		const second = { ...first, revision: 2, due: first.due! + 60_000, withdrawn: true };
		const links = [await linkOf(first, keys.trainer), await linkOf(second, keys.trainer)] as const;
		await accepted(links[0], 'Amal', '17');
		const one = await opened(links[1]);
		expect(one.offer).toMatchObject({
			known: 'earlier',
			changes: ['withdrawn', 'due-later'],
			number: '17'
		});
		await one.accept('', '17');
		const older = await opened(links[0]);
		expect(older.offer).toMatchObject({ known: 'later', changes: [] });
		await older.accept('', '17');
		expect((await store.assigned()).accepted).toMatchObject([{ revision: 2 }]);
	});

	it('of a known trainer’s name with another key is a warning, in any spelling of the name', async () => {
		await accepted(await linkOf(givenNow(keys.trainer), keys.trainer));
		const other = givenNow(keys.stranger, {
			id: 'another',
			trainer: trainerOf(keys.stranger, ' MONA haddad')
		});
		const one = await opened(await linkOf(other, keys.stranger));
		expect(one.offer!.otherKey).toMatch(/^(\w{4} ){3}\w{4}$/);
		expect(one.offer!.otherKey).not.toBe(one.offer!.fingerprint);
		const { accepted: rows } = await store.assigned();
		await store.removeAssignment(rows[0]!);
		expect((await opened(await linkOf(other, keys.stranger))).offer!.otherKey).not.toBeNull();
		const same = givenNow(keys.trainer, { id: 'yet-another' });
		expect((await opened(await linkOf(same, keys.trainer))).offer!.otherKey).toBeNull();
	});

	it('that claims to revise what another trainer gave is refused', async () => {
		await accepted(await linkOf(givenNow(keys.trainer), keys.trainer));
		const forged = givenNow(keys.stranger, { revision: 9, withdrawn: true });
		const one = await opened(await linkOf(forged, keys.stranger));
		expect([one.phase, one.problem, one.offer]).toEqual(['problem', 'other-trainer', null]);
	});

	it('says which is wrong with it, and takes nothing in', async () => {
		const link = await linkOf(givenNow(keys.trainer), keys.trainer);
		const middle = Math.floor(link.length / 2);
		const changed = `${link.slice(0, middle)}${link[middle] === 'A' ? 'B' : 'A'}${link.slice(middle + 1)}`;
		const elsewhere = givenNow(keys.trainer, { course: 'botany' });
		const year = 366 * 24 * 3_600_000;
		for (const [text, problem, now] of [
			['Hello.', 'not-ours'],
			['', 'not-ours'],
			[link.slice(0, -20), 'cut'],
			[changed, 'changed'],
			[link, 'expired', () => Date.now() + year],
			[await linkOf(elsewhere, keys.trainer), 'other-course'],
			['#h=1.9.eyJhbGciO', 'hand-in'],
			[`${link[0]}a=9${link.slice(4)}`, 'newer'],
			['a'.repeat(500_000), 'too-large']
		] as const) {
			const one = await opened(text, now);
			expect([one.phase, one.problem]).toEqual(['problem', problem]);
		}
		const large = opening();
		await large.readFile(new File(['a'.repeat(2_100_000)], 'large.txt'));
		expect(large.problem).toBe('too-large');
		expect((await store.records()).assignments).toEqual([]);
	});

	it('in a file that the device does not give says so', async () => {
		const away = new File(['a'], 'away.txt');
		away.text = () => Promise.reject(new DOMException('', 'NotReadableError'));
		const one = opening();
		await one.readFile(away);
		expect([one.phase, one.problem]).toEqual(['problem', 'unreadable']);
	});

	it('is read after it expired, when it was accepted in time', async () => {
		const old = givenNow(keys.trainer, { made: 1_700_000_000_000, due: 1_700_000_100_000 });
		const one = await opened(await linkOf(old, keys.trainer), () => 1_700_000_000_000);
		await one.accept('Amal', '');
		const { readAccepted } = await import('./read-accepted');
		const read = await readAccepted((await store.assigned()).accepted, exampleCourse);
		expect(read.map(({ assignment }) => assignment.id)).toEqual([old.id]);
	});
});

describe('a receipt', () => {
	const digest = (byte: number) =>
		btoa(String.fromCharCode(...Array<number>(32).fill(byte)))
			.replace(/\+/g, '-')
			.replace(/\//g, '_')
			.replace(/=/g, '');
	const assignment = () =>
		givenNow(keys.trainer, { coTrainers: [trainerOf(keys.coTrainer, 'Omar')] });
	const receiptOf = async (signer = keys.trainer, received = [digest(1)], of = assignment().id) =>
		receiptFragment(
			await writeReceipt(
				{
					course: exampleCourse,
					assignment: of,
					at: Date.now(),
					received: received.map(receiptNameOf)
				},
				signer
			)
		);
	const handed = (id: string) =>
		store.addHandIn({ id, assignment: assignment().id, attempts: [], by: 'file' });
	const receipts = async () =>
		(await store.assigned()).handIns.map(({ receipt }) => receipt !== null);

	it('of the trainer or a co-trainer makes what it names received, and nothing else', async () => {
		await accepted(await linkOf(assignment(), keys.trainer));
		await handed(digest(1));
		await handed(digest(2));
		const one = await opened(await receiptOf());
		expect([one.phase, one.receiptFor]).toEqual(['received', assignment().id]);
		expect((await receipts()).filter(Boolean)).toHaveLength(1);
		await opened(await receiptOf(keys.coTrainer, [digest(1), digest(2), digest(3)]));
		expect(await receipts()).toEqual([true, true]);
	});

	it('that names nothing of this learner says so', async () => {
		await accepted(await linkOf(assignment(), keys.trainer));
		await handed(digest(1));
		expect((await opened(await receiptOf(keys.trainer, [digest(9)]))).problem).toBe('not-yours');
		expect(await receipts()).toEqual([false]);
	});

	it('of a stranger is refused, of another assignment’s trainer too', async () => {
		await accepted(await linkOf(assignment(), keys.trainer));
		await handed(digest(1));
		expect((await opened(await receiptOf(keys.stranger))).problem).toBe('unknown-assignment');
		const other = givenNow(keys.stranger, { id: 'another' });
		await accepted(await linkOf(other, keys.stranger));
		expect((await opened(await receiptOf(keys.stranger))).problem).toBe('not-yours');
		expect(await receipts()).toEqual([false]);
	});
});
