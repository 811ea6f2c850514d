import type { AttemptLog } from '#lib/progress/record';
import type { Store } from '#lib/store/store';

/**
 * The attempt of a lesson that is under way: the marked one, else the newest, because a killed browser may not have
 * written the mark; the store has the attempt. Null where there is none.
 */
export async function findUnderWay(
	store: Store,
	lesson: string,
	marked: string | null
): Promise<AttemptLog | null> {
	const log = marked ? await store.attempt(marked) : null;
	if (log && !log.submissions.length) return log;
	const latest = await store.latestAttempt(lesson);
	const newest = latest && latest.id !== marked ? await store.attempt(latest.id) : null;
	return newest && !newest.submissions.length ? newest : null;
}
