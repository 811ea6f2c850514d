import { uuidv7 } from '#lib/base/id';
import type { Store } from '#lib/store/store';
import { databaseName } from './device';
import type { Site } from './site';

let opened: Promise<Store> | null = null;

/** The store of this page, opened when it is first needed: its code is a file of its own, and nothing shown waits for it. */
export function openStoreFor(site: Site): Promise<Store> {
	opened ??= import('#lib/store/open-store')
		.then(({ openStore }) =>
			openStore(
				{
					name: databaseName(),
					app: site.app,
					content: site.content,
					now: Date.now,
					newId: uuidv7
				},
				{ onoutdated: () => location.reload() }
			)
		)
		.catch((error: unknown) => {
			// Its code could not be fetched: the next who needs it tries again.
			opened = null;
			throw error;
		});
	return opened;
}
