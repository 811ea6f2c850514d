/** What a quiz page fetches where anything is assigned. */
export { default as AssignedResult } from './AssignedResult.svelte';
export { default as AssignedStart } from './AssignedStart.svelte';
