import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { speak, speakOf } from '#lib/i18n/t';
import '#lib/i18n/work-tables';
import { exampleLesson, examplePool } from '#lib/session/examples';
import {
	exampleAttempt,
	exampleMarked,
	exampleResult
} from '#lib/session/trainer/examples-of-reports';
import type { LearnerResult } from '#lib/training/collected';
import LearnerPage from './LearnerPage.svelte';

const questions = new Map(examplePool.map((question) => [question.id, question]));

async function shown(result: LearnerResult, locale: Locale = 'en') {
	await speak(locale);
	const { container } = render(LearnerPage, {
		result,
		name: 'Amal <b>Haddad</b>',
		lessons: [exampleLesson],
		questionsOf: async (lesson) => {
			if (lesson !== 'cells') throw new Error('offline');
			return questions;
		},
		classHref: '#id=a1',
		locale
	});
	await waitFor(() => expect(screen.queryByText('Loading…')).toBeNull());
	return container;
}
const answers = (container: HTMLElement) => [
	...container.querySelectorAll<HTMLDetailsElement>('ol > li > details')
];
const plain = (element: Element | null | undefined) =>
	(element?.textContent ?? '')
		.replace(/\p{Cf}/gu, '')
		.replace(/\s+/g, ' ')
		.trim();

beforeAll(async () => {
	for (const table of ['progress', 'quiz', 'report'] as const) await speakOf(table);
});
beforeEach(() => speak('en'));

describe("a learner's page", () => {
	it('shows a name as it was typed, as text, and takes the focus', async () => {
		const container = await shown(exampleResult());
		const heading = screen.getByRole('heading', { level: 2 });
		expect(heading.textContent).toBe('Amal <b>Haddad</b>');
		expect(container.querySelector('b')).toBeNull();
		expect(document.activeElement).toBe(heading);
		expect(screen.getByRole('link', { name: 'Back to the class' }).getAttribute('href')).toBe(
			'#id=a1'
		);
	});

	it('sets each answer beside the question and the right answer, with how it came about', async () => {
		const container = await shown(
			exampleResult({
				attempts: [
					exampleAttempt({
						questions: [
							exampleMarked('single', {
								share: 0,
								response: { chosen: 'wrong' },
								tries: 2,
								hints: 1,
								time: 42_400
							})
						]
					})
				]
			})
		);
		const [answer] = answers(container);
		expect(plain(answer!.querySelector('summary'))).toContain('Not right');
		await userEvent.click(answer!.querySelector('summary')!);
		const right = await within(answer!).findByText(/belongs to the answer/);
		expect(right.closest('.option')!.querySelector('label')!.textContent).toContain('right');
		const chosen = within(answer!).getByRole<HTMLInputElement>('radio', { name: /wrong/ });
		expect([chosen.checked, chosen.disabled]).toEqual([true, true]);
		const facts = [...answer!.querySelectorAll('dl > div')].map(plain);
		expect(facts).toEqual([
			'Time 42 s',
			'Tries 2',
			'Hints 1',
			'Language Arabic',
			'Confidence certain'
		]);
		expect(screen.getByText(/1 of 2 points/).textContent).toContain('50%');
	});

	it('says in words what has to be known: late, marks that differ, a version that is unknown', async () => {
		const container = await shown(
			exampleResult({
				standing: 'unconfirmed',
				unreadable: 2,
				attempts: [
					exampleAttempt({
						late: true,
						notes: ['score-differs', 'too-many'],
						questions: [
							exampleMarked('single', { notes: ['sender-differs'] }),
							exampleMarked('gone', { share: null, notes: ['unknown-version'] })
						]
					})
				]
			})
		);
		for (const words of [
			/^Late: ended after the due date/,
			/^The score in the file differs/,
			/does not count\.$/,
			/^The mark in the file differs/,
			/^Unknown version, not marked/,
			/^Unconfirmed\.$/,
			/^2 hand-ins could not be opened\.$/
		])
			expect(screen.getByText(words)).toBeTruthy();
		const unknown = answers(container)[1]!;
		expect(plain(unknown.querySelector('summary'))).toMatch(/^Not marked gone/);
		await userEvent.click(unknown.querySelector('summary')!);
		expect(within(unknown).getByText(/cannot be shown or marked here/)).toBeTruthy();
	});

	it('tells what is known even where the questions cannot be fetched', async () => {
		await shown(exampleResult({ attempts: [exampleAttempt({ lesson: 'genes' })] }));
		const alert = await screen.findByRole('alert');
		expect(alert.textContent).toMatch(/could not be fetched/);
		expect(screen.getByText(/1 of 2 points/)).toBeTruthy();
	});

	it('calls an unanswered question so', async () => {
		const container = await shown(
			exampleResult({
				attempts: [
					exampleAttempt({
						questions: [exampleMarked('single', { share: 0, response: null, tries: 0 })]
					})
				]
			})
		);
		expect(plain(answers(container)[0]!.querySelector('summary'))).toMatch(/^Not answered/);
	});
});
