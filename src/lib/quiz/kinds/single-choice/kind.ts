import type { Text } from '#lib/base/locale';
import { defineKind, type PublicQuestion } from '#lib/quiz/define-kind';
import type { QuestionBase } from '#lib/quiz/question';
import { indexCharacter } from '#lib/quiz/interaction';

export interface SingleChoice extends QuestionBase {
	readonly options: readonly {
		readonly id: string;
		readonly correct: boolean;
		readonly text: Text;
		readonly feedback?: Text;
	}[];
}

export interface PublicSingleChoice extends PublicQuestion {
	readonly options: readonly { readonly id: string; readonly text: Text }[];
}

export interface SingleChoiceResponse {
	readonly chosen: string | null;
}

const rightId = (question: SingleChoice) => question.options.find((option) => option.correct)!.id;

/** One of several options is right. All or nothing. */
export const kind = defineKind<SingleChoice, SingleChoiceResponse, PublicSingleChoice>({
	kind: 'single-choice',
	version: 1,
	start: () => ({ chosen: null }),
	upgradeResponse(stored, _version, { options }) {
		const chosen = (stored as SingleChoiceResponse | null)?.chosen;
		return { chosen: options.some(({ id }) => id === chosen) ? chosen! : null };
	},
	missing: (_question, { chosen }) => (chosen === null ? 'nothing-chosen' : null),
	grade({ options }, { chosen }) {
		const option = options.find(({ id }) => id === chosen);
		return {
			earned: option?.correct ? 1 : 0,
			possible: 1,
			parts: options
				.filter(({ id, correct }) => correct || id === chosen)
				.map(({ id, correct, feedback }) => ({
					id,
					right: correct,
					given: id === chosen,
					feedback
				})),
			notes: []
		};
	},
	correct: (question) => ({ chosen: rightId(question) }),
	publicPart: ({ id, kind, prompt, options }) => ({
		id,
		kind,
		prompt,
		options: options.map(({ id, text }) => ({ id, text }))
	}),
	arrange: ({ options }, shuffle) => shuffle(options.map(({ id }) => id)),
	interaction(question, { chosen }) {
		const ids = question.options.map(({ id }) => id);
		const right = rightId(question);
		return {
			type: 'choice',
			scorm12: { response: indexCharacter(ids, chosen), correct: indexCharacter(ids, right) },
			scorm2004: { response: chosen, correct: [right] }
		};
	}
});
