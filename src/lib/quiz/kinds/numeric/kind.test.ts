import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both } from '#lib/quiz/examples';
import { isTakenFor, kind, written, type Numeric } from './kind';

const question = (own: Partial<Numeric>): Numeric => ({
	id: 'q',
	kind: 'numeric',
	objective: 'o',
	section: 's',
	prompt: both('?'),
	hints: [],
	explanation: both('.'),
	answer: 75,
	tolerance: { absolute: 0.5 },
	mistakes: [],
	...own
});
const earned = (q: Numeric, entered: string) => kind.grade(q, { entered }).earned;

const moderate = fc
	.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: -4, max: 6 }))
	.map(([digits, power]) => Number(`${digits}e${power}`) + 0);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const tolerance = fc.oneof(
	share.map((absolute) => ({ absolute })),
	share.map((part) => ({ relative: part * 0.9 }))
);

describe('marking a number', () => {
	it('is right anywhere within the tolerance, and wrong clearly outside', () => {
		fc.assert(
			fc.property(
				moderate,
				tolerance,
				fc.double({ min: -1, max: 1, noNaN: true }),
				(answer, tolerance, where) => {
					const q = question({ answer, tolerance });
					const reach =
						'absolute' in tolerance ? tolerance.absolute : tolerance.relative * Math.abs(answer);
					expect(earned(q, String(answer + where * reach))).toBe(1);
					const beyond = reach + Math.max(1e-6, Math.abs(answer) * 1e-6);
					expect(earned(q, String(answer + beyond))).toBe(0);
					expect(earned(q, String(answer - beyond))).toBe(0);
				}
			)
		);
	});

	it('takes the whole number for the factor of a power, whatever the power', () => {
		fc.assert(
			fc.property(moderate, fc.integer({ min: -30, max: 30 }), (answer, power) => {
				fc.pre(power !== 0);
				const q = question({ answer, power, tolerance: { relative: 0 } });
				const whole = Number(`${answer}e0`) * Number(`1e${power}`);
				expect(earned(q, String(answer))).toBe(1);
				expect(earned(q, String(whole))).toBe(1);
			})
		);
	});

	it('reaches its own answer as it is shown, for every number of up to 12 digits', () => {
		fc.assert(
			fc.property(moderate, (answer) => {
				expect(isTakenFor(Number(written(answer)), answer, { tolerance: { absolute: 0 } })).toBe(
					true
				);
			})
		);
	});

	it.each([
		[1.4, 0.1, '1.5'],
		[1.4, 0.1, '1.3'],
		[0.3, 0.1, '0.2'],
		[12.6, 0.2, '12.8']
	])('counts the ends of %d ± %d in: %s', (answer, absolute, entered) => {
		expect(earned(question({ answer, tolerance: { absolute } }), entered)).toBe(1);
	});

	it('answers a usual mistake with its feedback, the nearest first', () => {
		const q = question({
			answer: 120,
			mistakes: [
				{ value: 1.2, feedback: both('times ten') },
				{ value: 0.9, feedback: both('another') }
			]
		});
		const feedback = (entered: string) => kind.grade(q, { entered }).parts[0]?.feedback;
		expect(feedback('1.2')).toEqual(both('times ten'));
		expect(feedback('٠٫٨')).toEqual(both('another'));
		expect(feedback('5')).toBeUndefined();
		expect(feedback('120')).toBeUndefined();
	});

	it('finds the mistake in a whole number too', () => {
		const q = question({
			answer: 3,
			power: 10,
			mistakes: [{ value: 0.3, feedback: both('less') }],
			tolerance: { relative: 0.02 }
		});
		expect(kind.grade(q, { entered: '3e9' }).parts[0]?.feedback).toEqual(both('less'));
	});

	it('tells nothing entered from what is no number', () => {
		expect(kind.missing(question({}), { entered: ' \u200F' })).toBe('nothing-entered');
		expect(kind.missing(question({}), { entered: 'كثير' })).toBe('not-a-number');
		expect(kind.missing(question({}), { entered: '1e999' })).toBe('not-a-number');
		expect(kind.missing(question({}), { entered: '٧٥' })).toBeNull();
	});

	it('keeps what was typed as it was typed', () => {
		expect(kind.upgradeResponse({ entered: ' ٧٥٫٠ ' }, 1, question({}))).toEqual({
			entered: ' ٧٥٫٠ '
		});
	});

	it('reports the number, not its script, and no exponent to SCORM 1.2', () => {
		const q = question({ answer: 3, power: 10, tolerance: { absolute: 0.5 } });
		expect(kind.interaction(q, { entered: '٣×١٠^١٠' })).toEqual({
			type: 'numeric',
			scorm12: { response: '3', correct: '3' },
			scorm2004: { response: '3', correct: ['2.5[:]3.5'] }
		});
		expect(kind.interaction(q, { entered: '1e-9' }).scorm12.response).toBe('0.000000001');
		expect(kind.interaction(q, { entered: 'many' }).scorm2004.response).toBeNull();
	});
});
