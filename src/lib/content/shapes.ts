import * as v from 'valibot';
import { locales } from '#lib/base/locale';
import { id, text } from '#lib/quiz/authoring';
import { evidenceLevels } from './course';
import { testRulesShape } from './test-rules-shape';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const date = v.pipe(v.string(), v.isoDate('must be a day like 2026-11-23'));
const byLanguage = <S extends v.GenericSchema>(schema: S) =>
	v.strictObject(
		Object.fromEntries(locales.map((locale) => [locale, v.optional(schema)])) as Record<
			(typeof locales)[number],
			v.OptionalSchema<S, undefined>
		>
	);
const numbered = (letter: string) =>
	v.pipe(
		v.string(),
		v.regex(
			new RegExp(`^${letter}[1-9][0-9]*$`),
			`must be ${letter} and a number, like "${letter}12"`
		)
	);

/** course.yaml */
export const courseShape = v.strictObject({
	id,
	title: text,
	summary: text,
	languages: v.pipe(v.array(v.picklist(locales)), v.minLength(1, 'needs at least one language')),
	passMark: v.pipe(
		v.number(),
		v.gtValue(0, 'must be more than 0: it is the share of the points that passes, like 0.8'),
		v.maxValue(1, 'must be 1 or less: it is the share of the points that passes, like 0.8')
	),
	asOf: date,
	test: v.optional(testRulesShape, {}),
	notice: v.optional(text),
	modules: v.pipe(v.array(id), v.minLength(1, 'needs at least one module')),
	// For the rules only: see "What is checked" in the guide.
	complete: v.optional(v.boolean(), false),
	words: v.optional(v.strictObject({ min: count, max: count })),
	readability: v.optional(v.strictObject({ average: count, longest: count })),
	banned: v.optional(v.array(v.strictObject({ text: words, instead: words })), [])
});
export type CourseFile = v.InferOutput<typeof courseShape>;

/** module.yaml */
export const moduleShape = v.strictObject({ title: text, summary: text });
export type ModuleFile = v.InferOutput<typeof moduleShape>;

/** An entry of glossary.yaml. `general` (no lesson needs to link to it) is for the rules, which read what was written. */
export const termShape = v.pipe(
	v.strictObject({
		id,
		term: text,
		variants: v.optional(byLanguage(v.array(words)), {}),
		definition: text,
		general: v.optional(v.boolean())
	}),
	v.transform(({ general: _general, ...term }) => term)
);

/** An entry of sources.yaml. `general` (nothing needs to cite it) and `printed` are for the rules, as above. */
export const sourceShape = v.pipe(
	v.strictObject({
		id: numbered('S'),
		authors: words,
		year: v.pipe(v.number(), v.integer()),
		title: words,
		published: words,
		doi: v.optional(words),
		url: v.optional(words),
		asOf: v.optional(date),
		checked: v.optional(v.boolean(), true),
		general: v.optional(v.boolean()),
		printed: v.optional(v.boolean())
	}),
	v.transform(({ general: _general, printed: _printed, ...source }) => source)
);

/** An entry of claims.yaml */
export const claimShape = v.strictObject({
	id: numbered('C'),
	says: text,
	evidence: v.picklist(evidenceLevels),
	note: v.optional(text),
	sources: v.optional(v.array(numbered('S')), [])
});

/** The front matter of lesson.<language>.md */
export const frontMatterShape = v.strictObject({
	title: words,
	summary: words,
	objectives: v.pipe(
		v.record(id, words),
		v.check((objectives) => Object.keys(objectives).length > 0, 'needs at least one objective')
	)
});
export type FrontMatter = v.InferOutput<typeof frontMatterShape>;

/** The front matter of about.<language>.md; for authors only, since the page has a title of its own. */
export const aboutShape = v.strictObject({ title: v.optional(words) });

/** quiz.yaml, whose questions are looked at one by one. */
export const quizShape = v.strictObject({
	draw: v.pipe(v.number(), v.integer(), v.minValue(1)),
	pool: v.array(v.unknown()),
	checks: v.optional(v.array(v.unknown()), [])
});

/** figures/<id>.yaml */
export const figureShape = v.strictObject({
	title: text,
	description: text,
	mirror: v.optional(v.boolean(), false),
	labels: v.optional(v.record(id, text), {}),
	hotspots: v.optional(v.record(id, v.strictObject({ x: v.number(), y: v.number() })), {})
});
export type FigureFile = v.InferOutput<typeof figureShape>;
