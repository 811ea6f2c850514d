import Dexie, { liveQuery } from 'dexie';
import type { AttemptLog, History, ProfileRecord, Records } from '#lib/progress/record';
import type { Assigned } from '../assigned';
import { keyOf, tables, type Table } from '../identity';
import type { Learners } from '../learners';
import { MemoryStore } from '../memory/memory-store';
import { StoreError, type Store, type StoreContext, type StoreState } from '../store';
import { Watched } from '../watched';
import type { Device } from './database';
import { inTime } from './in-time';
import { readRecords } from './reading';

/**
 * A database that a newer version of the app has written, for older code that an old cache brought back: opened
 * without a declared version, read as far as its rows look like ours, never written. Uses no index, only tables.
 */
export class ReadOnlyStore implements Store {
	readonly #db: Dexie;
	readonly #copy: MemoryStore;
	readonly #state = new Watched<StoreState>({ trouble: 'newer', unsaved: 0 });
	#live: { unsubscribe(): void } | null = null;

	readonly #patience: number;

	constructor(context: StoreContext, patience: number, factory?: IDBFactory) {
		this.#patience = patience;
		this.#db = new Dexie(context.name, { cache: 'disabled', indexedDB: factory });
		this.#copy = new MemoryStore(context);
	}

	/** Opens the database; gives the current profile if it holds one that this version can read. */
	async open(): Promise<ProfileRecord | null> {
		await this.#read();
		const { profiles } = await this.#copy.records();
		return profiles.length ? this.#copy.profile() : null;
	}

	async profile(): Promise<ProfileRecord> {
		const profile = await this.open();
		if (!profile) throw new StoreError('newer');
		return profile;
	}

	async profiles() {
		await this.#read();
		return this.#copy.profiles();
	}

	watchProfiles(changed: (learners: Learners) => void) {
		this.#follow();
		return this.#copy.watchProfiles(changed);
	}

	async attempt(id: string) {
		await this.#read();
		return this.#copy.attempt(id);
	}

	async latestAttempt(lesson: string) {
		await this.#read();
		return this.#copy.latestAttempt(lesson);
	}

	async history() {
		await this.#read();
		return this.#copy.history();
	}

	async preferences() {
		await this.#read();
		return this.#copy.preferences();
	}

	async assigned() {
		await this.#read();
		return this.#copy.assigned();
	}

	watchAssigned(changed: (assigned: Assigned) => void) {
		this.#follow();
		return this.#copy.watchAssigned(changed);
	}

	async records() {
		await this.#read();
		return this.#copy.records();
	}

	watchAttempt(id: string, changed: (log: AttemptLog | null) => void) {
		this.#follow();
		return this.#copy.watchAttempt(id, changed);
	}

	watchHistory(changed: (history: History) => void) {
		this.#follow();
		return this.#copy.watchHistory(changed);
	}

	watchState(changed: (state: StoreState) => void) {
		return this.#state.watch(changed);
	}

	async retry() {
		return this.#state.value;
	}

	close(): void {
		this.#live?.unsubscribe();
		this.#db.close();
	}

	readonly nameProfile = refuse;
	readonly addProfile = refuse;
	readonly switchProfile = refuse;
	readonly eraseProfile = refuse;
	readonly addAttempt = refuse;
	readonly saveDraft = refuse;
	readonly addResponse = refuse;
	readonly addSubmission = refuse;
	readonly addEvent = refuse;
	readonly setPreference = refuse;
	readonly acceptAssignment = refuse;
	readonly removeAssignment = refuse;
	readonly addHandIn = refuse;
	readonly setReceipt = refuse;
	readonly deviceKey = refuse;
	readonly merge = refuse;

	async #read(): Promise<void> {
		await this.#take(await inTime(this.#db, 'r', this.#patience, () => readKnown(this.#db)));
	}

	async #take({ part, profile }: Known): Promise<void> {
		const current = part.profiles.find(({ id }) => id === profile);
		if (current && !this.#copy.hasProfile) this.#copy.adopt(current);
		await this.#copy.merge(part);
	}

	#follow(): void {
		this.#live ??= liveQuery(() => readKnown(this.#db)).subscribe({
			next: (known) => void this.#take(known),
			error: () => {} // Reads tell; there is nothing that could be lost here.
		});
	}
}

const refuse = async (): Promise<never> => {
	throw new StoreError('newer');
};

interface Known {
	readonly part: Records;
	readonly profile: string | null;
}

async function readKnown(db: Dexie): Promise<Known> {
	const all = await readRecords(db);
	const part = Object.fromEntries(
		tables.map((table) => [table, (all[table] as readonly object[]).filter(looksLike(table))])
	) as unknown as Records;
	const devices = db.tables.find(({ name }) => name === 'devices');
	const device = (await devices?.toCollection().first()) as Device | undefined;
	return { part, profile: device?.profile ?? null };
}

/** Fields without which the rest of this version of the app could not read a row. */
const needed: Record<Table, readonly string[]> = {
	questions: ['question'],
	attempts: ['lesson', 'mode', 'paper', 'rules', 'profile', 'sequence'],
	drafts: ['response', 'kindVersion', 'sequence'],
	responses: ['attempt', 'question', 'response', 'profile', 'sequence', 'earned', 'possible'],
	submissions: ['attempt', 'profile', 'sequence', 'earned', 'possible'],
	events: ['type', 'profile', 'sequence'],
	profiles: ['name', 'sequence'],
	preferences: ['value', 'sequence'],
	tombstones: ['erased', 'sequence'],
	assignments: ['signed', 'revision', 'number', 'sequence'],
	handIns: ['assignment', 'attempts', 'receipt', 'profile', 'sequence']
};

const looksLike = (table: Table) => (row: object) =>
	needed[table].every((field) => field in row) &&
	[keyOf(table, row as never)].flat().every((key) => typeof key === 'string');
