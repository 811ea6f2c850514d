import type { LessonStub } from '#lib/content/course';
import { both } from '#lib/quiz/examples';
import { exampleQuestion } from '#lib/progress/examples';
import { exampleContext } from '#lib/store/examples';
import { MemoryStore } from '#lib/store/memory/memory-store';
import type { Store, StoreContext, StoreState } from '#lib/store/store';

/** For tests: a lesson whose quiz draws 3 of 5 questions. */
export const exampleLesson: LessonStub = {
	id: 'cells',
	module: 'foundations',
	title: both('Cells'),
	summary: both('What a cell is.'),
	minutes: 5,
	sections: [
		{ id: 'size', title: both('Size') },
		{ id: 'key-points', title: both('Key points') }
	],
	objectives: [
		{ id: 'size', text: both('Know the size.') },
		{ id: 'cargo', text: both('Know the cargo.') }
	],
	draw: 3,
	pool: 5
};

/** For tests: its question pool. */
export const examplePool = [
	exampleQuestion('single'),
	exampleQuestion('other', 'single-choice', { objective: 'cargo' }),
	exampleQuestion('multiple', 'multiple-choice'),
	exampleQuestion('statement', 'true-false', { objective: 'cargo' }),
	exampleQuestion('word', 'short-text')
];

const writes: readonly PropertyKey[] = [
	'addAttempt',
	'saveDraft',
	'addResponse',
	'addSubmission',
	'addEvent',
	'setPreference'
];

/**
 * For tests: a store that calls its writes durable, as IndexedDB would, each only when it is let through. `watched`
 * counts who watches it.
 */
export class HeldStore extends MemoryStore {
	held = false;
	watched = 0;
	readonly #gates: (() => void)[] = [];

	constructor(part: Partial<StoreContext> = {}) {
		super({ ...exampleContext(), ...part });
		return new Proxy(this, {
			get: (target, name) => {
				const member: unknown = Reflect.get(target, name, target);
				if (typeof member !== 'function') return member;
				return writes.includes(name)
					? (...args: unknown[]) => target.#write(() => member.apply(target, args))
					: member.bind(target);
			},
			set: (target, name, value) => Reflect.set(target, name, value, target)
		});
	}

	/** How many writes wait. */
	get waiting(): number {
		return this.#gates.length;
	}

	/** Lets the writes through that wait now. */
	letThrough(): void {
		for (const open of this.#gates.splice(0)) open();
	}

	async #write(work: () => Promise<{ record: unknown }>): Promise<unknown> {
		if (this.held) await new Promise<void>((resolve) => this.#gates.push(resolve));
		return { ...(await work()), durable: true };
	}

	#counted(stop: () => void): () => void {
		this.watched++;
		return () => {
			this.watched--;
			stop();
		};
	}

	override watchState(changed: (state: StoreState) => void) {
		changed({ trouble: null, unsaved: 0 });
		return this.#counted(() => {});
	}

	override watchAttempt(...args: Parameters<Store['watchAttempt']>) {
		return this.#counted(super.watchAttempt(...args));
	}

	override watchHistory(...args: Parameters<Store['watchHistory']>) {
		return this.#counted(super.watchHistory(...args));
	}
}
