// @vitest-environment node
// In jsdom, bytes that come out of a database are of another realm than the schemas of files.
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { DexieTrainerStore } from '#lib/store/trainer/dexie-trainer-store';
import { exampleTrainerContext } from '#lib/store/trainer/examples';
import { exampleNow } from '#lib/training/examples';
import type { KeyPair } from '#lib/training/keys/key-pair';
import { makeDeviceKeys } from '#lib/training/keys/make-keys';
import { writeTrainerFile } from '#lib/training/wire/trainer-file';
import { Collecting } from './collecting.svelte';
import { ExampleClass, exampleFile, exampleSource } from './examples';
import { forget } from './forgetting';
import { Reporting } from './reporting.svelte';
import { trainerFileDoor } from './trainer-file-door';
import { TrainerSide } from './trainer-side.svelte';

const course = 'exosome-therapy';
const passphrase = 'a long enough one';
beforeEach(() => {
	vi.stubGlobal('document', { documentElement: { dataset: { course } } });
});

/** A class of two who handed in, and the file of all of it. */
async function handedOver() {
	const group = await ExampleClass.of();
	const devices: KeyPair[] = [await makeDeviceKeys(), await makeDeviceKeys()];
	const texts = devices.map(async (device, nth) => group.text(await group.handIn(nth), device));
	const files = (await Promise.all(texts)).map((text) => exampleFile('a.txt', text));
	await new Collecting(group.openStore, exampleSource()).takeFiles(files);
	const keys = await group.store.keys();
	const records = await group.store.records();
	const about = { course, at: exampleNow, name: 'Mona', passphrase };
	const file = await writeTrainerFile({ ...about, keys, records });
	return { group, devices, file };
}

/** A successor's device, with the file taken in. */
async function successor(file: string) {
	const store = new DexieTrainerStore(exampleTrainerContext());
	const side = new TrainerSide(async () => store);
	await side.open();
	const door = trainerFileDoor(side, course);
	const preview = await door.read(file, passphrase);
	expect(await store.assignments(), 'nothing is changed before it is confirmed').toEqual([]);
	await door.take();
	return { store, preview, again: door };
}

it('hands everything over: what was collected, the keys that open more, and whose device is whose', async () => {
	const { group, devices, file } = await handedOver();
	const { store, preview } = await successor(file);
	expect(preview).toMatchObject({ name: 'Mona', assignments: 1, handIns: 2, keys: 'own' });
	const reporting = new Reporting(
		async () => store,
		exampleSource(),
		group.assignment.id,
		() => null
	);
	await reporting.open();
	expect(reporting.report?.counts).toMatchObject({ assigned: 2, complete: 2, unconfirmed: 0 });
	const collecting = new Collecting(async () => store, exampleSource());
	const later = { ...(await group.handIn(0, { token: null, number: '' })), at: exampleNow + 9e8 };
	const fromAnother = await group.text(later, await makeDeviceKeys());
	const files = [await group.text(later, devices[0]!), fromAnother, fromAnother];
	await collecting.takeFiles(files.map((text) => exampleFile('b.txt', text)));
	expect(collecting.lines.map(({ outcome }) => outcome)).toEqual([
		'taken',
		'unconfirmed',
		'duplicate'
	]);
});

it('does not bring back what the successor erased, and taken in twice changes nothing', async () => {
	const { group, file } = await handedOver();
	const { store, again } = await successor(file);
	const [first, second] = group.members;
	expect(await forget(async () => store, group.assignment.id, first!.id)).toBe(true);
	const before = await store.records();
	await again.read(file, passphrase);
	await again.take();
	expect(await store.records()).toEqual(before);
	expect(before.handIns).toMatchObject([{ learner: second!.id }]);
	expect(before.assignments[0]!.roster).toMatchObject([{ id: second!.id }]);
	expect(await forget(async () => store, group.assignment.id, null)).toBe(true);
	await again.read(file, passphrase);
	await again.take();
	expect(await store.records()).toMatchObject({ assignments: [], handIns: [] });
});
