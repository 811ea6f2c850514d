import { uuidv7 } from '#lib/base/id';
import type { History } from '#lib/progress/record';
import { remarksDue } from '#lib/progress/remarks';
import { markingOf, type Question } from '#lib/quiz/question';
import type { Store } from '#lib/store/store';

/** Marks the complete attempts at a lesson again where a key was changed since, and keeps both marks. */
export async function markAgain(
	store: Store,
	lesson: string,
	history: History,
	now: readonly Question[]
): Promise<void> {
	const current = new Map(now.map(({ id, hash }) => [id, hash.marking]));
	const done = new Set(
		history.events.flatMap((event) =>
			event.type === 'remarked'
				? [`${event.attempt} ${event.question} ${markingOf(event.key)}`]
				: []
		)
	);
	const ended = new Set(history.submissions.map(({ attempt }) => attempt));
	const concerned = history.attempts.filter(
		(attempt) =>
			ended.has(attempt.id) &&
			attempt.paper.some(({ question, key, lesson: from }) => {
				const marking = current.get(question);
				return (
					from === lesson &&
					marking !== undefined &&
					marking !== markingOf(key) &&
					!done.has(`${attempt.id} ${question} ${marking}`)
				);
			})
	);
	for (const { id } of concerned) {
		const log = await store.attempt(id);
		for (const remark of log ? remarksDue(log, now) : [])
			await store.addEvent({ ...remark, id: uuidv7() });
	}
}
