import type { Store } from '#lib/store/store';

/** Offers everything that the store holds, in memory too, as a file. */
export async function downloadRecords(openStore: () => Promise<Store>): Promise<void> {
	const records = await (await openStore()).records();
	const { course } = document.documentElement.dataset;
	const content = { format: 'durus-records', version: 1, course, records };
	offerFile(`durus-${course}.json`, JSON.stringify(content, null, '\t'), 'application/json');
}

/** Lets the browser save a text, or bytes, as a file. */
export function offerFile(name: string, content: string | Blob, type: string): void {
	const address = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
