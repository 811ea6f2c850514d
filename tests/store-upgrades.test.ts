import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { Database } from '#lib/store/dexie/database';
import { DexieStore } from '#lib/store/dexie/dexie-store';
import { exampleContext, exampleQuestions, exampleSession } from '#lib/store/examples';
import { identityOf, tables, type RowOf, type Table } from '#lib/store/identity';
import { migrations } from '#lib/store/migrations/migrations';
import type { Row } from '#lib/store/migrations/migration';

/** A database as one released version left it, with that version's own tables and indexes. */
interface Stored {
	readonly version: number;
	readonly stores: Readonly<Record<string, string>>;
	readonly rows: Readonly<Record<string, readonly Row[]>>;
}

const pathOf = (version: number) =>
	new URL(`./fixtures/databases/v${String(version).padStart(3, '0')}.json`, import.meta.url);
const newest = migrations.at(-1)!.version;

// WRITE_STORE_FIXTURE=1 writes the fixture of the newest version. Once released, a fixture is never written again:
// it stands for the databases on students' devices.
if (process.env.WRITE_STORE_FIXTURE) await writeFixture();

const fixtures = migrations
	.filter(({ version }) => existsSync(pathOf(version)))
	.map(({ version }): Stored => JSON.parse(readFileSync(pathOf(version), 'utf8')));
const ran = new Set<string>();

it('has a stored database for every version', () => {
	expect(fixtures.map(({ version }) => version)).toEqual(migrations.map(({ version }) => version));
});

it('numbers the migrations 1, 2, 3 …, one file each', () => {
	const files = Object.keys(import.meta.glob('../src/lib/store/migrations/[0-9]*.ts'));
	expect(files.map((file) => file.split('/').at(-1))).toEqual(
		migrations.map(({ version, name }) => `${String(version).padStart(3, '0')}-${name}.ts`)
	);
	expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});

it('makes a new database at the newest version', async () => {
	const db = new Database(exampleContext().name, indexedDB);
	await db.open();
	expect(db.backendDB().version).toBe(newest * 10);
	for (const table of tables) expect(await db.table(table).count()).toBe(0);
	db.close();
});

describe.each(fixtures)('a database of version $version', (stored) => {
	it('keeps every record through all migrations, readable through the store', async () => {
		const context = exampleContext();
		await restore(context.name, stored);
		const db = new Database(context.name, indexedDB, migrations, ({ name }) => ran.add(name));
		await db.open();
		const device = await db.devices.toCollection().first();
		db.close();

		const store = new DexieStore(context);
		const records = await store.records();
		for (const table of tables)
			expect(keysOf(table, records[table])).toEqual(keysOf(table, stored.rows[table]));
		expect(device).toMatchObject({ id: stored.rows.devices![0]!.id });
		expect(keysOf('profiles', [await store.profile()])).toEqual(
			keysOf('profiles', stored.rows.profiles)
		);

		const { accepted, handIns } = await store.assigned();
		expect(accepted).toHaveLength(stored.rows.assignments?.length ?? 0);
		expect(handIns).toHaveLength(stored.rows.handIns?.length ?? 0);
		const history = await store.history();
		for (const attempt of history.attempts) expect(attempt.terms).toEqual([]);
		expect(history.responses).toHaveLength(stored.rows.responses!.length);
		for (const { id, paper } of history.attempts) {
			const log = (await store.attempt(id))!;
			expect(paper.map(({ key }) => log.questions.get(key)?.prompt.ar)).not.toContain(undefined);
			const { record } = await store.saveDraft({ ...log.drafts[0]!, response: { chosen: 'nm' } });
			expect(record.sequence).toBeGreaterThan(device!.highest);
		}
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

const keysOf = <T extends Table>(table: T, rows: readonly unknown[] = []) =>
	rows.map((row) => identityOf(table, row as RowOf<T>)).sort();

async function restore(name: string, { version, stores, rows }: Stored): Promise<void> {
	const db = new Dexie(name);
	db.version(version).stores(stores);
	for (const table of Object.keys(stores)) await db.table(table).bulkAdd([...(rows[table] ?? [])]);
	db.close();
}

async function writeFixture(): Promise<void> {
	const context = exampleContext();
	const store = new DexieStore(context);
	const attempt = await exampleSession(store);
	for (const [index, { id: question }] of exampleQuestions.entries())
		await store.saveDraft({
			attempt,
			question,
			tab: `tab-${index % 2}`,
			response: { chosen: 'um' },
			kindVersion: 1
		});
	await store.addEvent({
		id: context.newId(),
		type: 'section-read',
		lesson: 'meet-the-messengers',
		section: 'size'
	});
	const { id: own } = await store.profile();
	await store.addEvent({ id: context.newId(), type: 'alias', of: 'a-profile-elsewhere' });
	await store.addEvent({ id: context.newId(), type: 'attempt-moved', attempt, to: own });
	await store.acceptAssignment({
		id: '0197d3c2-1c00-7000-8000-00000000a551',
		revision: 2,
		signed: 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmVk',
		number: '1017'
	});
	const { record: handIn } = await store.addHandIn({
		id: 'ZGlnZXN0LW9mLXRoZS1oYW5kLWlu',
		assignment: '0197d3c2-1c00-7000-8000-00000000a551',
		attempts: [{ id: attempt, complete: true, upTo: 7 }],
		by: 'share'
	});
	await store.setReceipt(handIn, 'eyJhbGciOiJFUzI1NiJ9.e30.cmVjZWlwdA');
	await store.eraseProfile((await store.addProfile('Badr')).record.id);
	const db = await new Database(context.name, indexedDB).open();
	const stores: Record<string, string> = {};
	const rows: Record<string, unknown[]> = {};
	for (const { name, schema } of db.tables) {
		stores[name] = [schema.primKey, ...schema.indexes].map(({ src }) => src).join(', ');
		rows[name] = await db.table(name).toArray();
	}
	writeFileSync(
		pathOf(newest),
		`${JSON.stringify({ version: newest, stores, rows }, null, '\t')}\n`
	);
	db.close();
}
