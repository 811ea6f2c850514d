import type { Released } from '#lib/content/release';
import type { Question } from '#lib/quiz/question';

/** The course as marking needs it: this site's own questions. */
export interface MarkingCourse {
	/** Changes whenever the questions do. */
	readonly marking: string;
	readonly lessons: ReadonlyMap<
		string,
		{
			/** Questions in one attempt. */
			readonly draw: number;
			/** The pool with its retired questions, by which papers are marked. */
			readonly questions: readonly Question[];
		}
	>;
	readonly released: Released;
}
