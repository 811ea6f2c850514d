import type { Assignment } from './assignment';

/** What a revision changes for students who have the one before. */
export const changeNames = [
	'withdrawn',
	'taken-up-again',
	'title',
	'message',
	'lessons-added',
	'lessons-removed',
	'opens',
	'due-later',
	'due-sooner',
	'due-none',
	'due-set',
	'mode',
	'pass-mark',
	'attempts',
	'counts',
	'time-limit',
	'extra-time',
	'confidence',
	'answers',
	'group',
	'readers',
	'name'
] as const;
export type ChangeName = (typeof changeNames)[number];

function dueChange(before: number | null, after: number | null): ChangeName | null {
	if (before === after) return null;
	if (after === null) return 'due-none';
	if (before === null) return 'due-set';
	// Nobody is told of seconds, which no clock of ours shows.
	if (Math.floor(before / 60_000) === Math.floor(after / 60_000)) return null;
	return after > before ? 'due-later' : 'due-sooner';
}

const keysOf = ({ coTrainers }: Assignment) =>
	coTrainers
		.map(({ encryption: { x, y } }) => `${x} ${y}`)
		.sort()
		.join();

/** What differs between two revisions, in the order in which it is said. */
export function changesBetween(before: Assignment, after: Assignment): ChangeName[] {
	const [was, is] = [before.rules, after.rules];
	const changed: { readonly [C in ChangeName]?: boolean } = {
		withdrawn: after.withdrawn && !before.withdrawn,
		'taken-up-again': before.withdrawn && !after.withdrawn,
		title: before.title !== after.title,
		message: before.message !== after.message,
		'lessons-added': after.lessons.some((id) => !before.lessons.includes(id)),
		'lessons-removed': before.lessons.some((id) => !after.lessons.includes(id)),
		opens: before.opens !== after.opens,
		mode: was.mode !== is.mode,
		'pass-mark': was.passMark !== is.passMark,
		attempts: was.attempts !== is.attempts,
		counts: was.counts !== is.counts,
		'time-limit': was.timeLimit !== is.timeLimit,
		'extra-time': was.extraTime !== is.extraTime,
		confidence: was.confidence !== is.confidence,
		answers: was.answers !== is.answers,
		group: before.group !== after.group,
		readers: keysOf(before) !== keysOf(after),
		name: before.trainer.name !== after.trainer.name
	};
	const due = dueChange(before.due, after.due);
	return changeNames.filter((name) => name === due || changed[name]);
}
