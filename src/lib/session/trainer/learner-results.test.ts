import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { packed } from '#lib/base/packing';
import type { CollectedHandIn } from '#lib/training/collected';
import { makeDeviceKeys } from '#lib/training/keys/make-keys';
import { Collecting } from './collecting.svelte';
import { ExampleClass, exampleFile, exampleSource } from './examples';
import { restoreFileFor } from './giving-back';
import { bringUpToDate } from './learner-results';
import { loadMarkingCourse } from './marking-course';
import { reportOf } from './report-of';

beforeEach(() => {
	document.documentElement.dataset.course = 'exosome-therapy';
});

/** A class into whose first learner's hand-ins a trainer's file brought one with an event that nobody knows yet. */
async function withOneOfTomorrow(part: Partial<CollectedHandIn> = {}) {
	const group = await ExampleClass.of();
	const learner = group.members[0]!.id;
	const handIn = await group.handIn(0);
	const [attempt] = handIn.records.attempts;
	const event = { id: 'e1', attempt: attempt!.id, type: 'of-tomorrow' };
	const records = { ...handIn.records, events: [...handIn.records.events, event] };
	const row: CollectedHandIn = {
		...{ id: 'D'.repeat(43), assignment: group.assignment.id, learner, signerId: 'S'.repeat(43) },
		...{ profile: 'profile-2', name: 'Amal', number: 'E-0', standing: 'unconfirmed' },
		...{
			at: handIn.at,
			received: handIn.at,
			packed: await packed(JSON.stringify({ ...handIn, records }))
		},
		...part
	};
	await group.store.merge({ assignments: [], handIns: [row], tombstones: [] });
	const course = await loadMarkingCourse(exampleSource());
	const result = () => group.store.result(group.assignment.id, learner);
	return { group, course, learner, result };
}

describe('a stored hand-in that cannot be opened', () => {
	it('is counted in the report, which is made all the same and only once', async () => {
		const { group, course, result } = await withOneOfTomorrow();
		const request = { assignment: group.assignment.id, course, now: 1 };
		const report = (await reportOf(group.store, request, () => true))!;
		expect(report.ledger[0]).toMatchObject({ unreadable: 1, name: 'Member 0' });
		expect(report.gradebook[0]).toMatchObject({ unreadable: 1 });
		expect(await result()).toMatchObject({ name: 'Amal', number: 'E-0', handIns: 1, attempts: [] });
		expect(await bringUpToDate(group.store, course, group.assignment.id)).toBe(0);
	});

	it('keeps no other hand-in of its learner from being collected', async () => {
		const { group, course, result } = await withOneOfTomorrow({ standing: 'confirmed' });
		const device = await makeDeviceKeys();
		const files = [
			exampleFile('0.txt', await group.text(await group.handIn(0), device)),
			exampleFile('1.txt', await group.written(1))
		];
		const collecting = new Collecting(group.openStore, exampleSource());
		await collecting.takeFiles(files);
		expect(collecting.lines.map(({ outcome }) => outcome)).toEqual(['taken', 'taken']);
		const made = await result();
		expect(made).toMatchObject({ standing: 'confirmed', handIns: 2, unreadable: 1 });
		expect(made!.attempts).toHaveLength(2);
		expect(await bringUpToDate(group.store, course, group.assignment.id)).toBe(0);
	});

	it('has nothing unconfirmed in its place, and is given back to nobody', async () => {
		const { group, learner, result } = await withOneOfTomorrow({ standing: 'confirmed' });
		const whose = { assignment: group.assignment.id, learner };
		expect(await restoreFileFor(group.store, exampleSource(), whose)).toBeNull();
		const course = await loadMarkingCourse(exampleSource());
		await bringUpToDate(group.store, course, group.assignment.id);
		expect(await result()).toMatchObject({ standing: 'confirmed', unreadable: 1, attempts: [] });
	});
});
