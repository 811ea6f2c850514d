import type { Text } from '#lib/base/locale';
import { readNumber } from '#lib/base/numeral';
import { defineKind, type PublicQuestion } from '#lib/quiz/define-kind';
import type { QuestionBase } from '#lib/quiz/question';

/** How far from the answer is right: at most so much, or at most this share of the answer. */
export type Tolerance = { readonly absolute: number } | { readonly relative: number };

export interface Numeric extends QuestionBase {
	/** With `power`, the factor. */
	readonly answer: number;
	readonly tolerance: Tolerance;
	/** The field asks for the factor of 10 to this power. */
	readonly power?: number;
	readonly unit?: Text;
	readonly mistakes: readonly { readonly value: number; readonly feedback?: Text }[];
}

export interface PublicNumeric extends PublicQuestion {
	readonly power?: number;
	readonly unit?: Text;
}

export interface NumericResponse {
	/** As typed. */
	readonly entered: string;
}

type Key = Pick<Numeric, 'tolerance' | 'power'>;

/** Half of the width of what is right around a value. */
const reach = (value: number, tolerance: Tolerance) =>
	'absolute' in tolerance ? tolerance.absolute : tolerance.relative * Math.abs(value);

/** The ends belong to it: 1.4 ± 0.1 takes 1.5, though 1.5 - 1.4 > 0.1 in binary. */
const near = (given: number, value: number, tolerance: Tolerance) =>
	Math.abs(given - value) <=
	reach(value, tolerance) + 8 * Number.EPSILON * Math.max(Math.abs(given), Math.abs(value));

/** What a number can mean: itself or, where a factor is asked for, the factor of the whole number typed. */
const readings = (given: number, { power }: Key) =>
	power === undefined ? [given] : [given, given / Number(`1e${power}`)];

/** Whether a number is taken for this value: (3e10, 3, { power: 10, … }) => true. */
export const isTakenFor = (given: number, value: number, key: Key): boolean =>
	readings(given, key).some((reading) => near(reading, value, key.tolerance));

/** A number as a person would write it: whole, or with at most 12 digits. 1/3 => '0.333333333333'. */
export const written = (value: number): string =>
	Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(12)));

/** For SCORM 1.2, which knows no exponents; null where a number is too long without one. */
const scormDecimal = (value: number) => {
	const plain = value.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 15 });
	return plain.length <= 255 ? plain : String(value);
};

/** What was entered, as the factor if the whole number was typed for it; null if it is no number. */
function enteredFactor(question: Numeric, { entered }: NumericResponse): number | null {
	const read = readNumber(entered);
	if ('failure' in read) return null;
	const right = (reading: number) => near(reading, question.answer, question.tolerance);
	return readings(read.value, question).find(right) ?? read.value;
}

/** The mistake that a wrong number comes nearest to, if it is one of the usual ones. */
function usualMistake(question: Numeric, given: number) {
	const distance = (value: number) =>
		Math.min(...readings(given, question).map((reading) => Math.abs(reading - value)));
	return question.mistakes
		.filter(({ value }) => isTakenFor(given, value, question))
		.sort((a, b) => distance(a.value) - distance(b.value))[0];
}

/** A number is typed, in either script. All or nothing. */
export const kind = defineKind<Numeric, NumericResponse, PublicNumeric>({
	kind: 'numeric',
	version: 1,
	start: () => ({ entered: '' }),
	upgradeResponse(stored) {
		const entered = (stored as NumericResponse | null | undefined)?.entered;
		return { entered: typeof entered === 'string' ? entered : '' };
	},
	missing(_question, { entered }) {
		const read = readNumber(entered);
		if (!('failure' in read)) return null;
		return read.failure === 'empty' ? 'nothing-entered' : 'not-a-number';
	},
	grade(question, { entered }) {
		const read = readNumber(entered);
		if ('failure' in read) {
			const given = read.failure !== 'empty';
			return { earned: 0, possible: 1, parts: [{ id: 'entry', right: false, given }], notes: [] };
		}
		const right = isTakenFor(read.value, question.answer, question);
		const feedback = right ? undefined : usualMistake(question, read.value)?.feedback;
		const part = { id: 'entry', right, given: true, feedback };
		return { earned: right ? 1 : 0, possible: 1, parts: [part], notes: [] };
	},
	correct: ({ answer }) => ({ entered: written(answer) }),
	publicPart: ({ id, kind, prompt, power, unit }) => ({ id, kind, prompt, power, unit }),
	arrange: () => [],
	interaction(question, response) {
		const { answer, tolerance } = question;
		const given = enteredFactor(question, response);
		const [low, high] = [answer - reach(answer, tolerance), answer + reach(answer, tolerance)];
		return {
			type: 'numeric',
			scorm12: {
				response: given === null ? null : scormDecimal(given),
				correct: scormDecimal(answer)
			},
			scorm2004: {
				response: given === null ? null : String(given),
				correct: [`${written(low)}[:]${written(high)}`]
			}
		};
	}
});
