import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import {
	exampleAssignment,
	exampleResult,
	newlyGiven,
	nowSent
} from '#lib/session/trainer/examples-of-trainers';
import {
	button,
	cellsOf,
	copied,
	member,
	prepareScreen,
	roster,
	shown,
	typist
} from './examples-of-assignment-screens';

prepareScreen();

describe('what was received', () => {
	const given = { ...nowSent(newlyGiven(exampleAssignment), 5)!, roster };
	const results = [exampleResult(given.id, 'm1', { lesson: 'cells', ended: 20 })];

	it('says no more than is known, and names the state in words', async () => {
		await shown(given, { results });
		await screen.findByRole('table', { name: 'What was received' });
		expect(cellsOf('What was received').map((row) => [row[0], row[2], ...row.slice(4)])).toEqual([
			['Amal 1001', 'In progress', 'Complete', 'Accepted'],
			['باسم 1002', 'Nothing heard', 'Nothing heard', 'Nothing heard']
		]);
	});

	it('is sorted, filtered by department, and copied where something is missing', async () => {
		const user = typist();
		await shown(given, { results });
		await screen.findByRole('table', { name: 'What was received' });
		const header = screen.getByRole('columnheader', { name: /^Heard so far/ });
		expect(header.getAttribute('aria-sort')).toBe('none');
		await user.click(within(header).getByRole('button'));
		expect(header.getAttribute('aria-sort')).toBe('ascending');
		expect(cellsOf('What was received').map(([name]) => name)).toEqual(['باسم 1002', 'Amal 1001']);
		await user.selectOptions(screen.getByLabelText('Department'), 'Ward 4');
		expect(cellsOf('What was received')).toHaveLength(1);
		await user.click(button('Copy those missing'));
		expect(copied).toHaveBeenCalledWith('Ward 4:\nباسم (1002)');
	});

	it('asks to confirm what came from another device than the one that is known', async () => {
		const second = {
			...{ id: 'second', assignment: given.id, learner: 'm1', signerId: 'new', profile: 'p' },
			...{ name: 'Amal K.', number: '', at: 30, received: 40 },
			standing: 'unconfirmed' as const
		};
		await shown(given, { results, received: [second] });
		expect(await screen.findByText(/It is not counted until it is confirmed/)).toBeTruthy();
		const confirm = button(/^Confirm that it is .*Amal/);
		const words = document.getElementById(confirm.getAttribute('aria-describedby')!)!;
		expect(words.textContent).toMatch(/^One hand-in in the name of .*Amal K\..* 1 January 1970/);
		await userEvent.selectOptions(screen.getByLabelText('Show'), 'Those to be confirmed');
		expect(cellsOf('What was received')).toHaveLength(1);
	});

	it('lets who is on no roster be joined to somebody', async () => {
		const stranger = exampleResult(given.id, 'device.profile', { lesson: 'cells', ended: null });
		await shown(given, { results: [{ ...stranger, standing: 'unconfirmed', name: 'Amaal' }] });
		expect(await screen.findByText('Not on the roster')).toBeTruthy();
		expect(button(/^Add .*Amaal.* to the roster$/)).toBeTruthy();
		await userEvent.click(button(/Amaal.* is the same as…$/));
		const dialog = within(screen.getByRole('dialog'));
		expect(dialog.getAllByRole('radio')).toHaveLength(2);
		await userEvent.type(dialog.getByLabelText('Search the roster'), '1001');
		await userEvent.click(dialog.getByLabelText(/^Amal/));
		expect(dialog.getAllByRole('radio')).toHaveLength(1);
		await userEvent.click(dialog.getByRole('button', { name: 'Join' }));
		expect(screen.queryByRole('dialog')).toBeNull();
		// The questions could not be fetched: nothing was changed, and that is said.
		expect(await screen.findByText(/^This could not be kept/)).toBeTruthy();
	});
});

it('shows no more of a long roster than can be looked through, and none before it is asked for', async () => {
	const long = Array.from({ length: 120 }, (_, nth) =>
		member(`m${nth}`, `Member ${nth}`, `${nth}`)
	);
	const given = { ...newlyGiven(exampleAssignment), roster: long };
	const stranger = exampleResult(given.id, 'device.profile', { lesson: 'cells', ended: null });
	await shown(given, { results: [{ ...stranger, standing: 'unconfirmed', name: 'Amaal' }] });
	await userEvent.selectOptions(await screen.findByLabelText('Show'), 'Those to be confirmed');
	const same = button(/Amaal.* is the same as…$/);
	expect(screen.queryByRole('radio')).toBeNull();
	await userEvent.click(same);
	const dialog = within(screen.getByRole('dialog'));
	expect(dialog.getAllByRole('radio')).toHaveLength(50);
	expect(dialog.getByText(/^The first 50 of 120 are shown/)).toBeTruthy();
});

describe('somebody', () => {
	const given = { ...newlyGiven(exampleAssignment), roster };
	const eraseForGood = () =>
		userEvent.click(
			within(screen.getByRole('dialog')).getByRole('button', { name: 'Erase for good' })
		);

	it('is erased everywhere after it was shown where that is', async () => {
		const { store } = await shown(given);
		const again = { ...member('m9', 'Amal K.', '1001'), token: 'another' };
		await store.changeAssignment('other', () => ({ ...given, id: 'other', roster: [again] }));
		await userEvent.click(await screen.findByRole('button', { name: /^Erase .*Amal.*…$/ }));
		expect(screen.queryByText('Amal K.')).toBeNull();
		await userEvent.click(screen.getByLabelText('In all my assignments'));
		expect(screen.getByText('Amal K.')).toBeTruthy();
		await eraseForGood();
		await vi.waitFor(() => expect(store.erased).toEqual(['m1', 'm9']));
		expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
	});

	it('is erased without being on a roster', async () => {
		const stranger = exampleResult(given.id, 'device.profile', { lesson: 'cells', ended: null });
		const results = [{ ...stranger, standing: 'unconfirmed' as const, name: 'Noor' }];
		const { store } = await shown({ ...given, roster: [] }, { results });
		await userEvent.click(await screen.findByRole('button', { name: /^Erase .*Noor.*…$/ }));
		await eraseForGood();
		await vi.waitFor(() => expect(store.erased).toEqual(['device.profile']));
	});
});
