import * as v from 'valibot';
import { packed, unpacked } from '#lib/base/packing';
import { plainJson } from '#lib/base/plain-json';
import type { Trainer } from '../assignment';
import { fileText, foundIn, fragmentText } from './carried';
import type { Receipt } from '../hand-in';
import { fromBase64url, toBase64url } from '../keys/base64url';
import type { TrainerKeys } from '../keys/key-pair';
import { claimedBy, signed, verify } from '../keys/signing';
import { thumbprintOf } from '../keys/thumbprint';
import { orProblem, overGaps } from './or-problem';
import { InputError } from '../problem';
import { id, time } from './text-schemas';

/** Characters of a signed receipt, and bytes once inflated: 20,000 hand-ins. */
const longestReceipt = 400_000;
const mostInflated = 400_000;
export const mostReceived = 20_000;

/** A receipt, and which of the known trainers signed it. */
export interface ReceivedReceipt extends Receipt {
	readonly by: Trainer;
}

const receiptSchema = v.object({
	course: id,
	assignment: id,
	at: time,
	received: v.pipe(
		v.array(v.pipe(v.string(), v.regex(/^[\w-]{11}$/))),
		v.minLength(1),
		v.maxLength(mostReceived)
	)
}) satisfies v.GenericSchema<unknown, Receipt>;

/** Who says to have signed it, so that an unknown trainer is told from a changed receipt; nothing is believed because of it. */
const signerSchema = v.object({ by: v.pipe(v.string(), v.regex(/^[\w-]{8}$/)) });
const byOf = async (signing: Trainer['signing']) => (await thumbprintOf(signing)).slice(0, 8);

/** What a receipt calls a hand-in: the first 8 bytes of its digest, base64url, 11 characters. */
export const receiptNameOf = (digest: string): string =>
	toBase64url(fromBase64url(digest).subarray(0, 8));

/** A receipt => its signed text. Rejects with an InputError ('damaged') what no student's device would take. */
export async function writeReceipt(receipt: Receipt, keys: TrainerKeys): Promise<string> {
	if (!v.is(receiptSchema, receipt)) throw new InputError('damaged');
	const content = { ...v.parse(receiptSchema, receipt), by: await byOf(keys.signing.public) };
	const bytes = await packed(JSON.stringify(content), 'deflate-raw');
	return signed(bytes, 'receipt', keys.signing);
}

/** A signed text => the part of a link behind its address: '#r=…'. */
export const receiptFragment = (signed: string): string => fragmentText('receipt', signed);

/** A signed text => the text of a file. */
export const receiptFileOf = (signed: string): string => fileText('receipt', signed);

/**
 * A link, a message with a link in it, or the content of a file => the receipt, signed by one of these trainers. Rejects with
 * an InputError that says why it cannot be taken; 'unknown-assignment' where it is of none of them.
 */
export async function readReceipt(
	text: string,
	{ course, trainers }: { readonly course: string; readonly trainers: readonly Trainer[] }
): Promise<ReceivedReceipt> {
	const found = foundIn(text, 'receipt', longestReceipt);
	const receipt = await overGaps(found.gaps, () => read(found.body, trainers));
	if (receipt.course !== course) throw new InputError('other-course');
	return receipt;
}

async function read(jws: string, trainers: readonly Trainer[]): Promise<ReceivedReceipt> {
	const { payload } = claimedBy(jws, 'receipt');
	const { content, by } = await orProblem('changed', async () => {
		const content = plainJson(await unpacked(payload, mostInflated, 'deflate-raw'));
		return { content, by: v.parse(signerSchema, content).by };
	});
	for (const trainer of trainers) {
		if ((await byOf(trainer.signing)) !== by) continue;
		await verify(jws, trainer.signing);
		return { ...v.parse(receiptSchema, content), by: trainer };
	}
	throw new InputError('unknown-assignment');
}
