import type { Locale } from '#lib/base/locale';
import type { Store } from '#lib/store/store';
import { keep, kept } from './device';

export interface SettingValues {
	theme: 'system' | 'light' | 'dark';
	textSize: 'normal' | 'large' | 'largest';
	digits: 'latn' | 'arab';
	/** The language chosen last; null before the first choice. */
	language: Locale | null;
	/** Factor on the time limits of tests; 1 for no extra time. */
	extraTime: 1 | 1.25 | 1.5 | 2;
	/** To be asked with each answer how sure one is. */
	confidence: boolean;
}

/** The values that each can have. */
export const allowed: { [K in keyof SettingValues]: readonly SettingValues[K][] } = {
	theme: ['system', 'light', 'dark'],
	textSize: ['normal', 'large', 'largest'],
	digits: ['latn', 'arab'],
	language: [null, 'en', 'ar'],
	extraTime: [1, 1.25, 1.5, 2],
	confidence: [false, true]
};

/**
 * The settings of this device: in effect at once, mirrored for the first paint, kept in the store. Who mounts the page
 * tells the interface the digits.
 */
export class Settings {
	values = $state<SettingValues>({
		theme: 'system',
		textSize: 'normal',
		digits: 'latn',
		language: null,
		extraTime: 1,
		confidence: false
	});
	#openStore: (() => Promise<Store>) | null = null;

	/** Takes what the first paint used. Call once, in the browser. */
	load(openStore: () => Promise<Store>): void {
		this.#openStore = openStore;
		const stored = kept('settings');
		for (const name of Object.keys(allowed) as (keyof SettingValues)[])
			if ((allowed[name] as readonly unknown[]).includes(stored[name]))
				this.values = { ...this.values, [name]: stored[name] };
	}

	/** The language is remembered on this device for the page without one; it is no choice until a person makes it there. */
	remember(language: Locale): void {
		this.values = { ...this.values, language };
		keep('settings', { ...this.values });
	}

	/** Sets one value everywhere: page, mirror, store. Resolves to whether it is kept for the next visit. */
	async set<K extends keyof SettingValues>(name: K, value: SettingValues[K]): Promise<boolean> {
		this.values = { ...this.values, [name]: value };
		const { theme, textSize, digits: shown } = this.values;
		const { dataset } = document.documentElement;
		mark(dataset, 'theme', theme === 'system' ? null : theme);
		mark(dataset, 'textSize', textSize === 'normal' ? null : textSize);
		mark(dataset, 'digits', shown === 'arab' ? shown : null);
		const mirrored = keep('settings', { ...this.values });
		if (!this.#openStore) return mirrored;
		const written = await (await this.#openStore()).setPreference(name, value);
		return mirrored && written.durable;
	}
}

/** Marks the page, or takes the mark away. */
export function mark(dataset: DOMStringMap, name: string, value: string | null): void {
	if (value === null) delete dataset[name];
	else dataset[name] = value;
}

/** One for the page: the frame, every screen and the settings screen share it. */
export const settings = new Settings();
