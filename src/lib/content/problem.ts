import type { Rule } from './rules/rule';

/** Something wrong in what an author wrote: where, which rule, and what to do, in an author's words. */
export interface Problem {
	/** Path inside the folder that was read. */
	readonly file: string;
	/** From 1. */
	readonly line: number;
	readonly rule: Rule;
	readonly message: string;
}

const compare = <T extends string | number>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** The problems by file, then line; each said once. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
	const once = new Map(problems.map((problem) => [problemLine(problem), problem]));
	return [...once.values()].sort(
		(a, b) =>
			compare(a.file, b.file) ||
			compare(a.line, b.line) ||
			compare(a.rule, b.rule) ||
			compare(a.message, b.message)
	);
}

/** 'tea/quiz.yaml:14  dead-reference  there is no section "sizes"…' */
export const problemLine = ({ file, line, rule, message }: Problem): string =>
	`${file}:${line}  ${rule}  ${message}`;
