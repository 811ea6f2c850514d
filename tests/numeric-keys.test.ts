import { expect, it } from 'vitest';
import { compileFolder, lessonsFolder } from '#lib/content/course.server';
import { problemLine } from '#lib/content/problem';
import { lessonsOf } from '#lib/content/stubs';
import type { Question } from '#lib/quiz/question';

/*
 * The key of every numeric question of the course, worked out here a second time: the numbers that its prompt gives (in
 * this order, and they must stand in it), and what is to be done with them. What a prompt leaves to the lesson is a
 * fact with its source.
 */
const fact = {
	/** S14: RNA was found in exosomes. */
	yearOfRna: 2007,
	/** S43: days until wounds closed with placebo. */
	daysWithPlacebo: 22.8
};
const percent = (part: number, whole: number) => (part / whole) * 100;

const rows: Readonly<Record<string, [number[], (...given: number[]) => number]>> = {
	'meet-the-messengers/row-across-red-cell': [
		[100, 7.5],
		(vesicle, cell) => (cell * 1000) / vesicle
	],
	'meet-the-messengers/micrometres-to-nanometres': [[0.12], (micrometres) => micrometres * 1000],
	'meet-the-messengers/how-much-more-space': [[50, 100], (small, large) => (large / small) ** 3],
	'from-rubbish-to-messenger/forty-years': [[2026], (year) => year - fact.yearOfRna],
	'made-released-received/vesicles-per-copy': [[0.00825], (copies) => 1 / copies],
	'made-released-received/share-delivered': [[400, 12], (taken, inside) => percent(inside, taken)],
	'what-exosome-therapy-means/upper-limit': [
		[5.2, 1000],
		(share, people) => (share / 100) * people
	],
	'what-exosome-therapy-means/one-in-thousand': [
		[0.7, 1000],
		(share, people) => (share / 100) * people
	],
	'isolation-purity-testing/recovery-needed': [
		[2000, 600],
		(there, needed) => percent(needed, there)
	],
	'isolation-purity-testing/ratio-of-lot': [
		[9e11, 20],
		(particles, protein) => particles / protein
	],
	'isolation-purity-testing/bigger-lot': [[2000, 500], (particles, protein) => particles / protein],
	'ladder-of-evidence/beyond-placebo': [
		[24, 40, 18],
		(treated, each, placebo) => percent(treated, each) - percent(placebo, each)
	],
	'ladder-of-evidence/dex-needed': [
		[50, 22],
		(share, patients) => Math.ceil((share / 100) * patients)
	],
	'wounds-heart-inflammation/days-credited': [[22.8], (days) => fact.daysWithPlacebo - days],
	'wounds-heart-inflammation/animals-per-group': [
		[10, 136],
		(studies, animals) => animals / studies / 2
	],
	'wounds-heart-inflammation/vials-for-one-infusion': [
		[10, 20, 70],
		(vial, dose, weight) => (dose * weight) / vial
	],
	'cancer-two-faces/straight-to-tumour': [[500, 40], (all, tumour) => percent(all - tumour, all)],
	'cancer-two-faces/share-without-growth': [[7, 22], percent],
	'brain-promise-limits/how-many-to-beat-luck': [
		[1, 2, 5],
		(one, of, limit) => {
			let patients = 1;
			while ((one / of) ** patients * 100 >= limit) patients++;
			return patients;
		}
	],
	'brain-promise-limits/credit-to-treatment': [
		[2.3, 1.9],
		(vesicles, placebo) => vesicles - placebo
	],
	'skin-and-hair/share-of-the-gel': [[32.5, 19.9], (gel, control) => gel - control],
	'skin-and-hair/two-shiny-halves': [
		[40, 30, 32],
		(before, serum, plain) => percent(before - serum, before) - percent(before - plain, before)
	],
	'skin-and-hair/nine-large-studies': [[125], (people) => people / 9],
	'standards-dose-rules/trial-dose-ratio': [[2e8, 1.4e12], (first, second) => second / first],
	'standards-dose-rules/same-micrograms': [[30, 2], (a, b) => a / b],
	'future-claims/price-range': [[99, 20000], (lowest, highest) => highest / lowest],
	'future-claims/chain-of-four': [[70], (chance) => (chance / 100) ** 4 * 100]
};

const { course, problems } = await compileFolder(lessonsFolder());
const lessons = course ? lessonsOf(course) : [];
const numeric = lessons.flatMap(({ id, questions, checks }) =>
	[...questions, ...checks]
		.filter(({ kind }) => kind === 'numeric')
		.map((question) => [`${id}/${question.id}`, question] as const)
);

/** The numbers of a text: '1.4 × 10¹² of 2,000' => [1.4e12, 2000] */
const numbersIn = (text: string): number[] =>
	[
		...text
			.replace(/ × 10([⁰¹²³⁴-⁹]+)/g, (_, power: string) => `e${power.normalize('NFKC')}`)
			.replace(/(?<=\d),(?=\d{3})/g, '')
			.matchAll(/\d+(\.\d+)?(e\d+)?/g)
	].map(([found]) => Number(found));

/** Whether a key is the computed number as it is written, with as many digits behind the point. */
function isKey({ answer, power = 0 }: { answer: number; power?: number }, computed: number) {
	const digits = String(answer).split('.')[1]?.length ?? 0;
	return Number((computed / 10 ** power).toFixed(digits)) === answer;
}

it('the lessons have no mistakes', () => {
	expect(problems.map(problemLine)).toEqual([]);
});

it('every numeric question has a row, and every row of a lesson its question', () => {
	// A row of a lesson that is not written yet may wait.
	const expected = Object.keys(rows).filter((key) =>
		lessons.some(({ id }) => key.startsWith(`${id}/`))
	);
	expect(numeric.map(([key]) => key).sort()).toEqual(expected.sort());
});

it.each(numeric.filter(([key]) => key in rows))('%s', (key, question) => {
	const [given, work] = rows[key]!;
	const { answer, power } = question as Question & { answer: number; power?: number };
	const computed = work(...given);
	expect(isKey({ answer, power }, computed), `${answer} is not ${computed}`).toBe(true);
	expect(numbersIn(question.prompt.en ?? '')).toEqual(expect.arrayContaining(given));
});
