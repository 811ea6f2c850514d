import type { Text } from '#lib/base/locale';
import { defineKind, type PublicQuestion } from '#lib/quiz/define-kind';
import type { QuestionBase } from '#lib/quiz/question';
import { matchingInteraction } from '#lib/quiz/interaction';

interface Category {
	readonly id: string;
	readonly text: Text;
}

export interface Categorise extends QuestionBase {
	/** Shown in this order. */
	readonly categories: readonly Category[];
	readonly items: readonly {
		readonly id: string;
		/** Id of the category that it belongs to. */
		readonly category: string;
		readonly text: Text;
		readonly feedback?: Text;
	}[];
}

export interface PublicCategorise extends PublicQuestion {
	readonly categories: readonly Category[];
	readonly items: readonly { readonly id: string; readonly text: Text }[];
}

export interface CategoriseResponse {
	/** Id of the category chosen for each item; an item without a choice is not in it. */
	readonly placed: Readonly<Record<string, string>>;
}

const rightPlaces = ({ items }: Categorise) =>
	Object.fromEntries(items.map(({ id, category }) => [id, category]));

/** Each item is put into one of the categories. A point for each item in its own. */
export const kind = defineKind<Categorise, CategoriseResponse, PublicCategorise>({
	kind: 'categorise',
	version: 1,
	start: () => ({ placed: {} }),
	upgradeResponse(stored, _version, { categories, items }) {
		const chosen = new Map(Object.entries((stored as CategoriseResponse | null)?.placed ?? {}));
		const known = new Set(categories.map(({ id }) => id));
		return {
			placed: Object.fromEntries(
				items.flatMap(({ id }) => {
					const category = chosen.get(id);
					return category !== undefined && known.has(category) ? [[id, category]] : [];
				})
			)
		};
	},
	missing({ items }, { placed }) {
		const given = Object.keys(placed).length;
		if (given === 0) return 'nothing-chosen';
		return given < items.length ? 'incomplete' : null;
	},
	grade({ items }, { placed }) {
		const parts = items.map(({ id, category, feedback }) => ({
			id,
			right: placed[id] === category,
			given: Object.hasOwn(placed, id),
			feedback
		}));
		return {
			earned: parts.filter(({ right }) => right).length,
			possible: parts.length,
			parts,
			notes: []
		};
	},
	correct: (question) => ({ placed: rightPlaces(question) }),
	publicPart: ({ id, kind, prompt, categories, items }) => ({
		id,
		kind,
		prompt,
		categories,
		items: items.map(({ id, text }) => ({ id, text }))
	}),
	arrange: ({ items }, shuffle) => shuffle(items.map(({ id }) => id)),
	interaction: (question, { placed }) =>
		matchingInteraction(
			question.items.map(({ id }) => id),
			question.categories.map(({ id }) => id),
			placed,
			rightPlaces(question)
		)
});
