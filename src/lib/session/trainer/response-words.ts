import type { Text } from '#lib/base/locale';
import type { Question } from '#lib/quiz/question';
import { choicesIn } from '#lib/training/marking/choices-in';
import type { ItemChoice } from '#lib/training/report/item-analysis';
import { choiceWords } from './choice-words';

/** What words are made with: in a language, whatever that is. */
export interface Saying {
	readonly words: (text: Text) => string;
	readonly truth: (value: 'true' | 'false') => string;
	/** Between parts of a list. */
	readonly separator: string;
}

type Choice = Pick<ItemChoice, 'of' | 'id'>;

/** A choice in words: 'nm', or 'Exosome: 30 to 150 nm' where there were several things to choose for. */
export function choiceInWords(question: Question, { of, id }: Choice, saying: Saying): string {
	const { asked, chosen } = choiceWords(question);
	const text = chosen.get(id);
	const word = text
		? saying.words(text)
		: question.kind === 'true-false' && (id === 'true' || id === 'false')
			? saying.truth(id)
			: id;
	if (of === null) return word;
	const what = asked.get(of);
	return `${what ? saying.words(what) : of}: ${word}`;
}

/** A response in words, all of its parts; what was typed, as it was typed. */
export function responseInWords(question: Question, response: unknown, saying: Saying): string {
	const entered = (response as { readonly entered?: unknown } | null)?.entered;
	if (typeof entered === 'string') return entered;
	return choicesIn(question, response)
		.map((choice) => choiceInWords(question, choice, saying))
		.join(saying.separator);
}
