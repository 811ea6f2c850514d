import { FlattenedEncrypt, generalDecrypt, GeneralEncrypt, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InputProblem } from '../problem';
import { toBase64url } from './base64url';
import type { TrainerKeys } from './key-pair';
import { makeTrainerKeys } from './make-keys';
import { importedPublic } from './public-key';
import { opened, sealed } from './sealing';
import { thumbprintOf } from './thumbprint';

const bytes = new TextEncoder().encode('for you alone');
let all: TrainerKeys[];
let stranger: TrainerKeys;

beforeAll(async () => {
	all = await Promise.all([1, 2, 3].map(makeTrainerKeys));
	stranger = await makeTrainerKeys(4);
});

const publicOf = (count: number) => all.slice(0, count).map(({ encryption }) => encryption.public);
const header = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'durus-hand-in-1' };
const text = (value: unknown) => toBase64url(new TextEncoder().encode(JSON.stringify(value)));

/** A sealed text to the first of them with other headers. */
async function sealedAs(shared: object, own?: object, key?: CryptoKey): Promise<string> {
	const to = all[0]!.encryption.public;
	const kid = (await thumbprintOf(to)).slice(0, 8);
	const jwe = await new FlattenedEncrypt(bytes)
		.setProtectedHeader({ ...header, ...shared } as never)
		.setUnprotectedHeader({ kid, ...own } as never)
		.encrypt(key ?? (await importedPublic(to, 'ECDH-ES+A256KW')));
	const { protected: head, iv, ciphertext, tag, encrypted_key = '' } = jwe;
	return [head, iv, ciphertext, tag, text(jwe.header), encrypted_key].join('.');
}

describe.each([1, 2, 3])('what is sealed to %i', (count) => {
	it('is opened by each of them, and by nobody else', async () => {
		const jwe = await sealed(bytes, publicOf(count));
		for (const [index, { encryption }] of all.entries()) {
			const opening = opened(jwe, [stranger.encryption, encryption]);
			if (index < count) expect(await opening).toEqual(bytes);
			else await expect(opening).rejects.toMatchObject({ problem: 'wrong-key' });
		}
		await expect(opened(jwe, [])).rejects.toMatchObject({ problem: 'wrong-key' });
	});

	it('is a general JWE in a shorter spelling', async () => {
		const [head, iv, ciphertext, tag, ...own] = (await sealed(bytes, publicOf(count))).split('.');
		const recipients = Array.from({ length: count }, (_, index) => ({
			header: JSON.parse(atob(own[2 * index]!.replaceAll('-', '+').replaceAll('_', '/'))) as never,
			encrypted_key: own[2 * index + 1]!
		}));
		const jwe = { protected: head!, iv: iv!, ciphertext: ciphertext!, tag: tag!, recipients };
		expect((await generalDecrypt(jwe, all[count - 1]!.encryption.private)).plaintext).toEqual(
			bytes
		);
	});
});

it('is never sealed to nobody, nor to four', async () => {
	await expect(sealed(bytes, [])).rejects.toThrow(RangeError);
	await expect(sealed(bytes, [...publicOf(3), stranger.encryption.public])).rejects.toThrow(
		RangeError
	);
});

/** One character of this part changed. */
const withPart = async (index: number, part: (was: string) => string) => {
	const parts = (await sealed(bytes, publicOf(1))).split('.');
	parts[index] = part(parts[index]!);
	return parts.join('.');
};
const altered = (was: string) => `${was.startsWith('A') ? 'B' : 'A'}${was.slice(1)}`;

const refused: readonly [string, InputProblem, () => Promise<string> | string][] = [
	['another header', 'changed', () => withPart(0, altered)],
	['another vector', 'changed', () => withPart(1, altered)],
	['another content', 'changed', () => withPart(2, altered)],
	['another tag', 'changed', () => withPart(3, altered)],
	['a shorter tag', 'changed', () => withPart(3, (tag) => tag.slice(0, 6))],
	['another key', 'changed', () => withPart(5, altered)],
	['no key', 'changed', () => withPart(5, () => '')],
	['a recipient without a name', 'changed', () => withPart(4, () => text({}))],
	['a recipient of another name', 'wrong-key', () => withPart(4, () => text({ kid: 'AAAAAAAA' }))],
	['a recipient with more in it', 'changed', () => sealedAs({}, { jku: 'https://example.org' })],
	[
		'no recipient',
		'changed',
		async () => (await sealed(bytes, publicOf(1))).split('.').slice(0, 4).join('.')
	],
	[
		'half a recipient',
		'changed',
		async () => (await sealed(bytes, publicOf(2))).split('.').slice(0, 7).join('.')
	],
	[
		'four recipients',
		'damaged',
		async () => {
			const parts = (await sealed(bytes, publicOf(3))).split('.');
			return [...parts, ...parts.slice(4, 6)].join('.');
		}
	],
	['nothing', 'changed', () => ''],
	['dots', 'changed', () => '.'.repeat(9)],
	['another content encryption', 'changed', () => sealedAs({ enc: 'A128CBC-HS256' })],
	['another key wrapping', 'changed', () => sealedAs({ alg: 'ECDH-ES+A128KW' })],
	[
		'a passphrase that takes for ever',
		'changed',
		() =>
			withPart(0, () =>
				text({ ...header, alg: 'PBES2-HS512+A256KW', p2c: 2 ** 31, p2s: 'AAAAAAAAAAA' })
			)
	],
	['the key itself', 'changed', () => sealedAs({ alg: 'dir' }, {}, new Uint8Array(32) as never)],
	['a compressed content', 'changed', () => withPart(0, () => text({ ...header, zip: 'DEF' }))],
	[
		'another curve',
		'changed',
		async () =>
			sealedAs({}, {}, (await generateKeyPair('ECDH-ES+A256KW', { crv: 'P-384' })).publicKey)
	],
	[
		'something critical',
		'changed',
		() => withPart(0, () => text({ ...header, crit: ['exp'], exp: 1 }))
	],
	['another purpose', 'changed', () => sealedAs({ typ: 'durus-receipt-1' })]
];

it.each(refused)('is refused: %s (%s)', async (_, problem, make) => {
	const jwe = await make();
	await expect(
		opened(
			jwe,
			all.map(({ encryption }) => encryption)
		)
	).rejects.toMatchObject({
		name: 'InputError',
		problem
	});
});

it('is refused: a point that is not on the curve', async () => {
	const jwe = await new GeneralEncrypt(bytes)
		.setProtectedHeader(header)
		.addRecipient(await importedPublic(publicOf(1)[0]!, 'ECDH-ES+A256KW'))
		.encrypt();
	const shared = JSON.parse(atob(jwe.protected!)) as { epk: { x: string; y: string } };
	const kid = (await thumbprintOf(publicOf(1)[0]!)).slice(0, 8);
	for (const y of [shared.epk.x, 'A'.repeat(43)]) {
		const head = text({ ...shared, epk: { ...shared.epk, y } });
		const parts = [head, jwe.iv, jwe.ciphertext, jwe.tag, text({ kid })];
		const whole = [...parts, jwe.recipients[0]!.encrypted_key].join('.');
		await expect(opened(whole, [all[0]!.encryption])).rejects.toMatchObject({ problem: 'changed' });
	}
});
