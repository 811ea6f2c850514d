import * as v from 'valibot';
import { locales, type Text } from '#lib/base/locale';
import type { QuestionBase } from './question';

/** Something wrong in authored content: where (path inside the entry), which rule, and what to do, in an author's words. */
export interface AuthoringProblem {
	readonly path: readonly (string | number)[];
	readonly rule: string;
	readonly message: string;
}

/** A figure as a question needs it. Coordinates in the units of the drawing's viewBox. */
export interface AuthoringFigure {
	readonly id: string;
	readonly width: number;
	readonly height: number;
	readonly title: Text;
	readonly description: Text;
	readonly labels: Readonly<Record<string, Text>>;
	/** Per language, because a figure can be mirrored. */
	readonly hotspots: Readonly<
		Record<string, { readonly [L in 'en' | 'ar']: { x: number; y: number } }>
	>;
	/** The drawing without the labels named. */
	blank(labels: readonly string[]): { readonly en: string; readonly ar: string };
}

export interface AuthoringContext {
	figure(id: string): AuthoringFigure | undefined;
	/** English term, Arabic term and their variants, or undefined. */
	term(id: string): { readonly en: readonly string[]; readonly ar: readonly string[] } | undefined;
}

/** What a kind's `schema.ts` exports as `schema`; used at build time only. */
export interface KindSchema<A extends QuestionBase = never, Q extends QuestionBase = A> {
	readonly kind: string;
	/** The authored shape. Unknown keys are refused. */
	readonly authored: v.GenericSchema<unknown, A>;
	/** What a shape cannot say: no right option, an item in no category, … */
	problems(question: A, context: AuthoringContext): AuthoringProblem[];
	/** The authored question => the question as it is kept and marked. Called only when there are no problems. */
	compile(question: A, context: AuthoringContext): Q;
	/** What decides a mark: ids, key, tolerance. Any change of it re-marks old answers. */
	marking(question: Q): unknown;
}

/** Ids of questions, options, sections, objectives: lower-case ASCII words with hyphens (LMSs refuse others). */
export const id = v.pipe(
	v.string('must be a text'),
	v.regex(
		/^[a-z0-9]+(-[a-z0-9]+)*$/,
		'must be lower-case letters a to z, digits and single hyphens, like "usual-diameter"'
	),
	v.maxLength(60, 'must have at most 60 characters')
);

const words = v.pipe(v.string('must be a text'), v.trim(), v.nonEmpty('must not be empty'));

/** A string per language. Which languages are required is checked once, for the whole course. */
export const text = v.strictObject(
	Object.fromEntries(locales.map((locale) => [locale, v.optional(words)])) as Record<
		(typeof locales)[number],
		v.OptionalSchema<typeof words, undefined>
	>,
	'must be a text per language, like { en: …, ar: … }'
) as v.GenericSchema<unknown, Text>;

/** The fields of every kind; spread into a kind's `v.strictObject`. `hints` is added by the kinds that allow them. */
export const questionFields = {
	id,
	objective: id,
	section: id,
	prompt: text,
	explanation: text,
	/** The compiler fills it in where it is left out. */
	hints: v.optional(v.array(text), []),
	/** Stays for the papers it was drawn for, and is drawn no more. */
	retired: v.optional(v.boolean())
};

type Lists = Readonly<Record<string, readonly { readonly id: string }[]>>;

/** A problem for each id that stands twice in these lists taken together: { options: [a, b, a] } => one, at options 2. */
export function duplicateIds(lists: Lists): AuthoringProblem[] {
	const seen = new Set<string>();
	return Object.entries(lists).flatMap(([field, list]) =>
		list.flatMap(({ id }, index) => {
			if (!seen.has(id)) {
				seen.add(id);
				return [];
			}
			const message = `the id "${id}" stands here twice; give each its own`;
			return [{ path: [field, index, 'id'], rule: 'duplicate-id', message }];
		})
	);
}
