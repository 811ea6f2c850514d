import type { Locale } from '#lib/base/locale';
import type { Trouble } from './keeping';

/** Bytes of files as a whole and of those missing; ready: every one was read back from the cache. */
export interface Kept {
	readonly bytes: number;
	readonly missing: number;
	readonly ready: boolean;
}

/** What the worker tells its pages. */
export interface OfflineState {
	/** The course is kept module by module. */
	readonly large: boolean;
	readonly busy: boolean;
	readonly trouble: Trouble | null;
	/** All modules are to be kept. */
	readonly whole: boolean;
	readonly total: Kept;
	/** What is to be kept in each language: shell, pages and modules. */
	readonly languages: { readonly [L in Locale]?: Kept };
	readonly modules: readonly (Kept & { readonly id: string; readonly wanted: boolean })[];
}

/** What a page asks of the worker. `keep` and `remove` are a person's taps; `open` says what is read. */
export interface Ask {
	readonly do: 'start' | 'open' | 'keep' | 'remove';
	readonly language: Locale;
	readonly saver: boolean;
	readonly lesson?: string | null;
	/** For `keep`: without one, and without lessons, the whole course. */
	readonly module?: string;
	/** For `keep`: those that are assigned. */
	readonly lessons?: readonly string[];
}

export type ToWorker = { readonly durus: 'ask'; readonly ask: Ask } | { readonly durus: 'take' };
export type FromWorker = { readonly durus: 'state'; readonly state: OfflineState };

const isMessage = (data: unknown): data is { durus: unknown } =>
	typeof data === 'object' && data !== null && 'durus' in data;

export const isToWorker = (data: unknown): data is ToWorker =>
	isMessage(data) && (data.durus === 'ask' || data.durus === 'take');

export const isFromWorker = (data: unknown): data is FromWorker =>
	isMessage(data) && data.durus === 'state';
