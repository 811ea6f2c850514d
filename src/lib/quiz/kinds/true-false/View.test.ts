import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { speak, speakOf } from '#lib/i18n/t';
import { asAuthored, both } from '#lib/quiz/examples';
import { feedbackOn } from '#lib/quiz/feedback';
import type { Question } from '#lib/quiz/question';
import { kind, type TrueFalseResponse } from './kind';
import View from './View.svelte';

const question = asAuthored('true-false', {
	answer: true,
	feedback: { true: both('Why true.'), false: both('Why false.') }
}) as unknown as Question;

/** The view as a screen mounts it: a new response comes back by the prop. */
function paper(locale: Locale = 'en', chosen: boolean | null = null) {
	const given: TrueFalseResponse[] = [];
	const props = {
		question: kind.publicPart(question),
		order: [],
		response: { chosen } as TrueFalseResponse,
		locked: false,
		feedback: null,
		locale,
		name: 'q',
		labelledby: 'prompt',
		onrespond(response: TrueFalseResponse) {
			given.push(response);
			void rerender({ response });
		}
	};
	const { rerender } = render(View, { props });
	return { given, rerender };
}
const radios = () => screen.getAllByRole<HTMLInputElement>('radio');
const checked = () => radios().map(({ checked }) => checked);

// user-event walks radios with it, and jsdom has none.
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;

beforeAll(() => speakOf('quiz'));
beforeEach(() => speak('en'));

describe('the view of a true/false', () => {
	it.each([
		['en', ['True', 'False']],
		['ar', ['صواب', 'خطأ']]
	] as const)('is answered by keyboard alone (%s)', async (locale, labels) => {
		await speak(locale);
		const { given } = paper(locale);
		expect(radios().map((radio) => radio.labels![0]!.textContent.trim())).toEqual(labels);
		const user = userEvent.setup();
		await user.tab();
		await user.keyboard(' ');
		await user.keyboard('{ArrowDown}');
		expect(given).toEqual([{ chosen: true }, { chosen: false }]);
		expect(checked()).toEqual([false, true]);
	});

	it('follows a response that changed elsewhere', async () => {
		const { rerender } = paper('en', true);
		expect(checked()).toEqual([true, false]);
		await rerender({ response: { chosen: false } });
		expect(checked()).toEqual([false, true]);
		await rerender({ response: { chosen: null } });
		expect(checked()).toEqual([false, false]);
	});

	it('takes nothing while it is locked', async () => {
		const { given, rerender } = paper();
		await rerender({ locked: true });
		await userEvent.click(radios()[0]!);
		expect(radios().every(({ disabled }) => disabled)).toBe(true);
		expect(given).toEqual([]);
	});

	it('explains the choice, and shows the answer once it may be seen', async () => {
		const response = { chosen: false };
		const { rerender } = paper('en', false);
		await rerender({ locked: true, feedback: feedbackOn(question, response, false) });
		expect(radios()[1]!.getAttribute('aria-describedby')).toBe('q-false-feedback');
		expect(document.getElementById('q-false-feedback')!.textContent).toContain('Why false.');
		expect(screen.queryByText('Right answer')).toBeNull();

		await rerender({ feedback: feedbackOn(question, response, true) });
		const answer = screen.getByText('Right answer').closest('p')!;
		expect(answer.textContent.replace(/\s+/g, ' ').trim()).toBe('Right answer True');
		expect(document.getElementById('q-true-feedback')!.textContent).toContain('Why true.');
	});
});
