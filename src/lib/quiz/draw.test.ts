import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPaper } from './draw';
import type { Question } from './question';

const question = (id: string, objective: string) =>
	({
		id,
		kind: 'single-choice',
		objective,
		section: 'section',
		prompt: {},
		hints: [],
		explanation: {},
		lesson: 'lesson',
		kindVersion: 1,
		hash: { marking: 'm', text: id },
		options: ['a', 'b', 'c', 'd'].map((option) => ({
			id: option,
			correct: option === 'a',
			text: {}
		}))
	}) as unknown as Question;

const objectives = ['size', 'origin', 'cargo', 'names'];
const poolOf = (size: number) =>
	Array.from({ length: size }, (_, index) => question(`q${index}`, objectives[index % 4]!));
const ids = (paper: readonly { question: string }[]) => paper.map(({ question }) => question);

describe('drawing a paper', () => {
	it('is the same for the same seed', () => {
		expect(drawPaper(poolOf(14), 8, 'seed')).toEqual(drawPaper(poolOf(14), 8, 'seed'));
	});

	it('covers every objective, draws no question twice, and shuffles the options', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 11, max: 40 }), (seed, size) => {
				const pool = poolOf(size);
				const paper = drawPaper(pool, 8, seed);
				const drawn = new Set(ids(paper));
				expect(drawn.size).toBe(8);
				expect(new Set(pool.filter(({ id }) => drawn.has(id)).map((q) => q.objective))).toEqual(
					new Set(objectives)
				);
				for (const { order } of paper) expect([...order].sort()).toEqual(['a', 'b', 'c', 'd']);
			})
		);
	});

	it('makes a retake as different as the pool allows', () => {
		const pool = poolOf(14);
		const first = ids(drawPaper(pool, 8, 'one'));
		const second = ids(drawPaper(pool, 8, 'two', new Map(first.map((id) => [id, 1]))));
		const unseen = pool.map(({ id }) => id).filter((id) => !first.includes(id));
		expect(unseen.filter((id) => !second.includes(id))).toEqual([]);
	});

	it('repeats as few questions of the attempt before as any paper that covers as many objectives', () => {
		/** Every choice of so many. */
		const choices = <T>(list: readonly T[], count: number): T[][] =>
			count === 0
				? [[]]
				: list.flatMap((one, index) =>
						choices(list.slice(index + 1), count - 1).map((rest) => [one, ...rest])
					);
		const pool = fc
			.array(fc.tuple(fc.constantFrom(...objectives), fc.boolean()), { maxLength: 8 })
			.map((list) =>
				list.map(([objective, retired], index) => ({
					...question(`q${index}`, objective),
					retired
				}))
			);
		fc.assert(
			fc.property(
				pool,
				fc.nat({ max: 6 }),
				fc.nat({ max: 3 }),
				fc.string(),
				(pool, count, attempts, seed) => {
					const seenAt = new Map<string, number>();
					let before: readonly string[] = [];
					for (let attempt = 1; attempt <= attempts + 1; attempt++) {
						const paper = ids(drawPaper(pool, count, `${seed} ${attempt}`, seenAt));
						const asked = pool.filter(({ retired }) => !retired);
						const all = choices(asked, Math.min(count, asked.length));
						const covered = (list: readonly Question[]) =>
							new Set(list.map(({ objective }) => objective)).size;
						const most = Math.max(...all.map(covered));
						const repeated = (list: readonly string[]) =>
							list.filter((id) => before.includes(id)).length;
						const covering = all.filter((list) => covered(list) === most);
						const least = Math.min(...covering.map((list) => repeated(list.map(({ id }) => id))));
						expect(covered(asked.filter(({ id }) => paper.includes(id)))).toBe(most);
						expect(repeated(paper)).toBe(least);
						for (const id of paper) seenAt.set(id, attempt);
						before = paper;
					}
				}
			),
			{ numRuns: 300 }
		);
	});

	it('gives what there is when the pool is small', () => {
		expect(drawPaper(poolOf(3), 8, 'seed')).toHaveLength(3);
		expect(drawPaper([], 8, 'seed')).toEqual([]);
	});

	it('draws nothing that is retired, and what it drew without it', () => {
		const pool = poolOf(14);
		const retired = { ...question('old', 'size'), retired: true };
		for (const seed of ['one', 'two', 'three', 'four', 'five']) {
			const paper = drawPaper([retired, ...pool], 14, seed, new Map(pool.map(({ id }) => [id, 1])));
			expect(ids(paper)).not.toContain('old');
			expect(drawPaper([retired, ...pool], 8, seed)).toEqual(drawPaper(pool, 8, seed));
		}
		expect(drawPaper([retired], 1, 'seed')).toEqual([]);
	});

	it('puts each option first about as often', () => {
		const first = new Map<string, number>();
		for (let seed = 0; seed < 800; seed++) {
			const option = drawPaper(poolOf(1), 1, `seed ${seed}`)[0]!.order[0]!;
			first.set(option, (first.get(option) ?? 0) + 1);
		}
		for (const count of first.values()) expect(Math.abs(count - 200)).toBeLessThan(60);
	});
});
