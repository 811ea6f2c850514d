import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { readBackup } from '#lib/store/backup/read-backup';
import { DexieStore } from '#lib/store/dexie/dexie-store';
import { exampleContext } from '#lib/store/examples';
import type { HandIn } from '#lib/training/hand-in';
import { makeDeviceKeys } from '#lib/training/keys/make-keys';
import { Collecting } from './collecting.svelte';
import { ExampleClass, exampleFile, exampleSource } from './examples';
import { restoreFileFor } from './giving-back';

const course = 'exosome-therapy';
beforeEach(() => {
	document.documentElement.dataset.course = course;
});

async function collected(...handIns: readonly Partial<HandIn>[]) {
	const group = await ExampleClass.of();
	const device = await makeDeviceKeys();
	const made = await group.handIn(0);
	const files: File[] = [];
	for (const part of handIns)
		files.push(exampleFile('a.txt', await group.text({ ...made, ...part }, device)));
	await new Collecting(group.openStore, exampleSource()).takeFiles(files);
	const whose = { assignment: group.assignment.id, learner: group.members[0]!.id };
	return { group, made, whose };
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
	[...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

it('gives a fresh device the whole history back, with the questions', async () => {
	const { group, made, whose } = await collected({});
	const file = (await restoreFileFor(group.store, exampleSource(), whose))!;
	expect(file).toMatchObject({ attempts: 2, missing: 0 });
	const { records } = await readBackup(file.content, { course, passphrase: null });
	const store = new DexieStore(exampleContext());
	await store.merge(records);
	expect(await store.profile()).toMatchObject({ id: 'profile-1', name: 'Member 0' });
	const history = await store.history();
	const under = <T extends object>(rows: readonly T[]) =>
		rows.map((row) => ({ ...row, profile: 'profile-1' }));
	const { attempts, responses, submissions, events } = made.records;
	expect(byId(history.attempts)).toEqual(byId(under(attempts)));
	expect(byId(history.responses)).toEqual(byId(under(responses)));
	expect(byId(history.submissions)).toEqual(byId(under(submissions)));
	expect(byId(history.events)).toEqual(byId(under(events)));
	const log = (await store.attempt(attempts[0]!.id))!;
	expect(log.questions.size).toBe(4);
});

it('joins several hand-ins, and changes nothing where all of it is still there', async () => {
	const { group, made, whose } = await collected(
		{ records: { attempts: [], drafts: [], responses: [], submissions: [], events: [] } },
		{ at: 2 }
	);
	const file = (await restoreFileFor(group.store, exampleSource(), whose))!;
	expect(file.attempts).toBe(2);
	const { records } = await readBackup(file.content, { course, passphrase: null });
	const store = new DexieStore(exampleContext());
	const profiles = [{ ...records.profiles[0]!, name: 'Amal', sequence: 2 }];
	await store.merge({ ...records, ...made.records, profiles });
	const before = await store.records();
	await store.merge(records);
	expect(await store.records()).toEqual(before);
});

it('says how many questions this site no longer has, and that nothing was received', async () => {
	const { group, whose } = await collected({});
	const questions = async () => [];
	const file = await restoreFileFor(group.store, exampleSource({ questions }), whose);
	expect(file?.missing).toBeGreaterThan(3);
	const nobody = { ...whose, learner: 'nobody' };
	expect(await restoreFileFor(group.store, exampleSource(), nobody)).toBeNull();
});
