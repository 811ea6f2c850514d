import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { receiptNameOf } from '#lib/training/wire/receipt';
import { pathOf } from '../site';
import { Collecting } from './collecting.svelte';
import { ExampleClass, exampleFile, exampleSource, readTestReceipt } from './examples';
import { receiptsOf, type ReceiptWish } from './receipts';

const course = 'exosome-therapy';
beforeEach(() => {
	document.documentElement.dataset.course = course;
});

/** A class that has handed in, and what a trainer collected at each visit. */
async function collected() {
	const group = await ExampleClass.of(5);
	const visit = async (...learners: readonly number[]) => {
		const collecting = new Collecting(group.openStore, exampleSource());
		const files = learners.map(async (nth) => exampleFile(`${nth}`, await group.written(nth)));
		await collecting.takeFiles(await Promise.all(files));
		return new Set(collecting.lines.map(({ handIn }) => handIn));
	};
	const before = await visit(0, 1, 2);
	const now = await visit(3, 4);
	const made = (handIns: ReceiptWish['handIns'], most?: number) => {
		const href = (target: Parameters<typeof pathOf>[0]) => `/en/${pathOf(target)}`;
		const wish = { assignment: group.assignment.id, handIns };
		return receiptsOf(group.store, [wish], course, href, most);
	};
	return { group, before, now, made };
}
const namesOf = (digests: ReadonlySet<string>) => [...digests].map(receiptNameOf).sort();

describe('a receipt', () => {
	it('names what came on a visit, and nothing of before', async () => {
		const { group, now, made } = await collected();
		const [receipt, ...others] = await made(now);
		expect(others).toEqual([]);
		expect(receipt).toMatchObject({ part: 1, parts: 1 });
		expect(receipt!.lines.map(({ name }) => name).sort()).toEqual(['Member 3', 'Member 4']);
		const read = await readTestReceipt(receipt!.link, group);
		expect([...read.received].sort()).toEqual(namesOf(now));
	});

	it('is made in parts where all that was received is too long for one, each of which can be read', async () => {
		const { group, before, now, made } = await collected();
		const receipts = await made(null, 2);
		expect(receipts.map(({ part, parts }) => [part, parts])).toEqual([
			[1, 3],
			[2, 3],
			[3, 3]
		]);
		const read = await Promise.all(receipts.map(({ link }) => readTestReceipt(link, group)));
		expect(read.flatMap(({ received }) => received).sort()).toEqual(
			namesOf(new Set([...before, ...now]))
		);
	});

	it('is made of nothing for nobody', async () => {
		const { made } = await collected();
		expect(await made(new Set())).toEqual([]);
	});
});
