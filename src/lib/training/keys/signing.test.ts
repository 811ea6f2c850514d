import { CompactSign, FlattenedSign, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InputProblem } from '../problem';
import { toBase64url } from './base64url';
import type { KeyPair } from './key-pair';
import { makeDeviceKeys } from './make-keys';
import { jwkOf } from './public-key';
import { claimedBy, signed, typOf, verify, type Purpose } from './signing';

const bytes = new TextEncoder().encode('content');
const purposes: readonly Purpose[] = ['assignment', 'hand-in', 'receipt'];
let pair: KeyPair;
let other: KeyPair;

beforeAll(async () => {
	pair = await makeDeviceKeys();
	other = await makeDeviceKeys();
});

/** What is done with every signed text that comes in. */
async function take(jws: string, purpose: Purpose, key = pair.public) {
	const { payload, signer } = claimedBy(jws, purpose);
	await verify(jws, signer ?? key);
	return { payload: new TextDecoder().decode(payload), signer };
}

const text = (value: unknown) => toBase64url(new TextEncoder().encode(JSON.stringify(value)));
const signedAs = (header: object, key: CryptoKey | Uint8Array = pair.private) =>
	new CompactSign(bytes).setProtectedHeader(header as never).sign(key);
const forged = (header: object, jws: string) =>
	[text(header), ...jws.split('.').slice(1)].join('.');
const good = { alg: 'ES256', typ: typOf('assignment') };

it.each(purposes)('what is signed comes back: %s', async (purpose) => {
	const { payload, signer } = await take(await signed(bytes, purpose, pair), purpose);
	expect(payload).toBe('content');
	expect(signer).toEqual(purpose === 'hand-in' ? pair.public : null);
});

it.each(purposes.flatMap((made) => purposes.filter((as) => as !== made).map((as) => [made, as])))(
	'a signed %s is never taken for a %s',
	async (made, as) => {
		const jws = await signed(bytes, made as Purpose, pair);
		await expect(take(jws, as as Purpose)).rejects.toMatchObject({ problem: 'changed' });
	}
);

const refused: readonly [string, InputProblem, () => Promise<string> | string][] = [
	['signed by another key', 'changed', () => signed(bytes, 'assignment', other)],
	[
		'another content',
		'changed',
		async () => {
			const [head, , signature] = (await signed(bytes, 'assignment', pair)).split('.');
			return [head, toBase64url(new TextEncoder().encode('Content')), signature].join('.');
		}
	],
	['alg none', 'unsigned', () => `${text({ ...good, alg: 'none' })}.${toBase64url(bytes)}.`],
	[
		'alg NONE, with a signature',
		'unsigned',
		async () => forged({ ...good, alg: 'NONE' }, await signedAs(good))
	],
	['no signature', 'unsigned', () => `${text(good)}.${toBase64url(bytes)}.`],
	[
		'HS256 with the public key as the secret',
		'changed',
		() =>
			signedAs(
				{ ...good, alg: 'HS256' },
				new TextEncoder().encode(JSON.stringify(jwkOf(pair.public)))
			)
	],
	[
		'a longer curve',
		'changed',
		async () => signedAs({ ...good, alg: 'ES384' }, (await generateKeyPair('ES384')).privateKey)
	],
	[
		'a signature of another curve',
		'changed',
		async () =>
			forged(
				good,
				await signedAs({ ...good, alg: 'ES384' }, (await generateKeyPair('ES384')).privateKey)
			)
	],
	[
		'a key of its own',
		'changed',
		() => signedAs({ ...good, jwk: jwkOf(other.public) }, other.private)
	],
	['a key at an address', 'changed', () => signedAs({ ...good, jku: 'https://example.org/keys' })],
	['a key by name', 'changed', () => signedAs({ ...good, kid: '../../key' })],
	['a certificate', 'changed', () => signedAs({ ...good, x5c: ['MIIB'] })],
	[
		'something critical',
		'changed',
		async () => forged({ ...good, crit: ['exp'], exp: 1 }, await signedAs(good))
	],
	[
		'a payload that is not encoded',
		'changed',
		async () => {
			const sign = new FlattenedSign(bytes).setProtectedHeader({
				...good,
				b64: false,
				crit: ['b64']
			});
			const jws = await sign.sign(pair.private);
			return `${jws.protected}.content.${jws.signature}`;
		}
	],
	['no typ', 'changed', () => signedAs({ alg: 'ES256' })],
	['typ in other letters', 'changed', () => signedAs({ ...good, typ: 'DURUS-ASSIGNMENT-1' })],
	['a header that is a list', 'changed', async () => forged(['ES256'], await signedAs(good))],
	['a header that is nothing', 'changed', async () => forged(null as never, await signedAs(good))],
	[
		'a header with a prototype',
		'changed',
		async () =>
			[
				toBase64url(new TextEncoder().encode(`{"alg":"ES256","typ":"${good.typ}","__proto__":{}}`)),
				...(await signedAs(good)).split('.').slice(1)
			].join('.')
	],
	['four parts', 'changed', async () => `${await signedAs(good)}.AAAA`],
	['two parts', 'changed', () => `${text(good)}.AAAA`],
	['nothing', 'changed', () => ''],
	[
		'an empty signature of zeroes',
		'changed',
		() => `${text(good)}.${toBase64url(bytes)}.${toBase64url(new Uint8Array(64))}`
	]
];

describe('is refused', () => {
	it.each(refused)('%s (%s)', async (_, problem, make) => {
		const jws = await make();
		await expect(take(jws, 'assignment')).rejects.toMatchObject({ name: 'InputError', problem });
	});

	const point = (part: object) => ({
		alg: 'ES256',
		typ: typOf('hand-in'),
		jwk: { ...jwkOf(pair.public), ...part }
	});
	it.each<[string, () => object]>([
		['a point that is not on the curve', () => ({ y: pair.public.x })],
		['a point at nought', () => ({ x: 'A'.repeat(43), y: 'A'.repeat(43) })],
		['another curve', () => ({ crv: 'secp256k1' })],
		['another type of key', () => ({ kty: 'RSA' })],
		['a secret for a key', () => ({ kty: 'oct', k: 'AAAA' })],
		['a private key beside', () => ({ d: pair.public.x })],
		[
			'another spelling of the key',
			() => ({ x: `${pair.public.x.slice(0, -1)}${next(pair.public.x)}` })
		]
	])('a hand-in that shows %s', async (_, part) => {
		const jws = await signedAs(point(part()));
		await expect(take(jws, 'hand-in')).rejects.toMatchObject({ problem: 'changed' });
	});

	it('a hand-in that shows no key', async () => {
		const jws = await signedAs({ alg: 'ES256', typ: typOf('hand-in') });
		await expect(take(jws, 'hand-in')).rejects.toMatchObject({ problem: 'changed' });
	});

	it('a hand-in that shows the key of somebody else', async () => {
		const jws = await signedAs(point({}), other.private);
		await expect(take(jws, 'hand-in')).rejects.toMatchObject({ problem: 'changed' });
	});
});

/** The same bits of 32 bytes with another one behind them. */
function next(scalar: string): string {
	const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
	return letters[letters.indexOf(scalar.at(-1)!) + 1]!;
}
