import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { speak, speakOf } from '#lib/i18n/t';
import '#lib/i18n/work-tables';
import { pathOf } from '#lib/session/site';
import type { EditPlace } from '#lib/session/trainer/edit-place';
import {
	exampleAssignment,
	exampleTrainer,
	exampleTrainerKeys,
	ExampleTrainerStore,
	newlyGiven,
	nowSent,
	writeTrainerCode
} from '#lib/session/trainer/examples-of-trainers';
import { latestOf } from '#lib/session/trainer/giving';
import EditScreen from './EditScreen.svelte';

const titled = (id: string, en: string, ar: string) => ({ id, title: { en, ar } });
const modules = [
	{
		...titled('foundations', 'Foundations', 'الأسس'),
		lessons: [titled('cells', 'Cells', 'الخلايا'), titled('genes', 'Genes', 'الجينات')]
	},
	{
		...titled('practice', 'Practice', 'الممارسة'),
		lessons: [titled('wards', 'Wards', 'الأقسام')]
	}
];
/** Another key of RFC 7517 and 7515, changed places: whose they are is another trainer. */
const other = {
	name: 'Noor',
	signing: exampleTrainer.encryption,
	encryption: exampleTrainer.signing
};

async function shown(
	place: EditPlace,
	{ store = new ExampleTrainerStore(), locale = 'en' as Locale } = {}
) {
	await speak(locale);
	const onkept = vi.fn();
	render(EditScreen, {
		place,
		modules,
		course: 'biology',
		passMark: 0.8,
		locale,
		href: (target) => pathOf(target),
		openStore: store.open,
		onkept
	});
	await screen.findByRole('button', { name: /Preview|معاينة/ });
	return { store, onkept, kept: () => [...store.given.values()] };
}
const anew: EditPlace = { assignment: null, module: null };
const field = (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name);
const save = () => screen.getByRole('button', { name: /^Save/ });
const moduleOf = (name: string) => within(screen.getByRole('group', { name }));

beforeAll(async () => {
	// jsdom has no dialogs that open.
	HTMLDialogElement.prototype.showModal = function () {
		this.open = true;
	};
	HTMLDialogElement.prototype.close = function () {
		this.open = false;
		this.dispatchEvent(new Event('close'));
	};
	await speakOf('trainer');
	await speakOf('terms');
});
beforeEach(() => speak('en'));

describe('the form of an assignment', () => {
	it('says beside each field what is wrong, and chooses the first', async () => {
		const { kept } = await shown(anew);
		expect(screen.queryByText('Enter a title.')).toBeNull();
		await userEvent.clear(field('Pass mark, per cent'));
		await userEvent.click(save());
		expect(document.activeElement).toBe(field('Title'));
		expect(field('Title').getAttribute('aria-invalid')).toBe('true');
		expect(field('Title').getAttribute('aria-describedby')).toContain('title-problem');
		expect(document.getElementById('title-problem')?.textContent).toBe('Enter a title.');
		expect(screen.getByText('Enter a number from 1 to 100.')).toBeTruthy();
		expect(screen.getByText('Choose at least one lesson.')).toBeTruthy();
		expect(screen.getByText('Enter your name: learners see who asks.')).toBeTruthy();
		expect(kept()).toEqual([]);
		await userEvent.type(field('Title'), 'Week 1');
		expect(document.getElementById('title-problem')?.textContent).toBe('');
		await userEvent.click(save());
		expect(document.activeElement).toBe(document.getElementById('lessons'));
	});

	it('ticks a module with its lessons, and shows where only some are ticked', async () => {
		await shown(anew);
		const foundations = moduleOf('Foundations');
		const whole = foundations.getByLabelText<HTMLInputElement>('All of this module');
		await userEvent.click(whole);
		expect(
			foundations.getAllByRole<HTMLInputElement>('checkbox').map((box) => box.checked)
		).toEqual([true, true, true]);
		await userEvent.click(foundations.getByLabelText('Genes'));
		expect([whole.checked, whole.indeterminate]).toEqual([false, true]);
		await userEvent.click(foundations.getByLabelText('Genes'));
		expect([whole.checked, whole.indeterminate]).toEqual([true, false]);
		expect(moduleOf('Practice').getByLabelText<HTMLInputElement>('Wards').checked).toBe(false);
	});

	it('is filled in by a suggestion, and needs a name alone', async () => {
		vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 8), toFake: ['Date'] });
		const { store, kept, onkept } = await shown({ assignment: null, module: 'foundations' });
		expect(field('Title').value).toBe('Foundations');
		expect(field(/^Due on/).value).toBe('2026-11-26');
		expect(field('Due at').value).toBe('23:59');
		await userEvent.clear(field('Time zone'));
		await userEvent.type(field('Time zone'), 'Asia/Dubai');
		expect(screen.getByText(/Gulf Standard Time/)).toBeTruthy();
		await userEvent.type(field(/^Your name/), 'Huda');
		await userEvent.click(save());
		vi.useRealTimers();
		await vi.waitFor(() => expect(onkept).toHaveBeenCalled());
		const [given] = kept();
		expect(given!.sent).toBeNull();
		expect(latestOf(given!)).toMatchObject({
			course: 'biology',
			revision: 1,
			lessons: ['cells', 'genes'],
			due: Date.UTC(2026, 10, 26, 19, 59, 59, 999),
			timeZone: 'Asia/Dubai',
			rules: { mode: 'test', passMark: 0.8 },
			trainer: { name: 'Huda' }
		});
		expect([store.record.name, onkept.mock.calls]).toEqual(['Huda', [[given!.id]]]);
	});

	it('refuses a zone that is none, and a due date before the opening', async () => {
		await shown(anew);
		await userEvent.clear(field('Time zone'));
		await userEvent.type(field('Time zone'), 'Dubai');
		await userEvent.click(save());
		expect(screen.getByText(/knows no such time zone/)).toBeTruthy();
		await userEvent.clear(field('Time zone'));
		await userEvent.type(field('Time zone'), 'Europe/Berlin');
		await userEvent.type(field(/^Opens on/), '2026-03-29');
		await userEvent.type(field('Opens at'), '04:00');
		await userEvent.type(field(/^Due on/), '2026-03-29');
		await userEvent.clear(field('Due at'));
		await userEvent.type(field('Due at'), '03:00');
		expect(screen.getByText('This is before it opens.')).toBeTruthy();
		expect(screen.queryByText(/knows no such time zone/)).toBeNull();
	});

	it('takes numbers in Arabic digits, and hides what practice does not know', async () => {
		const { kept } = await shown({ assignment: null, module: 'practice' });
		await userEvent.type(field(/^Your name/), 'Huda');
		await userEvent.clear(field('Pass mark, per cent'));
		await userEvent.type(field('Pass mark, per cent'), '٧٥');
		await userEvent.type(field(/^Time limit/), '٣٠');
		await userEvent.click(save());
		expect(latestOf(kept()[0]!).rules).toMatchObject({ passMark: 0.75, timeLimit: 1_800_000 });
		await userEvent.click(screen.getByLabelText(/^Practice:/));
		expect(screen.queryByLabelText(/^Time limit/)).toBeNull();
	});

	it('shows the assignment as a learner will see it, and keeps nothing', async () => {
		const { kept } = await shown({ assignment: null, module: 'foundations' });
		await userEvent.type(field(/^Your name/), 'Huda');
		await userEvent.click(screen.getByRole('button', { name: 'Preview' }));
		const preview = within(
			await screen.findByRole('dialog', { name: 'As the learner will see it' })
		);
		expect(preview.getByText('Genes')).toBeTruthy();
		expect(preview.getByText('80%')).toBeTruthy();
		expect(preview.getByText(/nothing is kept for a learner/)).toBeTruthy();
		await userEvent.click(preview.getByRole('button', { name: 'Close the preview' }));
		expect(screen.queryByRole('dialog')).toBeNull();
		expect(kept()).toEqual([]);
	});

	it('says what is wrong instead of showing what cannot be', async () => {
		await shown({ assignment: null, module: 'foundations' });
		await userEvent.type(field(/^Your name/), 'Huda');
		await fireEvent.input(field('Opens at'), { target: { value: '08:00' } });
		await userEvent.click(screen.getByRole('button', { name: 'Preview' }));
		await waitFor(() => expect(document.activeElement).toBe(field('Opens on (optional)')));
		expect(screen.getByText(/^Enter both the day and the time/)).toBeTruthy();
		expect(screen.queryByRole('dialog')).toBeNull();
	});

	it('adds a co-trainer by a code, each once, and says why another text is none', async () => {
		const { kept } = await shown({ assignment: null, module: 'practice' });
		const code = () => field('Code of a co-trainer');
		const add = async (text: string) => {
			await userEvent.clear(code());
			await userEvent.click(code());
			await userEvent.paste(text);
			await userEvent.click(screen.getByRole('button', { name: 'Add' }));
		};
		await add('hello');
		expect(screen.getByText(/^This is not a co-trainer’s code/).getAttribute('role')).toBe('alert');
		await add(writeTrainerCode(exampleTrainer));
		expect(screen.getByText('This is your own code.')).toBeTruthy();
		await add(writeTrainerCode(other));
		expect(await screen.findByText(/Noor.* was added/)).toBeTruthy();
		expect(code().value).toBe('');
		await add(writeTrainerCode(other));
		expect(screen.getByText('This co-trainer is there already.')).toBeTruthy();
		await userEvent.type(field(/^Your name/), 'Huda');
		await userEvent.click(save());
		expect(latestOf(kept()[0]!).coTrainers).toEqual([other]);
	});
});

describe('a revision', () => {
	const given = nowSent(newlyGiven({ ...exampleAssignment, lessons: ['cells', 'genes'] }), 5)!;

	it('starts from what was sent, and says what it changes for learners', async () => {
		const store = new ExampleTrainerStore(undefined, given);
		const { kept } = await shown({ assignment: given.id, module: null }, { store });
		expect(screen.getByText('Nothing was changed.')).toBeTruthy();
		const due = field(/^Due on/);
		await userEvent.clear(due);
		await userEvent.type(due, '2026-12-03');
		expect(screen.getByText('It is due later')).toBeTruthy();
		await userEvent.click(save());
		const [changed] = kept();
		expect(changed!.revisions.map(({ revision }) => revision)).toEqual([1, 2]);
		expect(changed!.sent).toBeNull();
		expect(latestOf(changed!)).toMatchObject({ id: given.id, title: 'Week 1' });
	});

	it('of one that was handed over keeps its trainer, and renames nobody here', async () => {
		const own = { ...exampleTrainerKeys, id: 'own', signing: { public: other.signing } };
		const store = new ExampleTrainerStore(own as typeof exampleTrainerKeys, given);
		store.keys = async () => [own as typeof exampleTrainerKeys, exampleTrainerKeys];
		store.record.name = 'Noor';
		const { kept } = await shown({ assignment: given.id, module: null }, { store });
		await userEvent.clear(field(/^Due on/));
		await userEvent.type(field(/^Due on/), '2026-12-03');
		await userEvent.click(save());
		expect(latestOf(kept()[0]!)).toMatchObject({ revision: 2, trainer: exampleTrainer });
		expect(store.record.name).toBe('Noor');
	});

	it('speaks Arabic', async () => {
		const store = new ExampleTrainerStore(undefined, given);
		await shown({ assignment: given.id, module: null }, { store, locale: 'ar' });
		expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('تعديل التكليف');
		expect(screen.getByText('لم يتغير شيء.')).toBeTruthy();
	});

	it('of what is not on this device is refused in words', async () => {
		await speak('en');
		render(EditScreen, {
			place: { assignment: 'gone', module: null },
			modules,
			course: 'biology',
			passMark: 0.8,
			locale: 'en',
			href: (target) => pathOf(target),
			openStore: new ExampleTrainerStore().open,
			onkept: () => {}
		});
		expect(await screen.findByText(/^This assignment is not on this device/)).toBeTruthy();
	});
});
