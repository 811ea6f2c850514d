import type { Locale } from '#lib/base/locale';
import type { Question } from '#lib/quiz/question';
import { choicesOffered, rightChoices, type Choice } from '../marking/choices-in';
import { choiceKey, type ItemSums, type ItemTally } from './item-tally';
import { commonDifference } from './mantel-haenszel';

export { ItemTally } from './item-tally';

/** From so many answers on a question is judged. */
export const enoughAnswers = 30;
/** From this share on nearly everybody knows it, up to that hardly anybody does, guessing included. */
const tooEasy = 0.95;
const tooHard = 0.2;
/** Of flagging any question of a report for chance alone. */
const significance = 0.05;
/** On the delta scale: a large difference, category C of the ETS (Zieky 1993, in Holland and Wainer, DIF). */
const largeDelta = 1.5;
/** Where the learners of one language all fail, the odds have no end. */
const mostDelta = 10;

export type ItemFlag =
	/** Fewer answers than that: nothing is said. */
	| 'too-few'
	/** Those who did better elsewhere did worse here: the key may be wrong, or the prompt misleads. */
	| 'key-suspect'
	| 'too-easy'
	| 'too-hard'
	/** Learners of equal score fare differently with it in the two languages. */
	| 'languages-differ';

/** A part of answers and how often it was given. */
export interface ItemChoice extends Choice {
	readonly count: number;
	readonly right: boolean;
}

/** A question as a class answered it: one answer of each learner. */
export interface Item {
	readonly lesson: string;
	readonly objective: string;
	readonly question: string;
	/** Answers that could be marked; an unanswered question of a complete attempt is one. */
	readonly answers: number;
	readonly unanswered: number;
	/** Mean share of the points, 0 to 1; null without an answer. */
	readonly facility: number | null;
	/** Correlation with the rest of the paper, -1 to 1; null where either does not vary. */
	readonly discrimination: number | null;
	/** Where it lies in 95 of 100 classes like this; null with fewer than 4 answers. */
	readonly discriminationRange: readonly [number, number] | null;
	readonly choices: readonly ItemChoice[];
	/** Further different texts that were typed; how often. */
	readonly otherChoices: number;
	/** Mean of the milliseconds with the question open; null without one. */
	readonly time: number | null;
	readonly languages: {
		readonly [L in Locale]: { readonly answers: number; readonly facility: number | null };
	};
	/** What `languages-differ` is told from; null with fewer than 30 answers in one of the two. */
	readonly difference: LanguageDifference | null;
	readonly flags: readonly ItemFlag[];
}

/** Mantel-Haenszel over levels of equal score: English against Arabic. */
export interface LanguageDifference {
	/** On the delta scale of the ETS; below 0 it is harder in Arabic. */
	readonly delta: number;
	/** Chi square with one degree of freedom. */
	readonly chiSquare: number;
	/** Of seeing as much by chance, before Bonferroni's correction. */
	readonly probability: number;
}

/**
 * What the tally says of these questions, in their order.
 *
 * Facility is the mean share of the points. Discrimination is the correlation of a question with the mean of all others
 * on the same paper (item-rest correlation, "corrected item-total": Henrysson 1963, Psychometrika 28, 211), Pearson's, so
 * that a question does not correlate with itself. Languages are compared at equal score (`commonDifference`), at 5 %
 * for all questions together (Bonferroni: Dunn 1961, Journal of the American Statistical Association 56, 52).
 */
export function itemsOf(tally: ItemTally, questions: readonly Question[]): Item[] {
	const items = questions.map((question) => itemOf(question, tally.sumsOf(question)));
	const compared = items.filter(({ difference }) => difference !== null).length;
	return items.map((item) => ({ ...item, flags: flagsOf(item, compared) }));
}

function itemOf(question: Question, sums: ItemSums | null): Item {
	const mean = (sum: number, count: number) => (count ? sum / count : null);
	const answers = sums?.answers ?? 0;
	const language = (locale: Locale) => {
		const { answers, earned } = sums?.languages[locale] ?? { answers: 0, earned: 0 };
		return { answers, facility: mean(earned, answers) };
	};
	return {
		lesson: question.lesson,
		objective: question.objective,
		question: question.id,
		answers,
		unanswered: sums?.unanswered ?? 0,
		facility: mean(sums?.earned ?? 0, answers),
		discrimination: sums?.withRest.value ?? null,
		discriminationRange: sums?.withRest.range ?? null,
		choices: choicesOf(question, sums),
		otherChoices: sums?.otherChoices ?? 0,
		time: mean(sums?.time ?? 0, sums?.timed ?? 0),
		languages: { en: language('en'), ar: language('ar') },
		difference: sums && differenceIn(sums),
		flags: []
	};
}

/** All that can be chosen, in the order of the question, and what else was given, the most frequent first. */
function choicesOf(question: Question, sums: ItemSums | null): ItemChoice[] {
	const right = new Set(rightChoices(question).map(({ of, id }) => choiceKey(of, id)));
	const given = new Map(sums?.choices);
	const offered = choicesOffered(question).map(({ of, id }): ItemChoice => {
		const key = choiceKey(of, id);
		const count = given.get(key)?.count ?? 0;
		given.delete(key);
		return { of, id, count, right: right.has(key) };
	});
	const others = [...given].map(([key, { count, right }]): ItemChoice => {
		const [of, id] = JSON.parse(key) as [string | null, string];
		return { of, id, count, right };
	});
	others.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
	return [...offered, ...others];
}

function differenceIn({ languages, strata }: ItemSums): LanguageDifference | null {
	if (Math.min(languages.en.answers, languages.ar.answers) < enoughAnswers) return null;
	const common = commonDifference(strata.values());
	if (!common) return null;
	const { odds, chiSquare, probability } = common;
	// Holland and Thayer's scale: -2.35 times the logarithm of the odds.
	const delta = Math.max(-mostDelta, Math.min(mostDelta, -2.35 * Math.log(odds)));
	return { delta, chiSquare, probability };
}

function flagsOf(item: Item, compared: number): ItemFlag[] {
	const { answers, facility, discrimination, difference } = item;
	if (answers < enoughAnswers) return ['too-few'];
	const flags: ItemFlag[] = [];
	if (discrimination !== null && discrimination < 0) flags.push('key-suspect');
	if (facility! >= tooEasy) flags.push('too-easy');
	if (facility! <= tooHard) flags.push('too-hard');
	if (
		difference &&
		Math.abs(difference.delta) >= largeDelta &&
		difference.probability < significance / compared
	)
		flags.push('languages-differ');
	return flags;
}
