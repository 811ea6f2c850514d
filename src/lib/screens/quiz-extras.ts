/** What a quiz page fetches behind its questions: all that comes after them. */
export { default as EarlierAttempts } from './EarlierAttempts.svelte';
export { default as QuizResult } from './QuizResult.svelte';
export { default as QuizSummary } from './QuizSummary.svelte';
