import type { AttemptRecord, AttemptTerms, Mode, Rules } from '#lib/progress/record';
import type { Assigned } from '#lib/store/assigned';
import type { Assignment } from '#lib/training/assignment';
import { meetings, met, rulesFor, termsFor, type Meeting } from '#lib/training/started-for';
import { readAccepted } from './read-accepted';

/** Of an attempt that is to be started. */
export interface Starting {
	readonly rules: Rules;
	readonly terms: readonly AttemptTerms[];
}

/** What is assigned of one lesson: fetched by quiz pages only where anything is assigned at all. */
export class AssignedQuiz {
	readonly assignments: readonly Assignment[];
	readonly #lesson: string;

	constructor(assignments: readonly Assignment[], lesson: string) {
		this.assignments = assignments;
		this.#lesson = lesson;
	}

	/** For which assignments an attempt in this mode would be, those that are used up too. */
	meetings(mode: Mode, attempts: readonly AttemptRecord[], now: number): readonly Meeting[] {
		return meetings(this.assignments, attempts, { lesson: this.#lesson, mode, now });
	}

	/** What an attempt in this mode would be started with; null where it is for no assignment. `own`: the learner's rules. */
	starting(
		mode: Mode,
		attempts: readonly AttemptRecord[],
		own: Rules,
		now: number
	): Starting | null {
		const assigned = met(this.meetings(mode, attempts, now));
		return assigned.length ? { rules: rulesFor(own, assigned), terms: termsFor(assigned) } : null;
	}
}

/** What the store has => what is assigned of a lesson of this course. */
export async function assignedQuiz(
	assigned: Assigned,
	course: string,
	lesson: string
): Promise<AssignedQuiz> {
	const read = await readAccepted(assigned.accepted, course);
	return new AssignedQuiz(
		read.map(({ assignment }) => assignment),
		lesson
	);
}
