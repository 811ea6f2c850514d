import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { newId } from '../examples';
import { declareVersions, type Migration } from './migration';

const first: Migration = { version: 1, name: 'pets', stores: { pets: 'id' } };
const second: Migration = {
	version: 2,
	name: 'owners-apart',
	stores: { pets: 'id, owner', owners: 'name' },
	upgrade: {
		reads: ['pets'],
		rows: ({ pets = [] }) => ({
			pets: pets.map((pet) => ({ ...pet, legs: 4 })),
			owners: [...new Set(pets.map(({ owner }) => owner))].map((name) => ({ name }))
		})
	}
};
const faulty: Migration = {
	...second,
	upgrade: { reads: ['pets'], rows: () => ({ pets: [{ name: 'without its key' }] }) }
};

async function stored(): Promise<string> {
	const name = newId();
	const db = new Dexie(name);
	declareVersions(db, [first]);
	await db.table('pets').bulkAdd([
		{ id: 1, owner: 'Amal' },
		{ id: 2, owner: 'Amal' }
	]);
	db.close();
	return name;
}

const opened = (name: string, migrations: readonly Migration[], ran?: (one: Migration) => void) => {
	const db = new Dexie(name);
	declareVersions(db, migrations, ran);
	return db.open();
};

it('gives every migration that is new to a database the rows that it reads', async () => {
	const ran: string[] = [];
	const db = await opened(await stored(), [first, second], ({ name }) => ran.push(name));
	expect(ran).toEqual(['owners-apart']);
	expect(await db.table('pets').where({ owner: 'Amal' }).toArray()).toEqual([
		{ id: 1, owner: 'Amal', legs: 4 },
		{ id: 2, owner: 'Amal', legs: 4 }
	]);
	expect(await db.table('owners').toArray()).toEqual([{ name: 'Amal' }]);
	db.close();
});

it('leaves the database as it was when a migration fails', async () => {
	const name = await stored();
	await expect(opened(name, [first, faulty])).rejects.toThrow();
	const db = await opened(name, [first]);
	expect(await db.table('pets').count()).toBe(2);
	db.close();
});
