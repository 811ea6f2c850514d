import type { Locale } from '#lib/base/locale';

/** course.json of a built site. */
export interface CourseOutline {
	readonly id: string;
	readonly languages: readonly Locale[];
	readonly modules: readonly {
		readonly id: string;
		readonly lessons: readonly string[];
	}[];
}

/** One file of a built site: its path below the site's address, the digest of what is in it, compressed bytes. */
export interface ListedFile {
	readonly path: string;
	readonly revision: string;
	readonly size: number;
	/** Of files that only one language needs and whose path does not say so. */
	readonly language?: Locale;
}

/** What the step after the build writes at the head of `service-worker.js`. */
export interface Listing {
	readonly course: string;
	readonly languages: readonly Locale[];
	/** Lessons of each module, both in the order of the course. */
	readonly modules: readonly { readonly id: string; readonly lessons: readonly string[] }[];
	readonly files: readonly ListedFile[];
}

/** SHA-256 in hexadecimal, its first 16 digits: what a file's revision is. */
export async function revisionOf(bytes: ArrayBuffer): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
