import { revisionOf, type ListedFile } from './listing';
import { isImmutable, isPlausible, placeInCache, typeOf } from './routes';

/** The part of a Cache that is used, and what tests put in its place. */
export interface Shelf {
	match(key: string, options?: { ignoreSearch?: boolean }): Promise<Response | undefined>;
	put(key: string, response: Response): Promise<void>;
	delete(key: string): Promise<boolean>;
	keys(): Promise<readonly { readonly url: string }[]>;
}

export interface Reach {
	readonly shelf: Shelf;
	readonly scope: string;
	readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
}

/** Why files are missing: no network, not (yet) what the listing says, no room. */
export type Trouble = 'network' | 'wrong' | 'full';

class KeepingError extends Error {
	constructor(readonly trouble: Trouble) {
		super(trouble);
	}
}

/** Of several troubles the one that stops everything, or else the first. */
const worse = (one: Trouble | null, other: Trouble): Trouble =>
	other === 'full' || one === null ? other : one;

/** The key of a file in the cache. */
export const keyOf = (reach: Reach, file: ListedFile): string =>
	placeInCache(reach.scope, file.path, file.revision);

/** Those of the files that are not in the cache. */
export async function missingOf(
	files: readonly ListedFile[],
	reach: Reach
): Promise<readonly ListedFile[]> {
	const there = new Set((await reach.shelf.keys()).map(({ url }) => url));
	return files.filter((file) => !there.has(keyOf(reach, file)));
}

/** The bytes of a file as the listing says, or an error: a page in place of a script, another version, half a file. */
async function fetched(file: ListedFile, reach: Reach): Promise<ArrayBuffer> {
	// What the page just loaded is asked from the browser's own store first; what can change under its name is not.
	const ways: RequestCache[] = [isImmutable(file.path) ? 'default' : 'no-cache', 'reload'];
	for (const cache of ways) {
		const response = await reach
			.fetch(`${reach.scope}${file.path}`, { cache, priority: 'low' } as RequestInit)
			.catch(() => Promise.reject(new KeepingError('network')));
		if (!isPlausible(file.path, response)) continue;
		const bytes = await response
			.arrayBuffer()
			.catch(() => Promise.reject(new KeepingError('network')));
		if ((await revisionOf(bytes)) === file.revision) return bytes;
	}
	throw new KeepingError('wrong');
}

async function keepFile(file: ListedFile, reach: Reach): Promise<void> {
	const bytes = await fetched(file, reach);
	const response = new Response(bytes, { headers: { 'content-type': typeOf(file.path) } });
	try {
		await reach.shelf.put(keyOf(reach, file), response);
	} catch {
		throw new KeepingError('full');
	}
}

/**
 * Fetches what is missing of the files, two at a time, and keeps each as it comes, so that a stop loses nothing. Resolves
 * to what went wrong; null when all are kept. A file that is wrong does not hold up the others; no network, no room do.
 */
export async function keepFiles(
	files: readonly ListedFile[],
	reach: Reach,
	onkept: (file: ListedFile) => void = () => {}
): Promise<Trouble | null> {
	const waiting = [...(await missingOf(files, reach))];
	let trouble: Trouble | null = null;
	async function lane() {
		for (let file = waiting.shift(); file; file = waiting.shift()) {
			try {
				await keepFile(file, reach);
				onkept(file);
			} catch (error) {
				if (!(error instanceof KeepingError)) throw error;
				trouble = worse(trouble, error.trouble);
				if (error.trouble !== 'wrong') waiting.length = 0;
			}
		}
	}
	await Promise.all([lane(), lane()]);
	return trouble;
}

/** Reads each file back from the cache; the ones that hold what the listing says. What does not is taken away. */
export async function readBack(
	files: readonly ListedFile[],
	reach: Reach
): Promise<readonly ListedFile[]> {
	const sound: ListedFile[] = [];
	for (const file of files) {
		const response = await reach.shelf.match(keyOf(reach, file));
		if (!response) continue;
		const bytes = await response.arrayBuffer().catch(() => new ArrayBuffer(0));
		if ((await revisionOf(bytes)) === file.revision) sound.push(file);
		else await reach.shelf.delete(keyOf(reach, file));
	}
	return sound;
}
