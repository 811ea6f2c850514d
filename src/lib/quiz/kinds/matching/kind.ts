import type { Text } from '#lib/base/locale';
import { defineKind, type PublicQuestion } from '#lib/quiz/define-kind';
import type { QuestionBase } from '#lib/quiz/question';
import { matchingInteraction } from '#lib/quiz/interaction';

export interface Matching extends QuestionBase {
	readonly pairs: readonly {
		readonly id: string;
		readonly left: Text;
		readonly right: Text;
		readonly feedback?: Text;
	}[];
	/** Rights that match no left. */
	readonly extras: readonly { readonly id: string; readonly text: Text }[];
}

export interface PublicMatching extends PublicQuestion {
	readonly lefts: readonly { readonly id: string; readonly text: Text }[];
	/** By id, which says nothing of what they match; a paper has an order of its own. */
	readonly rights: readonly { readonly id: string; readonly text: Text }[];
}

export interface MatchingResponse {
	/** Id of the right chosen for each left; a left without a choice is not in it. */
	readonly pairs: Readonly<Record<string, string>>;
}

const rightsOf = ({ pairs, extras }: Matching) => [
	...pairs.map(({ id, right }) => ({ id, text: right })),
	...extras.map(({ id, text }) => ({ id, text }))
];

const rightPairs = ({ pairs }: Matching) => Object.fromEntries(pairs.map(({ id }) => [id, id]));

/**
 * For each left its right is chosen; a right may be chosen more than once, so that one slip costs one point, not two.
 * A left and its right share the pair's id: views show texts, never ids.
 */
export const kind = defineKind<Matching, MatchingResponse, PublicMatching>({
	kind: 'matching',
	version: 1,
	start: () => ({ pairs: {} }),
	upgradeResponse(stored, _version, question) {
		const chosen = new Map(Object.entries((stored as MatchingResponse | null)?.pairs ?? {}));
		const rights = new Set(rightsOf(question).map(({ id }) => id));
		return {
			pairs: Object.fromEntries(
				question.pairs.flatMap(({ id }) => {
					const right = chosen.get(id);
					return right !== undefined && rights.has(right) ? [[id, right]] : [];
				})
			)
		};
	},
	missing(question, { pairs }) {
		const given = Object.keys(pairs).length;
		if (given === 0) return 'nothing-chosen';
		return given < question.pairs.length ? 'incomplete' : null;
	},
	grade(question, response) {
		const parts = question.pairs.map(({ id, feedback }) => ({
			id,
			right: response.pairs[id] === id,
			given: Object.hasOwn(response.pairs, id),
			feedback
		}));
		return {
			earned: parts.filter(({ right }) => right).length,
			possible: parts.length,
			parts,
			notes: []
		};
	},
	correct: (question) => ({ pairs: rightPairs(question) }),
	publicPart: (question) => ({
		id: question.id,
		kind: question.kind,
		prompt: question.prompt,
		lefts: question.pairs.map(({ id, left }) => ({ id, text: left })),
		rights: rightsOf(question).sort((a, b) => (a.id < b.id ? -1 : 1))
	}),
	arrange: (question, shuffle) => shuffle(rightsOf(question).map(({ id }) => id)),
	interaction: (question, response) =>
		matchingInteraction(
			question.pairs.map(({ id }) => id),
			rightsOf(question).map(({ id }) => id),
			response.pairs,
			rightPairs(question)
		)
});
