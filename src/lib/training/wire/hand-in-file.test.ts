import { beforeAll, describe, expect, it } from 'vitest';
import { packed } from '#lib/base/packing';
import { exampleKeys, trainerOf } from '../examples';
import { exampleHandIn } from '../examples-of-hand-ins';
import type { HandedRecords, HandIn } from '../hand-in';
import { handInFragment, longestHandInLink, openHandIn, writeHandIn } from './hand-in-file';
import { fileText } from './carried';
import { sealed } from '../keys/sealing';
import { bytesOf } from '../keys/signed-bytes';
import { signed, type Purpose } from '../keys/signing';
import { thumbprintOf } from '../keys/thumbprint';
import { packHandIn, unpackHandIn } from './pack-hand-in';
import type { InputProblem } from '../problem';

const course = 'exosome-therapy';
const markup = '<img src=x onerror=alert(1)>';
const handIn = exampleHandIn();
const { records } = handIn;
let keys: Awaited<ReturnType<typeof exampleKeys>>;
let text: string;
const open = (text: string, by = [keys.trainer]) => openHandIn(text, by, { course });
const trainers = (count: number) =>
	[keys.trainer, keys.coTrainer, keys.stranger].slice(0, count).map((one) => trainerOf(one));

beforeAll(async () => {
	keys = await exampleKeys();
	({ text } = await writeHandIn(handIn, keys.device, trainers(2)));
});

describe('a hand-in', () => {
	it('comes back from a file, a link and a message as it was', async () => {
		const { digest } = await writeHandIn(handIn, keys.device, trainers(2));
		const wrapped = text.replace(/(.{70})/g, '$1\r\n');
		const link = `https://example.org/en/trainer/collect/${handInFragment(text)}`;
		for (const input of [text, wrapped, link, `Here it is: <${link}>.`])
			expect(await open(input)).toEqual({
				handIn,
				digest,
				signer: keys.device.public,
				signerId: await thumbprintOf(keys.device.public)
			});
	});

	it('says in its first line what it is, and nothing of whose', () => {
		expect(text.split('\n')[0]).toMatch(/^durus-hand-in 1 exosome-therapy \d+$/);
		expect(text).not.toContain('Amal');
		expect(text).toMatch(/^[\w. \n-]+$/);
	});

	it('is opened by the co-trainer too, with any of several keys, and by nobody else', async () => {
		expect((await open(text, [keys.stranger, keys.coTrainer])).handIn).toEqual(handIn);
		await expect(open(text, [keys.stranger])).rejects.toMatchObject({ problem: 'wrong-key' });
		await expect(open(text, [])).rejects.toMatchObject({ problem: 'wrong-key' });
	});

	it('has one digest for one content, and another for another', async () => {
		const digestOf = async (one: HandIn) =>
			(await writeHandIn(one, keys.device, trainers(1))).digest;
		expect(await digestOf(handIn)).toMatch(/^[\w-]{43}$/);
		expect(await digestOf(handIn)).toBe(await digestOf({ ...handIn }));
		expect(await digestOf({ ...handIn, at: handIn.at + 1 })).not.toBe(await digestOf(handIn));
	});

	it('of one lesson fits a link, and of twelve a file', async () => {
		const three = await writeHandIn(handIn, keys.device, trainers(3));
		expect(handInFragment(three.text).length).toBeLessThan(longestHandInLink);
		const twelve = await writeHandIn(exampleHandIn(12), keys.device, trainers(3));
		expect(twelve.text.length).toBeLessThan(40_000);
		expect((await open(twelve.text)).handIn.records.attempts).toHaveLength(12);
	});

	it('packs for the store and comes back', async () => {
		expect(await unpackHandIn(await packHandIn(handIn))).toEqual(handIn);
		const bytes = await packHandIn(handIn);
		for (const bad of [
			bytes.slice(0, -20),
			new Uint8Array(40),
			new Uint8Array(),
			await packed('[]')
		])
			await expect(unpackHandIn(bad)).rejects.toMatchObject({ problem: 'damaged' });
	});

	it('is not written where no trainer could take it', async () => {
		const events = [{ ...records.events[0]!, attempt: 'another' }] as never;
		const alien = { ...handIn, records: { ...records, events } };
		await expect(writeHandIn(alien, keys.device, trainers(1))).rejects.toMatchObject({
			problem: 'damaged'
		});
	});
});

/** A file of whatever content, signed and encrypted as it should be. */
async function fileWith(content: string | object, purpose: Purpose = 'hand-in', by = keys.device) {
	const json = typeof content === 'string' ? content : JSON.stringify(content);
	const jws = await signed(await packed(json), purpose, by);
	const body = await sealed(bytesOf(jws), [keys.trainer.encryption.public]);
	return fileText('hand-in', body, course);
}
const fileOf = (part: object) => fileWith({ ...handIn, ...part });
const fileOfRecords = (part: object) => fileOf({ records: { ...records, ...part } });
const fileOfRow = (table: keyof HandedRecords, part: object) =>
	fileOfRecords({ [table]: [{ ...records[table][0]!, ...part }, ...records[table].slice(1)] });
const fileOfLearner = (part: object) => fileOf({ learner: { ...handIn.learner, ...part } });
const altered = (text: string, at: number) =>
	`${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;

/** Every file is refused, with this problem. */
const hostile: readonly [string, InputProblem, () => Promise<string> | string][] = [
	['an empty file', 'not-ours', () => ''],
	['another sort of file', 'not-ours', () => '%PDF-1.7\n%âãÏÓ'],
	['a backup', 'not-ours', () => `durus-backup 1 ${course} plain\nAAAA`],
	['a file that was cut off', 'cut', () => text.slice(0, -100)],
	['its first line alone', 'cut', () => text.split('\n')[0]!],
	['one character changed', 'changed', () => altered(text, 2000)],
	['of a later version', 'newer', () => text.replace('hand-in 1', 'hand-in 2')],
	['of another course by its first line', 'other-course', () => text.replace(course, 'botany')],
	['of another course inside', 'other-course', () => fileOf({ course: 'botany' })],
	['larger than any', 'too-large', () => fileText('hand-in', 'A'.repeat(12_000_001), course)],
	[
		'no signature inside',
		'damaged',
		async () => {
			const body = await sealed(await packHandIn(handIn), [keys.trainer.encryption.public]);
			return fileText('hand-in', body, course);
		}
	],
	['an assignment inside', 'changed', () => fileWith(handIn, 'assignment')],
	[
		'a little that inflates without end',
		'too-large',
		() => fileWith(`${JSON.stringify(handIn)}${' '.repeat(33 * 1024 * 1024)}`)
	],
	['no JSON', 'damaged', () => fileWith('Hello')],
	['a list', 'damaged', () => fileWith('[]')],
	['nothing', 'damaged', () => fileWith('null')],
	[
		'nested without end',
		'damaged',
		() =>
			fileWith(
				JSON.stringify(handIn).replace(
					'"chosen":"',
					`"chosen":${'['.repeat(60)}${']'.repeat(60)},"a":"`
				)
			)
	],
	[
		'a prototype',
		'damaged',
		() => fileWith(JSON.stringify(handIn).replace('"chosen":', '"__proto__":{"a":1},"chosen":'))
	],
	[
		'a string without end',
		'too-large',
		() => fileOfRow('responses', { response: 'a'.repeat(200_001) })
	],
	['no records', 'damaged', () => fileOf({ records: null })],
	['a table that is an object', 'damaged', () => fileOfRecords({ events: { length: 1 } })],
	['rows that are none', 'damaged', () => fileOfRecords({ responses: [null] })],
	['an event of a later version', 'newer', () => fileOfRow('events', { type: 'cheered' })],
	[
		'an event of no attempt',
		'damaged',
		() => fileOfRow('events', { type: 'section-read', lesson: 'a', section: 'b' })
	],
	[
		'an event of every attempt',
		'damaged',
		() =>
			fileOfRow('events', {
				type: 'active',
				lesson: '',
				attempt: null,
				milliseconds: 1,
				elapsed: null
			})
	],
	['an answer of another attempt', 'damaged', () => fileOfRow('responses', { attempt: 'another' })],
	['a draft of another attempt', 'damaged', () => fileOfRow('drafts', { attempt: 'another' })],
	['an end of another attempt', 'damaged', () => fileOfRow('submissions', { attempt: 'another' })],
	[
		'one attempt twice',
		'damaged',
		() => fileOfRecords({ attempts: [records.attempts[0], records.attempts[0]] })
	],
	[
		'one answer twice',
		'damaged',
		() => fileOfRecords({ responses: [records.responses[0], records.responses[0]] })
	],
	[
		'2,001 attempts',
		'damaged',
		() =>
			fileOfRecords({
				attempts: Array.from({ length: 2001 }, (_, index) => ({
					...records.attempts[0],
					id: `a${index}`,
					paper: []
				}))
			})
	],
	['an id that is an object', 'damaged', () => fileOfRow('attempts', { id: {} })],
	['a lesson with markup', 'damaged', () => fileOfRow('attempts', { lesson: markup })],
	['a mode that is none', 'damaged', () => fileOfRow('attempts', { mode: 'exam' })],
	['a sequence beyond any', 'damaged', () => fileOfRow('responses', { sequence: 2 ** 53 })],
	['a time that is a word', 'damaged', () => fileOfRow('submissions', { at: 'now' })],
	['a mark that is below nothing', 'damaged', () => fileOfRow('responses', { earned: -1 })],
	[
		'a mark without end',
		'damaged',
		() =>
			fileWith(
				JSON.stringify({
					...handIn,
					records: { ...records, submissions: [{ ...records.submissions[0]!, earned: 77 }] }
				}).replace('"earned":77', '"earned":1e999')
			)
	],
	[
		'an answer without end',
		'damaged',
		() => fileWith(JSON.stringify(handIn).replace(/"chosen":"[a-z]+"/, '"chosen":1e999'))
	],
	['a language that is none', 'damaged', () => fileOfRow('responses', { locale: 'fr' })],
	['a name without end', 'damaged', () => fileOfLearner({ name: 'a'.repeat(121) })],
	['a number that is a number', 'damaged', () => fileOfLearner({ number: 7 })],
	['a token with a path', 'damaged', () => fileOfLearner({ token: '../../../a' })],
	['a profile that is a prototype', 'damaged', () => fileOfLearner({ profile: '__proto__' })],
	['revision 0', 'damaged', () => fileOf({ revision: 0 })],
	['made on no day', 'damaged', () => fileOf({ at: 9e15 })],
	['made after the year 9999', 'damaged', () => fileOf({ at: 8.64e15 })],
	['an attempt before 1970', 'damaged', () => fileOfRow('attempts', { at: -1 })],
	['an end after the year 9999', 'damaged', () => fileOfRow('submissions', { at: 8.64e15 })],
	[
		'due after the year 9999',
		'damaged',
		() =>
			fileOfRow('attempts', {
				terms: [{ assignment: 'a', revision: 1, passMark: 0.8, due: 8.64e15 }]
			})
	]
];

describe('a hostile hand-in', () => {
	it.each(hostile)('is refused: %s (%s)', async (_, problem, make) => {
		const file = await make();
		await expect(open(file)).rejects.toMatchObject({ name: 'InputError', problem });
		expect(({} as Record<string, unknown>).a).toBeUndefined();
	});

	it('whose part for one trainer was changed is still opened by the other', async () => {
		const file = altered(text, text.length - 6);
		await expect(open(file, [keys.coTrainer])).rejects.toMatchObject({ problem: 'changed' });
		expect((await open(file)).handIn).toEqual(handIn);
	});

	it('may hold markup in a name, which is shown as text, and loses what nobody knows', async () => {
		const file = await fileOf({
			learner: { ...handIn.learner, name: `${markup}\u202E` },
			admin: true
		});
		const back = (await open(file)).handIn;
		expect(back).toEqual({ ...handIn, learner: { ...handIn.learner, name: markup } });
	});
});
