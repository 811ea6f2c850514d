import 'fake-indexeddb/auto';
import { configure, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak, speakOf } from '#lib/i18n/t';
import '#lib/i18n/work-tables';
import { pathOf } from '#lib/session/site';
import { Collecting } from '#lib/session/trainer/collecting.svelte';
import {
	ExampleClass,
	exampleFile,
	exampleSource,
	readTestReceipt
} from '#lib/session/trainer/examples';
import { StoreError } from '#lib/session/trainer/examples-of-trainers';
import CollectScreen from './CollectScreen.svelte';

const course = 'exosome-therapy';
async function shown(group: Pick<ExampleClass, 'openStore'>, opened: string | null = null) {
	const view = render(CollectScreen, {
		course,
		source: exampleSource(),
		opened,
		locale: 'en',
		href: (target) => `/en/${pathOf(target)}`,
		openStore: group.openStore
	});
	return view;
}
/** jsdom's files have no `text`. */
const upload = (label: string, ...files: File[]) => {
	const input = screen.getByLabelText<HTMLInputElement>(label);
	Object.defineProperty(input, 'files', { value: files, configurable: true });
	input.dispatchEvent(new Event('change', { bubbles: true }));
};
const lines = () =>
	within(screen.getByRole('region', { name: 'What was taken and what was not' }))
		.getAllByRole('listitem')
		.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

beforeAll(async () => {
	// Keys, signatures and marks: seconds on a machine that is busy.
	configure({ asyncUtilTimeout: 20_000 });
	for (const table of ['trainer', 'report'] as const) await speakOf(table);
});
beforeEach(async () => {
	await speak('en');
	document.documentElement.dataset.course = course;
});

describe('collecting on the screen', () => {
	it('lists each file by its name, what was not taken first with the reason, and says once how many', async () => {
		const group = await ExampleClass.of();
		await shown(group);
		upload(
			'Files',
			exampleFile('amal.txt', await group.written(0)),
			exampleFile('shopping.txt', 'Milk, bread'),
			exampleFile('badr.txt', await group.written(1))
		);
		await screen.findByText(/2 hand-ins were taken, and one file was not\./);
		expect(lines()).toEqual([
			'shopping.txt Not a hand-in of this site.',
			expect.stringMatching(/^amal\.txt Member 0, .*: Taken\.$/),
			expect.stringMatching(/^badr\.txt Member 1, .*: Taken\.$/)
		]);
		expect(screen.queryByRole('progressbar')).toBeNull();
	});

	it('makes a receipt that a student can open, with the names on paper alone', async () => {
		const group = await ExampleClass.of();
		const { container } = await shown(group);
		upload('A whole folder', exampleFile('amal.txt', await group.written(0)));
		await userEvent.click(await screen.findByRole('button', { name: 'Make a receipt' }));
		const link = (await screen.findByText(/#r=/)).textContent;
		expect(link).toMatch(/\/en\/assignment\/#r=/);
		const receipt = await readTestReceipt(link, group);
		expect(receipt).toMatchObject({ course, assignment: group.assignment.id });
		expect(receipt.received).toHaveLength(1);
		expect(screen.getByRole('img', { name: 'QR code of the receipt' })).toBeTruthy();
		expect(container.querySelector('.print-only')).toBeNull();
		window.dispatchEvent(new Event('beforeprint'));
		const row = container.querySelector('.print-only tbody tr')!;
		expect(row.textContent).toContain('Member 0');
		expect(row.textContent).toContain(receipt.received[0]!);
		window.dispatchEvent(new Event('afterprint'));
		expect(container.querySelector('.print-only')).toBeNull();
	});

	it('makes a receipt for what came on this visit, and one for all that was ever received', async () => {
		const group = await ExampleClass.of();
		const earlier = new Collecting(group.openStore, exampleSource());
		await earlier.takeFiles([exampleFile('amal.txt', await group.written(0))]);
		await shown(group);
		upload('Files', exampleFile('badr.txt', await group.written(1)));
		const made = async (button: string) => {
			await userEvent.click(await screen.findByRole('button', { name: button }));
			await waitFor(() =>
				expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Receipt' }))
			);
			return readTestReceipt(screen.getByText(/#r=/).textContent, group);
		};
		expect((await made('Make a receipt')).received).toHaveLength(1);
		expect(screen.queryByRole('button', { name: 'Make a receipt' })).toBeNull();
		expect((await made('Receipt for all that was ever received')).received).toHaveLength(2);
	});

	it('takes the hand-in of the link that the page was opened with, and a pasted one', async () => {
		const group = await ExampleClass.of();
		await shown(group, await group.link(0));
		await screen.findByText(/One hand-in was taken, and nothing was left out/);
		expect(lines()).toEqual([expect.stringMatching(/^The link that was opened Member 0/)]);
		const field = screen.getByLabelText('Links or texts of hand-ins');
		await userEvent.click(field);
		await userEvent.paste(`Here: https://example.org/en/trainer/collect/${await group.link(1)}`);
		await userEvent.click(screen.getByRole('button', { name: 'Take what is pasted' }));
		await waitFor(() => expect(lines()).toHaveLength(2));
		expect((field as HTMLTextAreaElement).value).toBe('');
	});

	it('leads to the assignment of those who are on no roster', async () => {
		const group = await ExampleClass.of();
		await shown(group);
		const stranger = await group.written(7);
		upload('Files', exampleFile('who.txt', stranger));
		const section = await screen.findByRole('region', { name: 'Not on the roster' });
		expect(within(section).getByText('Learner 7')).toBeTruthy();
		expect(within(section).getByRole('link').getAttribute('href')).toBe(
			`/en/trainer/assignment/#id=${group.assignment.id}`
		);
	});

	it('keeps the focus where it says what became of it when it is stopped', async () => {
		const group = await ExampleClass.of();
		await shown(group);
		upload('Files', exampleFile('amal.txt', await group.written(0)));
		await userEvent.click(await screen.findByRole('button', { name: 'Stop' }));
		const said = await screen.findByText(/Stopped\./);
		expect(document.activeElement).toBe(said);
	});

	it('reads no assignment but those that something came for', async () => {
		const group = await ExampleClass.of();
		const looks = vi.spyOn(group.store, 'assignments');
		await shown(group);
		upload('Files', exampleFile('amal.txt', await group.written(0)));
		await screen.findByText(/One hand-in was taken/);
		expect(looks).not.toHaveBeenCalled();
	});

	it('says at once where nothing can be kept', async () => {
		const openStore = () => Promise.reject(new StoreError('blocked'));
		await shown({ openStore });
		await screen.findByText(/does not let the site keep anything here/);
	});

	it('takes an assignment in for a co-trainer, and says so of one that does not name her', async () => {
		const own = await ExampleClass.of();
		const coTrainers = [own.assignment.trainer];
		const [named, other] = [
			await ExampleClass.of(1, { coTrainers, id: 'another', title: 'Ward round' }),
			await ExampleClass.of(1, { title: 'Not hers' })
		];
		await shown(own);
		upload('Files', exampleFile('ward.durus.txt', await named.sent()));
		const status = await screen.findByText(/^\s*One assignment was taken in\.\s*$/);
		expect(lines()).toEqual([
			expect.stringMatching(/^ward\.durus\.txt Ward round: An assignment, taken in/)
		]);
		expect((await own.store.assignment('another'))?.sent).not.toBeNull();
		upload('Files', exampleFile('other.durus.txt', await other.sent()));
		await waitFor(() => expect(status.textContent).toMatch(/Nothing was taken, and one file was/));
		expect(lines()[0]).toMatch(/^other\.durus\.txt Not hers: .* names none of this device’s keys/);
		expect(screen.queryByRole('button', { name: 'Make a receipt' })).toBeNull();
	});

	it('says that nothing was taken where the questions cannot be fetched', async () => {
		const group = await ExampleClass.of();
		const source = exampleSource({ questions: () => Promise.reject(new Error('offline')) });
		render(CollectScreen, {
			...{ course, source, opened: null, locale: 'en', openStore: group.openStore },
			href: (target) => pathOf(target)
		});
		upload('Files', exampleFile('amal.txt', await group.written(0)));
		await screen.findByText(/questions of this site could not be fetched/);
		expect(await group.store.receivedIn(group.assignment.id)).toEqual([]);
	});
});
