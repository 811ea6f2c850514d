import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { locales, type Locale } from '#lib/base/locale';
import { speak, speakOf } from '#lib/i18n/t';
import { asAuthored, both } from '#lib/quiz/examples';
import { feedbackOn } from '#lib/quiz/feedback';
import type { Question } from '#lib/quiz/question';
import { kind, type MultipleChoiceResponse, type PublicMultipleChoice } from './kind';
import View from './View.svelte';

const option = (id: string, correct: boolean) => ({
	id,
	correct,
	text: both(`Option ${id}`, `الاختيار ${id}`),
	feedback: both(`Why ${id}.`)
});
const question = asAuthored('multiple-choice', {
	options: [option('a', true), option('b', false), option('c', true)]
}) as unknown as Question;

/** The view as a screen mounts it: a new response comes back by the prop. */
function paper(locale: Locale = 'en', chosen: string[] = []) {
	const given: MultipleChoiceResponse[] = [];
	const props = {
		question: kind.publicPart(question) as PublicMultipleChoice,
		order: ['c', 'a', 'b'],
		response: { chosen } as MultipleChoiceResponse,
		locked: false,
		feedback: null,
		locale,
		name: 'q',
		labelledby: 'prompt',
		onrespond(response: MultipleChoiceResponse) {
			given.push(response);
			void rerender({ response });
		}
	};
	const { rerender } = render(View, { props });
	return { given, rerender };
}
const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox');
const ticked = () => boxes().map(({ checked }) => checked);

beforeAll(() => speakOf('quiz'));
beforeEach(() => speak('en'));

describe('the view of a multiple choice', () => {
	it.each(locales)('is answered by keyboard alone (%s)', async (locale) => {
		await speak(locale);
		const { given } = paper(locale);
		const user = userEvent.setup();
		await user.tab();
		await user.keyboard(' ');
		await user.tab();
		await user.tab();
		await user.keyboard(' ');
		expect(given.at(-1)).toEqual({ chosen: ['b', 'c'] });
		await user.keyboard(' ');
		expect(given.at(-1)).toEqual({ chosen: ['c'] });
		expect(ticked()).toEqual([true, false, false]);
	});

	it('stands in the order of the paper, in the language of the interface', () => {
		paper('ar');
		expect(boxes().map((box) => box.labels![0]!.textContent.trim())).toEqual([
			'الاختيار c',
			'الاختيار a',
			'الاختيار b'
		]);
	});

	it('follows a response that changed elsewhere', async () => {
		const { rerender } = paper('en', ['a']);
		expect(ticked()).toEqual([false, true, false]);
		await rerender({ response: { chosen: ['b', 'c'] } });
		expect(ticked()).toEqual([true, false, true]);
	});

	it('takes nothing while it is locked', async () => {
		const { given, rerender } = paper();
		await rerender({ locked: true });
		await userEvent.click(boxes()[0]!);
		expect(boxes().every(({ disabled }) => disabled)).toBe(true);
		expect(given).toEqual([]);
	});

	it('explains what was chosen, and keeps the answer to itself until it may be seen', async () => {
		const response = { chosen: ['a', 'b'] };
		const { rerender } = paper('en', response.chosen);
		await rerender({ locked: true, feedback: feedbackOn(question, response, false) });
		expect(boxes()[1]!.getAttribute('aria-describedby')).toBe('q-a-feedback');
		expect(document.getElementById('q-a-feedback')!.textContent).toContain('Why a.');
		expect(document.getElementById('q-b-feedback')!.textContent).toContain('Not right');
		expect(screen.queryByText('Why c.')).toBeNull();
		expect(screen.queryByText('Right answer')).toBeNull();

		await rerender({ feedback: feedbackOn(question, response, true) });
		expect(document.getElementById('q-c-feedback')!.textContent).toContain('Missed');
		const answer = within(screen.getByRole('list', { name: 'Right answer' }));
		expect(answer.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
			'Option c',
			'Option a'
		]);
	});
});
