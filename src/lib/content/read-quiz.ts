import type { KindSchema } from '#lib/quiz/authoring';
import { schemas } from '#lib/quiz/schemas';
import type { QuestionDraft, QuizDraft } from './draft';
import { field, type Reader } from './reader';
import { quizShape } from './shapes';
import { suggestion } from './yaml/nearest';
import type { Yaml } from './yaml/read-yaml';

function readQuestion(
	reader: Reader,
	source: Yaml,
	list: 'pool' | 'checks',
	index: number,
	raw: unknown
): QuestionDraft {
	const path = [list, index];
	const kind = field(raw, 'kind');
	const schema: KindSchema | null = schemas.get(kind) ?? null;
	const base = {
		file: source.file,
		id: field(raw, 'id') || null,
		raw,
		list,
		kind,
		objective: field(raw, 'objective'),
		section: field(raw, 'section'),
		retired: (raw as { retired?: unknown } | null)?.retired === true,
		schema,
		line: (...inside: (string | number)[]) => source.line([...path, ...inside])
	};
	if (!schema) {
		const message =
			!raw || typeof raw !== 'object'
				? 'a question must be a group of keys: id, kind, objective, section, prompt, …'
				: kind
					? `there is no question kind "${kind}"${suggestion(kind, schemas.keys())}`
					: `"kind" is missing here; add one of: ${[...schemas.keys()].join(', ')}`;
		reader.problems.push({ file: source.file, line: base.line('kind'), rule: 'schema', message });
		return { ...base, value: null };
	}
	return {
		...base,
		value: reader.entry(schema.authored, source, path).value
	};
}

/** quiz.yaml of a lesson; null where it cannot be read. */
export function readQuiz(reader: Reader, file: string): QuizDraft | null {
	const source = reader.yaml(
		file,
		'every lesson has a quiz; write it as the guide (README.md) shows'
	);
	if (!source) return null;
	const { value, raw } = reader.entry(quizShape, source);
	const data = (raw ?? {}) as Record<string, unknown>;
	const draw = value?.draw ?? data.draw;
	return {
		file,
		draw: typeof draw === 'number' ? draw : null,
		line: (...path) => source.line(path),
		questions: (['pool', 'checks'] as const).flatMap((list) => {
			const questions = data[list];
			return Array.isArray(questions)
				? questions.map((question, index) => readQuestion(reader, source, list, index, question))
				: [];
		})
	};
}
