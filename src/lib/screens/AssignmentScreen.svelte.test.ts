import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak, speakOf } from '#lib/i18n/t';
import '#lib/i18n/work-tables';
import { addressWithLink, keptLink } from '#lib/session/carried-link';
import { exampleLesson, HeldStore } from '#lib/session/examples';
import {
	answeredIn,
	completedFor,
	exampleAddressee,
	exampleCourse,
	exampleKeys,
	givenNow,
	linkOf,
	receiptLink,
	trainerOf
} from '#lib/session/examples-of-assignments';
import { pathOf } from '#lib/session/site';
import type { Store } from '#lib/store/store';
import AssignmentScreen from './AssignmentScreen.svelte';
import { standInForDialogs } from './examples-of-screens';

let keys: Awaited<ReturnType<typeof exampleKeys>>;
beforeAll(async () => {
	keys = await exampleKeys();
	await speakOf('assignment');
	await speakOf('terms');
	standInForDialogs();
});
beforeEach(async () => {
	sessionStorage.clear();
	await speak('en');
});

const modules = [
	{
		id: 'foundations',
		title: { en: 'Foundations' },
		summary: { en: '' },
		lessons: [exampleLesson, { ...exampleLesson, id: 'genes', title: { en: 'Genes' } }]
	}
];
const site = {
	course: { id: exampleCourse, title: { en: 'Exosomes' }, languages: ['en', 'ar'] as const },
	content: 'c0ffee',
	app: '0.1.0'
};

/** The screen, opened with this behind its address. */
function shown(hash: string, store: Store = new HeldStore()) {
	const hashes: string[] = [];
	const props = $state({
		site,
		modules,
		locale: 'en' as const,
		href: (target: Parameters<typeof pathOf>[0]) => `/en/${pathOf(target)}`,
		openStore: async () => store,
		hash,
		onhash: (to: string) => {
			hashes.push(to);
			props.hash = to;
		}
	});
	const { unmount } = render(AssignmentScreen, props);
	return { store, hashes, unmount };
}
const press = async (name: string | RegExp) =>
	userEvent.click(await screen.findByRole('button', { name }, { timeout: 5000 }));
const assignment = () => givenNow(keys.trainer, { title: 'Week 1' });

/** The screen of the assignment, accepted, with an attempt for it that is complete. */
async function working() {
	const store = new HeldStore();
	const given = assignment();
	const first = shown(await linkOf(given, keys.trainer, exampleAddressee), store);
	await press('Accept');
	await screen.findByText(/It is on your home page/);
	first.unmount();
	const attempt = await completedFor(store, given);
	return { ...shown(`#id=${given.id}`, store), given, attempt };
}

describe('a link of an assignment', () => {
	it('leaves the address bar at once, and can be opened in another browser until it is answered', async () => {
		const link = await linkOf(assignment(), keys.trainer);
		const { hashes } = shown(link);
		await waitFor(() => expect(hashes).toEqual(['']));
		await waitFor(() => expect(document.activeElement?.textContent).toBe('Week 1'), {
			timeout: 10_000
		});
		const here = 'https://here/course/ar/assignment/';
		expect(addressWithLink(here)).toBe(here + link);
		expect(addressWithLink('https://here/course/ar/')).toBe('https://here/course/ar/');
		await press('Not now');
		expect([keptLink(), addressWithLink(here)]).toEqual([null, here]);
	});

	it('says who asks for what, and what will be sent to whom, before anything is taken in', async () => {
		const given = givenNow(keys.trainer, { coTrainers: [trainerOf(keys.coTrainer, 'Omar')] });
		const { store } = shown(await linkOf(given, keys.trainer));
		await screen.findByText(/asks you to do this/);
		expect(document.body.textContent).toContain('Mona Haddad');
		expect(await screen.findByText(/Please finish before our meeting/)).toBeTruthy();
		expect(screen.getByText(/Nothing is sent now/)).toBeTruthy();
		expect(screen.getByText(/Who can read it/).textContent).toMatch(/Mona Haddad.*Omar/s);
		expect(screen.getByText(/Fingerprint/).textContent).toMatch(/(\w{4} ){3}\w{4}/);
		expect((await store.assigned()).accepted).toEqual([]);
	});

	it('says when it is due where this browser does not know the trainer’s time zone', async () => {
		shown(await linkOf(givenNow(keys.trainer, { timeZone: 'Europe/Newtown' }), keys.trainer));
		const due = (await screen.findByText('Due')).nextElementSibling!;
		expect(due.querySelector('time')).toBeTruthy();
		expect(due.textContent).not.toContain('Newtown');
	});

	it('asks for a name, and is accepted with it and the number', async () => {
		const { store, hashes } = shown(await linkOf(assignment(), keys.trainer));
		await press('Accept');
		expect(screen.getByText(/enter a name/).getAttribute('role')).toBe('alert');
		expect((await store.assigned()).accepted).toEqual([]);
		await userEvent.type(screen.getByLabelText(/Your name/), ' آمال ');
		await userEvent.type(screen.getByLabelText(/Staff number/), '17');
		await press('Accept');
		await screen.findByText(/It is on your home page/);
		expect((await store.profile()).name).toBe('آمال');
		expect((await store.assigned()).accepted).toMatchObject([{ number: '17' }]);
		expect(hashes.at(-1)).toBe(`#id=${assignment().id}`);
		expect(keptLink()).toBeNull();
	});

	it('stays in sight until the list has it, and then its heading has the focus', async () => {
		const store = new HeldStore();
		let tell = () => {};
		const watch = store.watchAssigned.bind(store);
		store.watchAssigned = (changed) =>
			watch((assigned) => {
				if (!assigned.accepted.length) changed(assigned);
				tell = () => changed(assigned);
			});
		const { hashes } = shown(await linkOf(assignment(), keys.trainer, exampleAddressee), store);
		await press('Accept');
		await waitFor(() => expect(hashes.at(-1)).toMatch(/^#id=/));
		expect(screen.getByRole('button', { name: 'Accept' })).toBeTruthy();
		expect(screen.queryByText(/not on your list/)).toBeNull();
		const region = document.querySelector('.assignment > [role="status"]')!;
		expect(region.textContent.trim()).toBe('');
		tell();
		await waitFor(() => expect(document.activeElement?.textContent).toBe('Week 1'));
		expect(document.activeElement!.isConnected).toBe(true);
		expect(document.querySelector('.assignment > [role="status"]')).toBe(region);
		expect(region.textContent).toMatch(/It is on your home page/);
	});

	it('of one person needs one press, and says whose it is', async () => {
		const { store } = shown(await linkOf(assignment(), keys.trainer, exampleAddressee));
		expect((await screen.findByLabelText<HTMLInputElement>(/Your name/)).value).toBe('Amal Khoury');
		expect(screen.queryByLabelText(/Staff number/)).toBeNull();
		await press('Accept');
		await waitFor(async () =>
			expect((await store.assigned()).accepted).toMatchObject([{ number: 'E-1042' }])
		);
	});

	it('of a known name with another key is a warning with both fingerprints', async () => {
		const store = new HeldStore();
		const first = shown(await linkOf(assignment(), keys.trainer, exampleAddressee), store);
		await press('Accept');
		await screen.findByText(/It is on your home page/);
		first.unmount();
		const other = givenNow(keys.stranger, { id: 'another', title: 'Week 2' });
		shown(await linkOf(other, keys.stranger), store);
		const warning = await screen.findByRole('region', { name: /Is it really/ });
		const codes = [...warning.querySelectorAll('code')].map(({ textContent }) => textContent);
		expect(new Set(codes).size).toBe(2);
		expect(codes.every((code) => /^(\w{4} ){3}\w{4}$/.test(code))).toBe(true);
	});

	it('waits through a reload, as when another learner is chosen', async () => {
		const link = await linkOf(assignment(), keys.trainer);
		const first = shown(link);
		await screen.findByText(/asks you to do this/);
		first.unmount();
		shown('');
		await screen.findByText(/asks you to do this/);
	});

	it('that cannot be used says why, as text, and leaves all as it was', async () => {
		const { store } = shown('#a=1.zz.<img src=x onerror=alert(1)>');
		expect((await screen.findByRole('alert')).textContent).toMatch(
			/not whole|altered|no assignment/
		);
		expect(document.querySelector('img')).toBeNull();
		expect(screen.getByText('Everything that you had is as it was.')).toBeTruthy();
		await press('All assignments');
		expect(await screen.findByText(/Nothing is assigned to you yet/)).toBeTruthy();
		expect((await store.records()).assignments).toEqual([]);
	});

	it('of a revision says what it changes', async () => {
		const { store, given, unmount } = await working();
		unmount();
		const later = { ...given, revision: 2, due: given.due! + 3_600_000, title: 'Week 1 again' };
		shown(await linkOf(later, keys.trainer, exampleAddressee), store);
		const changes = (await screen.findByText(/What you finished keeps the rules/)).parentElement!;
		expect(
			within(changes)
				.getAllByRole('listitem')
				.map(({ textContent }) => textContent)
		).toEqual(['It has another title.', 'There is more time: the due date is later.']);
		await press('Take over the change');
		await screen.findByRole('heading', { level: 1, name: 'Week 1 again' });
	});
});

describe('the list', () => {
	it('takes what is pasted and what is in a file', async () => {
		shown('');
		const link = await linkOf(assignment(), keys.trainer);
		await userEvent.click(await screen.findByLabelText(/Paste the link/));
		await userEvent.paste(`Hello! https://here/en/assignment/${link} Thanks`);
		await press('Read it');
		await screen.findByText(/asks you to do this/);
		await press('Not now');
		const file = new File([link], 'week-1.txt', { type: 'text/plain' });
		// It is not there in this environment.
		file.text = async () => link;
		await userEvent.upload(await screen.findByLabelText(/choose the file/), file);
		await screen.findByText(/asks you to do this/);
	});

	it('offers the camera only where the browser reads codes', async () => {
		shown('').unmount();
		expect(screen.queryByRole('button', { name: /Scan/ })).toBeNull();
		vi.stubGlobal('BarcodeDetector', class {});
		Object.defineProperty(navigator, 'mediaDevices', {
			value: { getUserMedia: () => Promise.reject(new Error('denied')) },
			configurable: true
		});
		shown('');
		await press('Scan a QR code');
		await screen.findByText(/camera cannot be used/);
		const heading = () => screen.getByRole('heading', { name: 'Add an assignment' });
		expect(document.activeElement).toBe(heading());
		await press(/Stop|Close/);
		await screen.findByRole('button', { name: 'Scan a QR code' });
		await waitFor(() => expect(document.activeElement).toBe(heading()));
		vi.unstubAllGlobals();
	});
});

describe('an accepted assignment', () => {
	it('shows what is left, and the true state of handing in', async () => {
		const { store, given } = await working();
		await screen.findByText('100%, passed');
		expect(screen.getByText('1 attempt is left.')).toBeTruthy();
		const region = screen.getByRole('region', { name: 'Hand in' });
		expect(within(region).getByText('Finished, but not handed in yet.')).toBeTruthy();
		expect(region.textContent).toMatch(/under the name .*Amal Khoury/);
		expect(region.textContent).toContain('E-1042');
		expect(region.textContent).toContain('Not you?');
		const download = within(region).getByRole('button', { name: 'Save as a file' });
		await waitFor(() => expect((download as HTMLButtonElement).disabled).toBe(false));
		URL.createObjectURL = () => 'blob:here';
		URL.revokeObjectURL = () => {};
		const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
			this: HTMLAnchorElement
		) {
			expect(this.download).toBe('durus-Amal-Khoury-Week-1.txt');
		});
		await userEvent.click(download);
		expect(clicked).toHaveBeenCalledTimes(1);
		clicked.mockRestore();
		await within(region).findByText(/It still has to be sent/);
		const [handIn] = (await store.assigned()).handIns;
		const receipt = await receiptLink(given, [handIn!.id], keys.trainer);
		expect(within(region).queryByText(/Received/)).toBeNull();
		shown(receipt, store);
		await screen.findByText(/“⁨Week 1⁩” was received/);
		await within(region).findByText('Received: your trainer confirmed it.');
	});

	it('is sent with the share sheet only when one was chosen there', async () => {
		const { store, attempt } = await working();
		const share = vi.fn(() => Promise.reject(new DOMException('', 'AbortError')));
		Object.assign(navigator, { share, canShare: () => true });
		// The file is made anew when something changes: the way out is looked for then.
		await answeredIn(store, attempt);
		await press('Send with an app…');
		expect(share).toHaveBeenCalledTimes(1);
		expect((await store.assigned()).handIns).toEqual([]);
		share.mockResolvedValueOnce(undefined as never);
		await press('Send with an app…');
		await screen.findByText(/Handed to the app/);
		const [call] = share.mock.calls as unknown as [[{ files: File[] }]];
		expect(call[0].files[0]!.name).toMatch(/\.txt$/);
		expect((await store.assigned()).handIns).toMatchObject([{ by: 'share', receipt: null }]);
		Object.assign(navigator, { share: undefined, canShare: undefined });
	});

	it('is not handed in where the link could not be copied, and then still has to be sent', async () => {
		const { store } = await working();
		const writeText = vi.fn(() => Promise.reject(new DOMException('', 'NotAllowedError')));
		Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
		const region = await screen.findByRole('region', { name: 'Hand in' });
		await press('Copy as a link');
		const field = await within(region).findByLabelText<HTMLInputElement>(/does not let/);
		await waitFor(() => expect(document.activeElement).toBe(field));
		expect(field.selectionEnd).toBe(field.value.length);
		expect((await store.assigned()).handIns).toEqual([]);
		expect(within(region).getByText('Finished, but not handed in yet.')).toBeTruthy();
		writeText.mockResolvedValueOnce(undefined as never);
		await press('Copy as a link');
		await within(region).findByText(/Copied as a link on .* It still has to be sent/);
		expect((await store.assigned()).handIns).toMatchObject([{ by: 'link' }]);
		Reflect.deleteProperty(navigator, 'clipboard');
	});

	it('keeps what was shared when another attempt ends while the sheet is open', async () => {
		let close = () => {};
		const share = vi.fn(() => new Promise<void>((resolve) => (close = resolve)));
		Object.assign(navigator, { share, canShare: () => true });
		const { store, attempt, given } = await working();
		await press('Send with an app…');
		await completedFor(store, given);
		await screen.findByText(/2 attempts that were started/);
		close();
		await screen.findByText(/Handed to the app/);
		const [handIn] = (await store.assigned()).handIns;
		expect(handIn!.attempts.map(({ id }) => id)).toEqual([attempt]);
		Object.assign(navigator, { share: undefined, canShare: undefined });
	});

	it('is taken off the list after a question, and its work stays', async () => {
		const { store } = await working();
		await press('Take it off my list');
		const dialog = document.querySelector('dialog')!;
		await userEvent.click(within(dialog).getByText('Take it off my list'));
		await screen.findByText(/Nothing is assigned to you yet/);
		expect((await store.history()).attempts).toHaveLength(1);
	});
});
