import { base } from '$app/paths';
import { fetchQuestions } from '#lib/session/questions';
import { fetchReleased, type MarkingSource } from '#lib/session/trainer/marking-course';

/** This site's own questions and what was released of them, by which hand-ins are marked. */
export const markingSource = (lessons: MarkingSource['lessons']): MarkingSource => ({
	lessons,
	questions: (lesson) => fetchQuestions(`${base}/lessons/${lesson}/questions.json`),
	released: () => fetchReleased(`${base}/released.json`)
});
