import { describe, expect, it } from 'vitest';
import { changeOf, currentOf } from './change';
import type { Question } from './question';

const question = (part: Partial<Question> = {}) =>
	({
		id: 'q',
		kind: 'single-choice',
		lesson: 'cells',
		hash: { marking: 'm', text: 't' },
		...part
	}) as Question;
const drawn = question();
const other = question({ id: 'other' });

describe('what became of a question that was drawn', () => {
	it.each<[string, readonly Question[], string]>([
		['nothing happened to it', [other, question()], 'none'],
		['a word is another', [question({ hash: { marking: 'm', text: 'new' } })], 'text'],
		['the key is another', [question({ hash: { marking: 'new', text: 't' } })], 'marking'],
		['key and words are others', [question({ hash: { marking: 'n', text: 'n' } })], 'marking'],
		['it is of another kind', [question({ kind: 'true-false' })], 'marking'],
		['it is retired', [question({ retired: true })], 'retired'],
		[
			'it is retired, with another key',
			[question({ retired: true, hash: { marking: 'new', text: 't' } })],
			'retired'
		],
		['it is gone', [other], 'retired'],
		['another lesson has one of its name', [question({ lesson: 'genes' })], 'retired'],
		['it moved in the file', [other, question()].reverse(), 'none']
	])('where %s', (_reason, now, change) => {
		expect(changeOf(drawn, now)).toBe(change);
	});

	it('is found by id and lesson', () => {
		const here = question({ hash: { marking: 'new', text: 'new' } });
		expect(currentOf(drawn, [other, question({ lesson: 'genes' }), here])).toBe(here);
		expect(currentOf(drawn, [])).toBeUndefined();
	});
});
