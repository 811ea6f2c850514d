import { describe, expect, it } from 'vitest';
import { exampleQuestion } from '#lib/progress/examples';
import { both } from '#lib/quiz/examples';
import { choiceWords } from './choice-words';

describe('the words for what was chosen', () => {
	it('are the texts of the options', () => {
		const { chosen } = choiceWords(exampleQuestion('single'));
		expect([...chosen]).toEqual([
			['right', both('right')],
			['wrong', both('wrong')]
		]);
	});

	it('tell in a matching what was asked from what was chosen, though both have one id', () => {
		const question = exampleQuestion('pairs', 'single-choice', {
			options: undefined,
			pairs: [{ id: 'a', left: both('Left'), right: both('Right') }],
			extras: [{ id: 'b', text: both('Extra') }]
		});
		const { asked, chosen } = choiceWords(question);
		expect([asked.get('a'), chosen.get('a'), chosen.get('b')]).toEqual([
			both('Left'),
			both('Right'),
			both('Extra')
		]);
	});

	it('are none where answers are typed', () => {
		const { asked, chosen } = choiceWords(exampleQuestion('word', 'short-text'));
		expect([asked.size, chosen.size]).toEqual([0, 0]);
	});
});
