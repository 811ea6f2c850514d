import { locales, type Locale } from '#lib/base/locale';
import type { Question } from '#lib/quiz/question';
import type { LearnerResult, MarkedAttempt, MarkedQuestion } from '../collected';
import { choicesIn, isTyped } from '../marking/choices-in';
import { Correlation } from './correlation';
import { questionIn } from '../marking/marked-question';
import type { MarkingCourse } from '../marking/marking-course';
import type { Stratum } from './mantel-haenszel';
import { doesCount } from '../terms';

/** So many different texts that were typed are told apart. */
const mostTexts = 200;
/** Levels of equal score for comparing languages: tenths of the paper. */
const levels = 10;
const little = 1e-9;

/** Sums over the answers to one question; their size does not grow with the class. */
export interface ItemSums {
	answers: number;
	unanswered: number;
	earned: number;
	readonly withRest: Correlation;
	/** By `choiceKey`. */
	readonly choices: Map<string, { count: number; right: boolean }>;
	otherChoices: number;
	time: number;
	timed: number;
	readonly languages: Record<Locale, { answers: number; earned: number }>;
	/** By level of score. */
	readonly strata: Map<number, [...Stratum]>;
}

export const choiceKey = (of: string | null, id: string): string => JSON.stringify([of, id]);

/**
 * Counts answers, learner by learner, in memory that does not grow with their number. Of each learner the first complete
 * attempt at a lesson counts, so that answers are independent of each other and nobody had seen the right one.
 */
export class ItemTally {
	readonly #course: MarkingCourse;
	readonly #items = new Map<string, ItemSums>();
	readonly #known = new Map<string, { question: Question; typed: boolean } | null>();

	constructor(course: MarkingCourse) {
		this.#course = course;
	}

	add({ attempts }: Pick<LearnerResult, 'attempts'>): void {
		const done = new Set<string>();
		for (const attempt of attempts) {
			if (attempt.ended === null || !doesCount(attempt) || done.has(attempt.lesson)) continue;
			done.add(attempt.lesson);
			// A paper of somebody's own choice says nothing of the questions.
			if (!attempt.notes.includes('paper-differs')) this.#addAttempt(attempt);
		}
	}

	sumsOf({ lesson, id }: Pick<Question, 'lesson' | 'id'>): ItemSums | null {
		return this.#items.get(`${lesson} ${id}`) ?? null;
	}

	#addAttempt({ lesson, questions }: MarkedAttempt): void {
		const marked = questions.filter(({ share }) => share !== null);
		const total = marked.reduce((sum, { share }) => sum + share!, 0);
		for (const one of marked) {
			const known = this.#question(lesson, one.question);
			if (!known) continue;
			const sums = this.#sums(`${lesson} ${one.question}`);
			this.#addAnswer(sums, one);
			if (marked.length > 1)
				sums.withRest.add(one.share!, (total - one.share!) / (marked.length - 1));
			if (one.tries === 0) sums.unanswered++;
			else this.#addChoices(sums, known, one);
			if (one.locale) this.#addLanguage(sums, one.locale, one.share!, total / marked.length);
		}
	}

	#addAnswer(sums: ItemSums, { share, time }: MarkedQuestion): void {
		sums.answers++;
		sums.earned += share!;
		if (time <= 0) return;
		sums.timed++;
		sums.time += time;
	}

	#addLanguage(sums: ItemSums, locale: Locale, share: number, total: number): void {
		const language = sums.languages[locale];
		language.answers++;
		language.earned += share;
		const level = Math.round(total * levels);
		const stratum = sums.strata.get(level) ?? [0, 0, 0, 0];
		sums.strata.set(level, stratum);
		stratum[2 * locales.indexOf(locale) + (share >= 1 - little ? 0 : 1)]!++;
	}

	#addChoices(
		sums: ItemSums,
		{ question, typed }: { readonly question: Question; readonly typed: boolean },
		{ response, share }: MarkedQuestion
	): void {
		for (const { of, id } of choicesIn(question, response)) {
			const key = choiceKey(of, id);
			const known = sums.choices.get(key);
			if (known) known.count++;
			else if (typed && sums.choices.size >= mostTexts) sums.otherChoices++;
			else sums.choices.set(key, { count: 1, right: typed && share! >= 1 - little });
		}
	}

	#question(lesson: string, id: string) {
		const key = `${lesson} ${id}`;
		const known = this.#known.get(key);
		if (known !== undefined) return known;
		const question = questionIn(this.#course, lesson, id);
		const found = question ? { question, typed: isTyped(question) } : null;
		this.#known.set(key, found);
		return found;
	}

	#sums(key: string): ItemSums {
		const known = this.#items.get(key);
		if (known) return known;
		const sums: ItemSums = {
			answers: 0,
			unanswered: 0,
			earned: 0,
			withRest: new Correlation(),
			choices: new Map(),
			otherChoices: 0,
			time: 0,
			timed: 0,
			languages: { en: { answers: 0, earned: 0 }, ar: { answers: 0, earned: 0 } },
			strata: new Map()
		};
		this.#items.set(key, sums);
		return sums;
	}
}
