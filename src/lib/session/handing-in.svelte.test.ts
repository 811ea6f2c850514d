import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
	exampleAttempt,
	exampleContext,
	exampleQuestions,
	exampleResponse,
	exampleSubmission
} from '#lib/store/examples';
import { DexieStore } from '#lib/store/dexie/dexie-store';
import { exampleAddressee, exampleKeys, trainerOf } from '#lib/training/examples';
import { openHandIn } from '#lib/training/wire/hand-in-file';
import { Assignments } from './assignments.svelte';
import { exampleCourse, givenNow, linkOf } from './examples-of-assignments';
import { canShareFile, HandingIn, handInFileName, notStartedFor } from './handing-in.svelte';
import { Opening } from './opening.svelte';

let keys: Awaited<ReturnType<typeof exampleKeys>>;
beforeAll(async () => {
	keys = await exampleKeys();
});

/** A learner who accepted an assignment and has one attempt for it, one that is not, and one under way for it. */
async function learner() {
	const store = new DexieStore(exampleContext());
	const assignment = givenNow(keys.trainer, { coTrainers: [trainerOf(keys.coTrainer, 'Omar')] });
	const opening = new Opening(async () => store, exampleCourse);
	await opening.read(await linkOf(assignment, keys.trainer, exampleAddressee));
	await opening.accept('Amal', 'E-1042');
	const terms = [{ assignment: assignment.id, revision: 1, passMark: 0.8, due: assignment.due }];
	const started = { lesson: 'cells', mode: 'test' as const, assignments: [assignment.id], terms };
	const ids: string[] = [];
	for (const part of [started, { lesson: 'cells' }, started]) {
		const { record } = await store.addAttempt(exampleAttempt(part), exampleQuestions);
		await store.addResponse(exampleResponse(record.id));
		ids.push(record.id);
	}
	for (const id of ids.slice(0, 2)) await store.addSubmission(exampleSubmission(id));
	const assignments = new Assignments(async () => store, exampleCourse);
	await assignments.follow();
	await vi.waitFor(() => expect(assignments.list).toHaveLength(1));
	const handingIn = new HandingIn({
		openStore: async () => store,
		course: exampleCourse,
		app: '0.1.0',
		content: 'c0ffee',
		now: Date.now
	});
	const work = () => assignments.list![0]!;
	const reopen = async (link: string) => {
		const again = new Opening(async () => store, exampleCourse);
		await again.read(link);
		expect(await again.accept('', again.offer!.number)).toBe(true);
	};
	return { store, assignment, assignments, handingIn, ids, work, reopen };
}

describe('a hand-in', () => {
	it('holds the attempts started for it, complete and under way, for trainer and co-trainer alone', async () => {
		const { handingIn, ids, work } = await learner();
		await handingIn.prepare(
			work(),
			work().attempts.map(({ id }) => id)
		);
		const { text, digest, attempts } = handingIn.prepared!;
		expect(attempts.map(({ id, complete }) => [id, complete])).toEqual([
			[ids[0], true],
			[ids[2], false]
		]);
		for (const reader of [keys.trainer, keys.coTrainer]) {
			const opened = await openHandIn(text, [reader], { course: exampleCourse });
			expect(opened.digest).toBe(digest);
			expect(opened.handIn.learner).toMatchObject({
				name: 'Amal',
				number: 'E-1042',
				token: exampleAddressee.token
			});
			expect(opened.handIn.records.attempts.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
			expect(opened.handIn.records.responses).toHaveLength(2);
		}
		await expect(openHandIn(text, [keys.stranger], { course: exampleCourse })).rejects.toThrow();
	});

	it('is still confirmed after a reminder and a revision came by the group’s link', async () => {
		const { assignment, handingIn, ids, work, reopen, assignments } = await learner();
		await reopen(await linkOf(assignment, keys.trainer));
		await reopen(await linkOf({ ...assignment, revision: 2 }, keys.trainer));
		await vi.waitFor(() => expect(work().assignment.revision).toBe(2));
		await handingIn.prepare(work(), ids);
		const { handIn } = await openHandIn(handingIn.prepared!.text, [keys.trainer], {
			course: exampleCourse
		});
		expect(handIn.learner).toMatchObject({ number: 'E-1042', token: exampleAddressee.token });
		assignments.close();
	});

	it('is still confirmed where only the signed text tells whose it was', async () => {
		const { store, assignment, work, reopen, assignments } = await learner();
		const { addressee: _, ...row } = (await store.assigned()).accepted[0]!;
		await store.removeAssignment(row);
		await reopen(await linkOf({ ...assignment, revision: 2 }, keys.trainer));
		await vi.waitFor(() => expect(work().assignment.revision).toBe(2));
		expect(work().addressee).toEqual(exampleAddressee);
		assignments.close();
	});

	it('is signed with the one key of the device, each time', async () => {
		const { handingIn, work, ids } = await learner();
		const signers: string[] = [];
		for (const id of [ids[0]!, ids[2]!]) {
			await handingIn.prepare(work(), [id]);
			const { text } = handingIn.prepared!;
			signers.push((await openHandIn(text, [keys.trainer], { course: exampleCourse })).signerId);
		}
		expect(new Set(signers).size).toBe(1);
	});

	it('is sent only when it left, and received only by a receipt', async () => {
		const { store, assignments, handingIn, work } = await learner();
		expect(work().handIn).toBe('not-handed-in');
		await handingIn.prepare(
			work(),
			work().attempts.map(({ id }) => id)
		);
		expect((await store.assigned()).handIns).toEqual([]);
		await handingIn.keep(work(), 'share');
		await handingIn.keep(work(), 'file');
		expect([handingIn.left, handingIn.unsaved]).toEqual(['file', false]);
		await vi.waitFor(() => expect(work().handIn).toBe('sent'));
		const { handIns } = await store.assigned();
		expect(handIns).toMatchObject([{ by: 'share', receipt: null }]);
		await store.setReceipt(handIns[0]!, 'receipt');
		await vi.waitFor(() => expect(work().handIn).toBe('received'));
		assignments.close();
	});

	it('that left is what is kept, when another one is ready by then', async () => {
		const { store, handingIn, ids, work } = await learner();
		await handingIn.prepare(work(), [ids[0]!]);
		const shared = handingIn.prepared;
		const preparing = handingIn.prepare(work(), ids);
		await handingIn.keep(work(), 'share', shared);
		await preparing;
		expect((await store.assigned()).handIns).toMatchObject([{ id: shared!.digest }]);
	});

	it('takes what was not started for it only where it is added, without making it count', async () => {
		const { handingIn, ids, work, store } = await learner();
		const others = notStartedFor(work().assignment, await store.history());
		expect(others.map(({ id }) => id)).toEqual([ids[1]]);
		await handingIn.prepare(work(), ids);
		const { text } = handingIn.prepared!;
		const { handIn } = await openHandIn(text, [keys.trainer], { course: exampleCourse });
		expect(handIn.records.attempts.map(({ assignments }) => assignments.length)).toEqual([1, 0, 1]);
	});

	it('is a link while it is short, and none when it is long', async () => {
		const { handingIn, store, ids, work } = await learner();
		await handingIn.prepare(work(), [ids[0]!]);
		expect(handingIn.prepared!.fragment).toMatch(/^#h=/);
		for (let index = 0; index < 200; index++)
			await store.addResponse(
				exampleResponse(ids[2]!, { response: { chosen: String(Math.random()) } })
			);
		await handingIn.prepare(work(), [ids[2]!]);
		expect(handingIn.prepared!.fragment).toBeNull();
	});

	it('that cannot be made says so, and leaves nothing behind', async () => {
		const { store, work } = await learner();
		const handingIn = new HandingIn({
			openStore: () => Promise.reject(new Error('closed')),
			course: exampleCourse,
			app: '',
			content: '',
			now: Date.now
		});
		const silent = vi.spyOn(console, 'error').mockImplementation(() => {});
		await handingIn.prepare(work(), ['a']);
		silent.mockRestore();
		expect([handingIn.failed, handingIn.prepared]).toEqual([true, null]);
		await handingIn.keep(work(), 'file');
		expect((await store.assigned()).handIns).toEqual([]);
	});
});

describe('its file', () => {
	it('has a name that ends in .txt, in any script and without anything that a system refuses', () => {
		expect(handInFileName('Amal Haddad', 'Module 1: Foundations')).toBe(
			'durus-Amal-Haddad-Module-1-Foundations.txt'
		);
		expect(handInFileName('آمال', '../../etc')).toBe('durus-آمال-etc.txt');
		expect(handInFileName('', '<b>')).toBe('durus-b.txt');
		expect(handInFileName('x'.repeat(500), '').length).toBeLessThan(60);
	});

	it('goes to the share sheet only where that takes it', () => {
		const file = new File(['a'], 'a.txt', { type: 'text/plain' });
		expect(canShareFile(file)).toBe(false);
		const share = async () => {};
		vi.stubGlobal('navigator', { share, canShare: () => false });
		expect(canShareFile(file)).toBe(false);
		vi.stubGlobal('navigator', { share, canShare: () => true });
		expect(canShareFile(file)).toBe(true);
		vi.unstubAllGlobals();
	});
});
