import type { AcceptedRecord } from '#lib/progress/record';
import type { Learner } from '#lib/store/learners';
import { ownLearner } from '#lib/store/learners';
import type { Store } from '#lib/store/store';
import type { Addressee, ReceivedAssignment, Trainer } from '#lib/training/assignment';
import { foundIn, sortOf } from '#lib/training/wire/carried';
import { changesBetween, type ChangeName } from '#lib/training/changes';
import { fingerprintOf } from '#lib/training/keys/thumbprint';
import { readAssignment } from '#lib/training/wire/link';
import { InputError, type InputProblem } from '#lib/training/problem';
import { readReceipt, receiptNameOf } from '#lib/training/wire/receipt';
import { anyAssigned } from './device';
import { readAccepted } from './read-accepted';

/** Why something cannot be taken in; beside what is wrong with it by itself. */
export type OpeningProblem =
	| Exclude<InputProblem, 'wrong-key' | 'passphrase-needed' | 'wrong-passphrase'>
	/** It says to be a revision of what another trainer gave. */
	| 'other-trainer'
	/** A hand-in: it is for the trainer. */
	| 'hand-in'
	/** A receipt for nothing that this learner handed in. */
	| 'not-yours'
	/** A file that the device does not give, as one that lies elsewhere. */
	| 'unreadable'
	/** It could not be looked at: the store did not open, or code of it could not be fetched. */
	| 'failed'
	/** It is not kept: nothing can be saved on this device now. */
	| 'not-kept';

/** In bytes; an assignment or a receipt is a small part of it. */
const largestFile = 2_000_000;
/** Characters of a receipt that are kept; of a longer one (for thousands of hand-ins) that it came. */
const longestKept = 100_000;

/** An assignment as it was received, beside what is known already. */
export interface Offer {
	readonly received: ReceivedAssignment;
	/** Of the trainer's key, for people to compare. */
	readonly fingerprint: string;
	/** The known trainer of this name has another key: its fingerprint. Null where all is well. */
	readonly otherKey: string | null;
	/** What is here of it: nothing, an earlier revision, the same, or a later one. */
	readonly known: 'nothing' | 'earlier' | 'same' | 'later';
	/** Against the earlier revision. */
	readonly changes: readonly ChangeName[];
	/** Staff number that stands here; empty for none. */
	readonly number: string;
	/** Whom it is for, by this link or by one that was accepted before. */
	readonly addressee: Addressee | null;
}

const sameKey = (a: Trainer, b: Trainer) =>
	a.signing.x === b.signing.x && a.signing.y === b.signing.y;
const plainName = ({ name }: Trainer) => name.normalize('NFKC').trim().toLocaleLowerCase();

/** What came as a link, a file or a picture: read, shown, and taken in when it is accepted. */
export class Opening {
	phase = $state<'nothing' | 'reading' | 'offer' | 'problem' | 'received'>('nothing');
	problem = $state<OpeningProblem | null>(null);
	offer = $state.raw<Offer | null>(null);
	/** Who is here; null before there is anybody. */
	learner = $state.raw<Learner | null>(null);
	/** Id of the assignment that a receipt is for. */
	receiptFor = $state<string | null>(null);

	readonly #openStore: () => Promise<Store>;
	readonly #course: string;
	readonly #now: () => number;

	constructor(openStore: () => Promise<Store>, course: string, now: () => number = Date.now) {
		this.#openStore = openStore;
		this.#course = course;
		this.#now = now;
	}

	/** Reads a link, a fragment, the content of a file, or a message with a link in it. */
	async read(text: string): Promise<void> {
		this.phase = 'reading';
		this.problem = this.offer = this.receiptFor = null;
		try {
			const sort = sortOf(text);
			if (sort === 'receipt') await this.#takeReceipt(text);
			else if (sort === 'hand-in') this.#refuse('hand-in');
			else await this.#readOffer(text);
		} catch (error) {
			if (!(error instanceof InputError)) console.error(error);
			this.#refuse(problemOf(error));
		}
	}

	/** The same of a file. */
	async readFile(file: File): Promise<void> {
		// Not even taken into memory.
		if (file.size > largestFile) return this.#refuse('too-large');
		this.phase = 'reading';
		const text = await file.text().catch(() => null);
		if (text === null) this.#refuse('unreadable');
		else await this.read(text);
	}

	async #readOffer(text: string): Promise<void> {
		const received = await readAssignment(text, { course: this.#course, now: this.#now() });
		const { assignment } = received;
		const store = await this.#openStore();
		const [{ accepted }, learners] = await Promise.all([store.assigned(), store.profiles()]);
		this.learner = ownLearner(learners);
		const known = await this.#everAccepted(accepted);
		const before = known.find(({ assignment: { id } }) => id === assignment.id);
		if (before && !sameKey(before.assignment.trainer, assignment.trainer))
			return this.#refuse('other-trainer');
		const { trainer } = assignment;
		const trainers = known.map(({ assignment }) => assignment.trainer);
		const named = trainers.filter((one) => plainName(one) === plainName(trainer));
		const other = named.some((one) => sameKey(one, trainer)) ? undefined : named.at(-1);
		this.offer = {
			received,
			fingerprint: await fingerprintOf(trainer.signing),
			otherKey: other ? await fingerprintOf(other.signing) : null,
			known: knownAs(
				accepted.find(({ id }) => id === assignment.id),
				assignment.revision
			),
			changes:
				before && before.assignment.revision < assignment.revision
					? changesBetween(before.assignment, assignment)
					: [],
			number: received.addressee?.number || before?.record.number || '',
			addressee: received.addressee ?? before?.addressee ?? null
		};
		this.phase = 'offer';
	}

	/** Takes what is offered in; an empty name leaves the one that there is. Says whether it was taken in. */
	async accept(name: string, number: string): Promise<boolean> {
		const { offer } = this;
		if (!offer) return false;
		const { assignment, signed } = offer.received;
		const store = await this.#openStore();
		if (name && name !== this.learner?.name) await store.nameProfile(name);
		const { id, revision } = assignment;
		const { addressee } = offer;
		const { durable } = await store.acceptAssignment({
			id,
			revision,
			signed,
			number,
			...(addressee && { addressee })
		});
		anyAssigned.set(true);
		this.problem = durable ? null : 'not-kept';
		this.phase = 'nothing';
		return true;
	}

	async #takeReceipt(text: string): Promise<void> {
		const store = await this.#openStore();
		const { accepted, handIns } = await store.assigned();
		const known = await this.#everAccepted(accepted);
		const trainers = known.flatMap(({ assignment }) => [
			assignment.trainer,
			...assignment.coTrainers
		]);
		const receipt = await readReceipt(text, { course: this.#course, trainers });
		const named = new Set(receipt.received);
		// Only who could read the assignment's hand-ins can say that they arrived.
		const asked = known.find(({ assignment }) => assignment.id === receipt.assignment);
		const readers = asked ? [asked.assignment.trainer, ...asked.assignment.coTrainers] : [];
		const mine = readers.some((reader) => sameKey(reader, receipt.by))
			? handIns.filter(
					({ id, assignment }) => assignment === receipt.assignment && named.has(receiptNameOf(id))
				)
			: [];
		if (!mine.length) return this.#refuse('not-yours');
		const { body } = foundIn(text, 'receipt', text.length);
		const signed = body.length > longestKept ? '' : body;
		let durable = true;
		for (const handIn of mine)
			if (handIn.receipt === null)
				durable = (await store.setReceipt(handIn, signed)).durable && durable;
		this.receiptFor = receipt.assignment;
		this.problem = durable ? null : 'not-kept';
		this.phase = 'received';
	}

	/** Leaves it alone. */
	leave(): void {
		this.phase = 'nothing';
		this.problem = this.offer = this.receiptFor = null;
	}

	/** A trainer stays known after the assignment was taken off the list. */
	#everAccepted(accepted: readonly AcceptedRecord[]) {
		return readAccepted(
			accepted.map((record) => ({ ...record, removed: false })),
			this.#course
		);
	}

	#refuse(problem: OpeningProblem): void {
		this.problem = problem;
		this.phase = 'problem';
	}
}

function problemOf(error: unknown): OpeningProblem {
	if (!(error instanceof InputError)) return 'failed';
	const { problem } = error;
	// Of what a trainer reads alone.
	return problem === 'wrong-key' ||
		problem === 'passphrase-needed' ||
		problem === 'wrong-passphrase'
		? 'not-ours'
		: problem;
}

function knownAs(stored: AcceptedRecord | undefined, revision: number): Offer['known'] {
	if (!stored || stored.removed) return 'nothing';
	return stored.revision < revision ? 'earlier' : stored.revision > revision ? 'later' : 'same';
}
