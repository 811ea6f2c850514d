import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failWith, holdLock, lookAtTransactions, openRaw, outOfPatience } from '../faults';
import { DexieTrainerStore } from './dexie-trainer-store';
import {
	exampleCollected,
	exampleGiven,
	exampleGrave,
	exampleKeys,
	exampleMember,
	exampleResult,
	exampleRow,
	exampleTrainerContext
} from './examples';
import { openTrainerStore } from './open-trainer-store';

afterEach(() => lookAtTransactions(() => {}).heal());

const fresh = () => new DexieTrainerStore(exampleTrainerContext());
const learnerOf = (signer: string) => `${signer}.profile-1`;

/** A store with one assignment and one member on its roster. */
async function withClass(part: Parameters<typeof exampleMember>[0] = {}) {
	const store = fresh();
	const member = exampleMember(part);
	const { id } = exampleGiven();
	const given = (await store.changeAssignment(id, () => exampleGiven({ id, roster: [member] })))!;
	return { store, member, given, id };
}

describe('keeping', () => {
	it('keeps the trainer, and keys that cannot leave the device', async () => {
		const context = exampleTrainerContext();
		const store = new DexieTrainerStore(context);
		expect([await store.trainer(), await store.keys()]).toEqual([null, []]);
		const keys = await exampleKeys();
		await store.putKeys(keys);
		const record = { id: 'trainer', name: 'Huda', keys: keys.id, backedUp: null } as const;
		expect(await store.changeTrainer((now) => now ?? record)).toEqual(record);
		// Two tabs that begin at once have one trainer between them.
		await store.changeTrainer((now) => now ?? { ...record, name: 'Somebody else' });
		store.close();
		const again = new DexieTrainerStore(context);
		expect(await again.trainer()).toMatchObject({ name: 'Huda', keys: keys.id });
		const [kept] = await again.keys();
		expect(kept!.signing.private.extractable).toBe(false);
		const text = new TextEncoder().encode('signed');
		const how = { name: 'ECDSA', hash: 'SHA-256' };
		const signature = await crypto.subtle.sign(how, kept!.signing.private, text);
		expect(signature.byteLength).toBe(64);
	});

	it('counts the editions of an assignment, and gives the newest first', async () => {
		const { store, given, id } = await withClass();
		expect(given.edition).toBe(1);
		const sent = await store.changeAssignment(id, (now) => ({ ...now!, sent: 5 }));
		expect(sent).toMatchObject({ edition: 2, sent: 5 });
		expect(sent!.at).toBeGreaterThan(given.at);
		expect(await store.changeAssignment(id, () => null)).toEqual(sent);
		const later = exampleGiven();
		await store.changeAssignment(later.id, () => later);
		expect((await store.assignments()).map(({ id }) => id)).toEqual([later.id, id]);
		expect(await store.assignment('none')).toBeNull();
	});

	it('keeps a hand-in once, with the result of its learner', async () => {
		const { store, id } = await withClass();
		const first = exampleRow(id);
		await store.addCollected([exampleCollected(first)]);
		await store.addCollected([exampleCollected({ ...first, name: 'Another' })]);
		expect(await store.handInsOf(id, first.learner)).toEqual([first]);
		expect(await store.result(id, first.learner)).toEqual(exampleResult(first));
		expect(await store.collected([first.id, 'unknown'])).toEqual(new Set([first.id]));
		const [received] = await store.receivedIn(id);
		expect(received).toMatchObject({ id: first.id, learner: first.learner });
		expect(received).not.toHaveProperty('packed');
	});

	it('does not keep a result that another tab has overtaken', async () => {
		const { store, id } = await withClass();
		const rows = [exampleRow(id), exampleRow(id)];
		await store.addCollected([exampleCollected(rows[0]!)]);
		await store.addCollected([exampleCollected(rows[1]!, { result: exampleResult(rows[1]!, 2) })]);
		await store.putResults([exampleResult(rows[0]!, 1)]);
		expect(await store.result(id, rows[0]!.learner)).toMatchObject({ handIns: 2 });
	});

	it('goes through results in pieces, those of one assignment only', async () => {
		const { store, id } = await withClass();
		const rows = Array.from({ length: 250 }, (_, index) =>
			exampleRow(id, { signerId: `signer-${index}` })
		);
		const other = exampleRow('another-assignment');
		await store.addCollected([...rows, other].map((row) => exampleCollected(row)));
		const pieces: number[] = [];
		const learners = new Set<string>();
		await store.eachResult(id, async (results) => {
			pieces.push(results.length);
			for (const { learner } of results) learners.add(learner);
			await new Promise((resolve) => setTimeout(resolve));
		});
		expect(pieces).toEqual([50, 50, 50, 50, 50]);
		expect(learners).toEqual(new Set(rows.map(({ learner }) => learner)));
	});
});

describe('pinning', () => {
	it('pins a device once, without touching the assignment', async () => {
		const { store, member, id } = await withClass();
		const confirmed = { learner: member.id, standing: 'confirmed' } as const;
		const first = exampleRow(id, confirmed);
		await store.addCollected([exampleCollected(first, { pins: true })]);
		const pinned = { ...member, device: 'signer-1', profile: 'profile-1' };
		expect(await store.assignment(id)).toMatchObject({ edition: 1, roster: [pinned] });
		expect(await store.editionOf(id)).toBe(1);
		// As another tab does that has not heard of the pin.
		const other = exampleRow(id, { ...confirmed, signerId: 'signer-2' });
		await store.addCollected([exampleCollected(other, { pins: true })]);
		expect(await store.assignment(id)).toMatchObject({ roster: [pinned] });
		const standings = (await store.receivedIn(id)).map((row) => [row.id, row.standing]);
		expect(new Map(standings as [string, string][])).toEqual(
			new Map([
				[first.id, 'confirmed'],
				[other.id, 'unconfirmed']
			])
		);
	});

	it('keeps pins when the roster changes, and forgets those of members who are no longer on it', async () => {
		const { store, member, id } = await withClass();
		const row = exampleRow(id, { learner: member.id, standing: 'confirmed' });
		await store.addCollected([exampleCollected(row, { pins: true })]);
		const renamed = await store.changeAssignment(id, (now) => ({
			...now!,
			roster: now!.roster.map((one) => ({ ...one, name: 'Amal S.' }))
		}));
		expect(renamed!.roster).toMatchObject([{ name: 'Amal S.', device: 'signer-1' }]);
		expect(await store.editionOf(id)).toBe(2);
		await store.changeAssignment(id, (now) => ({ ...now!, roster: [] }));
		await store.changeAssignment(id, (now) => ({ ...now!, roster: [member] }));
		expect((await store.assignment(id))!.roster).toMatchObject([{ device: null }]);
		expect(await store.editionOf('none')).toBeNull();
	});

	it('makes earlier hand-ins of the device its member’s, and takes the old results away', async () => {
		const { store, member, id } = await withClass();
		const rows = [exampleRow(id), exampleRow(id, { profile: 'profile-2' })];
		await store.addCollected(rows.map((row) => exampleCollected(row)));
		await store.changeAssignment(id, (now) => ({
			...now!,
			roster: [{ ...member, device: 'signer-1', profile: 'profile-1' }]
		}));
		expect(await store.handInsOf(id, member.id)).toMatchObject([
			{ id: rows[0]!.id, standing: 'confirmed' }
		]);
		expect(await store.result(id, learnerOf('signer-1'))).toBeNull();
		expect(await store.handInsOf(id, rows[1]!.learner)).toMatchObject([
			{ standing: 'unconfirmed' }
		]);
	});
});

describe('erasing', () => {
	it('erases an assignment with everything in it, and what comes later', async () => {
		const { store, id } = await withClass();
		const row = exampleRow(id);
		await store.addCollected([exampleCollected(row)]);
		await store.erase(exampleGrave({ what: 'assignment', assignment: id }));
		expect(await store.assignment(id)).toBeNull();
		expect(await store.result(id, row.learner)).toBeNull();
		const late = exampleRow(id);
		await store.addCollected([exampleCollected(late)]);
		expect(await store.changeAssignment(id, () => exampleGiven({ id }))).toBeNull();
		expect(await store.records()).toMatchObject({ assignments: [], handIns: [] });
	});

	it('erases a learner in one assignment, and leaves the others', async () => {
		const { store, member, id } = await withClass();
		const hers = exampleRow(id, { learner: member.id });
		const others = [exampleRow(id, { signerId: 'signer-2' }), exampleRow('another')];
		await store.addCollected([hers, ...others].map((row) => exampleCollected(row)));
		const erased = {
			what: 'learner',
			assignment: id,
			learner: member.id,
			names: [],
			handIns: []
		} as const;
		await store.erase(exampleGrave(erased));
		const { handIns, assignments } = await store.records();
		expect(new Set(handIns.map(({ id }) => id))).toEqual(new Set(others.map(({ id }) => id)));
		expect(assignments[0]!.roster).toEqual([]);
		await store.addCollected([exampleCollected(hers)]);
		expect(await store.collected([hers.id])).toEqual(new Set());
	});

	it('takes what a learner hands in after she was erased', async () => {
		const { store, id } = await withClass();
		const before = exampleRow(id);
		const fromTheFuture = exampleRow(id, { at: 4_000_000_000_000 });
		await store.addCollected([before, fromTheFuture].map((row) => exampleCollected(row)));
		const { learner } = before;
		const erased = { what: 'learner', assignment: null, learner, names: [], handIns: [] } as const;
		await store.erase(exampleGrave(erased));
		expect(await store.handInsOf(id, learner)).toEqual([]);
		const after = exampleRow(id, { at: 1_759_800_000_000 });
		await store.addCollected([before, fromTheFuture, after].map((row) => exampleCollected(row)));
		expect(await store.handInsOf(id, learner)).toEqual([after]);
	});
});

describe('trouble', () => {
	it('writes in transactions of strict durability', async () => {
		const writes: IDBTransaction[] = [];
		lookAtTransactions((transaction) => {
			if (transaction.mode === 'readwrite') writes.push(transaction);
		});
		const { store, id } = await withClass();
		await store.addCollected([exampleCollected(exampleRow(id))]);
		await store.erase(exampleGrave({ what: 'assignment', assignment: id }));
		expect(writes.length).toBeGreaterThan(2);
		expect(new Set(writes.map(({ durability }) => durability))).toEqual(new Set(['strict']));
	});

	it('rejects, having written nothing, when the disk is full or the transaction aborts', async () => {
		const { store, id } = await withClass();
		const before = await store.records();
		for (const [fault, trouble] of [
			['full', 'full'],
			['aborted', 'broken'],
			['closed', 'broken']
		] as const) {
			const { heal } = failWith(fault);
			const write = store.addCollected([exampleCollected(exampleRow(id))]);
			await expect(write).rejects.toMatchObject({ name: 'StoreError', trouble });
			heal();
			expect(await store.records()).toEqual(before);
		}
	});

	it('gives up behind a lock that is never released', async () => {
		const context = exampleTrainerContext();
		await new DexieTrainerStore(context).trainer();
		const { release } = await holdLock(context.name);
		const store = new DexieTrainerStore(context);
		const write = outOfPatience(() =>
			store.changeTrainer(() => ({ id: 'trainer', name: '', keys: '', backedUp: null }))
		);
		await expect(write).rejects.toMatchObject({ trouble: 'broken' });
		await release();
		expect(await new DexieTrainerStore(context).trainer()).toBeNull();
	});

	it('does not open, nor change, a database of a newer version', async () => {
		const context = exampleTrainerContext();
		await new DexieTrainerStore(context).trainer();
		(await openRaw(context.name, 990)).close();
		await expect(openTrainerStore(context)).rejects.toMatchObject({ trouble: 'newer' });
		const db = await openRaw(context.name);
		expect(db.version).toBe(990);
		db.close();
	});

	it('says that storage is blocked where there is none', async () => {
		const open = () => {
			throw new DOMException('', 'SecurityError');
		};
		const factory = { open } as unknown as IDBFactory;
		const opened = openTrainerStore(exampleTrainerContext(), { factory });
		await expect(opened).rejects.toMatchObject({ name: 'StoreError', trouble: 'blocked' });
	});

	it('makes way for a newer version after its writes, and has the page reload', async () => {
		const onoutdated = vi.fn();
		const context = exampleTrainerContext();
		const store = await openTrainerStore(context, { onoutdated });
		const write = store.changeAssignment('a', () => exampleGiven({ id: 'a' }));
		const newer = openRaw(context.name, 990);
		expect(await write).toMatchObject({ id: 'a' });
		(await newer).close();
		expect(onoutdated).toHaveBeenCalledOnce();
		await expect(store.assignments()).rejects.toMatchObject({ trouble: 'newer' });
	});
});

it('tells of each change, another tab’s too, until it is stopped', async () => {
	const context = exampleTrainerContext();
	const [store, tab] = [new DexieTrainerStore(context), new DexieTrainerStore(context)];
	const changed = vi.fn();
	const stop = store.watch(changed);
	await fresh().changeAssignment('elsewhere', () => exampleGiven({ id: 'elsewhere' }));
	expect(changed).not.toHaveBeenCalled();
	await tab.changeAssignment('a', () => exampleGiven({ id: 'a' }));
	await vi.waitFor(() => expect(changed).toHaveBeenCalled());
	stop();
	changed.mockClear();
	await tab.changeAssignment('a', (now) => ({ ...now!, sent: 1 }));
	await new Promise((resolve) => setImmediate(resolve));
	expect(changed).not.toHaveBeenCalled();
});

it('tells who has hand-ins and no result that knows of all of them', async () => {
	const { store, id } = await withClass();
	const rows = ['signer-1', 'signer-2'].map((signerId) => exampleRow(id, { signerId }));
	await store.addCollected(rows.map((row) => exampleCollected(row)));
	expect(await store.withoutResult(id)).toEqual([]);
	// As two tabs do: neither knows of the other's hand-in.
	const another = exampleRow(id, { signerId: 'signer-2' });
	await store.addCollected([exampleCollected(another)]);
	expect(await store.withoutResult(id)).toEqual([another.learner]);
	await store.putResults([exampleResult(another, 2)]);
	expect(await store.withoutResult(id)).toEqual([]);
	expect((await store.receivedIn(id)).length).toBe(3);
});
