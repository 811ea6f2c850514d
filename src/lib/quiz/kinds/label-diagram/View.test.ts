import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { digits } from '#lib/i18n/digits';
import { speak, speakOf } from '#lib/i18n/t';
import { asAuthored, both } from '#lib/quiz/examples';
import { feedbackOn } from '#lib/quiz/feedback';
import type { Question } from '#lib/quiz/question';
import { kind, type LabelDiagramResponse, type PublicLabelDiagram } from './kind';
import View from './View.svelte';

const spot = (id: string, x: number) => ({
	id,
	place: both(`place ${id[0]}`, `موضع ${id[0]}`),
	text: both(id),
	feedback: both(`Why ${id}.`),
	at: { en: { x, y: 60 }, ar: { x: 400 - x, y: 60 } }
});
const label = (id: string) => ({ id, text: both(`Label ${id}`, `تسمية ${id}`) });
const drawing = (title: string) =>
	`<svg role="img" aria-label="${title}" viewBox="0 0 400 300"></svg>`;
const question = asAuthored('label-diagram', {
	figure: 'cell',
	width: 400,
	height: 300,
	title: both('A cell', 'خلية'),
	description: both('The membrane surrounds the nucleus.'),
	svg: { en: drawing('A cell'), ar: drawing('خلية') },
	spots: [spot('membrane', 100), spot('nucleus', 200)],
	labels: [label('membrane'), label('nucleus'), label('ribosome')]
}) as unknown as Question;

/** The view as a screen mounts it: a new response comes back by the prop. */
function paper(locale: Locale = 'en', labels: Record<string, string> = {}) {
	const given: LabelDiagramResponse[] = [];
	const props = {
		question: kind.publicPart(question) as PublicLabelDiagram,
		order: ['ribosome', 'nucleus', 'membrane'],
		response: { labels } as LabelDiagramResponse,
		locked: false,
		feedback: null,
		locale,
		name: 'q',
		labelledby: 'prompt',
		onrespond(response: LabelDiagramResponse) {
			given.push(response);
			void rerender({ response });
		}
	};
	const { rerender, container } = render(View, { props });
	return { given, rerender, container };
}
const lists = () => screen.getAllByRole<HTMLSelectElement>('combobox');
const chosen = () => lists().map(({ value }) => value);
const row = (index: number) =>
	screen.getAllByRole('listitem')[index]!.textContent.replace(/\s+/g, ' ').trim();
const discs = (container: HTMLElement) => [...container.querySelectorAll<HTMLElement>('.placed')];

beforeAll(() => speakOf('quiz'));
beforeEach(() => speak('en'));
afterEach(() => digits.set('latn'));

describe('the view of a diagram to label', () => {
	it.each([
		['en', '1 place m', 'Label nucleus', 'A cell'],
		['ar', '1 موضع m', 'تسمية \u2068nucleus\u2069', 'خلية']
	] as const)('is answered by keyboard alone (%s)', async (locale, name, option, title) => {
		await speak(locale);
		const { given } = paper(locale);
		const user = userEvent.setup();
		await user.tab();
		expect(document.activeElement).toBe(screen.getByRole('combobox', { name }));
		await user.selectOptions(lists()[0]!, option);
		await user.tab();
		expect(document.activeElement).toBe(lists()[1]);
		await user.selectOptions(lists()[1]!, option);
		expect(given).toEqual([
			{ labels: { membrane: 'nucleus' } },
			{ labels: { membrane: 'nucleus', nucleus: 'nucleus' } }
		]);
		expect(screen.getByRole('img', { name: title })).toBeTruthy();
	});

	it('puts the numbers where the spots of the language are, from the left in both', async () => {
		const { container, rerender } = paper();
		const places = () =>
			discs(container).map(({ style }) => [
				style.getPropertyValue('inset-inline-start'),
				style.getPropertyValue('inset-block-start')
			]);
		expect(places()).toEqual([
			['25%', '20%'],
			['50%', '20%']
		]);
		await rerender({ locale: 'ar' });
		expect(places()[0]).toEqual(['75%', '20%']);
		expect(discs(container)[0]!.closest('[dir]')!.getAttribute('dir')).toBe('ltr');
	});

	it('numbers the spots in the digits of the setting', async () => {
		digits.set('arab');
		await speak('ar');
		const { container } = paper('ar');
		expect(discs(container).map((disc) => disc.textContent.trim())).toEqual(['١', '٢']);
	});

	it('gives a student who cannot see the drawing its places, and no answer', () => {
		const { container } = paper();
		expect(row(0)).toContain('place m');
		expect(container.textContent).not.toContain('surrounds');
		expect(discs(container).every((disc) => disc.getAttribute('aria-hidden') === 'true')).toBe(
			true
		);
	});

	it('offers every label in the order of the paper', () => {
		paper();
		expect([...lists()[0]!.options].map(({ value }) => value)).toEqual([
			'',
			'ribosome',
			'nucleus',
			'membrane'
		]);
	});

	it('makes the number stand out whose list has the focus', async () => {
		const { container } = paper();
		const user = userEvent.setup();
		await user.tab();
		await user.tab();
		expect(discs(container).map((disc) => disc.classList.contains('active'))).toEqual([
			false,
			true
		]);
	});

	it('lets a choice be taken back', async () => {
		const { given } = paper('en', { membrane: 'nucleus', nucleus: 'ribosome' });
		await userEvent.selectOptions(lists()[0]!, '');
		expect(given).toEqual([{ labels: { nucleus: 'ribosome' } }]);
	});

	it('follows a response that changed elsewhere', async () => {
		const { rerender } = paper('en', { membrane: 'nucleus' });
		expect(chosen()).toEqual(['nucleus', '']);
		await rerender({ response: { labels: { nucleus: 'ribosome' } } });
		expect(chosen()).toEqual(['', 'ribosome']);
	});

	it('takes nothing while it is locked', async () => {
		const { given, rerender } = paper();
		await rerender({ locked: true });
		await userEvent.selectOptions(lists()[0]!, 'nucleus');
		expect(lists().every(({ disabled }) => disabled)).toBe(true);
		expect(given).toEqual([]);
	});

	it('shows each choice with its mark, and the right labels once they may be seen', async () => {
		const response = { labels: { membrane: 'ribosome' } };
		const { rerender } = paper('en', response.labels);
		await rerender({ locked: true, feedback: feedbackOn(question, response, false) });
		expect(row(0)).toBe('1 place m Your answer Label ribosome Not right Why membrane.');
		expect(row(1)).toBe('2 place n Nothing was chosen.');

		await rerender({ feedback: feedbackOn(question, response, true) });
		expect(row(0)).toContain('Right answer Label membrane');
		expect(row(1)).toContain('Right answer Label nucleus');
	});

	it('says the mark with the list where another try is allowed', async () => {
		const response = { labels: { membrane: 'membrane', nucleus: 'ribosome' } };
		const { rerender } = paper('en', response.labels);
		await rerender({ feedback: feedbackOn(question, response, false) });
		const told = document.getElementById(lists()[1]!.getAttribute('aria-describedby')!)!;
		expect(within(told).getByText('Why nucleus.')).toBeTruthy();
	});
});
