import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { Assignment } from '#lib/training/assignment';
import { latestOf } from '#lib/training/given';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import type { Href } from '../site';
import { addressWith } from './links';

/** One hand-in that a receipt is for. */
export interface ReceiptLine {
	/** Digest of the hand-in. */
	readonly id: string;
	/** What the receipt calls it, 11 characters. */
	readonly receiptName: string;
	readonly name: string;
	readonly number: string;
	readonly received: number;
}

/** A receipt for all that was collected for an assignment. */
export interface MadeReceipt {
	readonly assignment: string;
	readonly title: string;
	readonly link: string;
	readonly file: string;
	readonly at: number;
	readonly lines: readonly ReceiptLine[];
}

/** Whose receipts they are: the trainer's side of this page. */
interface Desk {
	store(): Promise<TrainerStore>;
	readerKeysFor(assignment: Assignment): TrainerKeys | null;
}

/** The receipts of these assignments; of one whose keys are not here there is none. */
export async function receiptsOf(
	side: Desk,
	assignments: readonly string[],
	course: string,
	href: Href
): Promise<MadeReceipt[]> {
	const store = await side.store();
	const { writeReceipt, receiptFragment, receiptFileOf } =
		await import('#lib/training/wire/receipt');
	const receipts: MadeReceipt[] = [];
	for (const id of assignments) {
		const given = await store.assignment(id);
		const keys = given && side.readerKeysFor(latestOf(given));
		if (!given || !keys) continue;
		const lines = await linesOf(store, id);
		if (!lines.length) continue;
		const at = Date.now();
		const received = [...new Set(lines.map(({ receiptName }) => receiptName))];
		const signed = await writeReceipt({ course, assignment: id, at, received }, keys);
		receipts.push({
			...{ assignment: id, title: latestOf(given).title, at, lines },
			link: addressWith(href, { to: 'assignment' }, receiptFragment(signed)),
			file: receiptFileOf(signed)
		});
	}
	return receipts;
}

async function linesOf(store: TrainerStore, assignment: string): Promise<ReceiptLine[]> {
	const { receiptNameOf } = await import('#lib/training/wire/receipt');
	const people = new Map<string, { name: string; number: string }>();
	await store.eachResult(assignment, (results) => {
		for (const { learner, name, number } of results) people.set(learner, { name, number });
	});
	const { roster = [] } = (await store.assignment(assignment)) ?? {};
	for (const { id, name, number } of roster) people.set(id, { name, number });
	const rows = await store.receivedIn(assignment);
	return rows
		.map(({ id, learner, received }) => ({
			...{ id, received, receiptName: receiptNameOf(id) },
			...(people.get(learner) ?? { name: '', number: '' })
		}))
		.sort((a, b) => b.received - a.received);
}
