const characters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Position of an id as the one character that SCORM 1.2 allows: 'b' in ['a', 'b'] => '1'; null for none. */
export function indexCharacter(ids: readonly string[], id: string | null): string | null {
	return id === null ? null : (characters[ids.indexOf(id)] ?? null);
}
