import { describe, expect, it, vi } from 'vitest';
import type { Assigned } from './assigned';
import { exampleContext, newId } from './examples';
import type { Store } from './store';
import type { Contract } from './store-contract';

const offered = (id: string, revision = 1, number = '') => ({
	id,
	revision,
	signed: `signed ${id} ${revision}`,
	number
});
const handed = (id: string, assignment: string) => ({
	id,
	assignment,
	attempts: [{ id: newId(), complete: true, upTo: 7 }],
	by: 'file' as const
});
const revisions = ({ accepted }: Assigned) => accepted.map(({ id, revision }) => [id, revision]);

/** What every store must do with what is assigned and handed in. */
export function describeAssigned(
	title: string,
	{ open, durable, shared, oneProfile }: Contract
): void {
	const fresh = async () => open(exampleContext());

	describe(`${title}: assignments`, () => {
		it('are accepted once, however often they are opened', async () => {
			const store = await fresh();
			expect(await store.assigned()).toEqual({ accepted: [], handIns: [] });
			const first = await store.acceptAssignment(offered('a'));
			expect(first.durable).toBe(durable);
			expect((await store.acceptAssignment(offered('a'))).record).toEqual(first.record);
			await store.acceptAssignment(offered('b'));
			expect(revisions(await store.assigned())).toEqual([
				['a', 1],
				['b', 1]
			]);
			expect(first.record).toMatchObject({ profile: (await store.profile()).id, number: '' });
		});

		it('give way to a higher revision, and never to a lower one', async () => {
			const store = await fresh();
			await store.acceptAssignment(offered('a', 2));
			await store.acceptAssignment(offered('a', 1));
			expect(revisions(await store.assigned())).toEqual([['a', 2]]);
			await store.acceptAssignment(offered('a', 3));
			const { accepted } = await store.assigned();
			expect(accepted).toMatchObject([{ revision: 3, signed: 'signed a 3' }]);
			const old = { ...accepted[0]!, revision: 2, sequence: accepted[0]!.sequence + 100 };
			await store.merge({ ...(await store.records()), assignments: [old] });
			expect(revisions(await store.assigned())).toEqual([['a', 3]]);
		});

		it('are taken off the list and come back, with the newest that is known', async () => {
			const store = await fresh();
			const { record } = await store.acceptAssignment(offered('a', 2));
			await store.removeAssignment(record);
			expect((await store.assigned()).accepted).toMatchObject([{ id: 'a', removed: true }]);
			await store.acceptAssignment(offered('a', 1));
			const [back] = (await store.assigned()).accepted;
			expect(back).toMatchObject({ revision: 2, signed: 'signed a 2' });
			expect(back!.removed).toBeUndefined();
		});

		it('take another staff number', async () => {
			const store = await fresh();
			await store.acceptAssignment(offered('a', 1, '17'));
			await store.acceptAssignment(offered('a', 1, '71'));
			expect((await store.assigned()).accepted).toMatchObject([{ number: '71' }]);
		});

		it('know whom they are for, whatever is accepted or merged after a personal link', async () => {
			const addressee = { name: 'Omar', number: '17', token: 'token-of-omar' };
			const whose = async (of: Store) => (await of.assigned()).accepted[0]!.addressee;
			const store = await fresh();
			await store.acceptAssignment({ ...offered('a'), addressee });
			await store.acceptAssignment({ ...offered('a'), signed: 'signed for the group' });
			await store.acceptAssignment(offered('a', 2));
			expect(revisions(await store.assigned())).toEqual([['a', 2]]);
			expect(await whose(store)).toEqual(addressee);
			const { accepted } = await store.assigned();
			const { addressee: _, ...group } = accepted[0]!;
			const later = { ...group, revision: 3, sequence: group.sequence + 100 };
			const before = await store.records();
			await store.merge({ ...before, assignments: [later] });
			expect(revisions(await store.assigned())).toEqual([['a', 3]]);
			expect(await whose(store)).toEqual(addressee);
			const other = await fresh();
			await other.merge({ ...before, assignments: [later] });
			await other.merge(before);
			expect([revisions(await other.assigned()), await whose(other)]).toEqual([
				[['a', 3]],
				addressee
			]);
			await other.removeAssignment((await other.assigned()).accepted[0]!);
			await other.acceptAssignment(offered('a', 3));
			expect(await whose(other)).toEqual(addressee);
		});

		it('learn whom they are for from an older personal link', async () => {
			const addressee = { name: 'Omar', number: '17', token: 'token-of-omar' };
			const store = await fresh();
			await store.acceptAssignment(offered('a', 2));
			await store.acceptAssignment({ ...offered('a', 1), addressee });
			expect((await store.assigned()).accepted).toMatchObject([{ revision: 2, addressee }]);
		});

		it('tell what was handed in, and keep a receipt through every merge', async () => {
			const store = await fresh();
			const { record } = await store.addHandIn(handed('digest', 'a'));
			expect(record.receipt).toBeNull();
			expect((await store.addHandIn(handed('digest', 'b'))).record).toEqual(record);
			const before = await store.records();
			await store.setReceipt(record, 'received');
			const later = { ...record, sequence: record.sequence + 100 };
			await store.merge({ ...before, handIns: [later] });
			expect((await store.assigned()).handIns).toMatchObject([
				{ id: 'digest', assignment: 'a', receipt: 'received' }
			]);
		});

		it('reach another store in a file, once', async () => {
			const store = await fresh();
			await store.acceptAssignment(offered('a'));
			await store.addHandIn(handed('digest', 'a'));
			const other = await fresh();
			await other.merge(await store.records());
			await other.merge(await store.records());
			expect(await other.assigned()).toEqual(await store.assigned());
			const { record } = await other.acceptAssignment(offered('b'));
			expect(record.sequence).toBeGreaterThan((await store.assigned()).handIns[0]!.sequence);
		});

		it('are watched', async () => {
			const context = exampleContext();
			const store = await open(context);
			const other = shared ? await open(context) : store;
			await store.profile();
			const told: Assigned[] = [];
			const stop = store.watchAssigned((assigned) => told.push(assigned));
			await other.acceptAssignment(offered('a'));
			await vi.waitFor(() => expect(revisions(told.at(-1)!)).toEqual([['a', 1]]));
			await other.addHandIn(handed('digest', 'a'));
			await vi.waitFor(() => expect(told.at(-1)!.handIns).toHaveLength(1));
			stop();
		});

		if (oneProfile) return;
		it('are each person’s own, joined where two profiles are one, and erased with her', async () => {
			const store = await fresh();
			await store.acceptAssignment(offered('a', 1));
			const { id: amal } = (await store.nameProfile('Amal')).record;
			const { id: badr } = (await store.addProfile('Badr')).record;
			await store.switchProfile(badr);
			expect(await store.assigned()).toEqual({ accepted: [], handIns: [] });
			await store.acceptAssignment(offered('a', 2));
			await store.addHandIn(handed('digest', 'a'));
			await store.switchProfile(amal);
			expect(revisions(await store.assigned())).toEqual([['a', 1]]);
			await store.addEvent({ id: newId(), type: 'alias', of: badr });
			expect(revisions(await store.assigned())).toEqual([['a', 2]]);
			expect((await store.assigned()).handIns).toHaveLength(1);
			const before = await store.records();
			await store.eraseProfile(amal);
			await store.merge(before);
			expect([(await store.records()).assignments, (await store.records()).handIns]).toEqual([
				[],
				[]
			]);
		});
	});

	it(`${title}: makes the device’s key once`, async () => {
		const context = exampleContext();
		const store = await open(context);
		const pair = await keyPair();
		let made = 0;
		const make = async () => (made++, pair);
		const first = await store.deviceKey(make);
		expect(first.public).toEqual(pair.public);
		const again = await (shared ? await open(context) : store).deviceKey(make);
		expect([again.public, made]).toEqual([pair.public, 1]);
		expect(again.private.extractable).toBe(false);
		expect(JSON.stringify(await store.records())).not.toContain(pair.public.x);
	});
}

/** A pair as `training/keys` makes it; that folder is not needed to keep one. */
async function keyPair() {
	const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
	const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, false, ['sign']);
	const { x, y } = await crypto.subtle.exportKey('jwk', publicKey);
	return { public: { x: x!, y: y! }, private: privateKey };
}
