import type { Page } from '@playwright/test';

/** What a learner sees of a quiz, in one look. */
export interface View {
	/** 'nowhere': something is being fetched. */
	readonly at: 'start' | 'question' | 'dialog' | 'summary' | 'result' | 'nowhere';
	/** The screen says that everything entered is saved. */
	readonly saved: boolean;
	/** Of the question that is shown, from 0. */
	readonly index: number;
	/** Of the questions of the paper. */
	readonly count: number;
	readonly last: boolean;
	readonly prompt: string;
	/** Check is there to be pressed. */
	readonly checkable: boolean;
	/** The way on is the first button. */
	readonly done: boolean;
	/** Ids of the items of an ordering, as they stand. */
	readonly items: readonly string[];
	/** Every field with what is in it. */
	readonly fields: readonly (readonly [string, string | boolean])[];
	/** What was said of the answer. */
	readonly panels: readonly string[];
	/** The result offers to go over what was missed. */
	readonly redo: boolean;
}

/** Looks at the page. All of it is of one moment: what is called saved there includes every press before. */
export const lookAt = (page: Page): Promise<View> =>
	page.evaluate(() => {
		const one = (selector: string) => document.querySelector<HTMLElement>(selector);
		const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
		const prompt = one('form .prompt');
		const index = prompt ? Number(/\d+/.exec(prompt.id)![0]) : -1;
		const press = one('form button[type="submit"]');
		const count = all('main nav li').length;
		const start = one('button[data-early="start"]');
		const places = () => {
			if (one('dialog[open]')) return 'dialog';
			// The view of a kind is fetched; so is what shows the end of a quiz.
			if (prompt) return one('form .instruction') ? 'question' : 'nowhere';
			if (one('.quiz .objectives')) return 'result';
			if (one('[data-save]')) return 'summary';
			const alive = document.documentElement.dataset.alive !== undefined;
			return alive && start && !start.matches(':disabled') ? 'start' : 'nowhere';
		};
		return {
			at: places(),
			saved: Boolean(one('[data-save="saved"]') ?? one('.score .save')?.textContent),
			index,
			count,
			last: index === count - 1,
			prompt: prompt?.innerText ?? '',
			checkable: press?.getAttribute('aria-disabled') !== 'true',
			done: Boolean(press?.matches('[data-forward]')),
			items: all('form .items .text').map(({ id }) => id.replace(/^q\d+-/, '')),
			fields: all('form :is(input, select), form .items .text').map((element) => {
				const field = element as HTMLInputElement;
				return ['radio', 'checkbox'].includes(field.type)
					? ([`${field.name} ${field.value}`, field.checked] as const)
					: ([field.id, field.value ?? ''] as const);
			}),
			panels: all('form .panel').map(({ className }) => className),
			redo: all('.actions button').length > 1
		};
	});
