import { expect, it } from 'vitest';
import { nearest, suggestion } from './nearest';

it.each([
	['sizes', ['size', 'cargo'], 'size'],
	['opions', ['options', 'objective'], 'options'],
	['teh-plant', ['the-plant', 'plant'], 'the-plant'],
	['Cargo', ['cargo'], 'cargo'],
	['xyz', ['size', 'cargo'], undefined],
	['S9', ['S1', 'S2'], undefined]
])('takes %s for the nearest of %s', (word, known, expected) => {
	expect(nearest(word, known)).toBe(expected);
});

it('lists what there is where nothing is near, unless that is much', () => {
	expect(suggestion('xyz', ['size', 'cargo'])).toBe('; there are: size, cargo');
	expect(
		suggestion(
			'xyz',
			Array.from({ length: 40 }, (_, index) => `term-${index}`)
		)
	).toBe('');
});
