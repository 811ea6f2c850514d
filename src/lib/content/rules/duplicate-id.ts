import { lessonsOf, type CourseDraft } from '../draft';
import type { Problem } from '../problem';

interface Place {
	readonly id: string | null;
	readonly file: string;
	readonly line: number;
}

/** Each place whose id stood before, with where. */
function repeated(places: readonly Place[], what: string): Problem[] {
	const seen = new Map<string, Place>();
	return places.flatMap(({ id, file, line }): Problem[] => {
		if (id === null) return [];
		const first = seen.get(id);
		if (!first) {
			seen.set(id, { id, file, line });
			return [];
		}
		const where = first.file === file ? `in line ${first.line}` : `in ${first.file}`;
		const message = `there is another ${what} "${id}" ${where}; give one of them another id`;
		return [{ file, line, rule: 'duplicate-id', message }];
	});
}

/** No two things of a sort have one id: saved answers refer to ids. Ids inside a question are its kind's business. */
export function duplicateId(draft: CourseDraft): Problem[] {
	const { course, modules, glossary, sources, claims } = draft;
	const places = (entries: (typeof glossary | typeof sources | typeof claims)['entries']) =>
		entries.map((entry) => ({ id: entry.id, file: entry.file, line: entry.line('id') }));
	const order = course?.value?.modules ?? [];
	return [
		...repeated(places(glossary.entries), 'term'),
		...repeated(places(sources.entries), 'source'),
		...repeated(places(claims.entries), 'claim'),
		...repeated(
			order.map((id, index) => ({ id, file: 'course.yaml', line: course!.line('modules', index) })),
			'module'
		),
		...repeated(
			modules.map(({ id, folder }) => ({ id, file: `${folder}/module.yaml`, line: 1 })),
			'module'
		),
		...repeated(
			lessonsOf(draft).map(({ id, folder }) => ({ id, file: `${folder}/quiz.yaml`, line: 1 })),
			'lesson'
		),
		...lessonsOf(draft).flatMap(({ quiz }) =>
			repeated(
				(quiz?.questions ?? []).map((question) => ({
					id: question.id,
					file: question.file,
					line: question.line('id')
				})),
				'question'
			)
		)
	];
}
