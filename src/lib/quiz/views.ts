import type { Component } from 'svelte';
import type { ViewProps } from './view';

const modules = import.meta.glob<{ default: Component<ViewProps> }>('./kinds/*/View.svelte');

/** Loads the view of a kind; each is a file of its own, fetched when a paper needs it. */
export async function viewOf(kind: string): Promise<Component<ViewProps>> {
	const load = modules[`./kinds/${kind}/View.svelte`];
	if (!load) throw new Error(`There is no question kind "${kind}".`);
	return (await load()).default;
}
