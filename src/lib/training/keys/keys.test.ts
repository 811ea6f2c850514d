import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from './base64url';
import { makeDeviceKeys, makeTrainerKeys } from './make-keys';
import { readKeys, writtenKeys } from './written-keys';
import { fingerprintOf, thumbprintOf } from './thumbprint';
import { makeToken } from './token';

describe('keys', () => {
	it('of a trainer are used without leaving, and leave in a copy of their own', async () => {
		const keys = await makeTrainerKeys(7);
		expect(keys.made).toBe(7);
		expect(keys.id).toBe(await thumbprintOf(keys.signing.public));
		for (const { private: secret } of [keys.signing, keys.encryption]) {
			expect(secret).toMatchObject({ type: 'private', extractable: false });
			expect(secret.algorithm).toMatchObject({ namedCurve: 'P-256' });
		}
		expect(keys.signing.private.algorithm.name).toBe('ECDSA');
		expect(keys.encryption.private.algorithm.name).toBe('ECDH');
		for (const copy of Object.values(keys.forBackup)) expect(copy.extractable).toBe(true);
		expect(keys.signing.public).not.toEqual(keys.encryption.public);
		expect(Object.keys(keys.signing.public)).toEqual(['x', 'y']);
	});

	it('of a device never leave', async () => {
		const { private: secret } = await makeDeviceKeys();
		expect(secret).toMatchObject({ extractable: false, usages: ['sign'] });
	});

	it('come back from their written form, not extractable but for the copies', async () => {
		const keys = await makeTrainerKeys(7);
		const back = await readKeys(await writtenKeys(keys));
		expect(back.id).toBe(keys.id);
		expect(back.signing.private.extractable).toBe(false);
		expect(back.encryption.private.extractable).toBe(false);
		expect(await writtenKeys(back)).toEqual(await writtenKeys(keys));
	});

	it.each(['signing', 'encryption'] as const)(
		'whose halves do not fit are refused: %s',
		async (of) => {
			const one = await writtenKeys(await makeTrainerKeys(1));
			const other = await writtenKeys(await makeTrainerKeys(2));
			const mixed = { ...one, [of]: { ...one[of], d: other[of].d } };
			await expect(readKeys(mixed)).rejects.toMatchObject({ problem: 'damaged' });
		}
	);
});

describe('a thumbprint', () => {
	// The key of RFC 7517, appendix A.1, whose RFC 7638 thumbprint other programs give alike.
	const key = {
		x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
		y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM'
	};

	it('is that of RFC 7638, and people compare 80 bits of it', async () => {
		expect(await thumbprintOf(key)).toBe('cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s');
		expect(await fingerprintOf(key)).toBe('QK92 T9MD KSFF RJNK');
	});

	it('differs with the key', async () => {
		const [one, other] = [await makeDeviceKeys(), await makeDeviceKeys()];
		expect(await fingerprintOf(one.public)).not.toBe(await fingerprintOf(other.public));
	});
});

it('a token has 128 bits, in 22 characters', () => {
	expect(makeToken(new Uint8Array(16).fill(255))).toBe('_____________________w');
	expect(makeToken()).toMatch(/^[\w-]{22}$/);
	expect(makeToken()).not.toBe(makeToken());
});

describe('base64url', () => {
	it('goes both ways', () => {
		const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
		expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
	});

	it.each(['ab+/', 'YQ==', 'YQ YQ', 'YQ\n', 'é', 'YR', 'YWJ', 'Y'])(
		'has one spelling: %j',
		(text) => {
			expect(() => fromBase64url(text)).toThrow(TypeError);
		}
	);
});
