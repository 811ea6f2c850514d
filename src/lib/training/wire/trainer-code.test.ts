import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Trainer } from '../assignment';
import { isOnCurve } from './on-curve';
import { InputError } from '../problem';
import { readTrainerCode, writeTrainerCode } from './trainer-code';

/** RFC 7515, A.3.1, and RFC 7517, A.1. */
const signing = {
	x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
	y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0'
};
const encryption = {
	x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
	y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM'
};
const noor: Trainer = { name: 'نور الهاشمي', signing, encryption };
const problemOf = (text: string) => {
	try {
		readTrainerCode(text);
		return null;
	} catch (error) {
		return error instanceof InputError ? error.problem : error;
	}
};
/** A code of something else. */
const codeOf = (part: Partial<Trainer>) => writeTrainerCode({ ...noor, ...part });

describe('a trainer code', () => {
	it('brings a name in any script and both keys, and nothing secret', () => {
		expect(readTrainerCode(writeTrainerCode(noor))).toEqual(noor);
		const private_ = { ...noor, signing: { ...signing, d: 'secret' } };
		expect(readTrainerCode(writeTrainerCode(private_))).toEqual(noor);
	});

	it('is read as mail and chats wrap it', () => {
		const code = writeTrainerCode(noor);
		expect(readTrainerCode(` \u2066${code.replace(/.{40}/g, '$&\r\n')}\u2069\n`)).toEqual(noor);
	});

	it('says what is wrong with one that cannot be taken', () => {
		const code = writeTrainerCode(noor);
		expect(problemOf('')).toBe('not-ours');
		expect(problemOf('https://example.org/')).toBe('not-ours');
		expect(problemOf(code.slice(0, -20))).toBe('cut');
		expect(problemOf(code.slice(0, 60) + code.slice(61))).toBe('changed');
		expect(problemOf(code + 'x'.repeat(9000))).toBe('too-large');
		expect(problemOf(codeOf({ name: '' }))).toBe('damaged');
		expect(problemOf(codeOf({ name: 'x'.repeat(101) }))).toBe('damaged');
		expect(problemOf(codeOf({ signing: { x: signing.x, y: signing.x } }))).toBe('damaged');
	});

	it('ends in a reason whatever is changed in it', () => {
		const code = writeTrainerCode(noor);
		fc.assert(
			fc.property(fc.nat(code.length - 1), fc.string({ maxLength: 3 }), (at, put) => {
				const changed = code.slice(0, at) + put + code.slice(at + 1);
				const problem = problemOf(changed);
				if (problem === null) expect(readTrainerCode(changed)).toEqual(noor);
				else expect(typeof problem).toBe('string');
			}),
			{ numRuns: 300 }
		);
	});
});

describe('a point', () => {
	it('is one of P-256 or is refused', () => {
		expect([signing, encryption].map(isOnCurve)).toEqual([true, true]);
		expect(isOnCurve({ x: signing.x, y: encryption.y })).toBe(false);
		expect(isOnCurve({ x: 'A'.repeat(43), y: 'A'.repeat(43) })).toBe(false);
		expect(isOnCurve({ x: '_'.repeat(43), y: signing.y })).toBe(false);
		expect(isOnCurve({ x: '', y: '' })).toBe(false);
	});
});
