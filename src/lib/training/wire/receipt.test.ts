import { beforeAll, describe, expect, it } from 'vitest';
import { packed } from '#lib/base/packing';
import { exampleAssignment, exampleKeys, exampleNow, trainerOf } from '../examples';
import type { Receipt } from '../hand-in';
import { toBase64url } from '../keys/base64url';
import { signed } from '../keys/signing';
import { writeAssignment } from './link';
import {
	receiptFileOf,
	receiptFragment,
	receiptNameOf,
	readReceipt,
	writeReceipt
} from './receipt';

const course = 'exosome-therapy';
const digest = toBase64url(Uint8Array.from({ length: 32 }, (_, index) => 255 - index));
const receipt: Receipt = {
	course,
	assignment: '019b7d2c-5f00-7abc-8def-0123456789ab',
	at: exampleNow,
	received: [receiptNameOf(digest)]
};
let keys: Awaited<ReturnType<typeof exampleKeys>>;
let fragment: string;
const read = (text: string) =>
	readReceipt(text, { course, trainers: [trainerOf(keys.coTrainer), trainerOf(keys.trainer)] });
const refused = (text: string, problem: string) =>
	expect(read(text)).rejects.toMatchObject({ name: 'InputError', problem });

beforeAll(async () => {
	keys = await exampleKeys();
	fragment = receiptFragment(await writeReceipt(receipt, keys.trainer));
});

it('names a hand-in by the first 8 bytes of its digest', () => {
	expect(receiptNameOf(digest)).toBe(
		toBase64url(new Uint8Array([255, 254, 253, 252, 251, 250, 249, 248]))
	);
	expect(receiptNameOf(digest)).toHaveLength(11);
});

describe('a receipt', () => {
	it('comes back with the trainer who signed it', async () => {
		const back = { ...receipt, by: trainerOf(keys.trainer) };
		expect(await read(`https://example.org/en/assignment/${fragment}.`)).toEqual(back);
		expect(await read(receiptFileOf(await writeReceipt(receipt, keys.trainer)))).toEqual(back);
		const other = await writeReceipt(receipt, keys.coTrainer);
		expect((await read(other)).by).toEqual(trainerOf(keys.coTrainer));
	});

	it('goes to a group of thirty in one link', async () => {
		const received = Array.from({ length: 30 }, (_, index) =>
			receiptNameOf(toBase64url(new Uint8Array(32).fill(index * 8 + 1)))
		);
		const text = receiptFragment(await writeReceipt({ ...receipt, received }, keys.trainer));
		expect(text.length).toBeLessThan(900);
		expect((await read(text)).received).toEqual(received);
	});

	it('is refused for what it is', async () => {
		await refused('', 'not-ours');
		await refused(fragment.slice(0, -9), 'cut');
		await refused(
			`${fragment.slice(0, 150)}${fragment[150] === 'A' ? 'B' : 'A'}${fragment.slice(151)}`,
			'changed'
		);
		await refused(fragment.replace('#r=1', '#r=2'), 'newer');
		await refused(await writeReceipt(receipt, keys.stranger), 'unknown-assignment');
		await refused(
			await writeReceipt({ ...receipt, course: 'botany' }, keys.trainer),
			'other-course'
		);
		await refused(
			receiptFragment(await writeAssignment(exampleAssignment(keys.trainer), null, keys.trainer)),
			'changed'
		);
		await refused(receiptFragment('A'.repeat(500_000)), 'too-large');
	});

	it('is refused where somebody else signs in the name of a trainer', async () => {
		const by = keys.trainer.id.slice(0, 8);
		const json = JSON.stringify({ ...receipt, by });
		const forged = await signed(
			await packed(json, 'deflate-raw'),
			'receipt',
			keys.stranger.signing
		);
		await refused(receiptFragment(forged), 'changed');
	});

	it.each<[string, object]>([
		['nothing in it', { received: [] }],
		['a name that is too long', { received: ['AAAAAAAAAAAA'] }],
		['a name that is an object', { received: [{}] }],
		['a list that is none', { received: { length: 1 } }],
		['markup for an id', { assignment: '<b>' }],
		['no time', { at: null }]
	])('is refused, although it is signed, with %s', async (_, part) => {
		const by = keys.trainer.id.slice(0, 8);
		const json = JSON.stringify({ ...receipt, by, ...part });
		const text = await signed(await packed(json, 'deflate-raw'), 'receipt', keys.trainer.signing);
		await refused(receiptFragment(text), 'damaged');
		await expect(writeReceipt({ ...receipt, ...part }, keys.trainer)).rejects.toMatchObject({
			problem: 'damaged'
		});
	});
});
