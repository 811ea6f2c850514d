import { beforeAll, describe, expect, it } from 'vitest';
import { exampleKeys, trainerOf } from './examples';
import { exampleHandIn } from './examples-of-hand-ins';
import { handInFragment, openHandIn, writeHandIn } from './hand-in-file';
import { packHandIn, unpackHandIn } from './pack-hand-in';
import { checkedHandIn } from './hand-in-schema';
const course = 'exosome-therapy';
let keys: Awaited<ReturnType<typeof exampleKeys>>;
beforeAll(async () => {
	keys = await exampleKeys();
});
it.each([1, 12])('x %s', async (n) => {
	const h = exampleHandIn(n);
	const one = await writeHandIn(h, keys.device, [trainerOf(keys.trainer)]);
	const three = await writeHandIn(h, keys.device, [
		trainerOf(keys.trainer),
		trainerOf(keys.coTrainer),
		trainerOf(keys.stranger)
	]);
	console.log(
		n,
		JSON.stringify(h).length,
		handInFragment(one.text).length,
		handInFragment(three.text).length,
		(await packHandIn(h)).length
	);
	console.log(
		(await openHandIn(one.text, [keys.trainer], { course })).handIn.records.attempts.length
	);
	for (const [name, f] of [
		['open', () => openHandIn(one.text, [keys.trainer], { course })],
		['check', () => checkedHandIn(h)],
		['pack', () => packHandIn(h)],
		['unpack', async () => unpackHandIn(await packHandIn(h))],
		['write', () => writeHandIn(h, keys.device, [trainerOf(keys.trainer)])]
	] as const) {
		const t = performance.now();
		for (let i = 0; i < 30; i++) await f();
		console.log(name, (performance.now() - t) / 30);
	}
});
