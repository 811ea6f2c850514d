import Dexie from 'dexie';

/** All keys of an assignment in an index that begins with it. */
export const within = (assignment: string) =>
	[
		[assignment, Dexie.minKey],
		[assignment, Dexie.maxKey]
	] as unknown as [[string, string], [string, string]];
