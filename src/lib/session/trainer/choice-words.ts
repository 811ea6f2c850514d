import type { Text } from '#lib/base/locale';
import type { Question } from '#lib/quiz/question';

interface ChoiceWords {
	/** What was to be answered, by id: an item, the left of a pair, a place in a drawing. */
	readonly asked: ReadonlyMap<string, Text>;
	/** What can be chosen, by id. */
	readonly chosen: ReadonlyMap<string, Text>;
}

type Entry = { readonly id: string; readonly [name: string]: unknown };

/** Texts by id of one field of entries, whatever kind has it. */
const textsIn = (question: Question, field: string, text = 'text'): [string, Text][] =>
	Array.isArray(question[field])
		? (question[field] as readonly Entry[]).flatMap((entry) =>
				entry[text] ? [[entry.id, entry[text] as Text] as [string, Text]] : []
			)
		: [];

/** A question => the words for the ids that answers to it are counted by. */
export const choiceWords = (question: Question): ChoiceWords => ({
	asked: new Map([
		...textsIn(question, 'items'),
		...textsIn(question, 'pairs', 'left'),
		...textsIn(question, 'spots', 'place')
	]),
	chosen: new Map([
		...textsIn(question, 'items'),
		...textsIn(question, 'options'),
		...textsIn(question, 'categories'),
		...textsIn(question, 'extras'),
		...textsIn(question, 'labels'),
		...textsIn(question, 'pairs', 'right')
	])
});
