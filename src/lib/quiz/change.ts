import type { Question } from './question';

/**
 * What became of a question that was drawn: 'text': other words, same key; 'marking': another key; 'retired': asked no
 * more.
 */
export type Change = 'none' | 'text' | 'marking' | 'retired';

/** A question as it was drawn, and its lesson's questions as they are now => what changed. */
export function changeOf(drawn: Question, now: readonly Question[]): Change {
	const current = currentOf(drawn, now);
	if (!current || current.retired) return 'retired';
	if (current.hash.marking !== drawn.hash.marking || current.kind !== drawn.kind) return 'marking';
	return current.hash.text === drawn.hash.text ? 'none' : 'text';
}

/** The question as it is now; undefined where it is gone. */
export const currentOf = (drawn: Question, now: readonly Question[]): Question | undefined =>
	now.find(({ id, lesson }) => id === drawn.id && lesson === drawn.lesson);
