import { beforeAll, describe, expect, it } from 'vitest';
import { exampleAssignment, exampleKeys, exampleNow, trainerOf } from '../examples';
import { exampleHandIn } from '../examples-of-hand-ins';
import { fileText } from './carried';
import { openHandIn, writeHandIn } from './hand-in-file';
import { isLongEnough, locked, unlocked } from '../keys/passphrase';
import { writtenKeys } from '../keys/written-keys';
import { readAssignment, writeAssignment } from './link';
import { packHandIn } from './pack-hand-in';
import type { InputProblem } from '../problem';
import {
	joined,
	readTrainerFile,
	trainerFileBytes,
	trainerFileIn,
	writeTrainerFile,
	type TrainerFile
} from './trainer-file';
import { withoutBytes, type TrainerRecords } from '../trainer-records';

const course = 'exosome-therapy';
const passphrase = 'سبع بقرات سمان';
const id = '019b7d2c-5f00-7abc-8def-0123456789ab';
const digest = 'q'.repeat(43);
let keys: Awaited<ReturnType<typeof exampleKeys>>;
let records: TrainerRecords;
let text: string;
let file: TrainerFile;

beforeAll(async () => {
	keys = await exampleKeys();
	const member = {
		id,
		number: 'E-1042',
		name: 'Amal Khoury',
		department: 'Sales',
		jobTitle: '',
		token: 'q83vEjRWeJq83vEjRWeJqw',
		left: null,
		device: digest,
		profile: 'profile'
	};
	const draft = exampleAssignment(keys.trainer, { revision: 2, lessons: [] });
	records = {
		assignments: [
			{
				id,
				revisions: [exampleAssignment(keys.trainer), draft],
				sent: exampleNow,
				roster: [
					member,
					{ ...member, id: 'b', device: null, profile: null, left: 5, joined: ['c'] }
				],
				edition: 3,
				at: exampleNow
			}
		],
		handIns: [
			{
				id: digest,
				assignment: id,
				learner: `-${digest.slice(1)}.profile`,
				signerId: digest,
				profile: 'profile',
				name: 'Amal',
				number: '',
				standing: 'unconfirmed',
				at: exampleNow,
				received: exampleNow + 1,
				packed: await packHandIn(exampleHandIn(12))
			},
			{
				...{ id: 'r'.repeat(43), assignment: id, learner: id, signerId: digest, profile: 'p' },
				...{ name: '', number: '', standing: 'confirmed', at: 1, received: 2 },
				packed: Uint8Array.from({ length: 250_000 }, (_, index) => index % 251)
			}
		],
		tombstones: [
			{ id: 'a', at: 1, erased: { what: 'assignment', assignment: 'x' } },
			{
				id: 'b',
				at: 2,
				erased: {
					...{ what: 'learner', assignment: null, learner: 'y' },
					...{ names: ['y', 'z'], handIns: ['d'.repeat(43)] }
				}
			}
		]
	};
	file = { at: exampleNow, name: 'Mona', keys: [keys.trainer, keys.coTrainer], records };
	text = await writeTrainerFile({ ...file, course, passphrase });
});

describe("a trainer's file", () => {
	it('gives back records and keys, which sign and open as before and cannot leave but in a copy', async () => {
		const back = await readTrainerFile(text, { course, passphrase });
		expect({ ...back, keys: [] }).toEqual({ ...file, keys: [] });
		expect(back.keys.map(({ id }) => id)).toEqual([keys.trainer.id, keys.coTrainer.id]);
		const [first] = back.keys;
		expect(first!.signing.private.extractable).toBe(false);
		expect(first!.encryption.private.extractable).toBe(false);
		expect(await writtenKeys(first!)).toEqual(await writtenKeys(keys.trainer));
		const again = await writeAssignment(exampleAssignment(keys.trainer), null, first!);
		const received = await readAssignment(again, { course, now: exampleNow });
		expect(received.assignment.trainer).toEqual(trainerOf(keys.trainer));
		const handIn = exampleHandIn();
		const sent = await writeHandIn(handIn, keys.device, [trainerOf(keys.trainer)]);
		expect((await openHandIn(sent.text, [first!], { course })).handIn).toEqual(handIn);
	});

	it('may hold the keys alone', async () => {
		const alone = await writeTrainerFile({ ...file, records: null, course, passphrase });
		expect((await readTrainerFile(alone, { course, passphrase })).records).toBeNull();
	});

	it('shows nothing to who has no passphrase', async () => {
		expect(text.split('\n')[0]).toMatch(/^durus-trainer 1 exosome-therapy \d+$/);
		expect(text).not.toContain('Mona');
		const reading = (passphrase: string | null) => readTrainerFile(text, { course, passphrase });
		await expect(reading(null)).rejects.toMatchObject({ problem: 'passphrase-needed' });
		await expect(reading('')).rejects.toMatchObject({ problem: 'passphrase-needed' });
		await expect(reading('open barley')).rejects.toMatchObject({ problem: 'wrong-passphrase' });
	});

	it('has a passphrase of at least 8 characters', async () => {
		expect(['1234567', '👍👍👍👍👍👍👍', '12345678', 'سبع بقرا'].map(isLongEnough)).toEqual([
			false,
			false,
			true,
			true
		]);
		await expect(
			writeTrainerFile({ ...file, course, passphrase: '1234567' })
		).rejects.toMatchObject({ problem: 'passphrase-needed' });
	});

	it('is not written where it could not be read again', async () => {
		const handIns = [{ ...records.handIns[0]!, id: 'short' }];
		await expect(
			writeTrainerFile({ ...file, records: { ...records, handIns }, course, passphrase })
		).rejects.toMatchObject({ problem: 'damaged' });
	});
});

describe('a file that is not what it should be', () => {
	const cases: readonly [string, InputProblem, () => string | Promise<string>][] = [
		['something else', 'not-ours', () => 'hello'],
		['cut', 'cut', () => text.slice(0, -50)],
		['of another course', 'other-course', () => text.replace(course, 'botany')],
		['of a later version', 'newer', () => text.replace('trainer 1', 'trainer 2')],
		['not encrypted', 'damaged', () => fileText('trainer', 'AAAA', course)],
		[
			'no gzip inside',
			'damaged',
			async () => fileText('trainer', await locked(new Uint8Array(9), passphrase), course)
		]
	];
	it.each(cases)('is refused: %s (%s)', async (_, problem, make) => {
		const reading = readTrainerFile(await make(), { course, passphrase });
		await expect(reading).rejects.toMatchObject({ name: 'InputError', problem });
	});

	type Json = Record<string, unknown>;
	const contentWith = async (part: Json, more: readonly Uint8Array[] = []) => {
		const keys = await Promise.all(file.keys.map(writtenKeys));
		const { json, bytes } = withoutBytes(records);
		const content = { course, at: 1, name: '', keys, records: json };
		return joined(JSON.stringify({ ...content, ...part }), [...bytes, ...more]);
	};
	const recordsWith = (part: Json) =>
		contentWith({ records: { ...withoutBytes(records).json, ...part } });
	const handInsWith = (part: Json) => {
		const [first, ...rest] = withoutBytes(records).json.handIns;
		return recordsWith({ handIns: [{ ...first, ...part }, ...rest] });
	};
	const assignmentWith = (part: Json) =>
		recordsWith({ assignments: [{ ...records.assignments[0], ...part }] });

	it.each<[string, () => Promise<Uint8Array>]>([
		['no keys', () => contentWith({ keys: [] })],
		['half a key', () => contentWith({ keys: [{ made: 1, signing: {} }] })],
		['no records at all', () => contentWith({ records: undefined })],
		['an assignment without revisions', () => assignmentWith({ revisions: [] })],
		['a member without a token', () => assignmentWith({ roster: [{ id: 'a' }] })],
		['a hand-in without a digest', () => handInsWith({ id: 'a' })],
		['a hand-in of another size', () => handInsWith({ packed: 7 })],
		['a hand-in of a size below nothing', () => handInsWith({ packed: -7 })],
		['a hand-in in words', () => handInsWith({ packed: 'AAAA' })],
		['more behind it', () => contentWith({}, [new Uint8Array(1)])],
		['less behind it', async () => (await contentWith({})).slice(0, -1)],
		['an end before its beginning', async () => (await contentWith({})).fill(255, 0, 4)],
		['nothing', async () => new Uint8Array()],
		[
			'a tombstone of everything',
			() => recordsWith({ tombstones: [{ id: 'a', at: 1, erased: { what: 'all' } }] })
		]
	])('is refused inside: %s', async (_, make) => {
		await expect(trainerFileIn(await contentWith({}), course)).resolves.toMatchObject({ at: 1 });
		await expect(trainerFileIn(await make(), course)).rejects.toMatchObject({ problem: 'damaged' });
	});

	it('is refused inside: another course', async () => {
		const bytes = await trainerFileBytes({ ...file, course: 'botany' });
		await expect(trainerFileIn(bytes, course)).rejects.toMatchObject({ problem: 'other-course' });
	});

	it('cannot have the device work for hours on its passphrase', async () => {
		const [head, ...rest] = (await locked(new Uint8Array(9), passphrase)).split('.');
		const dear = JSON.parse(atob(head!)) as Json;
		const jwe = [btoa(JSON.stringify({ ...dear, p2c: 600_000_000 })).replace(/=+$/, ''), ...rest];
		await expect(unlocked(jwe.join('.'), passphrase)).rejects.toMatchObject({ problem: 'damaged' });
	});
});
