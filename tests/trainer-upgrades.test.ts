import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { DexieTrainerStore } from '#lib/store/trainer/dexie-trainer-store';
import {
	exampleCollected,
	exampleGiven,
	exampleGrave,
	exampleKeys,
	exampleMember,
	exampleRow,
	exampleTrainerContext
} from '#lib/store/trainer/examples';
import { trainerMigrations as migrations } from '#lib/store/trainer/migrations/migrations';
import { TrainerDatabase } from '#lib/store/trainer/trainer-database';
import type { Row } from '#lib/store/migrations/migration';

/** A trainer's database as one released version left it. Keys are no JSON: a test puts some there. */
interface Stored {
	readonly version: number;
	readonly stores: Readonly<Record<string, string>>;
	readonly rows: Readonly<Record<string, readonly Row[]>>;
}

const pathOf = (version: number) =>
	new URL(
		`./fixtures/trainer-databases/v${String(version).padStart(3, '0')}.json`,
		import.meta.url
	);
const newest = migrations.at(-1)!.version;

// WRITE_STORE_FIXTURE=1 writes the fixture of the newest version. Once released, a fixture is never written again:
// it stands for the databases on trainers' devices.
if (process.env.WRITE_STORE_FIXTURE) await writeFixture();

const fixtures = migrations
	.filter(({ version }) => existsSync(pathOf(version)))
	.map(({ version }): Stored => JSON.parse(readFileSync(pathOf(version), 'utf8'), withBytes));
const ran = new Set<string>();

it('has a stored database for every version', () => {
	expect(fixtures.map(({ version }) => version)).toEqual(migrations.map(({ version }) => version));
});

it('numbers the migrations 1, 2, 3 …, one file each', () => {
	const files = Object.keys(import.meta.glob('../src/lib/store/trainer/migrations/[0-9]*.ts'));
	expect(files.map((file) => file.split('/').at(-1))).toEqual(
		migrations.map(({ version, name }) => `${String(version).padStart(3, '0')}-${name}.ts`)
	);
	expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});

it('makes a new database at the newest version', async () => {
	const db = await new TrainerDatabase(exampleTrainerContext().name, indexedDB).open();
	expect(db.backendDB().version).toBe(newest * 10);
	db.close();
});

describe.each(fixtures)('a database of version $version', (stored) => {
	it('keeps every row through all migrations, readable through the store', async () => {
		const context = exampleTrainerContext();
		const keys = await restore(context.name, stored);
		const ranOne = ({ name }: { readonly name: string }) => ran.add(name);
		(await new TrainerDatabase(context.name, indexedDB, migrations, ranOne).open()).close();

		const store = new DexieTrainerStore(context);
		const { assignments, handIns, tombstones } = await store.records();
		for (const [table, rows] of Object.entries({ assignments, handIns, tombstones }))
			expect(idsOf(rows)).toEqual(idsOf(stored.rows[table]!));
		for (const { assignment, learner, id, packed } of handIns) {
			expect(await store.result(assignment, learner)).toMatchObject({ learner });
			expect(packed).toEqual(stored.rows.packs!.find((pack) => pack.id === id)!.packed);
		}
		expect(await store.trainer()).toMatchObject({ name: 'Dr Huda' });
		expect(await store.keys()).toMatchObject([{ id: keys.id, made: keys.made }]);
		store.close();
	});
});

afterAll(() => {
	// The first one makes the tables of a new database; every later one has rows to change.
	const unrun = migrations.slice(1).filter(({ name }) => !ran.has(name));
	expect(
		unrun.map(({ name }) => name),
		'migrations that no stored database ran'
	).toEqual([]);
});

const idsOf = (rows: readonly object[]) => rows.map((row) => (row as { id: string }).id).sort();

async function restore(name: string, { version, stores, rows }: Stored) {
	const db = new Dexie(name);
	db.version(version).stores(stores);
	for (const table of Object.keys(stores)) await db.table(table).bulkAdd([...(rows[table] ?? [])]);
	const keys = await exampleKeys();
	await db.table('keys').add(keys);
	db.close();
	return keys;
}

function withBytes(_: string, value: unknown): unknown {
	const { bytes } = (value ?? {}) as { readonly bytes?: unknown };
	return Array.isArray(bytes) ? Uint8Array.from(bytes) : value;
}

async function writeFixture(): Promise<void> {
	const context = exampleTrainerContext();
	const store = new DexieTrainerStore(context);
	const member = exampleMember();
	const given = exampleGiven({ roster: [member, exampleMember({ number: '', name: 'Badr' })] });
	await store.changeAssignment(given.id, () => given);
	const hers = exampleRow(given.id, { learner: member.id, standing: 'confirmed' });
	const another = exampleRow(given.id, { signerId: 'signer-2' });
	await store.addCollected([exampleCollected(hers, { pins: true }), exampleCollected(another)]);
	await store.changeTrainer(() => ({ id: 'trainer', name: 'Dr Huda', keys: 'k', backedUp: null }));
	await store.erase(exampleGrave({ what: 'assignment', assignment: 'erased' }));
	const learner = { learner: 'gone', assignment: null, names: [], handIns: [] };
	await store.erase(exampleGrave({ what: 'learner', ...learner }));
	const db = await new TrainerDatabase(context.name, indexedDB).open();
	const stores: Record<string, string> = {};
	const rows: Record<string, unknown[]> = {};
	for (const { name, schema } of db.tables) {
		stores[name] = [schema.primKey, ...schema.indexes].map(({ src }) => src).join(', ');
		rows[name] = await db.table(name).toArray();
	}
	const asText = (_: string, value: unknown) =>
		value instanceof Uint8Array ? { bytes: [...value] } : value;
	writeFileSync(
		pathOf(newest),
		`${JSON.stringify({ version: newest, stores, rows }, asText, '\t')}\n`
	);
	db.close();
}
