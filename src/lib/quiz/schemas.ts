import type { KindSchema } from './authoring';

const modules = import.meta.glob<{ schema: KindSchema }>('./kinds/*/schema.ts', { eager: true });

/** The authored shape of every kind there is a folder for, by name. Build time only. */
export const schemas: ReadonlyMap<string, KindSchema> = new Map(
	Object.values(modules).map(({ schema }) => [schema.kind, schema])
);
