import * as v from 'valibot';
import { text } from '#lib/quiz/authoring';
import type { Problem } from '../problem';
import { inWords } from './in-words';
import { suggestion } from './nearest';
import type { Path, Yaml } from './read-yaml';

type Schema = v.GenericSchema<unknown, unknown>;
/** What the parts of a Valibot schema hold, as far as it is walked here. */
interface Inside {
	readonly entries?: Readonly<Record<string, Schema>>;
	readonly item?: Schema;
	readonly wrapped?: Schema;
	readonly value?: Schema;
	readonly pipe?: readonly Schema[];
	readonly options?: readonly Schema[];
}

/** The schemas that may hold at this path; more than one where there is a choice. */
function schemasAt(schema: Schema | undefined, path: Path): Schema[] {
	if (!schema) return [];
	const { entries, item, wrapped, value, pipe, options } = schema as unknown as Inside;
	if (options && typeof options[0] === 'object')
		return options.flatMap((option) => schemasAt(option, path));
	// A piped schema repeats the fields of its first step, so only a step without them needs to be entered.
	if (wrapped) return schemasAt(wrapped, path);
	if (!entries && !item && !value && pipe) return schemasAt(pipe[0], path);
	const [step, ...rest] = path;
	if (step === undefined) return [schema];
	return schemasAt(entries ? entries[step] : (item ?? value), rest);
}

const keysAt = (schema: Schema, path: Path): string[] =>
	schemasAt(schema, path).flatMap((at) => Object.keys((at as unknown as Inside).entries ?? {}));

/** Paths of every `{}` in a value. */
function emptyGroups(value: unknown, path: Path = []): Path[] {
	if (!value || typeof value !== 'object') return [];
	const entries = Object.entries(value);
	if (entries.length === 0) return Array.isArray(value) ? [] : [path];
	return entries.flatMap(([key, part]) => emptyGroups(part, [...path, key]));
}

/** ['options', 1, 'text', 'en'] => 'text.en: '; ['options', 1] => 'options 2: '. The line says the rest. */
function place(path: Path): string {
	const index = path.findLastIndex((step) => typeof step === 'number');
	const keys = path.slice(index + 1);
	if (keys.length > 0) return `${keys.join('.')}: `;
	return index < 1 ? '' : `${path[index - 1]} ${Number(path[index]) + 1}: `;
}

const valueAt = (data: unknown, path: Path): unknown =>
	path.reduce((value, step) => (value as Record<string | number, unknown> | null)?.[step], data);

/** The part of a file at `path` as `schema` has it, or null and what to mend. */
export function checkShape<T>(
	schema: v.GenericSchema<unknown, T>,
	yaml: Yaml,
	path: Path = []
): { value: T | null; problems: Problem[] } {
	const data = valueAt(yaml.data, path);
	const result = v.safeParse(schema, data, { message: inWords });
	if (result.success) {
		// A text without any language has the shape of a text, since a course may have one language only.
		const empty = emptyGroups(data).filter((at) => schemasAt(schema, at).includes(text));
		if (empty.length === 0) return { value: result.output, problems: [] };
		return {
			value: null,
			problems: empty.map((at) => ({
				file: yaml.file,
				line: yaml.line([...path, ...at]),
				rule: 'schema',
				message: `${place(at)}must be a text per language, like { en: …, ar: … }`
			}))
		};
	}
	const problems = result.issues.flatMap((issue): Problem[] => {
		const inside = (issue.path ?? []).map(({ key }) => key as string | number);
		const at = [...path, ...inside];
		const last = issue.path?.at(-1);
		const file = yaml.file;
		if (issue.expected === 'never' && last) {
			const known = keysAt(schema, inside.slice(0, -1));
			// Valibot names only the first unknown key of a group.
			return Object.keys(last.input as object)
				.filter((key) => !known.includes(key))
				.map((key) => ({
					file,
					line: yaml.line([...at.slice(0, -1), key]),
					rule: 'unknown-key',
					message: `the key "${key}" is not known here${suggestion(key, known)}`
				}));
		}
		const missing = (last as { origin?: string } | undefined)?.origin === 'key';
		const line = yaml.line(at);
		const key = String(inside.at(-1));
		if (missing && key === 'explanation')
			return [
				{
					file,
					line,
					rule: 'no-explanation',
					message:
						'the question has no explanation; add "explanation:" with why the right answer is right'
				}
			];
		return [
			{
				file,
				line,
				rule: 'schema',
				message: missing ? `"${key}" is missing here; add it` : `${place(at)}${issue.message}`
			}
		];
	});
	return { value: null, problems };
}
