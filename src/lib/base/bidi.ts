import { inLocale, type Locale, type Text } from './locale';
import { shownDigits } from './numeral';

export interface Run {
	readonly text: string;
	/** True for words of the other script, which a page isolates so that they do not reorder their neighbours. */
	readonly foreign: boolean;
}

const latin = '\\p{Script=Latin}\\p{Script=Greek}µ°%';
const arabic = '\\p{Script=Arabic}';
/** As in O₂, Na⁺ and m³. */
const raised = '⁰¹²³⁴-⁹⁺⁻₀-₉';
/** A power with its factor, as in "4.5 × 10¹⁰" or "10^-9": right to left its parts would change places. */
const power =
	'(?:[0-9][0-9.,]*[\\u0020\\u00A0]?[×·][\\u0020\\u00A0]?)?[0-9][0-9.,]*(?:[⁺⁻]?[⁰¹²³⁴-⁹]+|\\^[+−-]?[0-9]+)';
/** A number that belongs to the Latin word behind it, as in "100 nm" or "20×10⁹ particles". */
const number = `(?:(?:${power}|[0-9][0-9.,×^·]*)[\\u0020\\u00A0]?)?`;
const inWord = `${latin}0-9${raised}`;
const latinWord = `[${latin}0-9][${inWord}.,'’:/+×^_·-]*`;
const latinRun = new RegExp(
	`${number}[${latin}](?:[${inWord}.,'’:/+×^_·-]*[${inWord}+])?(?:\\.?[\\u0020\\u00A0(]+(?=[${latin}])${latinWord}(?<=[${inWord}+]))*|${power}`,
	'gu'
);
const arabicRun = new RegExp(
	`[${arabic}][${arabic}\\p{Mn}]*(?:[\\u0020\\u00A0]+[${arabic}][${arabic}\\p{Mn}]*)*`,
	'gu'
);

/**
 * Cuts a text into its own words and those of the other script: 'قطر 100 nm فقط' => own, foreign '100 nm', own. A power,
 * as in '3 × 10¹⁰', counts as foreign too: it is written the same in every language.
 */
export function runsOf(text: string, locale: Locale): Run[] {
	const runs: Run[] = [];
	let end = 0;
	for (const match of text.matchAll(locale === 'ar' ? latinRun : arabicRun)) {
		if (match.index > end) runs.push({ text: text.slice(end, match.index), foreign: false });
		runs.push({ text: match[0], foreign: true });
		end = match.index + match[0].length;
	}
	if (end < text.length) runs.push({ text: text.slice(end), foreign: false });
	return runs;
}

/** A text as an island of its own direction, for where no element can stand: it cannot reorder what is beside it. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/**
 * A text of the course as one string, for where no element can stand (an `<option>`, a sentence that is announced):
 * in the wanted language or the one it has, foreign words isolated by control characters, digits as set.
 */
export function plainText(text: Text, wanted: Locale, digits: 'latn' | 'arab'): string {
	const shown = inLocale(text, wanted);
	return runsOf(shown.text, shown.locale)
		.map((run) =>
			run.foreign
				? isolated(run.text)
				: shownDigits(run.text, shown.locale === 'ar' ? digits : 'latn')
		)
		.join('');
}
