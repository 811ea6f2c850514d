import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CollectedHandIn, GivenAssignment } from '#lib/training/collected';
import { DexieTrainerStore } from './dexie-trainer-store';
import {
	exampleAssignment,
	exampleCollected,
	exampleGiven,
	exampleMember,
	exampleRow,
	exampleTrainerContext
} from './examples';
import type { TrainerRecords, TrainerTombstone } from './trainer-store';

const nothing: TrainerRecords = { assignments: [], handIns: [], tombstones: [] };

async function mergedFrom(...parts: readonly Partial<TrainerRecords>[]) {
	const store = new DexieTrainerStore(exampleTrainerContext());
	for (const part of parts) await store.merge({ ...nothing, ...part });
	return store;
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
	[...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

async function contentOf(store: DexieTrainerStore): Promise<TrainerRecords> {
	const { assignments, handIns, tombstones } = await store.records();
	store.close();
	return {
		assignments: byId(assignments),
		handIns: byId(handIns),
		tombstones: byId(tombstones)
	};
}

it('gives an empty store everything, content too', async () => {
	const given = exampleGiven({ roster: [exampleMember()] });
	const handIn = exampleRow(given.id);
	const records = { assignments: [given], handIns: [handIn], tombstones: [] };
	const store = await mergedFrom(records);
	expect(await store.handInsOf(given.id, handIn.learner)).toEqual([handIn]);
	expect(await contentOf(store)).toEqual(records);
});

it('keeps the higher edition, with the pins that only the other one has', async () => {
	const member = exampleMember();
	const pinned = { ...member, device: 'signer-1', profile: 'profile-1' };
	const mine = exampleGiven({ roster: [pinned], edition: 3 });
	const other = { ...mine, roster: [{ ...member, name: 'Amal S.' }], edition: 4, sent: 9 };
	const expected = { ...other, roster: [{ ...pinned, name: 'Amal S.' }] };
	for (const order of [
		[mine, other],
		[other, mine]
	]) {
		const store = await mergedFrom(...order.map((given) => ({ assignments: [given] })));
		expect((await contentOf(store)).assignments).toEqual([expected]);
	}
});

/** What two copies become, in either order, and merged once more: always the same. */
async function joined(...[one, other]: readonly [GivenAssignment, GivenAssignment]) {
	const results = [];
	for (const order of [
		[one, other],
		[other, one],
		[one, other, one, other]
	]) {
		const store = await mergedFrom(...order.map((given) => ({ assignments: [given] })));
		results.push((await contentOf(store)).assignments);
	}
	const [result, ...others] = results;
	for (const another of others) expect(another).toEqual(result);
	return result![0]!;
}

it('keeps a revision that was sent, though the other device has edited more since', async () => {
	const given = exampleGiven({ sent: 5 });
	const [first] = given.revisions;
	const extended = { ...first!, revision: 2, due: 99, made: first!.made + 1 };
	const phone = { ...given, revisions: [first!, extended], sent: 6, edition: 2 };
	const laptop = { ...given, roster: [exampleMember()], edition: 4 };
	expect(await joined(phone, laptop)).toEqual({ ...laptop, revisions: [first, extended], sent: 6 });

	const draft = { ...extended, due: null, made: extended.made + 1 };
	const drafting = { ...laptop, revisions: [first!, draft], sent: null };
	expect(await joined(phone, drafting)).toEqual({
		...drafting,
		revisions: [first, extended, { ...draft, revision: 3 }]
	});
});

it('keeps the members of both rosters, but nobody twice', async () => {
	const [amal, badr, dana] = ['1', '2', '3'].map((number) =>
		exampleMember({ id: `member-${number}`, number })
	);
	const given = exampleGiven();
	const samePerson = exampleMember({ id: 'member-4', number: ' ١ ' });
	const mine = { ...given, roster: [amal!, dana!], edition: 3 };
	const other = { ...given, roster: [badr!, samePerson], edition: 2 };
	expect((await joined(mine, other)).roster).toEqual([amal, badr, dana]);
	const withBadr = { ...amal!, joined: [badr!.id] };
	expect((await joined({ ...mine, roster: [withBadr] }, other)).roster).toEqual([withBadr]);
});

it('gives a member the hand-ins that another device listed as nobody’s', async () => {
	const pinned = exampleMember({ device: 'signer-1', profile: 'profile-1' });
	const given = exampleGiven({ roster: [pinned] });
	const handIn = exampleRow(given.id);
	const store = await mergedFrom({ handIns: [handIn] }, { assignments: [given] });
	expect(await store.handInsOf(given.id, pinned.id)).toEqual([
		{ ...handIn, learner: pinned.id, standing: 'confirmed' }
	]);
});

it('leaves the results alone that nothing new touches', async () => {
	const rows = [exampleRow('a'), exampleRow('a', { signerId: 'signer-2' })];
	const store = new DexieTrainerStore(exampleTrainerContext());
	await store.addCollected(rows.map((row) => exampleCollected(row)));
	const another = exampleRow('a', { signerId: 'signer-2' });
	await store.merge({ ...nothing, handIns: [...rows, another] });
	expect(await store.result('a', rows[0]!.learner)).not.toBeNull();
	expect(await store.result('a', another.learner)).toBeNull();
});

const ids = ['a', 'b'];
const assignment = fc.nat({ max: 1 }).map((number) => ids[number]!);

/** Pins differ between editions, as they do where two devices collect; of one edition there is one copy. */
const anyGiven: fc.Arbitrary<GivenAssignment> = fc
	.tuple(assignment, fc.nat({ max: 3 }))
	.map(([id, edition]) => {
		const device = edition > 1 ? { device: 'signer-1', profile: 'profile-1' } : {};
		const roster = ['m1', 'm2', `n${edition}`].map((member) => ({
			...exampleMember({ id: `${id}-${member}`, token: 't', name: `${edition}`, number: member }),
			...(member === 'm1' ? device : {})
		}));
		// Each edition was made where another revision was the last.
		const revision = 1 + (edition % 3);
		const revisions = [exampleAssignment({ id, revision, made: 10 - edition })];
		return exampleGiven({ id, edition, roster, revisions, at: edition, sent: edition });
	});

const anyHandIn: fc.Arbitrary<CollectedHandIn> = fc
	.tuple(assignment, fc.nat({ max: 7 }), fc.boolean())
	.map(([assignment, number, listed]) => {
		const signerId = `signer-${1 + (number % 3)}`;
		return exampleRow(assignment, {
			id: `digest-${assignment}-${number}`,
			signerId,
			learner: listed && number % 3 === 1 ? `${assignment}-m2` : `${signerId}.profile-1`,
			at: number,
			packed: new Uint8Array([number])
		});
	});

const anyGrave: fc.Arbitrary<TrainerTombstone> = fc
	.tuple(fc.nat({ max: 7 }), assignment)
	.map(([number, assignment]) => ({
		id: `grave-${number}-${assignment}`,
		at: number,
		erased:
			number === 0
				? { what: 'assignment', assignment }
				: {
						what: 'learner',
						assignment: number % 2 ? assignment : null,
						learner: number > 4 ? `${assignment}-m1` : 'signer-2.profile-1',
						names: number > 4 ? ['signer-1.profile-1'] : [],
						handIns: number > 5 ? [`digest-${assignment}-1`] : []
					}
	}));

const anyPart: fc.Arbitrary<Partial<TrainerRecords>> = fc.oneof(
	fc.array(anyGiven, { maxLength: 3 }).map((assignments) => ({ assignments })),
	fc.array(anyHandIn, { maxLength: 6 }).map((handIns) => ({ handIns })),
	fc.array(anyGrave, { maxLength: 2 }).map((tombstones) => ({ tombstones }))
);

it('obeys tombstones in every order, and twice changes nothing', async () => {
	const parts = fc.array(anyPart, { minLength: 1, maxLength: 4 });
	await fc.assert(
		fc.asyncProperty(parts, async (parts) => {
			const merged = await contentOf(await mergedFrom(...parts));
			expect(await contentOf(await mergedFrom(...parts, ...parts))).toEqual(merged);
			expect(await contentOf(await mergedFrom(...[...parts].reverse()))).toEqual(merged);
		}),
		{ numRuns: 40 }
	);
});
