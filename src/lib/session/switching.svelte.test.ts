import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
	exampleAttempt,
	exampleContext,
	exampleDraft,
	exampleQuestions
} from '#lib/store/examples';
import { lookAtTransactions, failWith } from '#lib/store/faults';
import { openStore } from '#lib/store/open-store';
import type { Store } from '#lib/store/store';
import { openAttempts } from './device';
import { SaveQueue } from './save-queue.svelte';
import { settings } from './settings.svelte';
import { followSwitches, goOnAs } from './switching.svelte';

beforeEach(() => localStorage.clear());
afterEach(() => lookAtTransactions(() => {}).heal());

/** A store of Amal's with an attempt, one of another tab, and another learner. */
async function started() {
	const context = exampleContext();
	const store = await openStore(context);
	const { id: amal } = (await store.nameProfile('Amal')).record;
	const { id: badr } = (await store.addProfile('Badr')).record;
	const { record } = await store.addAttempt(exampleAttempt(), exampleQuestions);
	return { store, tab: await openStore(context), amal, badr, attempt: record.id };
}
const type = (store: Store, attempt: string) => {
	const saves = new SaveQueue(async () => store);
	const draft = exampleDraft(attempt, { response: { chosen: 'typed' } });
	saves.addSoon('a', (store) => store.saveDraft(draft));
	return saves;
};

it('saves what is typed as who typed it, and begins anew with the settings of the next', async () => {
	const { store, amal, badr, attempt } = await started();
	openAttempts.set('cells', attempt);
	await settings.set('theme', 'dark');
	const saves = type(store, attempt);
	const reload = vi.fn();
	expect(await goOnAs(store, badr, reload)).toBe(true);
	expect(reload).toHaveBeenCalledOnce();
	expect([openAttempts.of('cells'), settings.values.theme]).toEqual([null, 'system']);
	expect(document.documentElement.dataset.theme).toBeUndefined();
	expect((await store.records()).drafts).toMatchObject([
		{ profile: amal, response: { chosen: 'typed' } }
	]);
	saves.close();
});

it('stays as it is where something cannot be saved', async () => {
	const { store, amal, badr, attempt } = await started();
	failWith('full');
	const saves = type(store, attempt);
	const reload = vi.fn();
	expect(await goOnAs(store, badr, reload)).toBe(false);
	expect(reload).not.toHaveBeenCalled();
	expect((await store.profiles()).current).toBe(amal);
	saves.close();
});

it('reaches another tab, which saves what is typed there before it begins anew', async () => {
	const { store, tab, amal, badr, attempt } = await started();
	const reload = vi.fn();
	const stop = followSwitches(tab, reload);
	const saves = type(tab, attempt);
	await goOnAs(store, badr, () => {});
	await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
	expect((await tab.records()).drafts).toMatchObject([{ profile: amal }]);
	stop();
	saves.close();
});
