import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleContext, exampleSession, newId } from '../examples';
import { anyRecords, sorted } from '../examples-of-records';
import { MemoryStore } from '../memory/memory-store';
import { migrations } from '../migrations/migrations';
import { recordsWith } from './examples-of-backups';
import { previewOf } from './preview';
import { readBackup } from './read-backup';
import { recordsOfLearner } from './selection';
import { writeBackup } from './write-backup';

const course = 'exosome-therapy';
const at = 1_780_000_000_000;
const passphrase = 'سبع بقرات سمان';
const newest = migrations.at(-1)!.version;
const folder = new URL('../../../../tests/fixtures/backups/', import.meta.url);

/** A store with two people, one of whom was given an attempt of the other. */
async function household() {
	const store = new MemoryStore(exampleContext());
	const attempt = await exampleSession(store);
	const { id: amal } = (await store.nameProfile('Amal')).record;
	const { id: badr } = (await store.addProfile('بدر')).record;
	await store.addEvent({ id: newId(), type: 'attempt-moved', attempt, to: badr });
	await exampleSession(store);
	await store.switchProfile(badr);
	await exampleSession(store);
	await store.acceptAssignment({
		id: 'sizes',
		revision: 2,
		signed: 'e30.e30.c2ln',
		number: '1017'
	});
	const handed = { id: newId(), complete: true, upTo: 9 };
	const { record } = await store.addHandIn({
		id: 'ZGlnZXN0',
		assignment: 'sizes',
		attempts: [handed],
		by: 'share'
	});
	await store.setReceipt(record, 'e30.e30.cmVj');
	return { store, amal, badr };
}

// WRITE_BACKUP_FIXTURE=1 writes files of this version. Once released they are never written again: they stand for the
// files that people keep.
if (process.env.WRITE_BACKUP_FIXTURE) {
	const { store } = await household();
	const records = await store.records();
	for (const [name, key] of [
		[`backup-1-of-database-${newest}.durus.txt`, null],
		[`backup-1-of-database-${newest}-locked.durus.txt`, passphrase]
	] as const) {
		const path = new URL(name, folder);
		if (!existsSync(path))
			writeFileSync(path, await writeBackup({ course, at, records, passphrase: key }));
	}
}

describe('a backup', () => {
	it.each([null, passphrase])('gives back what went in (passphrase: %s)', async (key) => {
		const { store } = await household();
		const records = await store.records();
		const text = await writeBackup({ course, at, records, passphrase: key });
		expect(text.split('\n')[0]).toBe(`durus-backup 1 ${course} ${key ? 'locked' : 'plain'}`);
		expect(text).not.toContain('Amal');
		// Mail breaks lines and adds white space.
		const mailed = `\uFEFF${text.replace(/(.{60,76})/g, '$1\r\n')}\r\n`;
		for (const file of key ? [text] : [text, mailed])
			expect(await readBackup(file, { course, passphrase: key })).toEqual({ at, records });
	});

	it('takes a passphrase as it is typed on any keyboard', async () => {
		const records = await (await household()).store.records();
		const text = await writeBackup({ course, at, records, passphrase: 'cafe\u0301 crème' });
		const read = await readBackup(text, { course, passphrase: 'café crème' });
		expect(read.records).toEqual(records);
	});

	it('holds any records', async () => {
		await fc.assert(
			fc.asyncProperty(anyRecords, async (records) => {
				const text = await writeBackup({ course, at, records, passphrase: null });
				expect((await readBackup(text, { course, passphrase: null })).records).toEqual(records);
			}),
			{ numRuns: 20 }
		);
	});

	it('of one person leaves everybody else out, and gives her all that is hers elsewhere', async () => {
		const { store, amal, badr } = await household();
		const records = recordsOfLearner(await store.records(), badr);
		expect(records.profiles.map(({ name }) => name)).toEqual(['بدر']);
		expect(records.attempts).toHaveLength(2);
		expect(records.questions).toHaveLength(3);
		const device = new MemoryStore(exampleContext());
		await device.merge(records);
		await store.switchProfile(badr);
		expect(await device.history()).toEqual(await store.history());
		expect(await device.preferences()).toEqual(await store.preferences());
		expect((await device.profiles()).learners.map(({ id }) => id)).toEqual([badr]);
		expect(await device.assigned()).toEqual(await store.assigned());
		const others = recordsOfLearner(await store.records(), amal);
		expect(others.attempts).toHaveLength(1);
		expect([others.assignments, others.handIns]).toEqual([[], []]);
	});
});

describe('restoring', () => {
	it('twice changes nothing, and joins the histories of two devices', async () => {
		const { store, badr } = await household();
		const records = recordsOfLearner(await store.records(), badr);
		const device = new MemoryStore(exampleContext());
		const own = await exampleSession(device);
		await device.merge(records);
		await device.addEvent({ id: newId(), type: 'alias', of: badr });
		const once = sorted(await device.records());
		expect((await device.history()).attempts).toHaveLength(3);
		await device.merge(records);
		expect(sorted(await device.records())).toEqual(once);
		expect((await device.attempt(own))!.responses).toHaveLength(2);
		await store.merge(await device.records());
		await store.switchProfile(badr);
		expect((await store.history()).attempts).toHaveLength(3);
	});

	it('says before what it holds, whom the device knows, and whom it erases', async () => {
		const { store, amal, badr } = await household();
		const file = await store.records();
		const device = new MemoryStore(exampleContext());
		const fresh = previewOf(file, await device.profiles());
		expect(fresh.people).toMatchObject([
			{ id: amal, name: 'Amal', attempts: 1, responses: 2, known: false },
			{ id: badr, name: 'بدر', attempts: 2, responses: 4, known: false }
		]);
		expect(fresh.people[0]!.last).toBeGreaterThan(1_750_000_000_000);
		expect([fresh.erases, fresh.nothing]).toEqual([[], false]);

		await device.merge(recordsOfLearner(file, amal));
		expect(previewOf(file, await device.profiles()).people.map(({ known }) => known)).toEqual([
			true,
			false
		]);
		await store.eraseProfile(amal);
		expect(previewOf(await store.records(), await device.profiles()).erases).toEqual(['Amal']);
		await device.eraseProfile(amal);
		const erased = previewOf(recordsOfLearner(file, amal), await device.profiles());
		expect(erased).toEqual({ people: [], erases: [], nothing: true });
		expect(previewOf(recordsWith({}), await device.profiles()).nothing).toBe(true);
	});
});

describe('files of every released version keep importing', () => {
	const files = readdirSync(folder);
	it('and there are some', () => {
		expect(files.sort()).toEqual([
			'backup-1-locked.durus.txt',
			'backup-1-of-database-4-locked.durus.txt',
			'backup-1-of-database-4.durus.txt',
			'backup-1.durus.txt',
			'records-1-of-version-1.json',
			'records-1-of-version-2.json'
		]);
	});

	it.each(files)('%s', async (name) => {
		const text = readFileSync(new URL(name, folder), 'utf8');
		const { records } = await readBackup(text, { course, passphrase });
		const store = new MemoryStore(exampleContext());
		await store.merge(records);
		const [attempt] = (await store.history()).attempts;
		const log = (await store.attempt(attempt!.id))!;
		expect(log.responses.length).toBeGreaterThan(1);
		expect(attempt!.rules).toMatchObject({ timeLimit: null, counts: 'best' });
		expect(attempt!.paper.map(({ key }) => log.questions.get(key)?.prompt.ar)).not.toContain(
			undefined
		);
		expect(attempt!.paper[0]).toMatchObject({ lesson: 'meet-the-messengers', objective: 'size' });
		expect(log.submissions[0]!.by).toBe('learner');
		expect(attempt!.terms).toEqual([]);
	});

	it('with what was assigned and handed in', async () => {
		const name = new URL('backup-1-of-database-4.durus.txt', folder);
		const { records } = await readBackup(readFileSync(name, 'utf8'), { course, passphrase });
		const store = new MemoryStore(exampleContext());
		await store.merge(records);
		await store.switchProfile(records.handIns[0]!.profile);
		expect(await store.assigned()).toMatchObject({
			accepted: [{ id: 'sizes', revision: 2, number: '1017' }],
			handIns: [{ assignment: 'sizes', by: 'share', receipt: 'e30.e30.cmVj' }]
		});
	});
});
