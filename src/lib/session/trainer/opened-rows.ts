import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { CollectedHandIn, GivenAssignment, LearnerResult } from '#lib/training/collected';
import type { HandIn } from '#lib/training/hand-in';
import { markLearner, type MarkingCourse } from '#lib/training/marking/marking';
import { InputError } from '#lib/training/problem';
import { unpackHandIn } from '#lib/training/wire/pack-hand-in';
import { markingFor } from './marking-course';

/** A collected hand-in, opened. */
export interface OpenedRow extends Pick<
	CollectedHandIn,
	'at' | 'received' | 'standing' | 'name' | 'number'
> {
	/** Null where it cannot be opened: a trainer's file may have brought what a newer version of the site collected. */
	readonly handIn: HandIn | null;
}

type Readable = OpenedRow & { readonly handIn: HandIn };

const isReadable = (row: OpenedRow): row is Readable => row.handIn !== null;

/** All stored hand-ins of a learner, opened. */
export async function openedRows(
	store: TrainerStore,
	assignment: string,
	learner: string
): Promise<OpenedRow[]> {
	const rows: OpenedRow[] = [];
	for (const { packed, ...row } of await store.handInsOf(assignment, learner))
		rows.push({ ...row, handIn: await unpackHandIn(packed).catch(nullWhereUnreadable) });
	return rows;
}

function nullWhereUnreadable(error: unknown): null {
	if (error instanceof InputError) return null;
	throw error;
}

/** Those of these that count: once one is confirmed, unconfirmed ones are left out, whether or not it can be opened. */
const countingOf = (rows: readonly OpenedRow[]): readonly OpenedRow[] => {
	const confirmed = rows.filter(({ standing }) => standing === 'confirmed');
	return confirmed.length ? confirmed : rows;
};

/** Those that count and can be opened, oldest first. */
export const readableOf = (rows: readonly OpenedRow[]): readonly Readable[] =>
	countingOf(rows)
		.filter(isReadable)
		.sort((a, b) => a.at - b.at);

/** A result from hand-ins, by this site's questions and the assignment's revisions as they are now. */
export function resultOf(
	rows: readonly OpenedRow[],
	learner: string,
	given: GivenAssignment,
	course: MarkingCourse
): LearnerResult {
	const counting = countingOf(rows);
	const readable = counting.filter(isReadable);
	const marking = markingFor(course, given);
	const result = markLearner(readable, learner, given, marking);
	const unreadable = counting.length - readable.length;
	if (!unreadable) return result;
	const [{ standing, name, number, at, received }] = [...counting].sort((a, b) => b.at - a.at) as [
		OpenedRow
	];
	return {
		...result,
		standing,
		...(readable.length ? {} : { name, number, at, received }),
		handIns: counting.length,
		unreadable,
		marking: markingOf(marking, unreadable)
	};
}

/** Version of the marking of a result: another version of the site may open what this one cannot. */
export const markingOf = ({ marking }: MarkingCourse, unreadable: number | undefined): string =>
	unreadable ? `${marking}.${APP_VERSION}` : marking;
