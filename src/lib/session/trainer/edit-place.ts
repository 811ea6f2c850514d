/** What the form is opened for: to revise an assignment, or to make one, perhaps with a module filled in. */
export interface EditPlace {
	readonly assignment: string | null;
	readonly module: string | null;
}

/** '#id=018f…' or '#module=foundations' => what it names. */
export function editPlace(hash: string): EditPlace {
	const fields = new URLSearchParams(hash.replace(/^#/, ''));
	return { assignment: fields.get('id') || null, module: fields.get('module') || null };
}

/** What stands behind the form's address for a suggested module. */
export const moduleFragment = (module: string): string => `#module=${encodeURIComponent(module)}`;
