import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { speak, speakOf } from '#lib/i18n/t';
import { asAuthored, both } from '#lib/quiz/examples';
import { feedbackOn } from '#lib/quiz/feedback';
import type { Question } from '#lib/quiz/question';
import { kind, type OrderingResponse, type PublicOrdering } from './kind';
import View from './View.svelte';

const item = (id: string) => ({
	id,
	text: both(`Item ${id}`, `العنصر ${id}`),
	feedback: both(`Why ${id}.`)
});
const question = asAuthored('ordering', {
	ends: { first: both('Smallest', 'الأصغر'), last: both('Largest', 'الأكبر') },
	items: [item('a'), item('b'), item('c')]
}) as unknown as Question;

/** The view as a screen mounts it: a new response comes back by the prop. */
function paper(locale: Locale = 'en', order: string[] | null = null) {
	const given: OrderingResponse[] = [];
	const props = {
		question: kind.publicPart(question) as PublicOrdering,
		order: ['c', 'a', 'b'],
		response: { order } as OrderingResponse,
		locked: false,
		feedback: null,
		locale,
		name: 'q',
		labelledby: 'prompt',
		onrespond(response: OrderingResponse) {
			given.push(response);
			void rerender({ response });
		}
	};
	const { rerender } = render(View, { props });
	return { given, rerender };
}
const words = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
const shown = () => [...document.querySelectorAll('.items .text')].map(words);
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

beforeAll(() => speakOf('quiz'));
beforeEach(() => speak('en'));

describe('the view of an ordering', () => {
	it.each([
		['en', 'Move down: Item c', 'Item c: now 3 of 3', ['Item a', 'Item b', 'Item c']],
		[
			'ar',
			'نقل إلى أسفل: العنصر c',
			'العنصر \u2068c\u2069: الموضع الآن 3 من 3',
			['العنصر a', 'العنصر b', 'العنصر c']
		]
	] as const)('is answered by keyboard alone (%s)', async (locale, name, said, order) => {
		await speak(locale);
		const { given } = paper(locale);
		const user = userEvent.setup();
		await user.tab();
		await user.tab();
		expect(document.activeElement).toBe(button(name));
		await user.keyboard('{Enter}');
		expect(document.activeElement).toBe(button(name));
		await user.keyboard('{Enter}');
		expect(given).toEqual([{ order: ['a', 'c', 'b'] }, { order: ['a', 'b', 'c'] }]);
		expect(shown()).toEqual(order);
		expect(screen.getByRole('status').textContent).toBe(said);
	});

	it('keeps the focus on a button that has come to the end, where it does nothing more', async () => {
		const { given } = paper('en', ['a', 'c', 'b']);
		const down = button('Move down: Item c');
		down.focus();
		await userEvent.keyboard('{Enter}{Enter}{Enter}');
		expect(given).toEqual([{ order: ['a', 'b', 'c'] }]);
		expect(document.activeElement).toBe(down);
		expect(down.getAttribute('aria-disabled')).toBe('true');
	});

	it('names the two ends', () => {
		paper();
		const group = screen.getByRole('group');
		expect(words(group)).toMatch(/^Smallest .* Largest$/);
	});

	it('starts in the order of the paper, which is nobody’s answer', () => {
		const { given } = paper();
		expect(shown()).toEqual(['Item c', 'Item a', 'Item b']);
		expect(given).toEqual([]);
	});

	it('follows a response that changed elsewhere, without taking the focus', async () => {
		const { rerender } = paper('en', ['b', 'a', 'c']);
		await userEvent.click(button('Move up: Item c'));
		(document.activeElement as HTMLElement).blur();
		await rerender({ response: { order: ['c', 'b', 'a'] } });
		expect(shown()).toEqual(['Item c', 'Item b', 'Item a']);
		expect(document.activeElement).toBe(document.body);
	});

	it('takes nothing while it is locked', async () => {
		const { given, rerender } = paper();
		await rerender({ locked: true });
		const buttons = screen.getAllByRole<HTMLButtonElement>('button');
		await userEvent.click(buttons[1]!);
		expect(buttons.every(({ disabled }) => disabled)).toBe(true);
		expect(given).toEqual([]);
	});

	it('marks each place, and shows the right order once it may be seen', async () => {
		const response = { order: ['a', 'c', 'b'] };
		const { rerender } = paper('en', response.order);
		await rerender({ locked: true, feedback: feedbackOn(question, response, false) });
		expect(screen.queryByRole('button')).toBeNull();
		expect([...document.querySelectorAll('.items li')].map(words)).toEqual([
			'1 Item a Right Why a.',
			'2 Item c Not right Why c.',
			'3 Item b Not right Why b.'
		]);
		expect(screen.queryByText('Right answer')).toBeNull();

		await rerender({ feedback: feedbackOn(question, response, true) });
		const answer = within(screen.getByRole('list', { name: 'Right answer' }));
		expect(answer.getAllByRole('listitem').map(words)).toEqual([
			'1 Item a',
			'2 Item b',
			'3 Item c'
		]);
	});

	it('does not take the first order for an answer in a review', async () => {
		const { rerender } = paper();
		await rerender({ locked: true, feedback: feedbackOn(question, { order: null }, true) });
		expect(screen.getByText(/Nothing was moved/)).toBeTruthy();
	});
});
