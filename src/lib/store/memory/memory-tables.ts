import { bySequence, type AttemptLog, type History, type Records } from '#lib/progress/record';
import { belongingTo, historyIn, isBond, type Bonds } from '../belonging';
import { erasedBy } from '../erasing';
import {
	chosen,
	highestSequence,
	identityOf,
	tables,
	type Part,
	type RowOf,
	type Table
} from '../identity';

/** The tables of `Records` in memory. What goes in is cloned; rows are never changed, so they come out as they are. */
export class MemoryTables {
	readonly #rows = new Map<Table, Map<string, unknown>>(tables.map((table) => [table, new Map()]));

	#table<T extends Table>(table: T): Map<string, RowOf<T>> {
		return this.#rows.get(table) as Map<string, RowOf<T>>;
	}

	find<T extends Table>(table: T, matches: (row: RowOf<T>) => boolean): RowOf<T>[] {
		const rows = [...this.#table(table).values()].filter(matches);
		return table === 'questions' ? rows : ((rows as Ordered[]).sort(bySequence) as RowOf<T>[]);
	}

	put<T extends Table>(table: T, row: RowOf<T>): RowOf<T> {
		const stored = structuredClone(row);
		this.#table(table).set(identityOf(table, stored), stored);
		return stored;
	}

	/** Adds what is not there and was not erased, and erases by new tombstones; says whether anything changed. */
	merge(part: Part): boolean {
		let changed = this.#erase(part.tombstones ?? []);
		for (const table of tables)
			for (const row of part[table] ?? []) {
				if (this.isErased(table, row)) continue;
				const stored = this.#table(table).get(identityOf(table, row));
				const stays = stored === undefined ? row : chosen(table, stored, row);
				if (stays === stored) continue;
				this.put(table, stays);
				changed = true;
			}
		return changed;
	}

	/** Whether a tombstone that stands here is for this row. */
	isErased: ReturnType<typeof erasedBy> = () => false;

	#erase(tombstones: Records['tombstones']): boolean {
		const unknown = tombstones.filter(
			(row) => !this.#table('tombstones').has(identityOf('tombstones', row))
		);
		if (!unknown.length) return false;
		for (const tombstone of unknown) this.put('tombstones', tombstone);
		this.isErased = erasedBy(this.find('tombstones', () => true));
		for (const table of tables)
			for (const [identity, row] of this.#table(table))
				if (this.isErased(table, row)) this.#table(table).delete(identity);
		return true;
	}

	/** Gives every row of one profile to another and forgets the first. */
	rename(from: string, to: string): void {
		for (const rows of this.#rows.values())
			for (const [identity, row] of rows as Map<string, { profile?: string }>)
				if (row.profile === from) rows.set(identity, { ...row, profile: to });
		// Their keys have the profile in them.
		const preferences = this.find('preferences', () => true);
		const assignments = this.find('assignments', () => true);
		this.#table('preferences').clear();
		this.#table('assignments').clear();
		this.#table('profiles').delete(JSON.stringify(from));
		this.merge({ preferences, assignments });
	}

	log(id: string): AttemptLog | null {
		const [attempt] = this.find('attempts', (attempt) => attempt.id === id);
		if (!attempt) return null;
		const drawn = new Set(attempt.paper.map(({ key }) => key));
		const questions = this.find('questions', ({ key }) => drawn.has(key));
		return {
			attempt,
			questions: new Map(questions.map(({ key, question }) => [key, question])),
			...this.#ofAttempt(id)
		};
	}

	#ofAttempt(id: string) {
		const matches = (row: object) => 'attempt' in row && row.attempt === id;
		return {
			drafts: this.find('drafts', matches),
			responses: this.find('responses', matches),
			submissions: this.find('submissions', matches),
			events: this.find('events', matches)
		};
	}

	/** The highest sequence of an attempt; 0 for none. */
	highest(id: string): number {
		const attempts = this.find('attempts', (attempt) => attempt.id === id);
		return highestSequence({ attempts, ...this.#ofAttempt(id) });
	}

	bonds(): Bonds {
		return {
			bonds: this.find('events', () => true).filter(isBond),
			tombstones: this.find('tombstones', () => true)
		};
	}

	/** Rows of a table that belong to the person with this profile. */
	of<T extends Exclude<Table, 'questions'>>(profile: string | null, table: T): RowOf<T>[] {
		const mine = belongingTo(profile, this.bonds());
		return this.find(table, (row) => mine(table, row));
	}

	history(profile: string | null): History {
		return historyIn(this.all(), profile);
	}

	all(): Records {
		return Object.fromEntries(
			tables.map((table) => [table, this.find(table, () => true)])
		) as unknown as Records;
	}
}

type Ordered = { sequence: number; device: string; id?: string };
