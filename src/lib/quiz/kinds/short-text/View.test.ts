import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { speak, speakOf } from '#lib/i18n/t';
import { asAuthored, both } from '#lib/quiz/examples';
import { feedbackOn } from '#lib/quiz/feedback';
import type { Question } from '#lib/quiz/question';
import { kind, type ShortTextResponse } from './kind';
import View from './View.svelte';

const question = asAuthored('short-text', {
	answers: { en: ['epidermis'], ar: ['أدمة'] },
	level: 'lenient',
	typos: 1,
	reject: { en: [], ar: [] },
	mistakes: [{ answers: { en: ['skin'], ar: ['جلد'] }, feedback: both('Which layer of it?') }]
}) as unknown as Question;

/** The view as a screen mounts it: a new response comes back by the prop. */
function paper(locale: Locale = 'en', entered = '') {
	const given: [ShortTextResponse, string][] = [];
	const props = {
		question: kind.publicPart(question),
		order: [],
		response: { entered },
		locked: false,
		feedback: null,
		locale,
		name: 'q',
		labelledby: 'prompt',
		onrespond(response: ShortTextResponse, how: 'chosen' | 'typed') {
			given.push([response, how]);
			void rerender({ response });
		}
	};
	const { rerender, container } = render(View, { props });
	return { given, rerender, container };
}
const field = () => screen.getByRole<HTMLInputElement>('textbox');
const told = () => document.getElementById('q-feedback')?.textContent.replace(/\s+/g, ' ').trim();
const answer = (container: HTMLElement) =>
	container.querySelector('.answer')?.textContent.replace(/\s+/g, ' ').trim();

beforeAll(() => speakOf('quiz'));
beforeEach(() => speak('en'));

describe('the view of a short text', () => {
	it.each([
		['en', 'Your answer', 'أدمة'],
		['ar', 'الإجابة', 'epidermis']
	] as const)(
		'is answered by keyboard alone, in either language (%s)',
		async (locale, label, typed) => {
			await speak(locale);
			const { given } = paper(locale);
			const user = userEvent.setup();
			await user.tab();
			expect(document.activeElement).toBe(screen.getByLabelText(label));
			await user.keyboard(typed);
			expect(given.at(-1)).toEqual([{ entered: typed }, 'typed']);
			expect(given).toHaveLength(typed.length);
			expect(field().value).toBe(typed);
		}
	);

	it('lets the text set its direction, and no keyboard correct it', () => {
		paper();
		expect(field().dir).toBe('auto');
		expect(field().getAttribute('spellcheck')).toBe('false');
		expect(field().getAttribute('autocorrect')).toBe('off');
	});

	it('follows a response that changed elsewhere', async () => {
		const { rerender } = paper('en', 'skin');
		await rerender({ response: { entered: 'dermis' } });
		expect(field().value).toBe('dermis');
	});

	it('keeps a half-typed answer through a change of language', async () => {
		const { rerender } = paper('en', 'epid');
		await speak('ar');
		await rerender({ locale: 'ar' });
		expect(field().value).toBe('epid');
		expect(screen.getByLabelText('الإجابة')).toBe(field());
	});

	it('takes nothing while it is locked', async () => {
		const { given, rerender } = paper();
		await rerender({ locked: true });
		await userEvent.type(field(), 'x');
		expect(field().disabled).toBe(true);
		expect(given).toEqual([]);
	});

	it('marks nothing where the answer is shown without a try', async () => {
		const { rerender, container } = paper();
		await rerender({ locked: true, feedback: feedbackOn(question, { entered: '' }, true) });
		expect(told()).toBeUndefined();
		expect(answer(container)).toBe('Right answer epidermis');
	});

	it('says why a usual mistake is wrong, and the answer only once it may be seen', async () => {
		const { rerender, container } = paper('en', 'skin');
		await rerender({ feedback: feedbackOn(question, { entered: 'skin' }, false) });
		expect(told()).toBe('Not right Which layer of it?');
		expect(field().getAttribute('aria-describedby')).toContain('q-feedback');
		expect(answer(container)).toBeUndefined();

		await rerender({ locked: true, feedback: feedbackOn(question, { entered: 'skin' }, true) });
		expect(answer(container)).toBe('Right answer epidermis');
		await speak('ar');
		await rerender({ locale: 'ar' });
		expect(answer(container)).toBe('الإجابة الصحيحة أدمة');
	});
});
