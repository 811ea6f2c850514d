export { StoreError } from '#lib/store/store';
export { exampleAssignment, exampleTrainer } from '#lib/training/examples-of-assignments';
export { newlyGiven, nowSent } from '#lib/training/given';
export { writeTrainerCode } from '#lib/training/wire/trainer-code';
import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { GivenAssignment, LearnerResult } from '#lib/training/collected';
import { exampleTrainer } from '#lib/training/examples-of-assignments';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import { makeTrainerKeys } from '#lib/training/keys/make-keys';

/** For tests of screens: keys that nothing can be signed with. */
export const exampleTrainerKeys = {
	id: 'trainer-key',
	signing: { public: exampleTrainer.signing },
	encryption: { public: exampleTrainer.encryption },
	made: 0
} as TrainerKeys;

/** For tests of screens: keys that sign. */
export const madeTrainerKeys = (): Promise<TrainerKeys> => makeTrainerKeys(0);

/** For tests of screens: what is known of a learner with one attempt at a lesson. */
export const exampleResult = (
	assignment: string,
	learner: string,
	{ lesson, ended }: { readonly lesson: string; readonly ended: number | null }
): LearnerResult => ({
	...{ assignment, learner, standing: 'confirmed', name: '', number: '' },
	...{ at: 30, received: 40, handIns: 1, marking: 'm' },
	attempts: [
		{
			...{ id: `attempt-of-${learner}`, lesson, mode: 'test', started: 10, ended, received: 40 },
			...{ late: false, time: 10, extraTime: 1, passed: false, questions: [], notes: [] },
			score: ended === null ? null : { earned: 1, possible: 2 }
		}
	]
});

/** For tests of screens: the part of a trainer's store that they use, in memory. */
export class ExampleTrainerStore {
	given = new Map<string, GivenAssignment>();
	results: readonly LearnerResult[] = [];
	/** Hand-ins beside those of which the results are. */
	received: Awaited<ReturnType<TrainerStore['receivedIn']>> = [];
	record = {
		id: 'trainer' as const,
		name: '',
		keys: exampleTrainerKeys.id,
		backedUp: null as number | null
	};
	readonly #watchers = new Set<() => void>();
	readonly #kept: TrainerKeys[];

	constructor(keys: TrainerKeys = exampleTrainerKeys, ...given: GivenAssignment[]) {
		this.#kept = [keys];
		this.record.keys = keys.id;
		for (const one of given) this.given.set(one.id, one);
	}

	/** As screens ask for it. */
	readonly open = async (): Promise<TrainerStore> => this as unknown as TrainerStore;

	trainer = async () => this.record;
	keys = async () => this.#kept;
	assignments = async () => [...this.given.values()].reverse();
	assignment = async (id: string) => this.given.get(id) ?? null;
	result = async (_: string, learner: string) =>
		this.results.find((result) => result.learner === learner) ?? null;
	receivedIn: TrainerStore['receivedIn'] = async (assignment) => [
		...this.results.map(({ learner, name, number, at, received, standing }) => ({
			...{ id: learner, assignment, learner, name, number, at, received, standing },
			...{ signerId: 'signer', profile: learner }
		})),
		...this.received
	];
	eachResult: TrainerStore['eachResult'] = async (_, visit) => void (await visit(this.results));
	close = () => {};

	changeTrainer: TrainerStore['changeTrainer'] = async (change) => {
		this.record = change(this.record);
		this.#tell();
		return this.record;
	};

	changeAssignment: TrainerStore['changeAssignment'] = async (id, change) => {
		const changed = change(this.given.get(id) ?? null);
		if (changed) this.given.set(id, { ...changed, edition: changed.edition + 1 });
		this.#tell();
		return this.given.get(id) ?? null;
	};

	/** What tombstones named: assignments, and learners. */
	erased: string[] = [];
	erase: TrainerStore['erase'] = async (...tombstones) => {
		for (const { erased } of tombstones) {
			if (erased.what === 'assignment') this.given.delete(erased.assignment);
			this.erased.push(erased.what === 'assignment' ? erased.assignment : erased.learner);
		}
		this.#tell();
	};

	watch = (changed: () => void) => {
		this.#watchers.add(changed);
		return () => void this.#watchers.delete(changed);
	};

	#tell() {
		for (const changed of this.#watchers) changed();
	}
}
