import { configure, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { speak, speakOf } from '#lib/i18n/t';
import '#lib/i18n/work-tables';
import { pathOf } from '#lib/session/site';
import { ExampleTrainerStore, exampleTrainerKeys } from '#lib/session/trainer/examples-of-trainers';
import KeysScreen from './KeysScreen.svelte';

beforeAll(async () => {
	// What makes a fingerprint is fetched when it is first needed, and machines are busy.
	configure({ asyncUtilTimeout: 20_000 });
	for (const table of ['trainer', 'report'] as const) await speakOf(table);
});
beforeEach(() => speak('en'));

it('leaves what is typed where another tab changes something', async () => {
	const store = new ExampleTrainerStore();
	// As a database does: other objects at each look.
	store.keys = async () => [{ ...exampleTrainerKeys }];
	render(KeysScreen, {
		...{ course: 'biology', locale: 'en', openStore: store.open },
		href: (target) => pathOf(target)
	});
	const passphrase = await screen.findByLabelText<HTMLInputElement>('Passphrase');
	await userEvent.type(passphrase, 'half a pass');
	await store.changeTrainer((now) => ({ ...now!, backedUp: Date.UTC(2026, 10, 20) }));
	await screen.findByText('Last backup of the keys: 20 November 2026.');
	const still = screen.getByLabelText<HTMLInputElement>('Passphrase');
	expect(still.value).toBe('half a pass');
	expect([still, document.activeElement]).toEqual([passphrase, passphrase]);
});
