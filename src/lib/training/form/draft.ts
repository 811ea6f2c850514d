import type { AnswerTime, AssignedRules, Assignment, Trainer } from '../assignment';
import { knownZone, wallTimeAt } from './zoned-time';

/** Lengths that a link has room for, in UTF-16 units: as many as any student's device takes, and somewhat less. */
export const longest = { title: 120, message: 1000, group: 80, trainer: 100 } as const;
export const mostCoTrainers = 2;
/** What the number fields take: per cent, attempts, minutes. */
export const ranges = {
	passMark: { least: 1, most: 100 },
	attempts: { least: 1, most: 20 },
	minutes: { least: 1, most: 600 }
} as const;

/** An assignment as it stands in the form: what is typed is text until it is taken. */
export interface Draft {
	title: string;
	message: string;
	group: string;
	/** Ids. */
	lessons: readonly string[];
	opensDay: string;
	opensTime: string;
	dueDay: string;
	dueTime: string;
	timeZone: string;
	mode: AssignedRules['mode'];
	/** Per cent. */
	passMark: string;
	/** Empty for any number. */
	attempts: string;
	counts: AssignedRules['counts'];
	/** Minutes; empty for no limit. */
	minutes: string;
	extraTime: boolean;
	confidence: boolean;
	answers: AnswerTime;
	coTrainers: readonly Trainer[];
	/** Of who asks. */
	trainerName: string;
}

/** What the form shows at first; `given` is what a preset sets. */
export const newDraft = (
	passMark: number,
	timeZone: string,
	trainerName: string,
	given: Partial<Draft> = {}
): Draft => ({
	title: '',
	message: '',
	group: '',
	lessons: [],
	opensDay: '',
	opensTime: '',
	dueDay: '',
	dueTime: '23:59',
	timeZone,
	mode: 'test',
	passMark: String(Math.round(passMark * 1000) / 10),
	attempts: '2',
	counts: 'best',
	minutes: '',
	extraTime: true,
	confidence: false,
	answers: 'after-due',
	coTrainers: [],
	trainerName,
	...given
});

/** An assignment as the form shows it; its times stand in UTC where this browser does not know their zone. */
export function draftOf(assignment: Assignment): Draft {
	const { rules, opens, due } = assignment;
	const timeZone = knownZone(assignment.timeZone);
	const wall = (at: number | null) => (at === null ? null : wallTimeAt(at, timeZone));
	return {
		title: assignment.title,
		message: assignment.message,
		group: assignment.group,
		lessons: assignment.lessons,
		opensDay: wall(opens)?.day ?? '',
		opensTime: wall(opens)?.time ?? '',
		dueDay: wall(due)?.day ?? '',
		dueTime: wall(due)?.time ?? '23:59',
		timeZone,
		mode: rules.mode,
		passMark: String(Math.round(rules.passMark * 1000) / 10),
		attempts: rules.attempts === null ? '' : String(rules.attempts),
		counts: rules.counts,
		minutes: rules.timeLimit === null ? '' : String(rules.timeLimit / 60_000),
		extraTime: rules.extraTime,
		confidence: rules.confidence,
		answers: rules.answers,
		coTrainers: assignment.coTrainers,
		trainerName: assignment.trainer.name
	};
}
