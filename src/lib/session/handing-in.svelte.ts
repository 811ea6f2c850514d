import type {
	AttemptLog,
	AttemptRecord,
	HandedAttempt,
	HandInWay,
	History
} from '#lib/progress/record';
import type { Store } from '#lib/store/store';
import type { Assignment } from '#lib/training/assignment';
import type { HandIn, HandedRecords } from '#lib/training/hand-in';
import { handInFragment, longestHandInLink, writeHandIn } from '#lib/training/wire/hand-in-file';
import { makeDeviceKeys } from '#lib/training/keys/make-keys';
import type { AcceptedAssignment } from './read-accepted';

/** What a hand-in needs from outside. */
export interface HandingInContext {
	readonly openStore: () => Promise<Store>;
	/** Id of the course, and the versions that go onto every record. */
	readonly course: string;
	readonly app: string;
	readonly content: string;
	readonly now: () => number;
}

/** A hand-in that is ready to leave. */
interface Prepared {
	readonly text: string;
	readonly digest: string;
	readonly attempts: readonly HandedAttempt[];
	/** The part of a link behind its address; null where it is too long for one. */
	readonly fragment: string | null;
}

/** One assignment being handed in: what is sent is made ready, and what left the device is kept. */
export class HandingIn {
	prepared = $state.raw<Prepared | null>(null);
	/** It could not be made ready. */
	failed = $state(false);
	/** How it left the device last, since this was opened; null for not yet. */
	left = $state<HandInWay | null>(null);
	/** That it left could not be kept on this device. */
	unsaved = $state(false);

	readonly #context: HandingInContext;
	#turn = 0;

	constructor(context: HandingInContext) {
		this.#context = context;
	}

	/** Makes a hand-in of these attempts, in progress or complete, ready. Of several calls the last one stays. */
	async prepare(accepted: AcceptedAssignment, attempts: readonly string[]): Promise<void> {
		const turn = ++this.#turn;
		this.prepared = null;
		this.failed = false;
		try {
			const prepared = await this.#make(accepted, attempts);
			if (turn === this.#turn) this.prepared = prepared;
		} catch (error) {
			console.error(error);
			if (turn === this.#turn) this.failed = true;
		}
	}

	async #make(accepted: AcceptedAssignment, ids: readonly string[]): Promise<Prepared> {
		const { openStore, course, app, content, now } = this.#context;
		const store = await openStore();
		const [profile, { learners, own }] = await Promise.all([store.profile(), store.profiles()]);
		const here = learners.find(({ profiles }) => own !== null && profiles.includes(own));
		const logs = (await Promise.all(ids.map((id) => store.attempt(id)))).filter(
			(log) => log !== null
		);
		const { assignment, addressee, record } = accepted;
		const handIn: HandIn = {
			course,
			assignment: assignment.id,
			revision: assignment.revision,
			at: now(),
			app,
			content,
			learner: {
				name: profile.name || (here?.name ?? ''),
				number: record.number,
				token: addressee?.token ?? null,
				profile: profile.id
			},
			records: recordsIn(logs)
		};
		const device = await store.deviceKey(makeDeviceKeys);
		const { text, digest } = await writeHandIn(handIn, device, readersOf(assignment));
		const fragment = handInFragment(text);
		return {
			text,
			digest,
			attempts: logs.map(handed),
			fragment: fragment.length <= longestHandInLink ? fragment : null
		};
	}

	/** Keeps that what was made ready left the device; doing so twice is doing it once. */
	async keep(
		accepted: AcceptedAssignment,
		by: HandInWay,
		prepared: Prepared | null = this.prepared
	): Promise<void> {
		if (!prepared) return;
		const store = await this.#context.openStore();
		const { durable } = await store.addHandIn({
			id: prepared.digest,
			assignment: accepted.assignment.id,
			attempts: prepared.attempts,
			by
		});
		this.left = by;
		this.unsaved = !durable;
	}
}

const readersOf = ({ trainer, coTrainers }: Assignment) => [trainer, ...coTrainers];

const recordsIn = (logs: readonly AttemptLog[]): HandedRecords => ({
	attempts: logs.map(({ attempt }) => attempt),
	drafts: logs.flatMap(({ drafts }) => drafts),
	responses: logs.flatMap(({ responses }) => responses),
	submissions: logs.flatMap(({ submissions }) => submissions),
	events: logs.flatMap(({ events }) => events)
});

const handed = ({
	attempt,
	drafts,
	responses,
	submissions,
	events
}: AttemptLog): HandedAttempt => ({
	id: attempt.id,
	complete: submissions.length > 0,
	upTo: [attempt, ...drafts, ...responses, ...submissions, ...events].reduce(
		(highest, { sequence }) => Math.max(highest, sequence),
		0
	)
});

/** 'durus-Amal-Haddad-Module-1.txt': a name that phones' share sheets take, and that says whose it is. */
export function handInFileName(learner: string, title: string): string {
	const plain = (text: string) =>
		text
			.normalize('NFC')
			.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
			.replace(/^-+|-+$/g, '')
			.slice(0, 40);
	return `${['durus', plain(learner), plain(title)].filter(Boolean).join('-')}.txt`;
}

/** Whether this browser's share sheet takes such a file. */
export const canShareFile = (file: File): boolean =>
	typeof navigator.share === 'function' && (navigator.canShare?.({ files: [file] }) ?? false);

/** Attempts of other sorts that the learner may add: at the same lessons, not started for it. The newest first. */
export const notStartedFor = (
	{ id, lessons }: Pick<Assignment, 'id' | 'lessons'>,
	{ attempts }: Pick<History, 'attempts'>
): readonly AttemptRecord[] =>
	attempts
		.filter(
			({ lesson, mode, redoOf, assignments }) =>
				redoOf === null &&
				mode !== 'review' &&
				lessons.includes(lesson) &&
				!assignments.includes(id)
		)
		.reverse();
