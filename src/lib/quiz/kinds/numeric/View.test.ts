import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { digits } from '#lib/i18n/digits';
import { speak, speakOf } from '#lib/i18n/t';
import { asAuthored, both } from '#lib/quiz/examples';
import { feedbackOn } from '#lib/quiz/feedback';
import type { Question } from '#lib/quiz/question';
import { kind, type NumericResponse, type PublicNumeric } from './kind';
import View from './View.svelte';

const question = asAuthored('numeric', {
	answer: 3,
	tolerance: { absolute: 0.1 },
	power: 10,
	unit: both('particles', 'جسيمات'),
	mistakes: [{ value: 0.3, feedback: both('A factor of ten is missing.') }]
}) as unknown as Question;

/** The view as a screen mounts it: a new response comes back by the prop. */
function paper(locale: Locale = 'en', entered = '', asked = question) {
	const given: [NumericResponse, string][] = [];
	const props = {
		question: kind.publicPart(asked) as PublicNumeric,
		order: [],
		response: { entered },
		locked: false,
		feedback: null,
		locale,
		name: 'q',
		labelledby: 'prompt',
		onrespond(response: NumericResponse, how: 'chosen' | 'typed') {
			given.push([response, how]);
			void rerender({ response });
		}
	};
	const { rerender, container } = render(View, { props });
	return { given, rerender, container };
}
const field = () => screen.getByRole<HTMLInputElement>('textbox');
const described = () =>
	field()
		.getAttribute('aria-describedby')!
		.split(' ')
		.map((id) => document.getElementById(id)!.textContent.trim());
const answer = (container: HTMLElement) =>
	container.querySelector('.answer')?.textContent.replace(/\s+/g, ' ').trim();

beforeAll(() => speakOf('quiz'));
beforeEach(() => speak('en'));
afterEach(() => digits.set('latn'));

describe('the view of a number', () => {
	it.each([
		['en', 'Your answer', '3.05'],
		['ar', 'الإجابة', '٣٫٠٥-']
	] as const)('is answered by keyboard alone (%s)', async (locale, label, typed) => {
		await speak(locale);
		const { given } = paper(locale);
		const user = userEvent.setup();
		await user.tab();
		expect(document.activeElement).toBe(screen.getByLabelText(label));
		await user.keyboard(typed);
		expect(given.at(-1)).toEqual([{ entered: typed }, 'typed']);
		expect(given).toHaveLength(typed.length);
		expect(field().value).toBe(typed);
	});

	it('takes every script: a text field with the decimal keyboard', () => {
		paper();
		expect(field().type).toBe('text');
		expect(field().inputMode).toBe('decimal');
		expect(field().dir).toBe('auto');
	});

	it('says power and unit with the field', async () => {
		paper();
		expect(described()).toEqual([
			'Type the number that stands before the power of ten.',
			'times ten to the power of 10',
			'particles'
		]);
	});

	it('says no more than there is', () => {
		paper(
			'en',
			'',
			asAuthored('numeric', { answer: 1, tolerance: { absolute: 0 }, mistakes: [] }) as never
		);
		expect(described()).toEqual(['Type a number. Decimals may have a point or a comma.']);
	});

	it('follows a response that changed elsewhere', async () => {
		const { rerender } = paper('en', '2');
		await rerender({ response: { entered: '٣' } });
		expect(field().value).toBe('٣');
		await rerender({ response: { entered: '' } });
		expect(field().value).toBe('');
	});

	it('takes nothing while it is locked', async () => {
		const { given, rerender } = paper('en', '2');
		await rerender({ locked: true });
		await userEvent.type(field(), '5');
		expect(field().disabled).toBe(true);
		expect(given).toEqual([]);
	});

	it('says why a usual mistake is wrong, and the answer only once it may be seen', async () => {
		const { rerender, container } = paper('en', '0.3');
		await rerender({ feedback: feedbackOn(question, { entered: '0.3' }, false) });
		expect(described().at(-1)).toBe('Not right A factor of ten is missing.');
		expect(answer(container)).toBeUndefined();

		await rerender({ locked: true, feedback: feedbackOn(question, { entered: '0.3' }, true) });
		expect(answer(container)).toContain('Right answer 3 × 1010');
		expect(answer(container)).toContain('times ten to the power of 10');
	});

	it('shows the answer in the digits of the setting', async () => {
		digits.set('arab');
		await speak('ar');
		const long = asAuthored('numeric', {
			answer: 12345.6,
			tolerance: { absolute: 1 },
			mistakes: []
		}) as never;
		const { rerender, container } = paper('ar', '', long);
		await rerender({ feedback: feedbackOn(long, { entered: '' }, true) });
		expect(answer(container)).toContain('١٢٬٣٤٥٫٦');
	});
});
