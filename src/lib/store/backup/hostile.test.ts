import fc from 'fast-check';
import { base64url } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { packed } from '#lib/base/packing';
import { both } from '#lib/quiz/examples';
import { exampleQuestion as exampleOfKind } from '#lib/progress/examples';
import type { Records } from '#lib/progress/record';
import { exampleContext, exampleSession } from '../examples';
import { MemoryStore } from '../memory/memory-store';
import type { BackupProblem } from './backup-error';
import { readBackup } from './read-backup';
import { writeBackup } from './write-backup';

const course = 'exosome-therapy';
const passphrase = 'open sesame';
const markup = '<img src=x onerror=alert(1)>';
let records: Records;
let plain: string;
let locked: string;

beforeAll(async () => {
	const store = new MemoryStore(exampleContext());
	await exampleSession(store);
	await store.nameProfile('Amal');
	records = await store.records();
	plain = await writeBackup({ course, at: 1, records, passphrase: null });
	locked = await writeBackup({ course, at: 1, records, passphrase });
});

type Json = Record<string, unknown>;
const content = (part: Json = {}): Json => ({
	format: 'durus-backup',
	version: 1,
	course,
	at: 1,
	database: 3,
	records,
	...part
});
const fileOf = async (text: string, line = `durus-backup 1 ${course} plain`) =>
	`${line}\n${base64url.encode(await packed(text))}\n`;
const fileWith = (part: Json) => fileOf(JSON.stringify(content(part)));
const fileOfRecords = (part: Json) => fileWith({ records: { ...records, ...part } });
/** The first row of a table, with some of its fields changed. */
const fileOfRow = (table: keyof Records, part: Json) =>
	fileOfRecords({ [table]: [{ ...records[table][0]!, ...part }] });
const fileOfDrawing = (svg: unknown) => {
	const place = { id: 'b', text: both('A tip'), place: both('At the end') };
	const question = {
		...exampleOfKind('labels'),
		...{ kind: 'label-diagram', figure: 'arrow', width: 400, height: 300 },
		...{ title: both('An arrow'), description: both('An arrow with its tip.') },
		spots: [{ ...place, at: { en: { x: 1, y: 2 }, ar: { x: 1, y: 2 } } }],
		labels: [place],
		svg: { en: svg, ar: svg }
	};
	const { hash } = question;
	return fileOfRecords({ questions: [{ key: `${hash.marking}.${hash.text}`, question }] });
};
const drawn = (inside: string, start = '') =>
	`<svg viewBox="0 0 400 300" class="figure" role="img" aria-label="A" lang="en" focusable="false"${start}>${inside}</svg>`;
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const withInside = (json: string) => JSON.stringify(content()).replace('"um"', json);

/** Every file is refused, with this problem. */
const hostile: readonly [string, BackupProblem, () => Promise<string> | string][] = [
	['an empty file', 'not-a-backup', () => ''],
	['another sort of file', 'not-a-backup', () => '%PDF-1.7\n%âãÏÓ'],
	['JSON of something else', 'not-a-backup', () => '{"a":1}'],
	['a list', 'not-a-backup', () => fileOf('[]')],
	['the first line alone', 'damaged', () => plain.split('\n')[0]!],
	['a file that was cut off', 'damaged', () => plain.slice(0, -40)],
	['a locked file that was cut off', 'damaged', () => locked.slice(0, -40)],
	['a locked file without its parts', 'damaged', () => locked.slice(0, 60)],
	['one character changed', 'damaged', () => `${plain.slice(0, 400)}AAAA${plain.slice(404)}`],
	['JSON that was cut off', 'damaged', () => JSON.stringify(content()).slice(0, -9)],
	[
		'bytes that are no text',
		'damaged',
		async () => `durus-backup 1 ${course} plain\n${base64url.encode(new Uint8Array(40))}`
	],
	['a later version of the file', 'newer', () => plain.replace('backup 1', 'backup 2')],
	['a later version inside', 'newer', () => fileWith({ version: 2 })],
	['a later database', 'newer', () => fileWith({ database: 99 })],
	['an event of a later version', 'newer', () => fileOfRow('events', { type: 'cheered' })],
	['another course', 'other-course', () => plain.replace(course, 'botany')],
	['another course inside', 'other-course', () => fileWith({ course: 'botany' })],
	['a version that is no number', 'not-a-backup', () => fileWith({ version: '1' })],
	['tables that are none', 'damaged', () => fileWith({ records: [] })],
	['no tables', 'damaged', () => fileWith({ records: null })],
	['a table that is an object', 'damaged', () => fileOfRecords({ events: { length: 1 } })],
	['rows that are none', 'damaged', () => fileOfRecords({ attempts: [null] })],
	['rows that are lists', 'damaged', () => fileOfRecords({ attempts: [[]] })],
	['an id that is a number', 'damaged', () => fileOfRow('responses', { id: 7 })],
	['an id that is an object', 'damaged', () => fileOfRow('attempts', { id: {} })],
	['an id with markup', 'damaged', () => fileOfRow('attempts', { lesson: markup })],
	['an id that is too long', 'damaged', () => fileOfRow('attempts', { id: 'a'.repeat(201) })],
	['a paper that is text', 'damaged', () => fileOfRow('attempts', { paper: markup })],
	[
		'a paper without end',
		'damaged',
		() => fileOfRow('attempts', { paper: Array(501).fill(records.attempts[0]!.paper[0]) })
	],
	['rules that are a list', 'damaged', () => fileOfRow('attempts', { rules: [] })],
	['an unknown mode', 'damaged', () => fileOfRow('attempts', { mode: 'exam' })],
	[
		'a pass mark above all',
		'damaged',
		() => fileOfRow('attempts', { rules: { ...records.attempts[0]!.rules, passMark: 7 } })
	],
	['a sequence near 2^53', 'damaged', () => fileOfRow('drafts', { sequence: 2 ** 53 - 2 })],
	['a sequence that was not seen', 'damaged', () => fileOfRow('responses', { seen: 2 ** 52 })],
	['a sequence below 0', 'damaged', () => fileOfRow('events', { sequence: -1 })],
	['half a sequence', 'damaged', () => fileOfRow('profiles', { sequence: 1.5 })],
	['a sequence in words', 'damaged', () => fileOfRow('preferences', { sequence: '1' })],
	['a day that no calendar has', 'damaged', () => fileOfRow('submissions', { at: 1e300 })],
	['points below 0', 'damaged', () => fileOfRow('submissions', { earned: -1 })],
	[
		'an assignment that is none',
		'damaged',
		() => fileOfRecords({ assignments: [{ id: 'a', profile: 'b', revision: 1, signed: {} }] })
	],
	[
		'a hand-in of another way',
		'damaged',
		() => fileOfRecords({ handIns: [{ ...records.profiles[0], attempts: [], by: 'smoke' }] })
	],
	['a name that is a list', 'damaged', () => fileOfRow('profiles', { name: ['Amal'] })],
	['a name without end', 'damaged', () => fileOfRow('profiles', { name: 'a'.repeat(1001) })],
	[
		'a tombstone of everything',
		'damaged',
		() =>
			fileOfRecords({
				tombstones: [{ ...records.profiles[0], profile: 'a', erased: { what: 'all' } }]
			})
	],
	['a string of 100 MB', 'too-large', () => fileOf(`{"a":"${'a'.repeat(100 * 1024 * 1024)}"}`)],
	['a string that is too long', 'too-large', () => fileOf(withInside(`"${'a'.repeat(300_000)}"`))],
	['a file of 50 MB', 'too-large', () => 'a'.repeat(50 * 1024 * 1024)],
	['deep nesting', 'damaged', () => fileOf(withInside(nested(60)))],
	['nesting without end', 'damaged', () => fileOf(withInside(nested(1_000_000)))],
	['a key that is a prototype', 'damaged', () => fileOf(withInside('{"__proto__":{"a":1}}'))],
	['a constructor', 'damaged', () => fileOf(withInside('{"constructor":{"prototype":{}}}'))],
	['a question under another key', 'damaged', () => fileOfRow('questions', { key: 'm-a.t-a' })],
	[
		'a question that its kind cannot show',
		'damaged',
		() => fileOfRow('questions', { question: { ...records.questions[0]!.question, options: 5 } })
	],
	[
		'a question of an unknown kind',
		'newer',
		() => fileOfRow('questions', { question: { ...records.questions[0]!.question, kind: 'essay' } })
	],
	[
		'a prompt that is no text',
		'damaged',
		() =>
			fileOfRow('questions', { question: { ...records.questions[0]!.question, prompt: { en: 5 } } })
	],
	['a drawing with a script', 'damaged', () => fileOfDrawing(drawn('<script>alert(1)</script>'))],
	[
		'a drawing that does something',
		'damaged',
		() => fileOfDrawing(drawn('', ' onload="alert(1)"'))
	],
	['a drawing with a link', 'damaged', () => fileOfDrawing(drawn('<a href="javascript:a()"/>'))],
	['a drawing with a page in it', 'damaged', () => fileOfDrawing(drawn('<foreignObject/>'))],
	['a drawing with a style', 'damaged', () => fileOfDrawing(drawn('<rect style="fill:red"/>'))],
	[
		'a drawing from elsewhere',
		'damaged',
		() => fileOfDrawing(drawn('<rect fill="url(//a.example/b)"/>'))
	],
	['a drawing that is none', 'damaged', () => fileOfDrawing(markup)],
	['a drawing that is a number', 'damaged', () => fileOfDrawing(7)]
];

describe('a hostile file', () => {
	it.each(hostile)('is refused: %s (%s)', async (_, problem, make) => {
		const file = await make();
		await expect(readBackup(file, { course, passphrase })).rejects.toMatchObject({
			name: 'BackupError',
			problem
		});
		expect(({} as Json).a).toBeUndefined();
	});

	it('asks for the passphrase, and refuses a wrong one', async () => {
		const reading = (passphrase: string | null) => readBackup(locked, { course, passphrase });
		await expect(reading(null)).rejects.toMatchObject({ problem: 'passphrase-needed' });
		await expect(reading('open barley')).rejects.toMatchObject({ problem: 'wrong-passphrase' });
		expect((await reading(passphrase)).records).toEqual(records);
	});

	it('cannot have the device work for hours on its passphrase', async () => {
		const [line, jwe] = locked.split('\n') as [string, string];
		const [head, ...rest] = jwe.split('.');
		const header = JSON.parse(new TextDecoder().decode(base64url.decode(head!))) as Json;
		expect(header).toMatchObject({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: 600_000 });
		const dear = base64url.encode(JSON.stringify({ ...header, p2c: 600_000_000 }));
		const file = `${line}\n${[dear, ...rest].join('.')}`;
		await expect(readBackup(file, { course, passphrase })).rejects.toMatchObject({
			problem: 'damaged'
		});
	});

	it('stops inflating at the limit', async () => {
		const file = await fileOf(JSON.stringify(content()) + ' '.repeat(5000));
		const reading = { course, passphrase: null };
		await expect(readBackup(file, { ...reading, most: 5000 })).rejects.toMatchObject({
			problem: 'too-large'
		});
		expect((await readBackup(file, { ...reading, most: 50_000 })).records).toEqual(records);
	});

	it('whatever stands in it, is read or refused with a problem', async () => {
		await fc.assert(
			fc.asyncProperty(fc.json(), fc.constantFrom(...Object.keys(records)), async (json, table) => {
				const text = JSON.stringify(content());
				const rows = JSON.stringify(records[table as keyof Records]);
				const file = await fileOf(text.replace(`"${table}":${rows}`, `"${table}":[${json}]`));
				const read = await readBackup(file, { course, passphrase: null }).catch(
					(error: Error) => error
				);
				if (read instanceof Error) expect(read.name).toBe('BackupError');
			}),
			{ numRuns: 60 }
		);
	});
});

describe('a harmless file', () => {
	it('may hold markup where people write, which is shown as text', async () => {
		const file = await fileOfRow('profiles', { name: markup });
		const read = await readBackup(file, { course, passphrase: null });
		expect(read.records.profiles[0]!.name).toBe(markup);
	});

	it('may hold a drawing as the compiler writes it', async () => {
		const file = await fileOfDrawing(
			drawn(
				'<defs><marker id="a-tip"/></defs><g transform="translate(400,0) scale(-1,1)"><path d="M0 0" fill="var(--figure-rna-soft)" stroke="none" marker-end="url(#a-tip)"/></g><text data-label="b" x="1" y="2" font-size="15" text-anchor="end" fill="var(--figure-ink)" direction="rtl"><tspan x="1" dy="0">RNA &amp; more</tspan></text>'
			)
		);
		expect((await readBackup(file, { course, passphrase: null })).records.questions).toHaveLength(
			1
		);
	});

	it('loses fields that nobody knows', async () => {
		const file = await fileOfRow('profiles', { admin: true });
		expect((await readBackup(file, { course, passphrase: null })).records.profiles).toEqual([
			records.profiles[0]
		]);
	});
});
