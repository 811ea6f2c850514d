import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { speak, speakOf } from '#lib/i18n/t';
import { asAuthored, both } from '#lib/quiz/examples';
import { feedbackOn } from '#lib/quiz/feedback';
import type { Question } from '#lib/quiz/question';
import { kind, type CategoriseResponse, type PublicCategorise } from './kind';
import View from './View.svelte';

const item = (id: string, category: string) => ({
	id,
	category,
	text: both(`Item ${id}`, `العنصر ${id}`),
	feedback: both(`Why ${id}.`)
});
const question = asAuthored('categorise', {
	categories: [
		{ id: 'settled', text: both('Settled', 'ثابت') },
		{ id: 'contested', text: both('Contested', 'مختلف فيه') }
	],
	items: [item('a', 'settled'), item('b', 'contested')]
}) as unknown as Question;

/** The view as a screen mounts it: a new response comes back by the prop. */
function paper(locale: Locale = 'en', placed: Record<string, string> = {}) {
	const given: CategoriseResponse[] = [];
	const props = {
		question: kind.publicPart(question) as PublicCategorise,
		order: ['b', 'a'],
		response: { placed } as CategoriseResponse,
		locked: false,
		feedback: null,
		locale,
		name: 'q',
		labelledby: 'prompt',
		onrespond(response: CategoriseResponse) {
			given.push(response);
			void rerender({ response });
		}
	};
	const { rerender } = render(View, { props });
	return { given, rerender };
}
const radios = () => screen.getAllByRole<HTMLInputElement>('radio');
const checked = () => radios().map(({ checked }) => checked);
const row = (name: string) =>
	screen.getByRole('radiogroup', { name }).closest('.row')!.textContent.replace(/\s+/g, ' ').trim();

// user-event walks radios with it, and jsdom has none.
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;

beforeAll(() => speakOf('quiz'));
beforeEach(() => speak('en'));

describe('the view of a categorise', () => {
	it.each([
		['en', 'Item b', ['Settled', 'Contested']],
		['ar', 'العنصر b', ['ثابت', 'مختلف فيه']]
	] as const)('is answered by keyboard alone (%s)', async (locale, first, categories) => {
		await speak(locale);
		const { given } = paper(locale);
		const group = within(screen.getByRole('radiogroup', { name: first }));
		for (const name of categories) expect(group.getByRole('radio', { name })).toBeTruthy();
		const user = userEvent.setup();
		await user.tab();
		await user.keyboard(' ');
		await user.keyboard('{ArrowDown}');
		await user.tab();
		await user.keyboard(' ');
		expect(given.at(-1)).toEqual({ placed: { b: 'contested', a: 'settled' } });
		expect(checked()).toEqual([false, true, true, false]);
	});

	it('follows a response that changed elsewhere', async () => {
		const { rerender } = paper('en', { a: 'settled' });
		expect(checked()).toEqual([false, false, true, false]);
		await rerender({ response: { placed: { a: 'contested', b: 'settled' } } });
		expect(checked()).toEqual([true, false, false, true]);
	});

	it('takes nothing while it is locked', async () => {
		const { given, rerender } = paper();
		await rerender({ locked: true });
		await userEvent.click(radios()[0]!);
		expect(radios().every(({ disabled }) => disabled)).toBe(true);
		expect(given).toEqual([]);
	});

	it('marks each item, and shows its category once that may be seen', async () => {
		const response = { placed: { a: 'contested', b: 'contested' } };
		const { rerender } = paper('en', response.placed);
		await rerender({ locked: true, feedback: feedbackOn(question, response, false) });
		expect(row('Item a')).toBe('Item a Settled Contested Not right Why a.');
		expect(row('Item b')).toBe('Item b Settled Contested Right Why b.');

		await rerender({ feedback: feedbackOn(question, response, true) });
		expect(row('Item a')).toBe('Item a Settled Contested Not right Why a. Right answer Settled');
		expect(row('Item b')).toBe('Item b Settled Contested Right Why b.');
	});
});
