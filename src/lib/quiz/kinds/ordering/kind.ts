import type { Text } from '#lib/base/locale';
import { defineKind, type PublicQuestion } from '#lib/quiz/define-kind';
import type { QuestionBase } from '#lib/quiz/question';
import { indexCharacter } from '#lib/quiz/interaction';

interface Ends {
	readonly first: Text;
	readonly last: Text;
}

export interface Ordering extends QuestionBase {
	/** In the right order. */
	readonly items: readonly { readonly id: string; readonly text: Text; readonly feedback?: Text }[];
	readonly ends?: Ends;
}

export interface PublicOrdering extends PublicQuestion {
	/** In an order that is not the right one. */
	readonly items: readonly { readonly id: string; readonly text: Text }[];
	readonly ends?: Ends;
}

export interface OrderingResponse {
	/** Null until an item was moved: the order that the paper began with is nobody's answer. */
	readonly order: readonly string[] | null;
}

const idsOf = ({ items }: Ordering) => items.map(({ id }) => id);

/** The list, unless it is the right order: then its first item goes to the end, so that no paper begins solved. */
const unsolved = (list: readonly string[], right: readonly string[]): string[] =>
	list.every((id, index) => id === right[index])
		? [...list.slice(1), ...list.slice(0, 1)]
		: [...list];

/**
 * Items are put in order. A point for each item in its exact place. (Longest run in order, or pairs in order, would
 * forgive an item that shifts all others, but pays about half of the marks for a blind guess; a guess gets one item
 * right here on average, and each mark beside an item is a point of the score.)
 */
export const kind = defineKind<Ordering, OrderingResponse, PublicOrdering>({
	kind: 'ordering',
	version: 1,
	start: () => ({ order: null }),
	upgradeResponse(stored, _version, question) {
		const order: unknown = (stored as OrderingResponse | null)?.order;
		if (!Array.isArray(order)) return { order: null };
		const items = idsOf(question);
		const known = [...new Set<string>(order)].filter((id) => items.includes(id));
		return { order: known.length ? known : null };
	},
	missing(question, { order }) {
		if (!order) return 'nothing-chosen';
		return order.length < question.items.length ? 'incomplete' : null;
	},
	grade({ items }, response) {
		const order = response.order ?? [];
		const parts = items.map(({ id, feedback }, index) => ({
			id,
			right: order[index] === id,
			given: order.includes(id),
			feedback
		}));
		return {
			earned: parts.filter(({ right }) => right).length,
			possible: items.length,
			parts,
			notes: []
		};
	},
	correct: (question) => ({ order: idsOf(question) }),
	publicPart(question) {
		const { id, kind, prompt, ends, items } = question;
		return {
			id,
			kind,
			prompt,
			...(ends && { ends }),
			items: unsolved(idsOf(question).sort(), idsOf(question)).map((id) => ({
				id,
				text: items.find((item) => item.id === id)!.text
			}))
		};
	},
	arrange: (question, shuffle) => unsolved(shuffle(idsOf(question)), idsOf(question)),
	interaction(question, { order }) {
		const ids = idsOf(question);
		const characters = (list: readonly string[]) =>
			list.map((id) => indexCharacter(ids, id)).join(',');
		return {
			type: 'sequencing',
			scorm12: { response: order && characters(order), correct: characters(ids) },
			scorm2004: { response: order && order.join('[,]'), correct: [ids.join('[,]')] }
		};
	}
});
