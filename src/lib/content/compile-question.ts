import type { AuthoringContext } from '#lib/quiz/authoring';
import { kinds } from '#lib/quiz/kinds';
import type { Question } from '#lib/quiz/question';
import { canonicalJson } from './canonical-json';
import type { QuestionDraft } from './draft';

/** A text => its digest in hexadecimal digits. */
export type Hash = (text: string) => string;

/** The first 20 hexadecimal digits (80 bits) of the digest of a value. */
export const digestOf = (value: unknown, hash: Hash): string =>
	hash(canonicalJson(value)).slice(0, 20);

/** An authored question without mistakes => the question as it is shown, marked and kept. */
export function compileQuestion(
	{ value, schema, kind }: QuestionDraft,
	lesson: string,
	context: AuthoringContext,
	hash: Hash
): Question {
	if (!value || !schema) throw new Error('A question with mistakes cannot be compiled.');
	const { retired, ...compiled } = schema.compile(value as never, context) as Question;
	const question = { ...compiled, lesson, kindVersion: kinds.get(kind)?.version ?? 1 };
	return {
		...question,
		...(retired ? { retired } : {}),
		// Retiring a question changes nothing for those who answered it, so it is in neither.
		hash: {
			marking: digestOf([kind, question.id, schema.marking(compiled as never)], hash),
			text: digestOf(question, hash)
		}
	};
}
