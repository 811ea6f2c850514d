import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packed } from '#lib/base/packing';
import {
	exampleAddressee,
	exampleAssignment,
	exampleKeys,
	exampleNow,
	trainerOf
} from '../examples';
import { exampleHandIn, seeded } from '../examples-of-hand-ins';
import { mutatedJson, mutatedText, type Chance } from './examples-of-mutations';
import { eachIn, fileText, fragmentText, sortOf } from './carried';
import type { HandIn } from '../hand-in';
import { handInFragment, openHandIn, writeHandIn } from './hand-in-file';
import { sealed } from '../keys/sealing';
import { bytesOf } from '../keys/signed-bytes';
import { signed, type Purpose } from '../keys/signing';
import { writtenKeys } from '../keys/written-keys';
import { fileOf, fragmentOf, readAssignment, writeAssignment } from './link';
import { packHandIn, unpackHandIn } from './pack-hand-in';
import type { InputProblem } from '../problem';
import { readReceipt, receiptFragment, writeReceipt } from './receipt';
import { shortForm } from './short-form';
import { joined, trainerFileIn } from './trainer-file';
import { withoutBytes } from '../trainer-records';

const course = 'exosome-therapy';
const problems: readonly InputProblem[] = [
	...(['not-ours', 'cut', 'changed', 'unsigned', 'expired', 'newer', 'too-large'] as const),
	...(['other-course', 'damaged', 'wrong-key', 'unknown-assignment'] as const),
	...(['passphrase-needed', 'wrong-passphrase'] as const)
];

let keys: Awaited<ReturnType<typeof exampleKeys>>;
let handIn: HandIn;
const texts: Record<string, string> = {};
/** What became of the inputs, by problem; 'taken' for those that were none the worse. */
let ends: Record<string, number> = {};

beforeAll(async () => {
	keys = await exampleKeys();
	const { trainer, device } = keys;
	const assignment = exampleAssignment(trainer, { coTrainers: [trainerOf(keys.coTrainer)] });
	const group = await writeAssignment(assignment, null, trainer);
	const personal = await writeAssignment(assignment, exampleAddressee, trainer);
	const whole = exampleHandIn();
	const { records } = whole;
	// A few rows of each table, so that 10,000 of them are quick.
	const few = Object.fromEntries(
		Object.entries(records).map(([name, rows]) => [name, rows.slice(0, 3)])
	);
	handIn = { ...whole, records: few as unknown as HandIn['records'] };
	const sent = await writeHandIn(handIn, device, [trainerOf(trainer), trainerOf(keys.coTrainer)]);
	texts.link = `Hello: <https://example.org/durus/en/assignment/${fragmentOf(group)}>.`;
	texts.personal = fragmentOf(personal);
	texts.file = fileOf(personal);
	texts.handIn = sent.text;
	texts.handInLink = `https://example.org/durus/en/trainer/collect/${handInFragment(sent.text)}`;
	texts.receipt = receiptFragment(await writeReceipt(receipt, trainer));
});

const receipt = {
	course,
	assignment: '019b7d2c-5f00-7abc-8def-0123456789ab',
	at: exampleNow,
	received: ['AAAAAAAAAAA', 'BBBBBBBBBBB']
};
const asAssignment = (text: string) => readAssignment(text, { course, now: exampleNow });
const asHandIn = (text: string) => openHandIn(text, [keys.stranger, keys.trainer], { course });
const asReceipt = (text: string) =>
	readReceipt(text, { course, trainers: [trainerOf(keys.trainer)] });

/** Reads so many mutations; each is taken or ends in an InputError with a known problem. Gives what was taken. */
async function read<T>(
	runs: number,
	seed: number,
	make: (chance: Chance) => string | Promise<string>,
	reading: (text: string) => Promise<T>
): Promise<T[]> {
	const chance = seeded(seed);
	const taken: T[] = [];
	for (let run = 0; run < runs; run++) {
		const text = await make(chance);
		try {
			taken.push(await reading(text));
			ends.taken = (ends.taken ?? 0) + 1;
		} catch (error) {
			const { name, problem } = error as { name: string; problem: InputProblem };
			if (name !== 'InputError' || !problems.includes(problem))
				throw new Error(`Run ${run} of ${text.slice(0, 2000)}`, { cause: error });
			ends[problem] = (ends[problem] ?? 0) + 1;
		}
	}
	return taken;
}

afterEach(() => {
	expect(globalThis).not.toHaveProperty('hacked');
	expect({}).not.toHaveProperty('hacked');
	ends = {};
});

describe('10,000 mutations', () => {
	it.each([
		['link', 1500],
		['personal', 1000],
		['file', 1000]
	])('3,500 of assignments: %s', async (name, runs) => {
		const given = [await asAssignment(texts.link!), await asAssignment(texts.personal!)];
		const taken = await read(runs, 1, (chance) => mutatedText(texts[name]!, chance), asAssignment);
		// What is taken all the same is as it was signed.
		for (const one of taken) expect(given).toContainEqual(one);
		expect(ends).toMatchObject({ cut: expect.any(Number), changed: expect.any(Number) });
	});

	it.each([
		['handIn', 1200],
		['handInLink', 800]
	])('2,000 of hand-ins: %s', async (name, runs) => {
		const given = await asHandIn(texts.handIn!);
		const taken = await read(runs, 2, (chance) => mutatedText(texts[name]!, chance), asHandIn);
		for (const one of taken) expect(one).toEqual(given);
		expect(ends).toMatchObject({ cut: expect.any(Number), changed: expect.any(Number) });
	});

	it('1,000 of receipts', async () => {
		const given = await asReceipt(texts.receipt!);
		const taken = await read(1000, 3, (chance) => mutatedText(texts.receipt!, chance), asReceipt);
		for (const one of taken) expect(one).toEqual(given);
	});

	it('500 of one sort read as another', async () => {
		const names = Object.keys(texts);
		const some = (chance: Chance) =>
			mutatedText(texts[names[Math.floor(chance() * names.length)]!]!, chance);
		await read(200, 4, some, asHandIn);
		await read(150, 5, some, asReceipt);
		await read(150, 6, some, asAssignment);
		for (let chance = seeded(7), run = 0; run < 150; run++) {
			const text = some(chance);
			sortOf(text);
			eachIn(text, 'hand-in');
		}
	});

	const signedWith = async (json: string, purpose: Purpose) =>
		signed(await packed(json, 'deflate-raw'), purpose, keys.trainer.signing);

	it('1,200 of assignments, signed anew, so that their form alone is looked at', async () => {
		const content = shortForm(exampleAssignment(keys.trainer), exampleAddressee) as object;
		const taken = await read(
			1200,
			8,
			async (chance) =>
				fragmentText('assignment', await signedWith(mutatedJson(content, chance), 'assignment')),
			asAssignment
		);
		// What is taken could have been written by a trainer.
		for (const { assignment, addressee } of taken)
			expect(await writeAssignment(assignment, addressee, keys.trainer)).toMatch(/^eyJ/);
		// The key to check the signature by stands in it: without it nobody can tell.
		expect(ends.damaged).toBeGreaterThan(300);
		expect(ends.changed).toBeGreaterThan(300);
	});

	it('300 of receipts, signed anew', async () => {
		const content = { ...receipt, by: keys.trainer.id.slice(0, 8) };
		await read(
			300,
			9,
			async (chance) => receiptFragment(await signedWith(mutatedJson(content, chance), 'receipt')),
			asReceipt
		);
		expect(ends.damaged).toBeGreaterThan(100);
	});

	it('700 of hand-ins, signed and encrypted anew', async () => {
		const taken = await read(
			700,
			10,
			async (chance) => {
				const bytes = await packed(mutatedJson(handIn, chance));
				const jws = await signed(bytes, 'hand-in', keys.device);
				const body = await sealed(bytesOf(jws), [keys.trainer.encryption.public]);
				return fileText('hand-in', body, course);
			},
			asHandIn
		);
		for (const one of taken)
			expect(await unpackHandIn(await packHandIn(one.handIn))).toEqual(one.handIn);
		expect(ends.damaged).toBeGreaterThan(200);
	});

	it("800 of a trainer's records, inside the encryption", async () => {
		const packedHandIn = await packHandIn(handIn);
		const digest = 'q'.repeat(43);
		const id = '019b7d2c-5f00-7abc-8def-0123456789ab';
		const member = {
			id,
			number: '1',
			name: 'A',
			department: '',
			jobTitle: '',
			token: 'a'.repeat(22),
			left: null,
			device: digest,
			profile: 'p'
		};
		const { json, bytes } = withoutBytes({
			assignments: [
				{
					id,
					revisions: [exampleAssignment(keys.trainer)],
					sent: 1,
					roster: [member],
					edition: 1,
					at: 1
				}
			],
			handIns: [
				{
					id: digest,
					assignment: id,
					learner: id,
					signerId: digest,
					profile: 'p',
					name: 'A',
					number: '1',
					standing: 'confirmed',
					at: 1,
					received: 2,
					packed: packedHandIn
				}
			],
			tombstones: [
				{
					id,
					at: 1,
					erased: { what: 'learner', assignment: null, learner: id, names: [], handIns: [] }
				}
			]
		});
		const content = {
			course,
			at: 1,
			name: 'Mona',
			keys: [await writtenKeys(keys.trainer)],
			records: json
		};
		await read(
			800,
			11,
			(chance) => mutatedJson(content, chance),
			async (json) => trainerFileIn(await joined(json, bytes), course)
		);
		expect(ends.damaged).toBeGreaterThan(300);
	});
});
