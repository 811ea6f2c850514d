/**
 * A page may be put away as it is, to be shown again when the learner goes back (the back/forward cache). Dexie closes
 * the database then; but a transaction under way would keep its locks, in WebKit until the page is shown again, and no
 * other page could save. So it is aborted, and its work done again if the page is shown again.
 * Source: https://github.com/w3c/IndexedDB/issues/381, https://bugs.webkit.org/show_bug.cgi?id=315804
 */

const transactions = new Map<IDBTransaction, () => void>();
const following = new Map<() => () => void, () => void>();
let shown: Promise<void> = Promise.resolve();
let times = 0;

globalThis.addEventListener?.('pagehide', ({ persisted }) => {
	if (!persisted) return;
	times++;
	shown = new Promise((resolve) => addEventListener('pageshow', () => resolve(), { once: true }));
	for (const stop of following.values()) stop();
	for (const [transaction, ended] of transactions)
		try {
			transaction.abort();
			ended();
		} catch {
			// It is being committed, which needs no page.
		}
	void shown.then(() => {
		for (const start of following.keys()) following.set(start, start());
	});
});

/** Ends a transaction when the page is put away, and tells so: WebKit may not. */
export function endWithPage(transaction: IDBTransaction, ended = () => {}): void {
	transactions.set(transaction, ended);
	for (const end of ['complete', 'abort'])
		transaction.addEventListener(end, () => transactions.delete(transaction));
}

/** Does `work` when the page is shown, and again if the page was put away meanwhile. */
export async function whenShown<T>(work: () => Promise<T>): Promise<T> {
	for (;;) {
		await shown;
		const before = times;
		try {
			return await work();
		} catch (error) {
			if (before === times) throw error;
		}
	}
}

/** Follows something while the page is shown: `start` gives what stops it. The result ends it for good. */
export function whileShown(start: () => () => void): () => void {
	following.set(start, start());
	return () => {
		following.get(start)?.();
		following.delete(start);
	};
}
