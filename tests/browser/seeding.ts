import type { Page } from '@playwright/test';
import type { Records } from '../../src/lib/progress/record';
import { expect } from './site';

/**
 * Puts records into the database that the site has made on this device, as the current learner's, behind the site's
 * back: the next page finds them there. The page must have opened its store.
 */
export async function seed(page: Page, records: Records): Promise<void> {
	await expect
		.poll(() => page.evaluate(async () => (await indexedDB.databases()).length))
		.toBeGreaterThan(0);
	await page.evaluate(async (records) => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error!);
			});
		const database = await done(indexedDB.open(document.documentElement.dataset.prefix!));
		const tables = ['attempts', 'responses', 'submissions', 'events', 'profiles'] as const;
		const transaction = database.transaction([...tables, 'devices'], 'readwrite');
		for (const table of tables)
			for (const row of records[table]) transaction.objectStore(table).put(row);
		const devices = transaction.objectStore('devices');
		const [device] = (await done(devices.getAll())) as { highest: number; profile: string }[];
		const highest = Math.max(...records.events.map(({ sequence }) => sequence), 0);
		devices.put({
			...(device ?? { id: 'device' }),
			highest: Math.max(device?.highest ?? 0, highest) + 1000,
			profile: records.profiles[0]?.id ?? device?.profile ?? null
		});
		await new Promise<void>((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onerror = () => reject(transaction.error!);
		});
		database.close();
	}, records);
}
