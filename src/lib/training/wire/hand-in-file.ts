import { foundIn, fileText, fragmentText } from './carried';
import type { Trainer } from '../assignment';
import type { HandIn, OpenedHandIn } from '../hand-in';
import { checkedHandIn } from '../hand-in-schema';
import { toBase64url } from '../keys/base64url';
import { sha256 } from '../keys/digest';
import type { KeyPair, TrainerKeys } from '../keys/key-pair';
import { opened, sealed } from '../keys/sealing';
import { bytesOf, jwsOf } from '../keys/signed-bytes';
import { claimedBy, signed, verify } from '../keys/signing';
import { thumbprintOf } from '../keys/thumbprint';
import { overGaps } from './or-problem';
import { packHandIn, unpackHandIn } from './pack-hand-in';
import { InputError } from '../problem';

/** Characters of a hand-in's file; 2,000 attempts are a quarter of it. */
export const longestHandIn = 12_000_000;
/** Characters of a hand-in's fragment that messengers and mail programs pass on unharmed; what is longer goes as a file. */
export const longestHandInLink = 6000;

/**
 * A hand-in => the text of a file: signed by the device, then encrypted to one to three trainers. Rejects with an InputError
 * ('damaged', 'too-large') what no trainer's device would take.
 */
export async function writeHandIn(
	handIn: HandIn,
	device: KeyPair,
	to: readonly Trainer[]
): Promise<{ text: string; digest: string }> {
	const jws = await signed(await packHandIn(checkedHandIn(handIn)), 'hand-in', device);
	const body = await sealed(
		bytesOf(jws),
		to.map(({ encryption }) => encryption)
	);
	if (body.length > longestHandIn) throw new InputError('too-large');
	return { text: fileText('hand-in', body, handIn.course), digest: await digestOf(jws) };
}

/** The text of a hand-in's file => the part of a link behind its address: '#h=…'. Longer than longestHandInLink is no link. */
export const handInFragment = (text: string): string =>
	fragmentText('hand-in', foundIn(text, 'hand-in', longestHandIn).body);

/**
 * The content of a file, a link, or a message with a link in it => the hand-in, opened by whichever of the keys fits. Rejects
 * with an InputError that says why it cannot be taken.
 */
export async function openHandIn(
	text: string,
	keys: readonly TrainerKeys[],
	{ course }: { readonly course: string }
): Promise<OpenedHandIn> {
	const found = foundIn(text, 'hand-in', longestHandIn);
	if (found.course !== null && found.course !== course) throw new InputError('other-course');
	return overGaps(found.gaps, () => open(found.body, keys, course));
}

async function open(
	body: string,
	keys: readonly TrainerKeys[],
	course: string
): Promise<OpenedHandIn> {
	const bytes = await opened(
		body,
		keys.map(({ encryption }) => encryption)
	);
	const jws = jwsOf(bytes);
	const { payload, signer } = claimedBy(jws, 'hand-in');
	await verify(jws, signer!);
	const handIn = await unpackHandIn(payload);
	if (handIn.course !== course) throw new InputError('other-course');
	return {
		handIn,
		digest: await digestOf(jws),
		signer: signer!,
		signerId: await thumbprintOf(signer!)
	};
}

/** Of what is signed, without the signature: the same content of the same device is the same hand-in. */
const digestOf = async (jws: string) =>
	toBase64url(await sha256(jws.slice(0, jws.lastIndexOf('.'))));
