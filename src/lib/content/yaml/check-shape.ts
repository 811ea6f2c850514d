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

const isGroup = (schema: Schema): boolean =>
	['strict_object', 'object', 'record'].includes(schema.type);

/**
 * Paths of what has the wrong shape although Valibot takes it: a list where a group must stand (its places pass for
 * keys), and a text without any language (each may be left out, since a course may have one only).
 */
function notGroups(schema: Schema, data: unknown, path: Path = []): Path[] {
	if (!data || typeof data !== 'object') return [];
	const here = schemasAt(schema, path);
	const entries = Object.entries(data);
	if (Array.isArray(data) && here.length > 0 && here.every(isGroup)) return [path];
	if (entries.length === 0) return here.includes(text) ? [path] : [];
	return entries.flatMap(([key, part]) =>
		notGroups(schema, part, [...path, Array.isArray(data) ? Number(key) : key])
	);
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

const perLanguage = 'must be a text per language, like { en: …, ar: … }';

/** What to say of an issue: rule and words for each path (inside the part that was checked) that it concerns. */
function saidOf(issue: v.BaseIssue<unknown>, schema: Schema): [Path, Problem['rule'], string][] {
	const path = (issue.path ?? []).map(({ key }) => key as string | number);
	const last = issue.path?.at(-1) as { origin?: string; input?: unknown } | undefined;
	if (issue.expected === 'never' && last) {
		const known = keysAt(schema, path.slice(0, -1));
		// Valibot names only the first unknown key of a group.
		return Object.entries(last.input as object)
			.filter(([key]) => !known.includes(key))
			.map(([key, value]) => [
				[...path.slice(0, -1), key],
				'unknown-key',
				value === null
					? `"${key}" is not known here; if it belongs to the text in front of it, put quotes around the whole text, because of the comma`
					: `the key "${key}" is not known here${suggestion(key, known)}`
			]);
	}
	if (last?.origin === 'key')
		return path.at(-1) === 'explanation'
			? [
					[
						path,
						'no-explanation',
						'the question has no explanation; add "explanation:" with why the right answer is right'
					]
				]
			: [[path, 'schema', `"${path.at(-1)}" is missing here; add it`]];
	// These two words help more than those of the schema.
	const plain =
		issue.kind === 'schema' &&
		(issue.input === null || (issue.type === 'string' && typeof issue.input !== 'object'));
	return [[path, 'schema', `${place(path)}${plain ? inWords(issue) : issue.message}`]];
}

/** The part of a file at `path` as `schema` has it, or null and what to mend. */
export function checkShape<T>(
	schema: v.GenericSchema<unknown, T>,
	yaml: Yaml,
	path: Path = []
): { value: T | null; problems: Problem[] } {
	const data = valueAt(yaml.data, path);
	const result = v.safeParse(schema, data, { message: inWords });
	const wrong = notGroups(schema, data);
	if (result.success && wrong.length === 0) return { value: result.output, problems: [] };
	const said = [
		...wrong.map((at): [Path, Problem['rule'], string] => [
			at,
			'schema',
			`${place(at)}${schemasAt(schema, at).includes(text) ? perLanguage : 'must be a group of keys with values, like { key: value }, not a list'}`
		]),
		...(result.issues ?? [])
			.flatMap((issue) => saidOf(issue, schema))
			.filter(([at]) => !wrong.some((group) => group.every((step, index) => step === at[index])))
	];
	return {
		value: null,
		problems: said.map(([at, rule, message]) => ({
			file: yaml.file,
			line: yaml.line([...path, ...at]),
			rule,
			message
		}))
	};
}
