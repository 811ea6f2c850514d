import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeDays, streakOf } from './activity';
import { answersIn } from './answers';
import { calibrationOf } from './calibration';
import { certificateOf } from './certificate';
import { dueToday } from './due-today';
import { anyHistory, arrived } from './examples-of-any-history';
import { daysIn, exampleLessons } from './examples-of-histories';
import { yearOfLessons, yearOfStudy } from './examples-of-years';
import { masteryOf } from './mastery';
import { nextSteps } from './next-step';
import type { History } from './record';
import { seenIn } from './review-queue';
import { scheduleOf } from './review-schedule';
import { scoredAttempts } from './scores';
import { standingsOf } from './standing';

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const today = { begin: daysIn(80), end: daysIn(81) - 1 };
type Lessons = typeof exampleLessons;
const due = (history: History, lessons: Lessons) => dueToday(history, today, lessons);

/** Every fold, with what it is given besides the records. */
const folds: Readonly<Record<string, (history: History, lessons: Lessons) => unknown>> = {
	answers: answersIn,
	mastery: (history, lessons) => masteryOf(lessons, answersIn(history)),
	calibration: (history) => calibrationOf(answersIn(history)),
	schedule: (history) => scheduleOf(answersIn(history)),
	'what is due': due,
	'when questions were seen': ({ attempts }) => new Map([...seenIn(attempts)].sort()),
	'days of activity': (history) => activeDays(history, dayOf),
	streak: (history) => streakOf(activeDays(history, dayOf), dayOf(today.begin)),
	scores: (history) => scoredAttempts(history),
	standings: (history, lessons) => standingsOf(lessons, history),
	certificate: (history, lessons) => certificateOf(lessons, scoredAttempts(history)),
	'next steps': (history, lessons) =>
		nextSteps(lessons, standingsOf(lessons, history), due(history, lessons).questions)
};

const year = yearOfStudy('any year');
const shuffledYear = arrived(year, 'seed');

describe.each(Object.entries(folds))('%s', (_name, fold) => {
	it('is the same for a year of study, in whatever order it arrives', () => {
		expect(fold(shuffledYear, yearOfLessons)).toEqual(fold(year, yearOfLessons));
	});

	it('does not depend on the order in which records arrive, nor on how often', () => {
		fc.assert(
			fc.property(anyHistory('other'), fc.string(), (history, seed) => {
				expect(fold(arrived(history, seed), exampleLessons)).toEqual(fold(history, exampleLessons));
			}),
			{ numRuns: 60 }
		);
	});

	it('changes nothing that is given to it', () => {
		fc.assert(
			fc.property(anyHistory('other'), (history) => {
				const before = structuredClone(history);
				fold(history, exampleLessons);
				expect(history).toEqual(before);
			}),
			{ numRuns: 10 }
		);
	});
});

it('tries the folds on histories that have everything in them', () => {
	const histories = fc.sample(anyHistory('other'), { numRuns: 300, seed: 1 });
	const share = (has: (history: History) => boolean) => histories.filter(has).length / 300;
	for (const mode of ['practice', 'test', 'review'] as const)
		expect(share(({ attempts }) => attempts.some((one) => one.mode === mode))).toBeGreaterThan(0.3);
	expect(share(({ attempts }) => attempts.some(({ redoOf }) => redoOf))).toBeGreaterThan(0.1);
	for (const type of ['hint-shown', 'remarked', 'section-read', 'confidence-given', 'active'])
		expect(share(({ events }) => events.some((event) => event.type === type))).toBeGreaterThan(0.2);
	expect(share((history) => scoredAttempts(history).length > 1)).toBeGreaterThan(0.2);
	expect(share((history) => due(history, exampleLessons).due.length > 1)).toBeGreaterThan(0.2);
});
