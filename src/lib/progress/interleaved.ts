/** In the order given, but no two of one lesson after each other where it can be helped; the first stays the first. */
export function interleaved<T extends { readonly lesson: string }>(list: readonly T[]): T[] {
	const waiting = [...list];
	const mixed: T[] = [];
	while (waiting.length) {
		const last = mixed.at(-1)?.lesson;
		const many = mostFrequent(waiting.map(({ lesson }) => lesson));
		// A lesson that has more than half of what is left must come now, or two of it meet at the end.
		const pressing = many.count * 2 > waiting.length && many.lesson !== last ? many.lesson : null;
		const next = waiting.findIndex(({ lesson }) =>
			pressing && mixed.length ? lesson === pressing : lesson !== last
		);
		mixed.push(...waiting.splice(Math.max(0, next), 1));
	}
	return mixed;
}

function mostFrequent(lessons: readonly string[]): { lesson: string; count: number } {
	const counts = new Map<string, number>();
	for (const lesson of lessons) counts.set(lesson, (counts.get(lesson) ?? 0) + 1);
	return [...counts].reduce(
		(most, [lesson, count]) => (count > most.count ? { lesson, count } : most),
		{ lesson: '', count: 0 }
	);
}
