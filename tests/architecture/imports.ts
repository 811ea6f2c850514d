import { posix } from 'node:path';
import type { SourceFile } from './source';

export interface Import {
	readonly specifier: string;
	/** Path in the project, mostly without an extension, of what is not a library; else null. */
	readonly target: string | null;
	/** Only types, which are gone at run time. */
	readonly type: boolean;
}

const statement =
	/^[\t ]*(?:import|export)\s+(?<type>type\s+)?(?:(?<names>[\w*\s{},$]+?)\s+from\s+)?['"](?<specifier>[^'"\n]+)['"]/gm;
const dynamic =
	/(?<type>typeof\s+)?\bimport\(\s*['"](?<specifier>[^'"\n]+)['"]\s*\)(?<member>\.[A-Z])?/g;
const glob = /import\.meta\.glob\b[^(]*\(([^)]*)\)/g;

const onlyTypes = (names: string | undefined): boolean =>
	names !== undefined && /^\{\s*type\s+\w[^,]*(,\s*type\s+\w[^,]*)*,?\s*\}$/.test(names.trim());

function targetOf(path: string, specifier: string): string | null {
	if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice('#lib/'.length)}`;
	return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
}

/** All that a file takes from elsewhere: `import`, `export … from`, `import()` and `import.meta.glob`. */
export function importsOf({ path, text }: SourceFile): Import[] {
	const found = (specifier: string, type: boolean): Import => ({
		specifier,
		target: targetOf(path, specifier),
		type
	});
	return [
		...[...text.matchAll(statement)].map(({ groups }) =>
			found(groups!.specifier!, groups!.type !== undefined || onlyTypes(groups!.names))
		),
		...[...text.matchAll(dynamic)].map(({ groups }) =>
			found(groups!.specifier!, groups!.type !== undefined || groups!.member !== undefined)
		),
		...[...text.matchAll(glob)].flatMap(([, inside]) =>
			[...inside!.matchAll(/['"](\.[^'"]+)['"]/g)].map(([, pattern]) => found(pattern!, false))
		)
	];
}
