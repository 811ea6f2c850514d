import type { Text } from '#lib/base/locale';
import { defineKind, type PublicQuestion } from '#lib/quiz/define-kind';
import type { QuestionBase } from '#lib/quiz/question';
import { indexCharacter } from '#lib/quiz/interaction';

export interface MultipleChoice extends QuestionBase {
	readonly options: readonly {
		readonly id: string;
		readonly correct: boolean;
		readonly text: Text;
		readonly feedback?: Text;
	}[];
}

export interface PublicMultipleChoice extends PublicQuestion {
	readonly options: readonly { readonly id: string; readonly text: Text }[];
}

export interface MultipleChoiceResponse {
	/** In the order in which the author wrote the options, so that equal answers are equal records. */
	readonly chosen: readonly string[];
}

const rightIds = ({ options }: MultipleChoice) =>
	options.filter(({ correct }) => correct).map(({ id }) => id);

/**
 * One or more of several options are right. A right pick earns a point and a wrong one takes a point away, never
 * below zero: otherwise ticking everything would earn full marks.
 */
export const kind = defineKind<MultipleChoice, MultipleChoiceResponse, PublicMultipleChoice>({
	kind: 'multiple-choice',
	version: 1,
	start: () => ({ chosen: [] }),
	upgradeResponse(stored, _version, { options }) {
		const chosen: unknown = (stored as MultipleChoiceResponse | null)?.chosen;
		const known = options.map(({ id }) => id);
		return { chosen: Array.isArray(chosen) ? known.filter((id) => chosen.includes(id)) : [] };
	},
	missing: (_question, { chosen }) => (chosen.length ? null : 'nothing-chosen'),
	grade({ options }, { chosen }) {
		const picked = options.filter(({ id }) => chosen.includes(id));
		const right = picked.filter(({ correct }) => correct).length;
		const wrong = picked.length - right;
		return {
			earned: Math.max(0, right - wrong),
			possible: options.filter(({ correct }) => correct).length,
			parts: options
				.filter(({ id, correct }) => correct || chosen.includes(id))
				.map(({ id, correct, feedback }) => ({
					id,
					right: correct,
					given: chosen.includes(id),
					feedback
				})),
			notes: []
		};
	},
	correct: (question) => ({ chosen: rightIds(question) }),
	publicPart: ({ id, kind, prompt, options }) => ({
		id,
		kind,
		prompt,
		options: options.map(({ id, text }) => ({ id, text }))
	}),
	arrange: ({ options }, shuffle) => shuffle(options.map(({ id }) => id)),
	interaction(question, { chosen }) {
		const ids = question.options.map(({ id }) => id);
		const right = rightIds(question);
		const characters = (list: readonly string[]) =>
			list.map((id) => indexCharacter(ids, id)).join(',');
		return {
			type: 'choice',
			scorm12: {
				response: chosen.length ? characters(chosen) : null,
				correct: characters(right)
			},
			scorm2004: {
				response: chosen.length ? chosen.join('[,]') : null,
				correct: [right.join('[,]')]
			}
		};
	}
});
