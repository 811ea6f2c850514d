import type { Kind } from './define-kind';

const modules = import.meta.glob<{ kind: Kind }>('./kinds/*/kind.ts', { eager: true });

/** Every kind there is a folder for, by name. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
	Object.values(modules).map(({ kind }) => [kind.kind, kind])
);

/** The kind of this name. Throws where there is none: content is checked at build, records are checked on reading. */
export function kindOf(question: { kind: string }): Kind {
	const kind = kinds.get(question.kind);
	if (!kind) throw new Error(`There is no question kind "${question.kind}".`);
	return kind;
}
