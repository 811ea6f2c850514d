import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { failWith, lookAtTransactions } from '#lib/store/faults';
import { StoreError } from '#lib/store/store';
import { exampleNow, trainerOf } from '#lib/training/examples';
import { handInFragment } from '#lib/training/wire/hand-in-file';
import { makeDeviceKeys, makeTrainerKeys } from '#lib/training/keys/make-keys';
import { Collecting } from './collecting.svelte';
import { ExampleClass, exampleFile, exampleSource } from './examples';

beforeEach(() => {
	document.documentElement.dataset.course = 'exosome-therapy';
});

const collectingOf = ({ openStore }: Pick<ExampleClass, 'openStore'>, source = exampleSource()) =>
	new Collecting(openStore, source);
const outcomes = ({ lines }: Collecting) => lines.map(({ outcome }) => outcome);

describe('taking hand-ins', () => {
	it('takes one with its marks, confirmed by a token, and says whose it is', async () => {
		const group = await ExampleClass.of();
		const collecting = collectingOf(group);
		const text = await group.text(await group.handIn(0), await makeDeviceKeys());
		await collecting.takeFiles([exampleFile('amal.txt', text)]);
		expect(collecting).toMatchObject({ phase: 'done', progress: null, taken: 1, offRoster: [] });
		expect(collecting.lines).toMatchObject([
			{
				source: { kind: 'file', name: 'amal.txt' },
				outcome: 'taken',
				title: group.assignment.title,
				name: 'Member 0',
				number: 'E-0'
			}
		]);
		const member = group.members[0]!;
		const result = await group.store.result(group.assignment.id, member.id);
		expect(result).toMatchObject({ standing: 'confirmed', handIns: 1 });
		expect(result!.attempts.map(({ lesson }) => lesson)).toEqual(group.assignment.lessons);
		for (const { score, questions } of result!.attempts) {
			expect(score?.possible).toBe(4);
			expect(questions.map(({ notes }) => notes)).toEqual([[], [], [], []]);
		}
		const given = await group.store.assignment(group.assignment.id);
		expect(given!.roster[0]!.device).toHaveLength(43);
	});

	it('takes many links out of one pasted chat, and the link that a page was opened with', async () => {
		const group = await ExampleClass.of(3);
		const links = await Promise.all(
			[0, 1, 2].map(async (nth) => {
				const text = await group.text(await group.handIn(nth), await makeDeviceKeys());
				return `https://example.org/en/trainer/collect/${handInFragment(text)}`;
			})
		);
		const collecting = collectingOf(group);
		await collecting.takeText(`Amal: ${links[0]}\nBadr: ${links[1]} (on time)`);
		await collecting.takeText(links[2]!, 'link');
		expect(outcomes(collecting)).toEqual(['taken', 'taken', 'taken']);
		expect(collecting.lines.map(({ source }) => source.kind)).toEqual(['text', 'text', 'link']);
	});

	it('never puts another key’s hand-in in the place of a confirmed one', async () => {
		const group = await ExampleClass.of();
		const [member] = group.members;
		const collecting = collectingOf(group);
		const hers = await group.text(await group.handIn(0), await makeDeviceKeys());
		const anothers = await group.text(
			await group.handIn(0, { name: 'Not Amal' }, { at: exampleNow + 9e9 }),
			await makeDeviceKeys()
		);
		await collecting.takeFiles([exampleFile('1.txt', hers), exampleFile('2.txt', anothers)]);
		expect(outcomes(collecting)).toEqual(['taken', 'unconfirmed']);
		const result = await group.store.result(group.assignment.id, member!.id);
		expect(result).toMatchObject({ standing: 'confirmed', name: 'Member 0', handIns: 1 });
	});

	it('gives a device that is pinned later what it handed in before', async () => {
		const group = await ExampleClass.of();
		const [member] = group.members;
		const device = await makeDeviceKeys();
		const early = await group.handIn(0, { token: null, number: '' });
		const late = { ...(await group.handIn(0)), at: early.at + 1 };
		const collecting = collectingOf(group);
		await collecting.takeFiles([exampleFile('1.txt', await group.text(early, device))]);
		expect(outcomes(collecting)).toEqual(['unconfirmed']);
		expect(collecting.offRoster).toMatchObject([{ learners: [{ name: 'Member 0' }] }]);
		await collecting.takeFiles([exampleFile('2.txt', await group.text(late, device))]);
		expect(collecting.offRoster).toEqual([]);
		const result = await group.store.result(group.assignment.id, member!.id);
		expect(result).toMatchObject({ standing: 'confirmed', handIns: 2 });
	});

	it('marks by the answers, and says where the marks in the file are others', async () => {
		const group = await ExampleClass.of();
		const handIn = await group.handIn(0);
		const { responses, submissions } = handIn.records;
		const records = {
			...handIn.records,
			responses: responses.map((row) => ({ ...row, earned: 1 })),
			submissions: submissions.map((row) => ({ ...row, earned: 4, passed: true }))
		};
		const honest = collectingOf(group);
		const text = await group.text({ ...handIn, records }, await makeDeviceKeys());
		await honest.takeFiles([exampleFile('1.txt', text)]);
		const result = await group.store.result(group.assignment.id, group.members[0]!.id);
		const earned = (attempt: string) =>
			responses.filter((row) => row.attempt === attempt).reduce((sum, row) => sum + row.earned, 0);
		expect(result!.attempts.map(({ score }) => score!.earned)).toEqual(
			result!.attempts.map(({ id }) => earned(id))
		);
		expect(result!.attempts.some(({ notes }) => notes.includes('score-differs'))).toBe(true);
		const notes = result!.attempts.flatMap(({ questions }) =>
			questions.flatMap(({ notes }) => notes)
		);
		expect(notes).toContain('sender-differs');
	});

	it('does not take what was erased', async () => {
		const group = await ExampleClass.of();
		const { store, assignment, members } = group;
		const device = await makeDeviceKeys();
		const file = exampleFile('1.txt', await group.text(await group.handIn(0), device));
		const collecting = collectingOf(group);
		await collecting.takeFiles([file]);
		const learner = { learner: members[0]!.id, names: [], handIns: [] };
		const erased = { what: 'learner', assignment: assignment.id, ...learner } as const;
		await store.erase({ id: 'grave-1', at: exampleNow, erased });
		await collecting.takeFiles([file]);
		const all = { what: 'assignment', assignment: assignment.id } as const;
		await store.erase({ id: 'grave-2', at: exampleNow, erased: all });
		await collecting.takeFiles([file]);
		expect(outcomes(collecting)).toEqual(['taken', 'erased', 'erased']);
	});
});

describe('trouble', () => {
	it('stops at a cancel with what was begun kept, and goes on later', async () => {
		const group = await ExampleClass.of(60);
		const files = await Promise.all(
			group.members.map(async ({ id }, nth) =>
				exampleFile(`${id}.txt`, await group.text(await group.handIn(nth), await makeDeviceKeys()))
			)
		);
		const collecting = collectingOf(group);
		const running = collecting.takeFiles(files);
		while (!collecting.lines.length) await new Promise((resolve) => setTimeout(resolve));
		collecting.cancel();
		await running;
		expect(collecting).toMatchObject({ phase: 'cancelled', progress: null });
		expect(collecting.taken).toBeGreaterThanOrEqual(25);
		expect(collecting.taken).toBeLessThan(60);
		expect(await group.store.receivedIn(group.assignment.id)).toHaveLength(collecting.taken);
		await collecting.takeFiles(files);
		expect(collecting.taken).toBe(60);
	});

	it('names what waited when it was stopped, and takes what comes after that', async () => {
		const group = await ExampleClass.of();
		const files = await Promise.all(
			[0, 1].map(async (nth) => exampleFile(`${nth}.txt`, await group.written(nth)))
		);
		const collecting = collectingOf(group);
		const running = collecting.takeFiles(files.slice(0, 1));
		collecting.cancel();
		const late = collecting.takeFiles(files.slice(1));
		await Promise.all([running, late]);
		expect(collecting.lines).toMatchObject([
			{ source: { name: '0.txt' }, outcome: 'stopped' },
			{ source: { name: '1.txt' }, outcome: 'taken' }
		]);
		expect(collecting).toMatchObject({ phase: 'done', progress: null, trouble: null });
	});

	it('takes what comes while it finishes', async () => {
		const group = await ExampleClass.of();
		const { store } = group;
		const collecting = collectingOf(group);
		const second = await group.link(1);
		const late: Promise<void>[] = [];
		// Asked for at the end alone.
		const withoutResult = store.withoutResult.bind(store);
		store.withoutResult = async (id) => {
			if (!late.length) late.push(collecting.takeText(second, 'link'));
			return withoutResult(id);
		};
		await collecting.takeFiles([exampleFile('0.txt', await group.written(0))]);
		await Promise.all(late);
		expect(outcomes(collecting)).toEqual(['taken', 'taken']);
		expect(collecting).toMatchObject({ phase: 'done', progress: null, trouble: null });
		expect(await store.receivedIn(group.assignment.id)).toHaveLength(2);
	});

	it('says of each that it was not kept where the disk is full, and takes nothing by halves', async () => {
		const group = await ExampleClass.of();
		const texts = [0, 1].map(async (nth) =>
			group.text(await group.handIn(nth), await makeDeviceKeys())
		);
		const files = (await Promise.all(texts)).map((text, nth) => exampleFile(`${nth}.txt`, text));
		const collecting = collectingOf(group);
		const { heal } = failWith('full');
		await collecting.takeFiles([...files, exampleFile('note.txt', 'a note')]);
		heal();
		lookAtTransactions(() => {}).heal();
		expect(outcomes(collecting)).toEqual(['not-kept', 'not-kept', 'not-ours']);
		expect(collecting.trouble).toBe('full');
		expect(await group.store.receivedIn(group.assignment.id)).toEqual([]);
		await collecting.takeFiles(files);
		expect(collecting.trouble).toBeNull();
		expect(collecting.taken).toBe(2);
	});

	it('takes nothing where the questions cannot be fetched, or the store cannot be opened', async () => {
		const group = await ExampleClass.of();
		const file = exampleFile(
			'1.txt',
			await group.text(await group.handIn(0), await makeDeviceKeys())
		);
		const offline = collectingOf(
			group,
			exampleSource({
				questions: async () => {
					throw new TypeError('Failed to fetch');
				}
			})
		);
		await offline.takeFiles([file]);
		expect(offline).toMatchObject({ unmarkable: true, trouble: null, taken: 0 });
		expect(outcomes(offline)).toEqual(['unmarkable']);
		const openStore = async () => {
			throw new StoreError('blocked');
		};
		const blocked = collectingOf({ openStore });
		await blocked.takeFiles([file]);
		expect(blocked).toMatchObject({ trouble: 'blocked', taken: 0 });
	});
});

it('ends 200 mixed inputs in 200 right lines and the right rows', async () => {
	const group = await ExampleClass.of(40);
	const stranger = await makeTrainerKeys(exampleNow);
	const files: File[] = [];
	const expected: string[] = [];
	const add = (content: string, outcome: string) => {
		files.push(exampleFile(`${files.length}.txt`, content));
		expected.push(outcome);
	};
	for (let nth = 0; nth < 40; nth++) {
		const device = await makeDeviceKeys();
		const handIn = await group.handIn(nth);
		const text = await group.text(handIn, device);
		add(text, 'taken');
		add(text, 'duplicate');
		if (nth % 4 === 0) add(await group.text(handIn, device, trainerOf(stranger)), 'wrong-key');
		else if (nth % 4 === 1) add(text.slice(0, text.length / 2), 'cut');
		else if (nth % 4 === 2) add(text.replace(/.{20}\n$/, 'A'.repeat(20) + '\n'), 'changed');
		else add(await group.text({ ...handIn, course: 'another' }, device), 'other-course');
		if (nth % 3 === 0) add('', 'not-ours');
		else if (nth % 3 === 1) add('Dear Mona, I am done.', 'not-ours');
		else add('\x89PNG\0\xff\xfe', 'not-ours');
		if (nth % 2)
			add(await group.text({ ...handIn, assignment: 'unknown' }, device), 'unknown-assignment');
		else
			add(
				await group.text(
					{ ...handIn, learner: { ...handIn.learner, number: '', token: null, profile: 'other' } },
					device
				),
				'unconfirmed'
			);
	}
	expect(files).toHaveLength(200);
	const collecting = collectingOf(group);
	const seen: number[] = [];
	const stop = $effect.root(() => {
		$effect(() => {
			if (collecting.progress) seen.push(collecting.progress.done);
		});
	});
	await collecting.takeFiles(files);
	stop();
	expect(collecting.lines).toHaveLength(200);
	const wrong = collecting.lines.filter(
		({ id, outcome, source }) =>
			outcome !== expected[id] || (source as { name: string }).name !== `${id}.txt`
	);
	expect(wrong.map(({ id, outcome }) => [id, expected[id], outcome])).toEqual([]);
	expect(seen.length).toBeGreaterThan(3);
	const rows = await group.store.receivedIn(group.assignment.id);
	expect(rows.filter(({ standing }) => standing === 'confirmed')).toHaveLength(40);
	expect(rows.filter(({ standing }) => standing === 'unconfirmed')).toHaveLength(20);
	for (const { id } of group.members)
		expect(await group.store.result(group.assignment.id, id)).toMatchObject({ handIns: 1 });
	expect(collecting.offRoster).toMatchObject([{ learners: { length: 20 } }]);
});
