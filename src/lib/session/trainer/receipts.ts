import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { GivenAssignment } from '#lib/training/collected';
import { latestOf } from '#lib/training/given';
import type { Href } from '../site';
import { addressWith } from './links';
import { readerKeys } from './own-keys';

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

/** A receipt for hand-ins to an assignment, or a part of one that is too long for a link. */
export interface MadeReceipt {
	readonly assignment: string;
	readonly title: string;
	readonly part: number;
	readonly parts: number;
	readonly link: string;
	readonly file: string;
	readonly at: number;
	readonly lines: readonly ReceiptLine[];
}

/** Hand-ins that a receipt is wanted for. */
export interface ReceiptWish {
	readonly assignment: string;
	/** Digests; null for all that was ever collected. */
	readonly handIns: ReadonlySet<string> | null;
}

/** Hand-ins in one receipt: a message in a chat takes a link of 60,000 characters, and no longer one. */
export const mostInReceipt = 5000;

/** The receipts that are wished for; where the keys of an assignment are not here there is none of it. */
export async function receiptsOf(
	store: TrainerStore,
	wishes: readonly ReceiptWish[],
	course: string,
	href: Href,
	most = mostInReceipt
): Promise<MadeReceipt[]> {
	const all = await store.keys();
	const { writeReceipt, receiptFragment, receiptFileOf } =
		await import('#lib/training/wire/receipt');
	const receipts: MadeReceipt[] = [];
	for (const { assignment, handIns } of wishes) {
		const given = await store.assignment(assignment);
		const keys = given && readerKeys(latestOf(given), all);
		if (!given || !keys) continue;
		const lines = await linesOf(store, given, handIns);
		const at = Date.now();
		const parts = Math.ceil(lines.length / most);
		for (let part = 1; part <= parts; part++) {
			const some = lines.slice((part - 1) * most, part * most);
			const received = [...new Set(some.map(({ receiptName }) => receiptName))];
			const signed = await writeReceipt({ course, assignment, at, received }, keys);
			receipts.push({
				...{ assignment, title: latestOf(given).title, part, parts, at, lines: some },
				link: addressWith(href, { to: 'assignment' }, receiptFragment(signed)),
				file: receiptFileOf(signed)
			});
		}
	}
	return receipts;
}

/** By the names of the roster, else by those that the students gave; the newest first. */
async function linesOf(
	store: TrainerStore,
	{ id: assignment, roster }: GivenAssignment,
	handIns: ReceiptWish['handIns']
): Promise<ReceiptLine[]> {
	const { receiptNameOf } = await import('#lib/training/wire/receipt');
	const members = new Map(roster.map((member) => [member.id, member]));
	return (await store.receivedIn(assignment))
		.filter(({ id }) => handIns?.has(id) ?? true)
		.map(({ id, learner, received, ...given }) => {
			const { name, number } = members.get(learner) ?? given;
			return { id, received, receiptName: receiptNameOf(id), name, number };
		})
		.sort((a, b) => b.received - a.received);
}
