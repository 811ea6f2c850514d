import type { Page } from '@playwright/test';
import type { Key } from '../answering';
import { begun, type Kept, type KeptAttempt } from './kept';
import { isBegun, isWhole, oneChange, untouched } from './one-change';
import type { View } from './view';

/** What a learner does next, and what that changes of what is to be kept, part by part. */
export interface Step {
	readonly title: string;
	readonly changes: readonly ((kept: Kept) => void)[];
	readonly press: (page: Page) => Promise<void>;
}
type Random = () => number;
/** How likely, beside the others. */
type Weighted = readonly [weight: number, step: Step];

const click = (selector: string) => (page: Page) => page.locator(selector).click();
/** Changes the attempt that is under way. */
const step = (
	title: string,
	press: Step['press'],
	...changes: ((attempt: KeptAttempt) => void)[]
): Step => ({
	title,
	press,
	changes: changes.map((change) => (kept: Kept) => change(kept.at(-1)!))
});
const beginning = (mode: string, press: Step['press'], redo = false): Step => ({
	title: `begin ${redo ? 'again what was missed' : mode}`,
	press,
	changes: [(kept) => kept.push(begun(mode, redo))]
});

function weighed(steps: readonly Weighted[], random: Random): Step {
	let left = random() * steps.reduce((sum, [weight]) => sum + weight, 0);
	return (steps.find(([weight]) => (left -= weight) < 0) ?? steps[0]!)[1];
}

const end = (attempt: KeptAttempt): void => {
	if (attempt.mode === 'test')
		for (const [key, response] of Object.entries(attempt.entered))
			if (isBegun(response)) (attempt.tries[key] ??= []).push(response);
	attempt.ended++;
};

const goTo = (index: number) => (attempt: KeptAttempt) => void (attempt.opened = index);

/** Questions of a practice without a try or a shown answer. */
const unanswered = ({ tries, shown }: KeptAttempt, count: number) =>
	count - new Set([...Object.keys(tries), ...Object.keys(shown)]).size;

/** One of the steps that the screen offers. `question`: the one that is shown. */
export function nextStep(view: View, kept: Kept, question: Key | null, random: Random): Step {
	const attempt = kept.at(-1)!;
	switch (view.at) {
		case 'start':
			return random() < 0.6
				? beginning('practice', click('[data-early="start"]'))
				: beginning('test', click('[data-early="start-test"]'));
		case 'result':
			return view.redo && random() < 0.3
				? beginning('practice', (page) => page.locator('.actions button').first().click(), true)
				: step('again', (page) => page.locator('.actions button').last().click());
		case 'dialog':
			return random() < 0.7
				? step('finish', click('dialog[open] .button.quiet'), end)
				: step('not finish', click('dialog[open] .button:not(.quiet)'));
		case 'summary':
			return random() < 0.8
				? step('hand in', click('.actions .button:not(.quiet)'), end)
				: step('not hand in', click('.actions .button.quiet'));
		default:
			return atQuestion(view, attempt, question!, random);
	}
}

function atQuestion(view: View, attempt: KeptAttempt, question: Key, random: Random): Step {
	const { index, last, items, count } = view;
	const test = attempt.mode === 'test';
	/** Nothing more can be entered; in a test one may come back to it. */
	const done = view.done && !test;
	const key = `${index} ${question.id}`;
	const response = attempt.entered[key] ?? untouched(question);
	const tried = attempt.tries[key]?.length ?? 0;
	const on = !attempt.flagged[key];
	const number = Math.floor(random() * count);

	const forward = (selector: string) =>
		last
			? step('to the end', click(selector), ...(!test && !unanswered(attempt, count) ? [end] : []))
			: step('forward', click(selector), goTo(index + 1));
	const steps: Weighted[] = [
		[
			0.5,
			step(
				`to question ${number}`,
				click(`main nav li:nth-child(${number + 1}) button`),
				goTo(number)
			)
		],
		[0.3, step('flag', click('.foot .flag'), ({ flagged }) => void (flagged[key] = on))],
		[0.3, step('other language', click('a.language'))]
	];
	if (done || test)
		steps.push([isBegun(response) || done ? 6 : 1, forward('form button[type="submit"]')]);
	if (!done) {
		const name = `q${index}`;
		const { responses, enter } = oneChange(question, response, items, name, random);
		const changes = responses.map(
			(response) =>
				({ entered }: KeptAttempt) =>
					void (entered[key] = response)
		);
		steps.push([
			isWhole(question, response) ? 2 : 9,
			step(`enter ${JSON.stringify(responses.at(-1))}`, enter, ...changes)
		]);
	}
	if (!done && !test) {
		const whole = isWhole(question, response);
		const check = ({ tries }: KeptAttempt) => void (tries[key] ??= []).push(response);
		if (view.checkable)
			steps.push([
				whole ? 8 : 0.3,
				step('check', click('form button[type="submit"]'), ...(whole ? [check] : []))
			]);
		steps.push([tried ? 2 : 0.3, forward('.foot .forward')]);
		if ((attempt.hints[key] ?? 0) < question.hints.length)
			steps.push([
				0.5,
				step(
					'hint',
					(page) => page.locator('form .help .quiet').first().click(),
					({ hints }) => void (hints[key] = (hints[key] ?? 0) + 1)
				)
			]);
		if (tried)
			steps.push([
				1,
				step(
					'answer',
					(page) => page.locator('form .help .quiet').last().click(),
					({ shown }) => void (shown[key] = (shown[key] ?? 0) + 1)
				)
			]);
	}
	return weighed(steps, random);
}
