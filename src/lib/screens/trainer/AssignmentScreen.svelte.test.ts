import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import {
	exampleAssignment,
	ExampleTrainerStore,
	madeTrainerKeys,
	newlyGiven,
	nowSent
} from '#lib/session/trainer/examples-of-trainers';
import { latestOf } from '#lib/session/trainer/giving';
import type { Member } from '#lib/training/roster';
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

describe('sending', () => {
	it('asks for a backup first, says what is lost without it, and lets it be put off', async () => {
		await shown();
		expect(screen.getByText(/nobody can open what was handed in/)).toBeTruthy();
		expect(screen.queryByLabelText('The link')).toBeNull();
		await userEvent.click(button('Not now: send without a backup'));
		expect(document.activeElement?.textContent).toBe('Send');
		expect((await screen.findByLabelText<HTMLTextAreaElement>('The link')).value).toContain(
			'/en/assignment/#a='
		);
	});

	it('notes that it was sent once the link is copied, and offers a reminder then', async () => {
		const user = typist();
		const { store, now } = await shown();
		store.record = { ...store.record, backedUp: 5 };
		await user.click(button('Not now: send without a backup'));
		await screen.findByLabelText('The link');
		expect([now().sent, screen.queryByRole('button', { name: 'Copy a reminder' })]).toEqual([
			null,
			null
		]);
		await user.click(button('Copy the link'));
		expect(copied.mock.calls[0]![0]).toMatch(/\/en\/assignment\/#a=/);
		await screen.findByText('It is noted as sent.');
		expect(now().sent).not.toBeNull();
		await user.click(await screen.findByRole('button', { name: 'Copy a reminder' }));
		const reminder = copied.mock.calls[1]![0];
		for (const part of ['Week 1', '26 November 2026', 'نوفمبر', 'تذكير', '#a=', 'Asia/Dubai'])
			expect(reminder).toContain(part);
	});

	it('makes a link for each who is there, with what it carries said', async () => {
		const user = typist();
		const gone = { ...member('m3', 'Gone', '1003'), left: 5 };
		await shown({ ...newlyGiven(exampleAssignment), roster: [...roster, gone] });
		await user.click(button('Not now: send without a backup'));
		await user.click(await screen.findByRole('button', { name: 'Make the personal links' }));
		await screen.findByRole('table', { name: 'A link for each person' });
		expect(document.activeElement?.textContent).toBe('A link for each person');
		const links = screen.getAllByRole('button', { name: /^Copy the link of/ });
		expect(links).toHaveLength(2);
		expect(screen.getByText(/nothing about anybody else/)).toBeTruthy();
		await user.click(links[0]!);
		expect(copied.mock.calls[0]![0]).toMatch(/#a=/);
		// On paper: a code for each, with its name.
		expect(document.querySelector('.slip')).toBeNull();
		window.dispatchEvent(new Event('beforeprint'));
		const slips = [...document.querySelectorAll('.slip')];
		expect(slips.map((slip) => slip.querySelector('.name')?.textContent)).toEqual(['Amal', 'باسم']);
		expect(slips.every((slip) => slip.querySelector('svg path'))).toBe(true);
	});

	it('follows the roster with the personal links once they are made', async () => {
		const { store, now } = await shown({ ...newlyGiven(exampleAssignment), roster });
		await userEvent.click(button('Not now: send without a backup'));
		await userEvent.click(await screen.findByRole('button', { name: 'Make the personal links' }));
		await screen.findByRole('table', { name: 'A link for each person' });
		const [amal, basim] = roster as [Member, Member];
		const added = [{ ...amal, name: 'Amal K.' }, { ...basim, left: 5 }, member('m3', 'Noor', '3')];
		await store.changeAssignment(now().id, () => ({ ...now(), roster: added }));
		await screen.findByRole('button', { name: /^Copy the link of .*Noor/ });
		expect(cellsOf('A link for each person').map(([name]) => name)).toEqual(['Amal K.', 'Noor']);
		window.dispatchEvent(new Event('beforeprint'));
		const names = [...document.querySelectorAll('.slip .name')];
		expect(names.map(({ textContent }) => textContent)).toEqual(['Amal K.', 'Noor']);
	});
});

describe('the roster', () => {
	const given = { ...newlyGiven(exampleAssignment), roster };

	it('shows what was understood of a list before it is taken', async () => {
		const { now } = await shown(given);
		const list =
			'number,name,department,job title\n١٠٠١,Amal,Ward 9,\n,,,\n1004,Noor,,\n1004,Twice,,';
		await userEvent.click(screen.getByLabelText(/^Paste names/));
		await userEvent.paste(list);
		await userEvent.click(button('See what was understood'));
		expect(document.activeElement?.textContent).toBe('Understood');
		expect(cellsOf('Understood').map((row) => [row[0], row[4]])).toEqual([
			['Amal', 'On the roster already; brought up to date'],
			['Noor', 'New']
		]);
		expect(screen.getByText(/Line 5: the number stands in an earlier line/)).toBeTruthy();
		expect(now().roster).toHaveLength(2);
		await userEvent.click(button('Put them on the roster'));
		await screen.findByText('They are on the roster.');
		expect(now().roster.map(({ name, department }) => [name, department])).toEqual([
			['Amal', 'Ward 9'],
			['باسم', 'Ward 4'],
			['Noor', '']
		]);
		expect(now().roster[2]!.token).toMatch(/^[\w-]{22}$/);
		expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Roster' }));
	});

	it('takes a list once, however often the button is pressed', async () => {
		const { now } = await shown(given);
		await userEvent.click(screen.getByLabelText(/^Paste names/));
		await userEvent.paste('Noor\nHana');
		await userEvent.click(button('See what was understood'));
		const add = button('Put them on the roster');
		add.click();
		add.click();
		await screen.findByText('They are on the roster.');
		expect(now().roster.map(({ name }) => name)).toEqual(['Amal', 'باسم', 'Noor', 'Hana']);
	});

	it('notes who left, and corrects a name but never takes another’s number', async () => {
		const { now } = await shown(given);
		await userEvent.click(button(/^Note that .*Amal.* has left$/));
		await screen.findByRole('button', { name: /^Note that .*Amal.* is back$/ });
		expect(now().roster[0]!.left).not.toBeNull();
		await userEvent.click(button(/^Edit .*Amal/));
		const dialog = within(screen.getByRole('dialog'));
		const number = dialog.getByLabelText('Staff number');
		await userEvent.clear(number);
		await userEvent.type(number, '1002');
		await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
		expect(dialog.getByText('Somebody else on the roster has this number.')).toBeTruthy();
		await userEvent.clear(number);
		await userEvent.type(number, '1009');
		await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
		expect(now().roster[0]!.number).toBe('1009');
		expect(screen.queryByRole('dialog')).toBeNull();
	});

	it('is searched as people write', async () => {
		await shown(given);
		await userEvent.type(screen.getByLabelText('Search the roster'), 'بَاسِم');
		expect(cellsOf('Roster').map(([name]) => name)).toEqual(['باسم']);
		await userEvent.type(screen.getByLabelText('Search the roster'), 'xyz');
		expect(screen.getByText('Nobody matches.')).toBeTruthy();
	});
});

describe('an assignment', () => {
	it('is withdrawn by a later revision', async () => {
		const { now } = await shown(nowSent(newlyGiven(exampleAssignment), 5)!);
		await userEvent.click(button('Withdraw the assignment'));
		await screen.findByText(/Send its link again so that learners hear of it/);
		expect(latestOf(now())).toMatchObject({ revision: 2, withdrawn: true });
		expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
	});

	it('of another trainer is neither revised nor sent nor withdrawn by a co-trainer, and can be erased', async () => {
		const store = new ExampleTrainerStore(await madeTrainerKeys());
		const given = nowSent(newlyGiven(exampleAssignment), 5)!;
		await shown(given, { keys: store.keys, given: new Map([[given.id, given]]) });
		expect(
			screen.getByText(/^This assignment is from .*Huda.*, and is revised, sent/)
		).toBeTruthy();
		for (const name of ['Send', 'Withdraw the assignment'])
			expect(screen.queryByRole('heading', { name }), name).toBeNull();
		expect(screen.queryByRole('link', { name: 'Revise: extend, correct' })).toBeNull();
		for (const name of ['Report', 'Collect'])
			expect(screen.getByRole('link', { name }), name).toBeTruthy();
		expect(button('Erase the assignment…')).toBeTruthy();
	});

	it('is erased for good after a backup was offered', async () => {
		const { store, onforgotten } = await shown();
		await userEvent.click(button('Erase the assignment…'));
		const dialog = within(screen.getByRole('dialog'));
		expect(dialog.getByRole('link', { name: 'Make a backup first' }).getAttribute('href')).toBe(
			'/en/trainer/keys/'
		);
		expect(store.given.size).toBe(1);
		await userEvent.click(dialog.getByRole('button', { name: 'Erase for good' }));
		await vi.waitFor(() => expect(onforgotten).toHaveBeenCalled());
		expect(store.given.size).toBe(0);
	});
});
