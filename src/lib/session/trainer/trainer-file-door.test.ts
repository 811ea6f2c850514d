// jsdom has bytes of its own, which WebCrypto does not take.
// @vitest-environment node
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { DexieTrainerStore } from '#lib/store/trainer/dexie-trainer-store';
import { exampleTrainerContext } from '#lib/store/trainer/examples';
import { exampleNow } from '#lib/training/examples';
import { writeTrainerFile } from '#lib/training/wire/trainer-file';
import { ExampleClass } from './examples';
import { trainerFileDoor } from './trainer-file-door';
import { TrainerSide } from './trainer-side.svelte';

const course = 'exosome-therapy';
const passphrase = 'a long passphrase';

/** What a trainer hands over: the keys and the one assignment of a class. */
async function handedOver(group: ExampleClass) {
	return writeTrainerFile({
		...{ course, at: exampleNow, name: 'Mona', passphrase },
		keys: [group.keys],
		records: await group.store.records()
	});
}
/** The side of another device. */
async function successor() {
	const store = new DexieTrainerStore(exampleTrainerContext());
	const side = new TrainerSide(async () => store);
	await side.open();
	return { store, side, own: side.trainer!.keys };
}

describe("taking in another trainer's file", () => {
	it('shows what it holds and changes nothing before it is confirmed', async () => {
		const group = await ExampleClass.of();
		const { store, side, own } = await successor();
		const door = trainerFileDoor(side, course);
		expect(await door.read(await handedOver(group), passphrase)).toEqual({
			...{ name: 'Mona', at: exampleNow, assignments: 1, handIns: 0, keys: 'own' }
		});
		expect([await store.assignments(), (await store.trainer())!.keys]).toEqual([[], own]);
	});

	it('goes on with its keys where nothing was given with others, and keeps these beside them', async () => {
		const group = await ExampleClass.of();
		const { store, side, own } = await successor();
		const door = trainerFileDoor(side, course);
		await door.read(await handedOver(group), passphrase);
		await door.take();
		expect((await store.assignments()).map(({ id }) => id)).toEqual([group.assignment.id]);
		expect(await store.trainer()).toMatchObject({ keys: group.keys.id, name: 'Mona' });
		expect((await store.keys()).map(({ id }) => id).sort()).toEqual([own, group.keys.id].sort());
	});

	it('goes on with its own keys where something was given with them', async () => {
		const [group, other] = [await ExampleClass.of(), await ExampleClass.of(1, { id: otherId })];
		const side = new TrainerSide(other.openStore);
		await side.open();
		const door = trainerFileDoor(side, course);
		expect((await door.read(await handedOver(group), passphrase)).keys).toBe('added');
		await door.take();
		expect((await other.store.trainer())!.keys).toBe(other.keys.id);
		expect(await other.store.keys()).toHaveLength(2);
		expect(await other.store.assignments()).toHaveLength(2);
		expect((await door.read(await handedOver(other), passphrase)).keys).toBe('same');
	});
});
const otherId = '019b7d2c-5f00-7abc-8def-0123456789ac';
