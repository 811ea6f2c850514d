import type { Migration, Row } from './migration';

type Asked = Row & { readonly key: string };

/**
 * Papers name the lesson and objective of each question, so that mastery and review are folded without the questions;
 * rules have a time limit, extra time, confidence, and how attempts count; submissions say who ended the attempt.
 */
export const papersNameObjectives: Migration = {
	version: 2,
	name: 'papers-name-objectives',
	stores: {},
	upgrade: {
		reads: ['questions', 'attempts', 'submissions'],
		rows({ questions = [], attempts = [], submissions = [] }) {
			const known = new Map(questions.map(({ key, question }) => [key, question as Row]));
			const named = (asked: Asked, lesson: unknown) => ({
				lesson: known.get(asked.key)?.lesson ?? lesson,
				objective: known.get(asked.key)?.objective ?? '',
				...asked
			});
			return {
				attempts: attempts.map((attempt) => ({
					...attempt,
					paper: Array.isArray(attempt.paper)
						? (attempt.paper as Asked[]).map((asked) => named(asked, attempt.lesson))
						: attempt.paper,
					rules: {
						timeLimit: null,
						extraTime: 1,
						confidence: false,
						attempts: null,
						counts: 'best',
						...(attempt.rules as Row | undefined)
					}
				})),
				submissions: submissions.map((submission) => ({ by: 'learner', ...submission }))
			};
		}
	}
};
