import { bench, describe } from 'vitest';
import { activeDays } from '#lib/progress/activity';
import { answersIn } from '#lib/progress/answers';
import { calibrationOf } from '#lib/progress/calibration';
import { certificateOf } from '#lib/progress/certificate';
import { dueToday } from '#lib/progress/due-today';
import { newYear, yearOfLessons, yearOfStudy } from '#lib/progress/examples-of-years';
import { masteryOf } from '#lib/progress/mastery';
import { scoredAttempts } from '#lib/progress/scores';
import { standingsOf } from '#lib/progress/standing';
import { dayOf, today } from '#lib/session/today';

// As records come from a store: no text and no object is shared by two of them.
const year = structuredClone(yearOfStudy('a year'));
const counts = Object.entries(year).map(([table, rows]) => [table, rows.length] as const);
const lastDay = today(newYear + 364 * 24 * 60 * 60_000);

function home() {
	standingsOf(yearOfLessons, year);
	dueToday(year, lastDay, yearOfLessons);
}

function progress() {
	const answers = answersIn(year);
	masteryOf(yearOfLessons, answers);
	calibrationOf(answers);
	activeDays(year, dayOf);
	certificateOf(yearOfLessons, scoredAttempts(year));
}

/** Processor time of this process, in milliseconds: what else the machine does is not counted. */
function worked(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

console.log(
	`${counts.reduce((sum, [, count]) => sum + count, 0)} records: ` +
		counts.map(([table, count]) => `${count} ${table}`).join(', ')
);
// A page is opened once, by code that has not run before: this is told, too, and no limit is set for it.
for (const [name, fold] of Object.entries({ home, progress })) {
	const begun = worked();
	fold();
	console.log(`${name} page, the first time: ${(worked() - begun).toFixed(0)} ms`);
}

describe('a year of study is folded in less than 50 ms of processor time', () => {
	const options = { time: 3000, now: worked };
	bench('for the home page: standings of 12 lessons, and what is due', home, options);
	bench('for the progress page: answers, mastery, scores, days, certificate', progress, options);
});
