// @vitest-environment node
// In jsdom, bytes that come out of a database are of another realm than the schemas of files.
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { exampleContext } from '#lib/store/examples';
import { MemoryStore } from '#lib/store/memory/memory-store';
import { DexieTrainerStore } from '#lib/store/trainer/dexie-trainer-store';
import { exampleTrainerContext } from '#lib/store/trainer/examples';
import type { Assignment } from '#lib/training/assignment';
import { exampleAssignment, exampleNow, trainerOf } from '#lib/training/examples';
import { latestOf, stateOf } from '#lib/training/given';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import { makeDeviceKeys, makeTrainerKeys } from '#lib/training/keys/make-keys';
import { writeHandIn } from '#lib/training/wire/hand-in-file';
import { fileOf, writeAssignment } from '#lib/training/wire/link';
import { Opening } from '../opening.svelte';
import { pathOf } from '../site';
import { Collecting } from './collecting.svelte';
import { ExampleClass, exampleSource } from './examples';
import { linkFor } from './links';
import { loadMarkingCourse, markingFor } from './marking-course';
import { receiptsOf } from './receipts';
import { TrainerSide } from './trainer-side.svelte';

const course = 'exosome-therapy';
const href = (target: Parameters<typeof pathOf>[0]) => `/en/${pathOf(target)}`;
beforeEach(() => {
	vi.stubGlobal('document', { documentElement: { dataset: { course } } });
	vi.stubGlobal('location', new URL('https://example.org/en/trainer/collect/'));
});

/** A trainer's device, and what it takes in. */
async function device() {
	const store = new DexieTrainerStore(exampleTrainerContext());
	const side = new TrainerSide(async () => store);
	await side.open();
	const take = async (...texts: readonly string[]) => {
		const collecting = new Collecting(
			async () => store,
			exampleSource(),
			() => exampleNow
		);
		for (const text of texts) await collecting.takeText(text);
		return collecting.lines.map(({ outcome }) => outcome);
	};
	return { store, side, take };
}

/** A class with this trainer as a co-trainer. */
const classWith = (keys: TrainerKeys) =>
	ExampleClass.of(1, { coTrainers: [trainerOf(keys, 'Co-trainer')] });
const linkOf = async (assignment: Assignment, keys: TrainerKeys) =>
	(await linkFor(assignment, null, keys, href)).link;

it('lets a co-trainer collect, and a student’s device take the receipt', async () => {
	const { store, side, take } = await device();
	const group = await classWith(side.own!);
	const { keys, assignment } = group;
	const link = await linkOf(assignment, keys);
	const handIn = await group.handIn(0);
	const readers = [assignment.trainer, ...assignment.coTrainers];
	const { text, digest } = await writeHandIn(handIn, await makeDeviceKeys(), readers);
	expect(await take(text, `Dear colleague, here it is: ${link}`, text)).toEqual([
		'unknown-assignment',
		'assignment',
		'unconfirmed'
	]);
	const given = await store.assignment(assignment.id);
	expect(given).toMatchObject({ revisions: [assignment], sent: exampleNow, roster: [] });
	expect([side.keysFor(assignment), stateOf(given!)]).toEqual([null, 'sent']);

	const [receipt] = await receiptsOf(
		store,
		[{ assignment: assignment.id, handIns: null }],
		course,
		href
	);
	const student = new MemoryStore(exampleContext());
	const opening = new Opening(
		async () => student,
		course,
		() => exampleNow
	);
	await opening.read(link);
	await opening.accept('Amal', '');
	await student.addHandIn({ id: digest, assignment: assignment.id, attempts: [], by: 'file' });
	await opening.read(receipt!.link);
	expect(opening).toMatchObject({ phase: 'received', receiptFor: assignment.id });
	expect((await student.assigned()).handIns[0]!.receipt).not.toBeNull();
});

it('takes a later revision in beside the earlier one, by link or file, with the roster left as it is', async () => {
	const { store, side, take } = await device();
	const { keys, assignment } = await classWith(side.own!);
	const later = { ...assignment, revision: 2, made: exampleNow + 1, title: 'Extended' };
	const first = await linkOf(assignment, keys);
	const second = fileOf(await writeAssignment(later, null, keys));
	await take(first);
	const roster = (await ExampleClass.of(1)).members;
	await side.changeRoster(assignment.id, () => roster);
	expect(await take(second, first, second)).toEqual(['assignment', 'duplicate', 'duplicate']);
	const given = await store.assignment(assignment.id);
	expect(given).toMatchObject({ revisions: [assignment, later], roster });
	expect(latestOf(given!).title).toBe('Extended');
});

it('has results made anew when an earlier revision comes in after a later one', async () => {
	const { store, side, take } = await device();
	const { keys, assignment } = await classWith(side.own!);
	const later = { ...assignment, revision: 2, made: exampleNow + 1, title: 'Extended' };
	const course = await loadMarkingCourse(exampleSource());
	const marking = async () => markingFor(course, (await store.assignment(assignment.id))!).marking;
	await take(await linkOf(later, keys));
	const before = await marking();
	expect(await take(await linkOf(assignment, keys))).toEqual(['assignment']);
	expect(await marking()).not.toBe(before);
	expect(await store.assignment(assignment.id)).toMatchObject({ revisions: [assignment, later] });
});

it('takes an assignment and what was handed in for it out of one pasted chat', async () => {
	const { side, take } = await device();
	const group = await classWith(side.own!);
	const { assignment, keys } = group;
	const handIn = await group.text(
		await group.handIn(0),
		await makeDeviceKeys(),
		trainerOf(side.own!)
	);
	expect(await take(`${handIn}\nHuda: ${await linkOf(assignment, keys)}`)).toEqual([
		'assignment',
		'unconfirmed'
	]);
});

it('says so where none of the keys here is named, and where somebody else signed it', async () => {
	const { store, side, take } = await device();
	const stranger = await makeTrainerKeys(exampleNow);
	const { assignment, keys } = await ExampleClass.of(1);
	expect(await take(await linkOf(assignment, keys))).toEqual(['not-named']);
	expect(await store.assignments()).toEqual([]);

	const { assignment: named, keys: hers } = await classWith(side.own!);
	await take(await linkOf(named, hers));
	const forged = exampleAssignment(stranger, {
		...named,
		revision: 2,
		trainer: trainerOf(stranger)
	});
	expect(await take(await linkOf(forged, stranger))).toEqual(['other-trainer']);
	expect(await store.assignment(named.id)).toMatchObject({ revisions: [named] });
	const erased = { what: 'assignment', assignment: named.id } as const;
	await store.erase({ id: 'grave', at: exampleNow, erased });
	expect(await take(await linkOf(named, hers))).toEqual(['erased']);
});

it('is of this course and not expired, as for students', async () => {
	const { side, take } = await device();
	const { assignment, keys } = await classWith(side.own!);
	const other = { ...assignment, course: 'another' };
	const old = { ...assignment, made: 0, due: null };
	expect(await take(await linkOf(other, keys), await linkOf(old, keys))).toEqual([
		'other-course',
		'expired'
	]);
});
