import { bySequence, type AttemptRecord, type EventRecord, type History } from './record';

type Opened = EventRecord & { readonly type: 'section-opened' };

/** What was done in a lesson and its quiz. */
export interface Trace {
	/** In no order. */
	readonly attempts: AttemptRecord[];
	/** Ids of the sections that were read, of those that are gone too. */
	readonly read: Set<string>;
	/** The section that was opened last, of those that are still there. */
	opened: Opened | null;
	/** The highest sequence of anything; 0 for nothing. */
	latest: number;
}

/** One look at all records => what was done in each of these lessons, by id. */
export function tracesIn(
	lessons: readonly {
		readonly id: string;
		readonly sections: readonly { readonly id: string }[];
	}[],
	{ attempts, responses, submissions, events }: History
): ReadonlyMap<string, Trace> {
	const sections = new Map(lessons.map(({ id, sections }) => [id, sections.map(({ id }) => id)]));
	const byLesson = new Map(
		lessons.map(({ id }): [string, Trace] => [
			id,
			{ attempts: [], read: new Set(), opened: null, latest: 0 }
		])
	);
	const byAttempt = new Map<string, Trace>();
	const leave = (trace: Trace | undefined, sequence: number) => {
		if (trace && sequence > trace.latest) trace.latest = sequence;
	};
	for (const attempt of attempts) {
		const trace = byLesson.get(attempt.lesson);
		if (!trace) continue;
		trace.attempts.push(attempt);
		byAttempt.set(attempt.id, trace);
		leave(trace, attempt.sequence);
	}
	for (const { attempt, sequence } of responses) leave(byAttempt.get(attempt), sequence);
	for (const { attempt, sequence } of submissions) leave(byAttempt.get(attempt), sequence);
	for (const event of events) {
		if ('attempt' in event && event.attempt !== null)
			leave(byAttempt.get(event.attempt), event.sequence);
		if (!('lesson' in event)) continue;
		const trace = byLesson.get(event.lesson);
		if (!trace) continue;
		leave(trace, event.sequence);
		if (event.type === 'section-read') trace.read.add(event.section);
		if (
			event.type === 'section-opened' &&
			sections.get(event.lesson)!.includes(event.section) &&
			(!trace.opened || bySequence(event, trace.opened) > 0)
		)
			trace.opened = event;
	}
	return byLesson;
}
