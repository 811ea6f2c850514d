import * as v from 'valibot';
import { packed, unpacked } from '#lib/base/packing';
import { plainJson } from '#lib/base/plain-json';
import {
	expiryOf,
	type Addressee,
	type Assignment,
	type PublicKey,
	type ReceivedAssignment
} from '../assignment';
import { addresseeSchema, assignmentSchema } from '../assignment-schema';
import { fileText, foundIn, fragmentText } from './carried';
import type { TrainerKeys } from '../keys/key-pair';
import { publicKeySchema } from '../keys/public-key';
import { claimedBy, signed, verify } from '../keys/signing';
import { orProblem, overGaps } from './or-problem';
import { InputError } from '../problem';
import { longForm, shortForm } from './short-form';

/** Characters of a signed text, and bytes that it may hold once inflated. 200 lessons and a long message are a fifth of it. */
const longestAssignment = 60_000;
const mostInflated = 120_000;

const payloadSchema = v.object({
	assignment: assignmentSchema,
	addressee: v.nullable(addresseeSchema)
});
const signerSchema = v.object({
	assignment: v.object({ trainer: v.object({ signing: publicKeySchema }) })
});

/**
 * An assignment => its signed text (compact JWS), for everybody or for one person. Rejects with an InputError ('damaged') what
 * no student's device would take, and with 'wrong-key' where its trainer has other keys.
 */
export async function writeAssignment(
	assignment: Assignment,
	addressee: Addressee | null,
	keys: TrainerKeys
): Promise<string> {
	if (!v.is(payloadSchema, { assignment, addressee })) throw new InputError('damaged');
	const { signing, encryption } = assignment.trainer;
	if (!isSame(signing, keys.signing.public) || !isSame(encryption, keys.encryption.public))
		throw new InputError('wrong-key');
	const json = JSON.stringify(shortForm(assignment, addressee));
	return signed(await packed(json, 'deflate-raw'), 'assignment', keys.signing);
}

const isSame = (a: PublicKey, b: PublicKey) => a.x === b.x && a.y === b.y;

/** A signed text => the part of a link behind its address: '#a=…'. */
export const fragmentOf = (signed: string): string => fragmentText('assignment', signed);

/** A signed text => the text of a file. */
export const fileOf = (signed: string): string => fileText('assignment', signed);

/**
 * A whole link, a fragment, a message with a link in it, the content of a file, or a signed text => the assignment. Rejects
 * with an InputError that says why it cannot be taken.
 */
export async function readAssignment(
	text: string,
	{ course, now }: { readonly course: string; readonly now: number }
): Promise<ReceivedAssignment> {
	const found = foundIn(text, 'assignment', longestAssignment);
	const received = await overGaps(found.gaps, () => read(found.body));
	if (received.assignment.course !== course) throw new InputError('other-course');
	if (now >= expiryOf(received.assignment)) throw new InputError('expired');
	return received;
}

async function read(jws: string): Promise<ReceivedAssignment> {
	const { payload } = claimedBy(jws, 'assignment');
	// Before the signature is checked, since the key stands in it: what has no key in it cannot fit its signature.
	const { content, key } = await orProblem('changed', async () => {
		const json = await unpacked(payload, mostInflated, 'deflate-raw');
		const content = longForm(plainJson(json));
		return { content, key: v.parse(signerSchema, content).assignment.trainer.signing };
	});
	await verify(jws, key);
	return { ...v.parse(payloadSchema, content), signed: jws };
}
