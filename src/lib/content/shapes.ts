import * as v from 'valibot';
import { locales } from '#lib/base/locale';
import { id, text } from '#lib/quiz/authoring';
import { evidenceLevels } from './course';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
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
	notice: v.optional(text),
	modules: v.pipe(v.array(id), v.minLength(1, 'needs at least one module'))
});
export type CourseFile = v.InferOutput<typeof courseShape>;

/** module.yaml */
export const moduleShape = v.strictObject({ title: text, summary: text });
export type ModuleFile = v.InferOutput<typeof moduleShape>;

/** An entry of glossary.yaml */
export const termShape = v.strictObject({
	id,
	term: text,
	variants: v.optional(byLanguage(v.array(words)), {}),
	definition: text
});

/** An entry of sources.yaml */
export const sourceShape = v.strictObject({
	id: numbered('S'),
	authors: words,
	year: v.pipe(v.number(), v.integer()),
	title: words,
	published: words,
	doi: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^10\.\d{4,9}\/\S+$/, 'must be a DOI alone, like 10.1126/science.aau6977')
		)
	),
	url: v.optional(
		v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'must be an address that starts with https://'))
	),
	asOf: v.optional(date),
	checked: v.optional(v.boolean(), true)
});

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
