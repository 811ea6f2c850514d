/// <reference lib="webworker" />
import { registerRoute } from 'workbox-routing';
import ar from './lib/i18n/messages/offline.ar.json';
import en from './lib/i18n/messages/offline.en.json';
import type { Listing } from './lib/offline/listing';
import { isToWorker, type FromWorker } from './lib/offline/state';
import { courseWorker } from './lib/offline/worker';

const worker = self as unknown as ServiceWorkerGlobalScope & {
	/** Written at the head of this file by the step after the build. */
	readonly durusListing: Listing;
};
const { scope } = worker.registration;

const { keeper, strategy, answersFor, redirectOf } = courseWorker({
	listing: worker.durusListing,
	scope,
	words: { en: en.offline.missingPage, ar: ar.offline.missingPage },
	async tell(state) {
		for (const client of await worker.clients.matchAll({ type: 'window' }))
			client.postMessage({ durus: 'state', state } satisfies FromWorker);
	}
});

registerRoute(
	(options) => redirectOf(options) !== null,
	async (options) => Response.redirect(redirectOf(options as never)!)
);
registerRoute(answersFor, strategy);

/** Not while another version fetches what it needs: its files are not listed here. */
async function clearOld(): Promise<void> {
	const { installing, waiting } = worker.registration;
	if (!installing && !waiting) await keeper.clearOld();
}

worker.addEventListener('install', (event) => event.waitUntil(keeper.takeOver()));
// What is old is cleared at the first question of a page: the page that waits for this version comes first.
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
	if (!isToWorker(event.data)) return;
	if (event.data.durus === 'take') event.waitUntil(worker.skipWaiting());
	else event.waitUntil(keeper.answer(event.data.ask).then(clearOld));
});
