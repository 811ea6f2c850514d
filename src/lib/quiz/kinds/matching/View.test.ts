import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { speak, speakOf } from '#lib/i18n/t';
import { asAuthored, both } from '#lib/quiz/examples';
import { feedbackOn } from '#lib/quiz/feedback';
import type { Question } from '#lib/quiz/question';
import { kind, type MatchingResponse, type PublicMatching } from './kind';
import View from './View.svelte';

const pair = (id: string) => ({
	id,
	left: both(`Left ${id}`, `الأيسر ${id}`),
	right: both(`Right ${id}`, `المقابل ${id}`),
	feedback: both(`Why ${id}.`)
});
const question = asAuthored('matching', {
	pairs: [pair('a'), pair('b')],
	extras: [{ id: 'x', text: both('Right x', 'المقابل x') }]
}) as unknown as Question;

/** The view as a screen mounts it: a new response comes back by the prop. */
function paper(locale: Locale = 'en', pairs: Record<string, string> = {}) {
	const given: MatchingResponse[] = [];
	const props = {
		question: kind.publicPart(question) as PublicMatching,
		order: ['x', 'b', 'a'],
		response: { pairs } as MatchingResponse,
		locked: false,
		feedback: null,
		locale,
		name: 'q',
		labelledby: 'prompt',
		onrespond(response: MatchingResponse) {
			given.push(response);
			void rerender({ response });
		}
	};
	const { rerender } = render(View, { props });
	return { given, rerender };
}
const lists = () => screen.getAllByRole<HTMLSelectElement>('combobox');
const chosen = () => lists().map(({ value }) => value);
const row = (left: string) =>
	screen.getByText(left).closest('.row')!.textContent.replace(/\s+/g, ' ').trim();

beforeAll(() => speakOf('quiz'));
beforeEach(() => speak('en'));

describe('the view of a matching', () => {
	it.each([
		['en', 'Left a', 'Right b'],
		['ar', 'الأيسر a', 'المقابل \u2068b\u2069']
	] as const)('is answered by keyboard alone (%s)', async (locale, label, option) => {
		await speak(locale);
		const { given } = paper(locale);
		const user = userEvent.setup();
		await user.tab();
		expect(document.activeElement).toBe(screen.getByLabelText(label));
		await user.selectOptions(lists()[0]!, option);
		await user.tab();
		expect(document.activeElement).toBe(lists()[1]);
		await user.selectOptions(lists()[1]!, option);
		expect(given).toEqual([{ pairs: { a: 'b' } }, { pairs: { a: 'b', b: 'b' } }]);
		expect(chosen()).toEqual(['b', 'b']);
	});

	it('offers every right in the order of the paper', () => {
		paper();
		expect([...lists()[0]!.options].map(({ value }) => value)).toEqual(['', 'x', 'b', 'a']);
	});

	it('lets a choice be taken back', async () => {
		const { given } = paper('en', { a: 'b', b: 'x' });
		await userEvent.selectOptions(lists()[0]!, '');
		expect(given).toEqual([{ pairs: { b: 'x' } }]);
	});

	it('follows a response that changed elsewhere', async () => {
		const { rerender } = paper('en', { a: 'b' });
		expect(chosen()).toEqual(['b', '']);
		await rerender({ response: { pairs: { b: 'x' } } });
		expect(chosen()).toEqual(['', 'x']);
	});

	it('takes nothing while it is locked', async () => {
		const { given, rerender } = paper();
		await rerender({ locked: true });
		await userEvent.selectOptions(lists()[0]!, 'b');
		expect(lists().every(({ disabled }) => disabled)).toBe(true);
		expect(given).toEqual([]);
	});

	it('shows each choice with its mark, and the right pairs once they may be seen', async () => {
		const response = { pairs: { a: 'x' } };
		const { rerender } = paper('en', response.pairs);
		await rerender({ locked: true, feedback: feedbackOn(question, response, false) });
		expect(row('Left a')).toBe('Left a Your answer Right x Not right Why a.');
		expect(row('Left b')).toBe('Left b Nothing was chosen.');

		await rerender({ feedback: feedbackOn(question, response, true) });
		expect(row('Left a')).toBe('Left a Your answer Right x Not right Why a. Right answer Right a');
		expect(row('Left b')).toContain('Right answer Right b');
	});

	it('keeps the lists where another try is allowed', async () => {
		const response = { pairs: { a: 'a', b: 'x' } };
		const { rerender } = paper('en', response.pairs);
		await rerender({ feedback: feedbackOn(question, response, false) });
		expect(lists()[1]!.getAttribute('aria-describedby')).toBe('q-b-feedback');
	});
});
