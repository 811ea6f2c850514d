import { StoreError, type Trouble } from './store';

/**
 * Why storage failed; null where the fault is in what was to be written (a bug of ours, which no other store would
 * cure). The same name means different things while a database is being opened.
 */
export function troubleOf(error: unknown, when: 'opening' | 'open' = 'open'): Trouble | null {
	if (error instanceof StoreError) return error.trouble;
	const names = namesIn(error);
	const has = (...wanted: string[]) => wanted.some((name) => names.has(name));
	if (has('QuotaExceededError')) return 'full';
	if (has('VersionError')) return 'newer';
	if (has('DataCloneError', 'DataError')) return null;
	if (has('SecurityError', 'MissingAPIError')) return 'blocked';
	// InvalidStateError (Firefox, private window), UnknownError (Chrome, damaged profile) and silence end here.
	return when === 'opening' ? 'blocked' : 'broken';
}

/** A StoreError for a fault of storage; any other error as it is. */
export function asStoreError(error: unknown, when: 'opening' | 'open' = 'open'): unknown {
	const trouble = troubleOf(error, when);
	return trouble === null || error instanceof StoreError
		? error
		: new StoreError(trouble, { cause: error });
}

/** Dexie wraps: a full disk is an AbortError or a BulkError with a QuotaExceededError inside. */
function namesIn(error: unknown, names = new Set<string>(), depth = 0): Set<string> {
	if (typeof error !== 'object' || error === null || depth > 8) return names;
	const { name, inner, cause, failures, errors } = error as Record<string, unknown>;
	if (typeof name === 'string') names.add(name);
	const lists = [failures, errors].filter(Array.isArray).flat();
	for (const inside of [inner, cause, ...lists]) namesIn(inside, names, depth + 1);
	return names;
}
