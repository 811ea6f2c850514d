// What a lesson page fetches behind its text, as one file: see LessonScreen.svelte.
export { ReadingSession } from '#lib/session/reading-session.svelte';
export { watchSections } from '#lib/session/section-watch';
export { default as CheckYourself } from './CheckYourself.svelte';
export { default as TermDialog } from './TermDialog.svelte';
