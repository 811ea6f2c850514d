import { keep } from './device';
import { allowed, mark, settings, type SettingValues } from './settings.svelte';

/** What a learner has who never chose. */
const defaults: SettingValues = {
	theme: 'system',
	textSize: 'normal',
	digits: 'latn',
	language: null,
	extraTime: 1,
	confidence: false
};

/**
 * Puts the settings of a learner into effect, in place of those of the one before; the language stays. Apart from the
 * settings, which every page has in its first script.
 */
export function adoptSettings(
	preferences: readonly { readonly name: string; readonly value: unknown }[]
): void {
	const { language } = settings.values;
	const chosen = preferences.filter(
		({ name, value }) =>
			Object.hasOwn(allowed, name) &&
			(allowed[name as keyof SettingValues] as readonly unknown[]).includes(value)
	);
	settings.values = {
		...defaults,
		...Object.fromEntries(chosen.map(({ name, value }) => [name, value])),
		language
	};
	const { theme, textSize, digits } = settings.values;
	const { dataset } = document.documentElement;
	mark(dataset, 'theme', theme === 'system' ? null : theme);
	mark(dataset, 'textSize', textSize === 'normal' ? null : textSize);
	mark(dataset, 'digits', digits === 'arab' ? digits : null);
	keep('settings', { ...settings.values });
}
