import { StoreError } from '#lib/store/store';
import { erasedByTrainer, type Erased } from '#lib/store/trainer/erased';
import type { Collected, TrainerStore } from '#lib/store/trainer/trainer-store';
import type { CollectedHandIn, GivenAssignment } from '#lib/training/collected';
import type { HandIn, OpenedHandIn } from '#lib/training/hand-in';
import { openHandIn } from '#lib/training/wire/hand-in-file';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import { latestOf } from '#lib/training/given';
import type { MarkingCourse } from '#lib/training/marking/marking';
import { Matcher, unlisted } from '#lib/training/roster/matching';
import { packHandIn } from '#lib/training/wire/pack-hand-in';
import { InputError } from '#lib/training/problem';
import { groupedBy } from '#lib/base/grouped';
import { breather } from './breather';
import { wasTaken, type CollectLine, type Outcome } from './collect-line';
import type { Source } from './inputs';
import { openedRows, resultOf, type OpenedRow } from './opened-rows';

/** What collecting needs besides the hand-ins. */
export interface Desk {
	readonly store: TrainerStore;
	readonly keys: readonly TrainerKeys[];
	readonly course: MarkingCourse;
	/** Id of the course. */
	readonly id: string;
	readonly now: () => number;
	/** Of assignments that were met, while nobody changes them: a roster of thousands is gone through once. */
	readonly met: Map<string, MetAssignment>;
}

interface MetAssignment {
	readonly given: GivenAssignment;
	readonly matcher: Matcher;
}

type Line = Omit<CollectLine, 'id'>;

/** A hand-in that was opened, or why not. */
export interface Looked {
	readonly source: Source;
	readonly opened: OpenedHandIn | null;
	readonly outcome: Outcome;
	/** Of an assignment that came in by itself. */
	readonly title?: string;
}

/** Opens one; whatever is wrong with it, only it is. */
export async function looked(source: Source, text: string, desk: Desk): Promise<Looked> {
	try {
		const opened = await openHandIn(text, desk.keys, { course: desk.id });
		return { source, opened, outcome: 'taken' };
	} catch (error) {
		const outcome = error instanceof InputError ? error.problem : 'damaged';
		return { source, opened: null, outcome };
	}
}

/** Writes what can be taken of some hand-ins in one transaction; gives a line for each, in their order. */
export async function takeBatch(batch: readonly Looked[], desk: Desk): Promise<Line[]> {
	const sorting = new Sorting(desk);
	const lines: Line[] = [];
	try {
		await sorting.prepare(batch.flatMap(({ opened }) => opened ?? []));
		for (const one of batch) lines.push(await sorting.lineOf(one));
		await desk.store.addCollected(await sorting.rows());
		return lines;
	} catch (error) {
		if (!(error instanceof StoreError)) throw error;
		return batch.map((one, index) => keptNot(lines[index] ?? unknownLine(one)));
	}
}

const unknownLine = ({ source, opened, outcome, title = '' }: Looked): Line => ({
	...{ source, outcome, handIn: '', assignment: '', title },
	name: opened?.handIn.learner.name ?? '',
	number: opened?.handIn.learner.number ?? ''
});

/** What was to be kept and was not. */
const keptNot = (line: Line): Line =>
	wasTaken(line.outcome) ? { ...line, handIn: '', outcome: 'not-kept' } : line;

interface Taken {
	readonly row: CollectedHandIn;
	readonly pins: boolean;
	readonly handIn: HandIn;
}

/** What of a batch can be taken, and whose it is. */
class Sorting {
	readonly #desk: Desk;
	readonly #taken: Taken[] = [];
	#known = new Set<string>();
	#erased: Erased = erasedByTrainer([]);

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** Looks up what the store knows of them. */
	async prepare(opened: readonly OpenedHandIn[]): Promise<void> {
		if (!opened.length) return;
		const { store } = this.#desk;
		this.#known = new Set(await store.collected(opened.map(({ digest }) => digest)));
		this.#erased = erasedByTrainer(await store.tombstones());
		for (const id of new Set(opened.map(({ handIn }) => handIn.assignment))) await this.#meet(id);
	}

	async #meet(id: string): Promise<void> {
		const { store, met } = this.#desk;
		const known = met.get(id);
		if (known && known.given.edition === (await store.editionOf(id))) return;
		const given = await store.assignment(id);
		if (given) met.set(id, { given, matcher: new Matcher(given) });
		else met.delete(id);
	}

	async lineOf(looked: Looked): Promise<Line> {
		const { opened } = looked;
		const line = unknownLine(looked);
		if (!opened) return line;
		const { handIn, digest } = opened;
		if (this.#erased.assignment(handIn.assignment)) return { ...line, outcome: 'erased' };
		const given = this.#desk.met.get(handIn.assignment)?.given;
		if (!given) return { ...line, outcome: 'unknown-assignment' };
		const named = { ...line, assignment: given.id, title: latestOf(given).title };
		if (this.#known.has(digest)) return { ...named, handIn: digest, outcome: 'duplicate' };
		this.#known.add(digest);
		const taken = await this.#takenFrom(opened);
		if (this.#erased.handIn(taken.row)) return { ...named, outcome: 'erased' };
		this.#taken.push(taken);
		const isConfirmed = taken.row.standing === 'confirmed';
		return { ...named, handIn: digest, outcome: isConfirmed ? 'taken' : 'unconfirmed' };
	}

	async #takenFrom(opened: OpenedHandIn): Promise<Taken> {
		const { handIn, digest: id, signerId } = opened;
		const { name, number, profile } = handIn.learner;
		const { matcher } = this.#desk.met.get(handIn.assignment)!;
		const { pins, ...whose } = matcher.match(opened);
		const row: CollectedHandIn = {
			...whose,
			...{ id, assignment: handIn.assignment, signerId, profile, name, number, at: handIn.at },
			received: this.#desk.now(),
			packed: await packHandIn(handIn)
		};
		return { row, pins, handIn };
	}

	/** With the result of each learner, made once from all that she handed in. */
	async rows(): Promise<Collected[]> {
		const rows: Collected[] = [];
		const rest = breather();
		const all = groupedBy(this.#taken, ({ row }) => JSON.stringify([row.assignment, row.learner]));
		for (const own of all.values()) {
			const { assignment, learner } = own[0]!.row;
			const { given } = this.#desk.met.get(assignment)!;
			const before = await this.#before(own);
			const now = own.map(({ row, handIn }): OpenedRow => ({ ...row, handIn }));
			const result = resultOf([...before, ...now], learner, given, this.#desk.course);
			for (const { row, pins } of own) rows.push({ handIn: row, result, pins });
			await rest();
		}
		return rows;
	}

	/** What was there of the learner, under the name too that a device had before it was pinned. */
	async #before(own: readonly Taken[]): Promise<OpenedRow[]> {
		const { store } = this.#desk;
		const { assignment, learner } = own[0]!.row;
		const before = await openedRows(store, assignment, learner);
		for (const { row } of own.filter(({ pins }) => pins)) {
			const earlier = await openedRows(store, assignment, unlisted(row));
			before.push(...earlier.map((one) => ({ ...one, standing: 'confirmed' as const })));
		}
		return before;
	}
}
