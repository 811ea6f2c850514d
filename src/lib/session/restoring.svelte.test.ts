import { beforeEach, expect, it } from 'vitest';
import { exampleContext, exampleSession } from '#lib/store/examples';
import { writeBackup } from '#lib/store/backup/write-backup';
import { HeldStore } from './examples';
import { Restoring } from './restoring.svelte';

const course = 'exosome-therapy';
beforeEach(() => (document.documentElement.dataset.course = course));

const fileOf = (content: string) => ({ size: content.length, text: async () => content }) as File;

/** The content of a file with one attempt of Amal's, and her profile. */
async function amals() {
	const store = new HeldStore(exampleContext());
	await exampleSession(store);
	const { id } = (await store.nameProfile('Amal')).record;
	const records = await store.records();
	return { id, content: await writeBackup({ course, at: 1, records, passphrase: null }) };
}

it('shows what a file holds, and joins it to the learner who is there when that is the same person', async () => {
	const { id, content } = await amals();
	const store = new HeldStore(exampleContext());
	await exampleSession(store);
	const restoring = new Restoring(async () => store);
	await restoring.choose(fileOf(content));
	expect(restoring).toMatchObject({ phase: 'preview', problem: null, at: 1 });
	expect(restoring.preview?.people).toMatchObject([{ name: 'Amal', attempts: 1, known: false }]);
	expect((await store.history()).attempts, 'nothing is changed yet').toHaveLength(1);
	await restoring.restore(id);
	expect(restoring.phase).toBe('done');
	expect((await store.history()).attempts).toHaveLength(2);
	expect((await store.profiles()).learners).toMatchObject([{ name: 'Amal' }]);
	await restoring.choose(fileOf(content));
	expect(restoring.preview?.people).toMatchObject([{ known: true }]);
});

it('keeps another person apart', async () => {
	const { content } = await amals();
	const store = new HeldStore(exampleContext());
	await exampleSession(store);
	const restoring = new Restoring(async () => store);
	await restoring.choose(fileOf(content));
	await restoring.restore(null);
	expect((await store.history()).attempts).toHaveLength(1);
	expect((await store.profiles()).learners).toHaveLength(2);
});

it('says what is wrong with a file, and forgets it', async () => {
	const { content } = await amals();
	const store = new HeldStore(exampleContext());
	const restoring = new Restoring(async () => store);
	for (const [file, problem] of [
		[fileOf(content.slice(0, -50)), 'damaged'],
		[{ size: 1e9, text: () => Promise.reject(new Error('taken into memory')) } as File, 'too-large']
	] as const) {
		await restoring.choose(file);
		expect(restoring).toMatchObject({ phase: 'choose', problem });
		await restoring.restore(null);
	}
	expect((await store.records()).attempts).toEqual([]);
});
