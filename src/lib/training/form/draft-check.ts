import { readNumber } from '#lib/base/numeral';
import type { Assignment, Trainer } from '../assignment';
import { longest, ranges, type Draft } from './draft';
import { isTimeZone, zonedTime } from './zoned-time';

/** Fields that can have something wrong, in the order of the form. */
export const checkedFields = [
	'title',
	'message',
	'lessons',
	'opensDay',
	'dueDay',
	'timeZone',
	'passMark',
	'attempts',
	'minutes',
	'group',
	'trainerName'
] as const;
export type CheckedField = (typeof checkedFields)[number];
/** What can be wrong with which of them. */
export const draftProblems = [
	'title-empty',
	'title-too-long',
	'message-too-long',
	'lessons-empty',
	'opensDay-no-time',
	'dueDay-no-time',
	'dueDay-before-opening',
	'timeZone-unknown-zone',
	'passMark-not-a-share',
	'attempts-not-a-count',
	'minutes-not-minutes',
	'group-too-long',
	'trainerName-empty',
	'trainerName-too-long'
] as const;
export type DraftProblem = (typeof draftProblems)[number];
export type DraftProblems = { readonly [F in CheckedField]?: DraftProblem };

/** A whole number as it was typed, within bounds; null for an empty field, NaN for anything else. */
function wholeIn(
	typed: string,
	{ least, most }: { readonly least: number; readonly most: number }
): number | null {
	if (!typed.trim()) return null;
	const read = readNumber(typed);
	if (!('value' in read) || !Number.isInteger(read.value)) return NaN;
	return read.value >= least && read.value <= most ? read.value : NaN;
}

/** 0 to 1; NaN for what is no share of a hundred. A per cent sign, of either script, may stand behind. */
function shareIn(typed: string): number {
	const read = readNumber(typed.replace(/[%٪]\s*$/, ''));
	if (!('value' in read) || read.value < ranges.passMark.least || read.value > ranges.passMark.most)
		return NaN;
	return Math.round(read.value * 10) / 1000;
}

/** Behind it a time elsewhere can have a year of five digits, which no clock here reads. */
const lastDay = '9998-12-31';

/** The moment that a day and a time of the form mean; null for no day, NaN for what is no time there. */
function momentIn(day: string, time: string, zone: string, otherwise: string): number | null {
	if (!day) return time && otherwise === '00:00' ? NaN : null;
	if (!isTimeZone(zone)) return null;
	const at = day > lastDay ? null : zonedTime({ day, time: time || otherwise }, zone);
	// What can be sent and kept begins in 1970.
	return at !== null && at >= 0 ? at : NaN;
}

const opensOf = (draft: Draft) =>
	momentIn(draft.opensDay, draft.opensTime, draft.timeZone, '00:00');
const dueMinuteOf = (draft: Draft) =>
	momentIn(draft.dueDay, draft.dueTime, draft.timeZone, '23:59');
/** The end of that minute: what ends at 23:59:30 is in time for 23:59. */
function dueOf(draft: Draft): number | null {
	const minute = dueMinuteOf(draft);
	return minute === null ? null : minute + 59_999;
}

/** What is wrong in the form; empty where it can be taken. A due date in the past is allowed: that work is late. */
export function problemsOf(draft: Draft): DraftProblems {
	const tooLong = (text: string, most: number) => text.trim().length > most;
	const [opens, due] = [opensOf(draft), dueMinuteOf(draft)];
	const test = draft.mode === 'test';
	const isNone = (value: number | null) => Number.isNaN(value);
	const found: { readonly [P in DraftProblem]: boolean } = {
		'title-empty': !draft.title.trim(),
		'title-too-long': tooLong(draft.title, longest.title),
		'message-too-long': tooLong(draft.message, longest.message),
		'lessons-empty': draft.lessons.length === 0,
		'opensDay-no-time': isNone(opens),
		'dueDay-no-time': isNone(due),
		'dueDay-before-opening': opens !== null && due !== null && due <= opens,
		'timeZone-unknown-zone': !isTimeZone(draft.timeZone),
		'passMark-not-a-share': isNone(shareIn(draft.passMark)),
		'attempts-not-a-count': test && isNone(wholeIn(draft.attempts, ranges.attempts)),
		'minutes-not-minutes': test && isNone(wholeIn(draft.minutes, ranges.minutes)),
		'group-too-long': tooLong(draft.group, longest.group),
		'trainerName-empty': !draft.trainerName.trim(),
		'trainerName-too-long': tooLong(draft.trainerName, longest.trainer)
	};
	return Object.fromEntries(
		draftProblems
			.filter((problem) => found[problem])
			.map((problem) => [problem.slice(0, problem.indexOf('-')), problem])
	);
}

/** The part of an assignment that the form does not show. */
export type Given = Pick<Assignment, 'id' | 'course' | 'revision' | 'made'> & {
	readonly trainer: Omit<Trainer, 'name'>;
};

/** The assignment of a form without problems; lessons in the order of the course. */
export function assignmentFrom(
	draft: Draft,
	{ trainer, ...given }: Given,
	order: readonly string[]
): Assignment {
	const test = draft.mode === 'test';
	const minutes = test ? wholeIn(draft.minutes, ranges.minutes) : null;
	return {
		...given,
		withdrawn: false,
		title: draft.title.trim(),
		message: draft.message.trim(),
		group: draft.group.trim(),
		lessons: order.filter((id) => draft.lessons.includes(id)),
		opens: opensOf(draft),
		due: dueOf(draft),
		timeZone: draft.timeZone,
		rules: {
			mode: draft.mode,
			passMark: shareIn(draft.passMark),
			attempts: test ? wholeIn(draft.attempts, ranges.attempts) : null,
			counts: draft.counts,
			timeLimit: minutes === null ? null : minutes * 60_000,
			extraTime: draft.extraTime,
			confidence: draft.confidence,
			answers: draft.answers
		},
		trainer: {
			name: draft.trainerName.trim(),
			signing: trainer.signing,
			encryption: trainer.encryption
		},
		coTrainers: draft.coTrainers
	};
}
