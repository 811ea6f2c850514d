import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it, vi } from 'vitest';
import { speak, speakOf } from '#lib/i18n/t';
import '#lib/i18n/work-tables';
import type { Joins } from '#lib/session/trainer/joins';
import { RosterEdits, type RosterKeeper } from '#lib/session/trainer/roster-edits';
import type { Member } from '#lib/training/roster';
import MemberDialog from './MemberDialog.svelte';

beforeAll(async () => {
	HTMLDialogElement.prototype.showModal = function () {
		this.open = true;
	};
	HTMLDialogElement.prototype.close = function () {
		this.open = false;
		this.dispatchEvent(new Event('close'));
	};
	await speak('en');
	await speakOf('trainer');
});

it('puts one more person on the roster, unless the number is somebody’s', async () => {
	const amal: Member = {
		...{ id: 'm1', name: 'Amal', number: '1001', department: '', jobTitle: '', token: 't' },
		...{ left: null, device: null, profile: null }
	};
	let roster: readonly Member[] = [amal];
	const keeper: RosterKeeper = {
		changeRoster: async (_, change) => {
			roster = change(roster);
			return true;
		}
	};
	const onclose = vi.fn();
	const edits = new RosterEdits(keeper, 'a');
	render(MemberDialog, { member: null, roster, edits, joins: {} as Joins, onclose });
	expect(screen.queryByLabelText('This is the same person as')).toBeNull();
	await userEvent.type(screen.getByLabelText('Name'), ' Noor ');
	await userEvent.type(screen.getByLabelText('Staff number'), '١٠٠١');
	await userEvent.click(screen.getByRole('button', { name: 'Save' }));
	expect(screen.getByText('Somebody else on the roster has this number.')).toBeTruthy();
	await userEvent.type(screen.getByLabelText('Staff number'), '2');
	await userEvent.click(screen.getByRole('button', { name: 'Save' }));
	expect(onclose).toHaveBeenCalledOnce();
	expect(roster.map(({ name, number }) => [name, number])).toEqual([
		['Amal', '1001'],
		['Noor', '١٠٠١2']
	]);
});
