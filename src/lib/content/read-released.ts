import * as v from 'valibot';
import { id } from '#lib/quiz/authoring';
import type { Reader } from './reader';
import { releasedFile as file, type Released } from './release';
import { checkShape } from './yaml/check-shape';
import { readYaml } from './yaml/read-yaml';

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{20}$/));
const releasedShape = v.record(
	id,
	v.record(id, v.pipe(v.array(v.strictObject({ marking: digest, text: digest })), v.minLength(1)))
);

/** What was released, and the line on which a lesson stands. */
export interface ReleasedDraft {
	readonly file: string;
	readonly value: Released;
	line(...path: string[]): number;
}

/**
 * What earlier releases wrote down; null where there was none, or where it cannot be read. JSON is read as the YAML
 * that it is too, which knows its lines and finds ids that a merge has left twice.
 */
export function readReleased(reader: Reader): ReleasedDraft | null {
	const text = reader.text(file);
	if (text === null) return null;
	const { yaml, problems } = readYaml(file, text);
	const shape = yaml && checkShape(releasedShape, yaml);
	for (const { line } of [...problems, ...(shape?.problems ?? [])])
		reader.problems.push({
			file,
			line,
			rule: 'released',
			message:
				'this is not as "npm run release" writes it; nobody edits this file, so restore it as it was at the last release'
		});
	return yaml && shape?.value
		? { file, value: shape.value, line: (...path) => yaml.line(path) }
		: null;
}
