import { beforeAll, describe, expect, it } from 'vitest';
import { packed } from '#lib/base/packing';
import { expiryOf, type Assignment } from '../assignment';
import {
	exampleAddressee,
	exampleAssignment,
	exampleKeys,
	exampleNow,
	trainerOf
} from '../examples';
import { toBase64url } from '../keys/base64url';
import type { TrainerKeys } from '../keys/key-pair';
import { signed as signedBy } from '../keys/signing';
import { fileOf, fragmentOf, readAssignment, writeAssignment } from './link';
import type { InputProblem } from '../problem';
import { writeReceipt } from './receipt';
import { shortForm } from './short-form';

const course = 'exosome-therapy';
const read = (text: string, now = exampleNow) => readAssignment(text, { course, now });
const markup = '<img src=x onerror=alert(1)>';
let keys: Awaited<ReturnType<typeof exampleKeys>>;
let trainer: TrainerKeys;
let signed: string;
let link: string;

beforeAll(async () => {
	keys = await exampleKeys();
	trainer = keys.trainer;
	signed = await writeAssignment(exampleAssignment(trainer), null, trainer);
	link = `https://example.org/durus/en/assignment/${fragmentOf(signed)}`;
});

/** A link to whatever stands there, signed as it should be. */
const linkTo = async (content: unknown, by = trainer) =>
	fragmentOf(
		await signedBy(
			await packed(typeof content === 'string' ? content : JSON.stringify(content), 'deflate-raw'),
			'assignment',
			by.signing
		)
	);
const linkWith = (part: object, addressee: unknown = null) =>
	linkTo(shortForm({ ...exampleAssignment(trainer), ...part }, addressee as null));
const withRules = (part: object) =>
	linkWith({ rules: { ...exampleAssignment(trainer).rules, ...part } });

describe('an assignment', () => {
	it('comes back from a link, a file and its signed text as it was', async () => {
		const received = { assignment: exampleAssignment(trainer), addressee: null, signed };
		for (const text of [link, fragmentOf(signed), fileOf(signed), signed])
			expect(await read(text)).toEqual(received);
	});

	it('comes back with everything in it', async () => {
		const assignment = exampleAssignment(trainer, {
			revision: 7,
			withdrawn: true,
			message: '',
			group: '',
			opens: exampleNow - 1,
			rules: {
				mode: 'practice',
				passMark: 0,
				attempts: null,
				counts: 'mean',
				timeLimit: null,
				extraTime: false,
				confidence: false,
				answers: 'after-attempt'
			},
			coTrainers: [trainerOf(keys.coTrainer, 'بدر'), trainerOf(keys.stranger, '')]
		});
		const personal = await writeAssignment(assignment, exampleAddressee, trainer);
		expect(await read(fragmentOf(personal))).toEqual({
			assignment,
			addressee: exampleAddressee,
			signed: personal
		});
	});

	it('of 200 lessons with a long message is still read', async () => {
		const lessons = Array.from(
			{ length: 200 },
			(_, index) => `lesson-${index}-${'abcdef'.repeat(14)}`
		);
		const message = 'و'.repeat(2000);
		const long = await writeAssignment(
			exampleAssignment(trainer, { lessons, message }),
			null,
			trainer
		);
		expect((await read(fragmentOf(long))).assignment).toMatchObject({ lessons, message });
	});

	it('fits a link and a QR code', async () => {
		expect(fragmentOf(signed).length).toBeLessThan(850);
		const personal = await writeAssignment(exampleAssignment(trainer), exampleAddressee, trainer);
		expect(fragmentOf(personal).length).toBeLessThan(900);
	});

	it('has no name or number of a learner in a group link', async () => {
		const again = await read(link);
		expect(again.addressee).toBeNull();
		expect(JSON.stringify(again.assignment)).not.toContain(exampleAddressee.name);
	});

	it('is not written where no device would take it, nor in the name of somebody else', async () => {
		const writing = (part: Partial<Assignment>, by = trainer) =>
			writeAssignment(exampleAssignment(trainer, part), null, by);
		await expect(writing({ lessons: [] })).rejects.toMatchObject({ problem: 'damaged' });
		await expect(writing({ title: 'a'.repeat(201) })).rejects.toMatchObject({ problem: 'damaged' });
		await expect(writing({}, keys.stranger)).rejects.toMatchObject({ problem: 'wrong-key' });
	});

	it('expires long after it was due', async () => {
		const end = expiryOf(exampleAssignment(trainer));
		expect((await read(link, end - 1)).assignment.title).toBe('Module 1: Foundations');
		await expect(read(link, end)).rejects.toMatchObject({ problem: 'expired' });
	});

	it('may hold markup where people write, which is shown as text', async () => {
		const { assignment } = await read(await linkWith({ title: markup, message: markup }));
		expect(assignment).toMatchObject({ title: markup, message: markup });
	});

	it('loses what cannot be seen in its texts, and fields that nobody knows', async () => {
		const title = 'A\u202Eb\u0000 \ud800c\n\u2069';
		const received = await read(await linkWith({ title, message: 'One.\r\n\u2066Two.\u0007' }));
		expect(received.assignment.title).toBe('Ab c');
		expect(received.assignment.message).toBe('One.\nTwo.');
		const more = shortForm(exampleAssignment(trainer), null) as unknown[][];
		more[0]!.push('more');
		expect((await read(await linkTo([...more, 'more']))).assignment).toEqual(
			exampleAssignment(trainer)
		);
	});
});

const altered = (text: string, at: number) =>
	`${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;

describe('a link on the way', () => {
	it('is cut, where a part is missing', async () => {
		for (const length of [60, 200, 400, link.length - 1])
			await expect(read(link.slice(0, length))).rejects.toMatchObject({ problem: 'cut' });
		const missing = `${link.slice(0, 200)}${link.slice(260)}`;
		await expect(read(missing)).rejects.toMatchObject({ problem: 'cut' });
		const words = `${link.slice(0, 400)}\n${'and then more words follow '.repeat(40)}`;
		await expect(read(words)).rejects.toMatchObject({ problem: 'cut' });
	});

	it('is changed, where a character is another', async () => {
		const start = link.indexOf('#a=') + 8;
		for (let at = start; at < link.length; at += 7)
			await expect(read(altered(link, at))).rejects.toMatchObject({ problem: 'changed' });
		// Its last character holds bits that are none.
		await expect(read(altered(link, link.length - 1))).rejects.toMatchObject({
			problem: 'changed'
		});
	});
});

/** Every link is refused, with this problem. */
const hostile: readonly [string, InputProblem, () => Promise<string> | string][] = [
	['nothing', 'not-ours', () => ''],
	['an address of something else', 'not-ours', () => 'https://example.org/#about'],
	['of a later version', 'newer', () => link.replace('#a=1.', '#a=2.')],
	['of another course', 'other-course', () => linkWith({ course: 'botany' })],
	[
		'without a signature',
		'unsigned',
		() => fragmentOf(`${signed.slice(0, signed.lastIndexOf('.'))}.`)
	],
	[
		'with alg none',
		'unsigned',
		() =>
			fragmentOf(
				`${toBase64url(new TextEncoder().encode('{"alg":"none","typ":"durus-assignment-1"}'))}.${signed.split('.')[1]}.`
			)
	],
	[
		'a receipt',
		'changed',
		async () =>
			fragmentOf(
				await writeReceipt({ course, assignment: 'a', at: 1, received: ['AAAAAAAAAAA'] }, trainer)
			)
	],
	[
		'signed by another than its trainer',
		'changed',
		() => linkTo(shortForm(exampleAssignment(trainer), null), keys.stranger)
	],
	['longer than any', 'too-large', () => fragmentOf('A'.repeat(70_000))],
	[
		'a little that inflates without end',
		'too-large',
		() =>
			linkTo(
				`${JSON.stringify(shortForm(exampleAssignment(trainer), null))}${' '.repeat(30_000_000)}`
			)
	],
	['no JSON', 'changed', () => linkTo('Hello')],
	['an object', 'changed', () => linkTo(exampleAssignment(trainer))],
	['nested without end', 'changed', () => linkTo('['.repeat(50_000) + ']'.repeat(50_000))],
	['a prototype', 'changed', () => linkTo('[[],{"__proto__":{"a":1}}]')],
	[
		'a co-trainer whom nobody can write to',
		'damaged',
		() => {
			const trainer = trainerOf(keys.coTrainer, 'Noor');
			const encryption = { ...trainer.encryption, y: trainer.signing.y };
			return linkWith({ coTrainers: [{ ...trainer, encryption }] });
		}
	],
	['no lessons', 'damaged', () => linkWith({ lessons: [] })],
	[
		'201 lessons',
		'damaged',
		() => linkWith({ lessons: Array.from({ length: 201 }, (_, index) => `l${index}`) })
	],
	['one lesson twice', 'damaged', () => linkWith({ lessons: ['a', 'a'] })],
	['a lesson with markup', 'damaged', () => linkWith({ lessons: [markup] })],
	['a lesson that is a prototype', 'damaged', () => linkWith({ lessons: ['__proto__'] })],
	['a lesson that is a constructor', 'damaged', () => linkWith({ lessons: ['constructor'] })],
	['an id with a path', 'damaged', () => linkWith({ id: '../../a' })],
	['an id that is a number', 'damaged', () => linkWith({ id: 7 })],
	['a title that is a list', 'damaged', () => linkWith({ title: ['a'] })],
	['a title without end', 'damaged', () => linkWith({ title: 'a'.repeat(201) })],
	['a message without end', 'damaged', () => linkWith({ message: 'a'.repeat(2001) })],
	['revision 0', 'damaged', () => linkWith({ revision: 0 })],
	['revision 1.5', 'damaged', () => linkWith({ revision: 1.5 })],
	[
		'a revision beyond numbers',
		'changed',
		async () =>
			linkTo(
				JSON.stringify(shortForm({ ...exampleAssignment(trainer), revision: 99 }, null)).replace(
					',99,',
					',1e999,'
				)
			)
	],
	['withdrawn by a word', 'damaged', () => linkWith({ withdrawn: 'no' })],
	['due on no day', 'damaged', () => linkWith({ due: 8.65e15 })],
	['due after the year 9999', 'damaged', () => linkWith({ due: 8.64e15 })],
	['due before our time', 'damaged', () => linkWith({ due: -1 })],
	['due by a word', 'damaged', () => linkWith({ due: 'Thursday' })],
	['due before it opens', 'damaged', () => linkWith({ opens: exampleNow, due: exampleNow - 1 })],
	['a zone with markup', 'damaged', () => linkWith({ timeZone: markup })],
	['a zone with a path', 'damaged', () => linkWith({ timeZone: 'Asia/../Dubai' })],
	['no mode', 'damaged', () => withRules({ mode: 'exam' })],
	['a pass mark of 80', 'damaged', () => withRules({ passMark: 80 })],
	['no attempts', 'damaged', () => withRules({ attempts: 0 })],
	['a time limit of nothing', 'damaged', () => withRules({ timeLimit: 0 })],
	['answers at no time', 'damaged', () => withRules({ answers: 'never' })],
	[
		'three co-trainers',
		'damaged',
		() =>
			linkWith({
				coTrainers: [keys.coTrainer, keys.stranger, keys.stranger].map((one) => trainerOf(one))
			})
	],
	[
		'a co-trainer who is the trainer',
		'damaged',
		() => linkWith({ coTrainers: [trainerOf(trainer, 'Other')] })
	],
	[
		'a key of the wrong length',
		'damaged',
		() => linkWith({ trainer: { ...trainerOf(trainer), encryption: { x: 'AA', y: 'AA' } } })
	],
	['an addressee without a token', 'damaged', () => linkWith({}, { name: 'Amal', number: '' })],
	[
		'an addressee with half a token',
		'damaged',
		() => linkWith({}, { ...exampleAddressee, token: 'a' })
	],
	[
		'an addressee with a name without end',
		'damaged',
		() => linkWith({}, { ...exampleAddressee, name: 'a'.repeat(121) })
	]
];

describe('a hostile link', () => {
	it.each(hostile)('is refused: %s (%s)', async (_, problem, make) => {
		const text = await make();
		await expect(read(text)).rejects.toMatchObject({ name: 'InputError', problem });
		expect(({} as Record<string, unknown>).a).toBeUndefined();
	});
});
