import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { makeDeviceKeys } from '#lib/training/keys/make-keys';
import { Collecting } from './collecting.svelte';
import { ExampleClass, exampleFile, exampleSource } from './examples';
import { Joins } from './joins';
import { LedgerView } from './ledger-view.svelte';
import { loadMarkingCourse } from './marking-course';

beforeEach(() => {
	document.documentElement.dataset.course = 'exosome-therapy';
});

/** A class of two into which these were handed in, each from a device of its own; and who is to be confirmed in it. */
async function handedIn(...learners: Parameters<ExampleClass['handIn']>[]) {
	const group = await ExampleClass.of();
	const collecting = new Collecting(group.openStore, exampleSource());
	for (const learner of learners) {
		const text = await group.text(await group.handIn(...learner), await makeDeviceKeys());
		await collecting.takeFiles([exampleFile('a.txt', text)]);
	}
	const { store, assignment, members } = group;
	const joins = new Joins(group.openStore, () => loadMarkingCourse(exampleSource()));
	const toConfirm = async () => {
		const view = new LedgerView();
		view.part = 'unconfirmed';
		await view.look(store, (await store.assignment(assignment.id))!);
		return view.rows('en').map(({ learner }) => ({
			learner,
			devices: view.unconfirmed.get(learner) ?? []
		}));
	};
	const result = (nth: number) => store.result(assignment.id, members[nth]!.id);
	return { joins, assignment: assignment.id, amal: members[0]!.id, result, toConfirm };
}

const withNumber = (name: string) => ({ token: null, number: 'E-0', name });

it('lists whoever handed in from a new phone beside the pinned one, until that is confirmed', async () => {
	const { joins, assignment, amal, result, toConfirm } = await handedIn(
		[0],
		[0, { name: 'On a new phone' }]
	);
	const [row, ...others] = await toConfirm();
	expect(others).toEqual([]);
	expect(row).toMatchObject({
		learner: amal,
		devices: [{ name: 'On a new phone', handIns: 1, standing: 'unconfirmed' }]
	});
	expect(await joins.confirm(assignment, amal, row!.devices[0]!)).toBe(true);
	// What the lost phone handed in still counts.
	expect(await result(0)).toMatchObject({ standing: 'confirmed', handIns: 2 });
	expect(await toConfirm()).toEqual([]);
});

it('has each device under one number, and keeps the other in sight when one is confirmed', async () => {
	const { joins, assignment, amal, result, toConfirm } = await handedIn(
		[0, withNumber('Amal')],
		[0, withNumber('Badr')]
	);
	const { devices } = (await toConfirm())[0]!;
	expect(devices.map(({ name }) => name).sort()).toEqual(['Amal', 'Badr']);
	const hers = devices.find(({ name }) => name === 'Amal')!;
	expect(await joins.confirm(assignment, amal, hers)).toBe(true);
	expect(await result(0)).toMatchObject({ name: 'Amal', standing: 'confirmed', handIns: 1 });
	expect(await toConfirm()).toMatchObject([{ learner: amal, devices: [{ name: 'Badr' }] }]);
});
