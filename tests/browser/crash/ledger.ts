import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';
import type { Kept } from './kept';
import type { Step } from './next-step';
import type { View } from './view';

/** What the screen has called saved, and what was done since; to be compared with what a killed browser leaves. */
export class Ledger {
	/** How often the screen called something saved that it had not before. */
	claims = 0;
	/** The screen at the last "saved", if nothing was pressed since. */
	view: View | null = null;

	#saved: Kept = [];
	/** May be in the database or not, but only in this order. */
	#since: Step['changes'][number][] = [];
	#titles: string[] = [];
	#kills = 0;
	#unsure = 0;
	#kept = 0;

	/** What is to be there when all that was done gets saved. */
	expected(): Kept {
		return this.#after(this.#since.length);
	}

	/** Something is about to be pressed. */
	done({ title, changes }: Step): void {
		this.#since.push(...changes);
		this.#titles.push(title);
		this.view = null;
	}

	/** The screen says that everything is saved; gives whether that is news. */
	calledSaved(view: View): boolean {
		const news = this.#since.length > 0;
		if (news) this.claims++;
		this.#saved = this.expected();
		this.#since = [];
		this.#titles = [];
		this.view = view;
		return news;
	}

	/**
	 * After a kill: the database must hold everything that was called saved, each once, and of what was done since the
	 * first so many changes, since writes are made in the order of the presses. From here on it is what is saved.
	 */
	compare(kept: Kept): void {
		const counts = [...this.#since.keys(), this.#since.length];
		const found = counts.find((count) => isDeepStrictEqual(kept, this.#after(count)));
		const open = this.#titles.join(', ') || 'nothing';
		if (found === undefined)
			expect(kept, `what was called saved; not called so: ${open}`).toEqual(this.#after(0));
		this.#kills++;
		if (this.#since.length) this.#unsure++;
		if (found) this.#kept++;
		this.#saved = kept;
		this.#since = [];
		this.#titles = [];
		this.view = null;
	}

	summary(): string {
		const sum = (count: (attempt: Kept[number]) => number) =>
			this.#saved.reduce((total, attempt) => total + count(attempt), 0);
		const tries = sum(({ tries }) => Object.values(tries).flat().length);
		return [
			`${this.#saved.length} attempts, ${sum(({ ended }) => ended)} of them ended`,
			`${sum(({ entered }) => Object.keys(entered).length)} answers`,
			`${tries} tries`,
			`${this.claims} times something new was called saved`,
			`${this.#unsure} of ${this.#kills} openings after changes not called saved, ${this.#kept} of them kept some`
		].join('; ');
	}

	#after(count: number): Kept {
		const kept = structuredClone(this.#saved);
		for (const change of this.#since.slice(0, count)) change(kept);
		return kept;
	}
}
