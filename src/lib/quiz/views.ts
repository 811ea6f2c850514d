import type { Component } from 'svelte';
import type { ViewProps } from './view';

const modules = import.meta.glob<{ default: Component<ViewProps> }>('./kinds/*/View.svelte');

const loaded = new Map<string, Promise<Component<ViewProps>>>();

/**
 * Loads the view of a kind; each is a file of its own, fetched when a paper needs it. The same promise every time, so
 * that what waits for it is not drawn anew; a failed one is forgotten.
 */
export function viewOf(kind: string): Promise<Component<ViewProps>> {
	const known = loaded.get(kind);
	if (known) return known;
	const load = modules[`./kinds/${kind}/View.svelte`];
	if (!load) return Promise.reject(new Error(`There is no question kind "${kind}".`));
	const view = load().then((module) => module.default);
	view.catch(() => loaded.delete(kind));
	loaded.set(kind, view);
	return view;
}
