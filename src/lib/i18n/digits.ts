import { writable } from 'svelte/store';

/** Digits that Arabic is shown with: 'latn' 0-9 or 'arab' ٠-٩. English is always 0-9. */
export type Digits = 'latn' | 'arab';

/** The learner's setting; everything that shows a number follows it at once. */
export const digits = writable<Digits>('latn');
