import type { Assignment, Trainer } from '#lib/training/assignment';
import { changesBetween, type ChangeName } from '#lib/training/changes';
import { longest, mostCoTrainers, ranges, type Draft } from '#lib/training/form/draft';
import {
	assignmentFrom,
	checkedFields,
	problemsOf,
	type CheckedField,
	type DraftProblems,
	type Given
} from '#lib/training/form/draft-check';
import { InputError } from '#lib/training/problem';
import { readTrainerCode } from '#lib/training/wire/trainer-code';
import { codeProblems, type CodeProblem } from './choices';

/** What fields take, for what is said beside them. */
export const limits: { readonly [F in CheckedField]?: { least: number; most: number } } = {
	title: { least: 1, most: longest.title },
	message: { least: 0, most: longest.message },
	group: { least: 0, most: longest.group },
	trainerName: { least: 1, most: longest.trainer },
	...ranges
};

/** The form of an assignment: what is typed, what is wrong with it, and the assignment that it is. */
export class Drafting {
	draft = $state<Draft>()!;
	/** Somebody tried to take it as it is: from then on it is said what is wrong. */
	tried = $state(false);
	readonly problems: DraftProblems = $derived(this.tried ? problemsOf(this.draft) : {});
	/** Lessons in the order of the course. */
	readonly #order: readonly string[];

	constructor(draft: Draft, order: readonly string[]) {
		this.draft = draft;
		this.#order = order;
	}

	/** The first field that is wrong; null where all can be taken. */
	check(): CheckedField | null {
		this.tried = true;
		const problems = problemsOf(this.draft);
		return checkedFields.find((field) => problems[field]) ?? null;
	}

	/** Puts lessons in or takes them out. */
	choose(lessons: readonly string[], wanted: boolean): void {
		const others = this.draft.lessons.filter((id) => !lessons.includes(id));
		this.draft.lessons = wanted ? [...others, ...lessons] : others;
	}

	/** Adds a co-trainer by a pasted code; why not, or null. */
	addCoTrainer(
		code: string,
		own: Pick<Trainer, 'encryption' | 'signing'> | null
	): CodeProblem | null {
		try {
			const trainer = readTrainerCode(code);
			const same = (other: Pick<Trainer, 'encryption' | 'signing'>) =>
				other.encryption.x === trainer.encryption.x || other.signing.x === trainer.signing.x;
			if (own && same(own)) return 'own';
			if (this.draft.coTrainers.some(same)) return 'twice';
			if (this.draft.coTrainers.length >= mostCoTrainers) return 'too-many';
			this.draft.coTrainers = [...this.draft.coTrainers, trainer];
			return null;
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			return codeProblems.find((known) => known === error.problem) ?? 'damaged';
		}
	}

	removeCoTrainer(trainer: Trainer): void {
		this.draft.coTrainers = this.draft.coTrainers.filter(
			({ signing }) => signing.x !== trainer.signing.x
		);
	}

	/** The assignment, where nothing is wrong. */
	assignment(given: Given): Assignment {
		return assignmentFrom($state.snapshot(this.draft) as Draft, given, this.#order);
	}

	/** What it changes for students who have `before`. Nothing is said of a form that cannot be taken. */
	changesFrom(before: Assignment | null): readonly ChangeName[] {
		if (!before || Object.keys(problemsOf(this.draft)).length) return [];
		const { id, course, revision, made, trainer } = before;
		const after = this.assignment({ id, course, revision, made, trainer });
		return changesBetween(before, after);
	}
}
