import type { Store } from '#lib/store/store';

/** Offers everything that the store holds, in memory too, as a file. */
export async function downloadRecords(openStore: () => Promise<Store>): Promise<void> {
	const records = await (await openStore()).records();
	const { course } = document.documentElement.dataset;
	const content = JSON.stringify(
		{ format: 'durus-records', version: 1, course, records },
		null,
		'\t'
	);
	const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = `durus-${course}.json`;
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
