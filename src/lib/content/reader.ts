import type * as v from 'valibot';
import type { Entry, ListDraft } from './draft';
import type { Problem } from './problem';
import { checkShape } from './yaml/check-shape';
import { readYaml, type Path, type Yaml } from './yaml/read-yaml';

/** `{ id: 'size' }` => 'size'; the field of anything else => ''. */
export function field(raw: unknown, name: string): string {
	const value = raw && typeof raw === 'object' ? (raw as Record<string, unknown>)[name] : undefined;
	return typeof value === 'string' ? value : '';
}

/** Whether a file belongs to the course: not the guide, not a hidden file. */
export const isLessonFile = (file: string): boolean => !/^README\.md$|(^|\/)\./.test(file);

export type Reader = ReturnType<typeof readerOf>;

/** Reads a course's files, remembers which were read, and gathers what is wrong in them. */
export function readerOf(files: ReadonlyMap<string, string>) {
	const problems: Problem[] = [];
	const read = new Set<string>();

	/** The file's text, or null. */
	function text(file: string): string | null {
		read.add(file);
		return (
			files
				.get(file)
				?.replace(/^\uFEFF/, '')
				.replace(/\r\n?/g, '\n') ?? null
		);
	}

	/** Data of a YAML text that stands in a file. */
	function parsed(file: string, source: string): Yaml | null {
		const result = readYaml(file, source);
		problems.push(...result.problems);
		return result.yaml;
	}

	/** Data of a YAML file; null where it cannot be read. `why` says what a missing one is needed for. */
	function yaml(file: string, why: string): Yaml | null {
		const source = text(file);
		if (source !== null) return parsed(file, source);
		problems.push({ file, line: 1, rule: 'schema', message: `there is no such file; ${why}` });
		return null;
	}

	/** The part of a YAML file at this path, with its shape checked. */
	function entry<T>(shape: v.GenericSchema<unknown, T>, source: Yaml, path: Path = []): Entry<T> {
		const { value, problems: found } = checkShape(shape, source, path);
		problems.push(...found);
		const raw = path.reduce<unknown>(
			(data, step) => (data as Record<string | number, unknown>)[step],
			source.data
		);
		return {
			file: source.file,
			id: field(raw, 'id') || null,
			value,
			raw,
			line: (...inside) => source.line([...path, ...inside])
		};
	}

	/** A file that is one list of entries; a missing one is an empty list. */
	function list<T>(file: string, shape: v.GenericSchema<unknown, T>): ListDraft<T> {
		const source = text(file);
		const data = source === null ? null : parsed(file, source);
		if (!data) return { file, readable: source === null, entries: [] };
		if (data.data === null) return { file, readable: true, entries: [] };
		if (!Array.isArray(data.data)) {
			problems.push({
				file,
				line: 1,
				rule: 'schema',
				message: 'the file must be a list, each entry starting with "- id: …"'
			});
			return { file, readable: false, entries: [] };
		}
		return {
			file,
			readable: true,
			entries: data.data.map((_, index) => entry(shape, data, [index]))
		};
	}

	return {
		files,
		problems,
		text,
		parsed,
		yaml,
		entry,
		list,
		/** Files of the course that nothing read so far. */
		unread: () => [...files.keys()].filter((file) => !read.has(file) && isLessonFile(file))
	};
}
