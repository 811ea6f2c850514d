import type { Text } from '#lib/base/locale';
import { defineKind, type PublicQuestion } from '#lib/quiz/define-kind';
import type { QuestionBase } from '#lib/quiz/question';

export interface TrueFalse extends QuestionBase {
	readonly answer: boolean;
	/** Read by those who chose true, and by those who chose false. */
	readonly feedback: { readonly true?: Text; readonly false?: Text };
}

export interface TrueFalseResponse {
	readonly chosen: boolean | null;
}

/** A statement is true or false. The two stand in a fixed order, since everyone expects true first. */
export const kind = defineKind<TrueFalse, TrueFalseResponse, PublicQuestion>({
	kind: 'true-false',
	version: 1,
	start: () => ({ chosen: null }),
	upgradeResponse(stored) {
		const chosen: unknown = (stored as TrueFalseResponse | null)?.chosen;
		return { chosen: typeof chosen === 'boolean' ? chosen : null };
	},
	missing: (_question, { chosen }) => (chosen === null ? 'nothing-chosen' : null),
	grade: ({ answer, feedback }, { chosen }) => ({
		earned: chosen === answer ? 1 : 0,
		possible: 1,
		parts: [true, false]
			.filter((value) => value === answer || value === chosen)
			.map((value) => ({
				id: String(value),
				right: value === answer,
				given: value === chosen,
				feedback: feedback[`${value}`]
			})),
		notes: []
	}),
	correct: ({ answer }) => ({ chosen: answer }),
	publicPart: ({ id, kind, prompt }) => ({ id, kind, prompt }),
	arrange: () => [],
	interaction: ({ answer }, { chosen }) => ({
		type: 'true-false',
		scorm12: {
			response: chosen === null ? null : chosen ? 't' : 'f',
			correct: answer ? 't' : 'f'
		},
		scorm2004: { response: chosen === null ? null : String(chosen), correct: [String(answer)] }
	})
});
