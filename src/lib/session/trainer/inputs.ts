import { beginsAs, eachIn } from '#lib/training/wire/carried';
import { longestHandIn } from '#lib/training/wire/hand-in-file';
import { InputError } from '#lib/training/problem';

/** Where a hand-in comes from. */
export type Source =
	/** By its name, with the folders that it was in. */
	| { readonly kind: 'file'; readonly name: string }
	| { readonly kind: 'text' }
	/** The page was opened with it. */
	| { readonly kind: 'link' };

export interface Input {
	readonly source: Source;
	/** In bytes, or characters. */
	readonly size: number;
	text(): Promise<string>;
}

export const fileInput = (file: File): Input => ({
	source: { kind: 'file', name: file.webkitRelativePath || file.name },
	size: file.size,
	text: () => file.text()
});

export const textInput = (text: string, kind: 'text' | 'link' = 'text'): Input => ({
	source: { kind },
	size: text.length,
	text: async () => text
});

/** A chat that was exported may hold many. */
const mostInput = 4 * longestHandIn;

/** A file could not be read: it is gone, or may not be. */
export class Unopened extends Error {}

/** Whether a text out of an input is an assignment, which trainers send, and not a hand-in. */
export const isAssignment = (text: string): boolean => beginsAs(text, 'assignment');

/** The texts of the hand-ins and assignments in an input, assignments first; one that holds none is given as it is, so that it is said what it is. */
export async function textsIn(input: Input): Promise<readonly string[]> {
	// Not even taken into memory.
	if (input.size > mostInput) throw new InputError('too-large');
	const text = await input.text().catch((error: unknown) => {
		throw new Unopened('', { cause: error });
	});
	const each = eachIn(text, 'hand-in', 'assignment');
	if (!each.length) return [text];
	// What is handed in for an assignment that comes with it can then be taken.
	return each.sort((a, b) => Number(isAssignment(b)) - Number(isAssignment(a)));
}
