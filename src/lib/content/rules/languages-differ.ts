import { lessonsOf, type CourseDraft, type LessonDraft, type LessonTextDraft } from '../draft';
import { idPattern } from '../markdown/check-document';
import type { Reference } from '../markdown/read-document';
import type { Problem } from '../problem';

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1);
const problem = (file: string, line: number, message: string): Problem => ({
	file,
	line,
	rule: 'languages-differ',
	message
});

/** What stands in a list and not in another, and the first that stands elsewhere where both have the same. */
function difference(here: readonly string[], there: readonly string[]) {
	const lacks = there.filter((id) => !here.includes(id));
	const same = lacks.length === 0 && here.length === there.length;
	return { lacks, misplaced: same ? here.findIndex((id, index) => id !== there[index]) : -1 };
}

type Directive = 'claim' | 'figure' | 'check';
const written: { readonly [D in Directive]: (id: string) => string } = {
	claim: (id) => `:::claim{id=${id}}`,
	figure: (id) => `::figure{id=${id}}`,
	check: (id) => `::check{question=${id}}`
};

const isDirective = (reference: Reference): reference is Reference & { to: Directive } =>
	reference.to in written;

function sections(here: LessonTextDraft, there: LessonTextDraft): Problem[] {
	// A heading without an id, or with one that cannot be, is told of by itself.
	if (here.sections.some(({ id }) => id === null)) return [];
	if ([here, there].some(({ sections }) => sections.some(({ id }) => id && !idPattern.test(id))))
		return [];
	const ids = (text: LessonTextDraft) => text.sections.flatMap(({ id }) => id ?? []);
	const { lacks, misplaced } = difference(ids(here), ids(there));
	const lineBefore = (id: string): number => {
		const before = ids(there).slice(0, ids(there).indexOf(id)).reverse();
		const last = before.find((other) => ids(here).includes(other));
		return here.sections.find((section) => section.id === last)?.line ?? 1;
	};
	const named = here.sections.filter(({ id }) => id !== null)[misplaced];
	return [
		...lacks.map((id) =>
			problem(
				here.file,
				lineBefore(id),
				`the section {#${id}} of ${nameOf(there.file)} is not in this file; write it after the section that starts here`
			)
		),
		...(named
			? [
					problem(
						here.file,
						named.line,
						`the sections stand in another order than in ${nameOf(there.file)}: there {#${ids(there)[misplaced]}} comes here`
					)
				]
			: [])
	];
}

function directives(here: LessonTextDraft, there: LessonTextDraft): Problem[] {
	// What stands under a heading without an id looks as if it stood before the first.
	const known = [here, there].every(({ sections }) => sections.every(({ id }) => id !== null));
	const shared = here.sections.flatMap(({ id }) =>
		id !== null && there.sections.some((section) => section.id === id) ? [id] : []
	);
	return [...(known ? [null] : []), ...shared].flatMap((section) => {
		const inSection = (text: LessonTextDraft) =>
			text.references.filter((reference) => reference.section === section).filter(isDirective);
		const mark = ({ to, id }: Reference & { to: Directive }) => written[to](id);
		const [mine, theirs] = [inSection(here), inSection(there)];
		const { lacks, misplaced } = difference(mine.map(mark), theirs.map(mark));
		const start = here.sections.find(({ id }) => id !== null && id === section)?.line ?? 1;
		const where = section === null ? 'before the first section' : `in the section {#${section}}`;
		return [
			...lacks.map((directive) =>
				problem(
					here.file,
					start,
					`${directive} stands ${where} of ${nameOf(there.file)} but not here; add it`
				)
			),
			...(misplaced >= 0
				? [
						problem(
							here.file,
							mine[misplaced]!.line,
							`claims, figures and checks stand in another order than in ${nameOf(there.file)}: there ${mark(theirs[misplaced]!)} comes here`
						)
					]
				: [])
		];
	});
}

function objectives(here: LessonTextDraft, there: LessonTextDraft): Problem[] {
	if (!here.objectives || !there.objectives || !here.front) return [];
	const { lacks, misplaced } = difference(here.objectives, there.objectives);
	const { front } = here;
	return [
		...lacks.map((id) =>
			problem(
				here.file,
				front.line('objectives'),
				`the objective "${id}" of ${nameOf(there.file)} is not in this file; add it`
			)
		),
		...(misplaced >= 0
			? [
					problem(
						here.file,
						front.line('objectives', here.objectives[misplaced]!),
						`the objectives stand in another order than in ${nameOf(there.file)}: there "${there.objectives[misplaced]}" comes here`
					)
				]
			: [])
	];
}

function inLesson({ texts }: LessonDraft): Problem[] {
	const [first, ...others] = [...texts.values()];
	if (!first) return [];
	return others.flatMap((other) =>
		[sections, directives, objectives].flatMap((compare) => [
			...compare(other, first),
			// Of an order that differs the first language is right, so it is said once, of the other.
			...compare(first, other).filter(({ message }) => !message.includes('another order'))
		])
	);
}

/** A lesson has the same objectives, sections, claims, figures and checks, in the same order, in each language. */
export const languagesDiffer = (draft: CourseDraft): Problem[] =>
	lessonsOf(draft).flatMap(inLesson);
