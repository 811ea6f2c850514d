import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exampleContext } from '#lib/store/examples';
import { MemoryStore } from '#lib/store/memory/memory-store';
import type { Store } from '#lib/store/store';
import { keep, kept } from './device';
import { HeldStore } from './examples';
import { Settings } from './settings.svelte';

const { dataset } = document.documentElement;
const defaults = {
	theme: 'system',
	textSize: 'normal',
	digits: 'latn',
	language: null,
	extraTime: 1,
	confidence: false
};

function loaded(store: Store = new HeldStore()): Settings {
	const settings = new Settings();
	settings.load(async () => store);
	return settings;
}
const marks = () => ({ ...dataset });

beforeEach(() => localStorage.clear());
afterEach(() => {
	vi.unstubAllGlobals();
	for (const name of Object.keys(dataset)) delete dataset[name];
});

describe('settings', () => {
	it('are those of the device until something is chosen', () => {
		expect(loaded().values).toEqual(defaults);
	});

	it('are found again at the next visit', async () => {
		await loaded().set('theme', 'dark');
		await loaded().set('textSize', 'largest');
		expect(loaded().values).toEqual({ ...defaults, theme: 'dark', textSize: 'largest' });
	});

	it('are the defaults where something else was kept', () => {
		keep('settings', { theme: 'pink', textSize: 7, digits: 'arab', language: 'fr', more: true });
		expect(loaded().values).toEqual({ ...defaults, digits: 'arab' });
	});

	it.each([
		['theme', 'dark', 'system', { theme: 'dark' }],
		['textSize', 'large', 'normal', { textSize: 'large' }],
		['digits', 'arab', 'latn', { digits: 'arab' }]
	] as const)(
		'mark the page at once, and are unmarked by the default: %s',
		(name, value, usual, mark) => {
			const settings = loaded();
			void settings.set(name, value);
			expect([marks(), settings.values[name]]).toEqual([mark, value]);
			void settings.set(name, usual);
			expect(marks()).toEqual({});
		}
	);

	it('are kept in the store too, and called kept only when both are durable', async () => {
		const store = new HeldStore();
		expect(await loaded(store).set('theme', 'dark')).toBe(true);
		expect(await store.preferences()).toMatchObject([{ name: 'theme', value: 'dark' }]);
		expect(await loaded(new MemoryStore(exampleContext())).set('theme', 'light')).toBe(false);
		vi.stubGlobal('localStorage', {
			getItem: () => null,
			setItem: () => {
				throw new DOMException('', 'QuotaExceededError');
			}
		});
		expect(await loaded(store).set('theme', 'light')).toBe(false);
	});

	it('remember the language for the page without one, and keep the rest', async () => {
		await loaded().set('theme', 'dark');
		loaded().remember('ar');
		expect(kept('settings')).toEqual({ ...defaults, theme: 'dark', language: 'ar' });
	});
});
