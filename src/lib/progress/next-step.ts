import type { Mode } from './record';
import type { LessonOutline, LessonStanding } from './standing';

/** What a learner can do next. */
export type NextStep<L> =
	| { readonly do: 'begin'; readonly lesson: L }
	| { readonly do: 'finish-attempt'; readonly lesson: L; readonly mode: Mode }
	| { readonly do: 'review'; readonly questions: number }
	| { readonly do: 'read'; readonly lesson: L; readonly section: string | null }
	| { readonly do: 'take-quiz'; readonly lesson: L }
	/** Everything is passed, this one not yet as a test. */
	| { readonly do: 'take-test'; readonly lesson: L }
	| { readonly do: 'nothing' };

/**
 * What to do next, and after it (one step or two): an attempt under way first, then what is due for review, then the
 * lesson with the newest trace that is not passed, else the first that is not; with all passed, the first without a
 * passed test.
 */
export function nextSteps<L extends LessonOutline>(
	lessons: readonly L[],
	standings: ReadonlyMap<string, LessonStanding>,
	due: number
): readonly NextStep<L>[] {
	const entries = lessons.flatMap((lesson) => {
		const standing = standings.get(lesson.id);
		return standing ? [{ lesson, standing }] : [];
	});
	const newest = (list: typeof entries) =>
		list.reduce<(typeof entries)[number] | null>(
			(newest, entry) => (entry.standing.latest > (newest?.standing.latest ?? 0) ? entry : newest),
			null
		);
	const open = newest(entries.filter(({ standing }) => standing.open));
	const steps: NextStep<L>[] = [];
	if (open) steps.push(stepIn(open.lesson, open.standing));
	if (due > 0) steps.push({ do: 'review', questions: due });
	const toPass = entries.filter(
		({ lesson, standing }) => standing.status !== 'passed' && lesson !== open?.lesson
	);
	const untested = entries.find(
		({ lesson, standing }) =>
			standing.status === 'passed' && !standing.testPassed && lesson !== open?.lesson
	);
	const onwards = newest(toPass) ?? toPass[0];
	if (onwards) steps.push(stepIn(onwards.lesson, onwards.standing));
	else if (untested) steps.push({ do: 'take-test', lesson: untested.lesson });
	return steps.length ? steps.slice(0, 2) : [{ do: 'nothing' }];
}

function stepIn<L>(lesson: L, { open, status, read, section, best }: LessonStanding): NextStep<L> {
	if (open) return { do: 'finish-attempt', lesson, mode: open.mode };
	if (best || read === 1) return { do: 'take-quiz', lesson };
	return status === 'not-started' ? { do: 'begin', lesson } : { do: 'read', lesson, section };
}
