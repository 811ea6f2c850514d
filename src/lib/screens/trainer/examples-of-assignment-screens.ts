import { configure, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, vi } from 'vitest';
import { speak, speakOf } from '#lib/i18n/t';
import '#lib/i18n/work-tables';
import { pathOf } from '#lib/session/site';
import {
	exampleAssignment,
	ExampleTrainerStore,
	exampleTrainerKeys,
	madeTrainerKeys,
	newlyGiven
} from '#lib/session/trainer/examples-of-trainers';
import AssignmentScreen from './AssignmentScreen.svelte';

const lessons = [
	{ id: 'cells', title: { en: 'Cells', ar: 'الخلايا' } },
	{ id: 'genes', title: { en: 'Genes', ar: 'الجينات' } }
];
/** For tests: somebody on a roster. */
export const member = (id: string, name: string, number: string, department = 'Ward 3') => ({
	...{ id, name, number, department, jobTitle: 'Nurse', token: `token-of-${id}` },
	...{ left: null, device: null, profile: null }
});
export const roster = [member('m1', 'Amal', '1001'), member('m2', 'باسم', '1002', 'Ward 4')];
let keys = exampleTrainerKeys;
/** What was copied. */
export const copied = vi.fn(async (_: string) => {});

/** For tests: the screen of an assignment, with its store in memory. */
export async function shown(
	given = newlyGiven(exampleAssignment),
	part: Partial<ExampleTrainerStore> = {}
) {
	const { signing, encryption } = keys;
	const trainer = { name: 'Huda', signing: signing.public, encryption: encryption.public };
	const store = Object.assign(
		new ExampleTrainerStore(keys, {
			...given,
			revisions: given.revisions.map((revision) => ({ ...revision, trainer }))
		}),
		part
	);
	const onforgotten = vi.fn();
	render(AssignmentScreen, {
		assignment: given.id,
		lessons,
		course: 'biology',
		locale: 'en',
		href: (target) => `/en/${pathOf(target)}`,
		openStore: store.open,
		loadCourse: () => Promise.reject(new Error('It is not asked for.')),
		onforgotten
	});
	await screen.findByRole('heading', { level: 1 });
	const now = () => store.given.get(given.id)!;
	return { store, now, onforgotten };
}
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** Texts of the cells of a table, by row. */
export const cellsOf = (name: string) =>
	within(screen.getByRole('table', { name }))
		.getAllByRole('row')
		.slice(1)
		.map((row) =>
			[...row.children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
		);

/** Makes ready what all tests of the screen need. */
export function prepareScreen(): void {
	beforeAll(async () => {
		// What signs is fetched when it is first needed, and machines are busy.
		configure({ asyncUtilTimeout: 20_000 });
		HTMLDialogElement.prototype.showModal = function () {
			this.open = true;
		};
		HTMLDialogElement.prototype.close = function () {
			this.open = false;
			this.dispatchEvent(new Event('close'));
		};
		keys = await madeTrainerKeys();
		await Promise.all([speakOf('trainer'), speakOf('terms'), speakOf('report')]);
	});
	beforeEach(async () => {
		await speak('en');
		copied.mockClear();
	});
}

/** After `userEvent.setup`, which has a clipboard of its own. */
export const typist = () => {
	const user = userEvent.setup();
	vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(copied);
	return user;
};
