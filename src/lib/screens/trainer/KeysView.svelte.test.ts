import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak, speakOf } from '#lib/i18n/t';
import '#lib/i18n/work-tables';
import { TakingIn } from '#lib/session/trainer/taking-in.svelte';
import KeysView from './KeysView.svelte';

async function shown(part: Partial<{ name: string; code: string | null }> = {}) {
	const onname = vi.fn(async () => {});
	const onbackup = vi.fn(async () => {});
	const read = vi.fn(async () => ({
		name: 'Huda',
		at: Date.UTC(2026, 10, 20),
		assignments: 2,
		handIns: 30,
		keys: 'added' as const
	}));
	const take = vi.fn(async () => {});
	render(KeysView, {
		name: 'Mona',
		longestName: 100,
		fingerprint: 'K7QM 2XTA 9F4B 6HJP',
		code: 'durus-trainer.abc.1234567',
		backedUp: null,
		taking: new TakingIn({ read, take }),
		locale: 'en',
		onname,
		onbackup,
		...part
	});
	return { onname, onbackup, read, take };
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const passphrase = () => screen.getByLabelText<HTMLInputElement>('Passphrase');
const again = () => screen.queryByLabelText<HTMLInputElement>('The same once more');

beforeAll(() => speakOf('report'));
beforeEach(() => speak('en'));

describe("the trainer's keys", () => {
	it('are told by a fingerprint and a code to copy, and what is lost without a backup is said', async () => {
		const user = userEvent.setup();
		await shown();
		expect(screen.getByText('K7QM 2XTA 9F4B 6HJP').getAttribute('dir')).toBe('ltr');
		expect(screen.getByText(/can be opened by nobody/)).toBeTruthy();
		expect(screen.getByText('The keys were never backed up.')).toBeTruthy();
		await user.click(screen.getByRole('button', { name: 'Copy the code' }));
		await screen.findByText('Copied');
		expect(await navigator.clipboard.readText()).toBe('durus-trainer.abc.1234567');
	});

	it('give no code before there is a name', async () => {
		const { onname } = await shown({ name: '', code: null });
		expect(screen.queryByRole('button', { name: 'Copy the code' })).toBeNull();
		await press('Save the name');
		expect(onname).not.toHaveBeenCalled();
		const field = screen.getByLabelText('Your name, as learners see it');
		expect([field.getAttribute('aria-invalid'), document.activeElement]).toEqual(['true', field]);
		await userEvent.type(field, '  منى حداد {Enter}');
		expect(onname).toHaveBeenLastCalledWith('منى حداد');
		await screen.findByText('Saved on this device');
	});

	it('ask for a passphrase twice, or once where it is shown', async () => {
		const { onbackup } = await shown();
		await userEvent.type(passphrase(), 'long enough');
		await userEvent.type(again()!, 'long enougg');
		await press('Make the file');
		expect(screen.getByText('The two are not the same.')).toBeTruthy();
		expect([onbackup.mock.calls.length, document.activeElement]).toEqual([0, again()]);
		await userEvent.click(screen.getByRole('checkbox'));
		expect([again(), passphrase().type]).toEqual([null, 'text']);
		await press('Make the file');
		expect(onbackup).toHaveBeenLastCalledWith('long enough');
		await screen.findByText(/nobody can recover the passphrase/);
		expect(passphrase().value).toBe('');
	});

	it('refuse a short one in words', async () => {
		const { onbackup } = await shown();
		await userEvent.type(passphrase(), 'seven77');
		await userEvent.type(again()!, 'seven77');
		await press('Make the file');
		expect(screen.getByText('At least 8 characters, please.')).toBeTruthy();
		expect([onbackup.mock.calls.length, document.activeElement]).toEqual([0, passphrase()]);
	});

	it('say when the file could not be made', async () => {
		const { onbackup } = await shown();
		onbackup.mockRejectedValueOnce(new Error('no'));
		await userEvent.click(screen.getByRole('checkbox'));
		await userEvent.type(passphrase(), 'long enough{Enter}');
		await screen.findByText('The file could not be made. Nothing was changed.');
	});

	it('take a file in after its content was shown', async () => {
		const { read, take } = await shown();
		// What browsers have, and jsdom has not.
		const file = Object.assign(new File([], 'a.durus.txt'), { text: async () => 'text' });
		await userEvent.upload(screen.getByLabelText('File'), file);
		const field = await screen.findByLabelText('The passphrase of the file');
		expect(document.activeElement).toBe(field);
		await userEvent.type(field, 'secret words{Enter}');
		expect(read).toHaveBeenCalledWith('text', 'secret words');
		await screen.findByText('2 assignments');
		expect(screen.getByText('30 hand-ins')).toBeTruthy();
		expect(screen.getByText(/Made by \u2068Huda\u2069 on 20 November 2026/)).toBeTruthy();
		expect(take).not.toHaveBeenCalled();
		await press('Take it in');
		await screen.findByText('All that is in the file is on this device now.');
		expect(document.activeElement?.getAttribute('role')).toBe('status');
	});

	it('leave a file alone, with the focus where another one is chosen', async () => {
		await shown();
		const file = Object.assign(new File([], 'a.durus.txt'), { text: async () => 'text' });
		await userEvent.upload(screen.getByLabelText('File'), file);
		await screen.findByLabelText('The passphrase of the file');
		await press('Cancel');
		await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('File')));
	});
});
