import * as v from 'valibot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuthoringContext, AuthoringFigure } from '#lib/quiz/authoring';
import { asAuthored, both, type KindExamples } from '#lib/quiz/examples';
import { kinds } from '#lib/quiz/kinds';
import type { QuestionBase } from '#lib/quiz/question';
import { schemas } from '#lib/quiz/schemas';

const examples = new Map(
	Object.entries(
		import.meta.glob<{ examples: KindExamples }>('../src/lib/quiz/kinds/*/examples.ts', {
			eager: true
		})
	).map(([path, module]) => [path.split('/').at(-2)!, module.examples])
);
const messages = import.meta.glob<Record<string, string>>(
	'../src/lib/quiz/kinds/*/messages.*.json',
	{ eager: true, import: 'default' }
);
const folders = new Set(
	Object.keys(import.meta.glob('../src/lib/quiz/kinds/*/*')).map((path) => path.split('/').at(-2)!)
);

const spot = (x: number, y: number) => ({ en: { x, y }, ar: { x, y } });
const figure: AuthoringFigure = {
	id: 'cell',
	width: 400,
	height: 300,
	title: both('A cell'),
	description: both('A cell with a membrane.'),
	labels: { membrane: both('Membrane'), nucleus: both('Nucleus'), cargo: both('Cargo') },
	hotspots: { membrane: spot(20, 30), nucleus: spot(200, 150), cargo: spot(90, 200) },
	blank: () => ({ en: '<svg></svg>', ar: '<svg></svg>' })
};
const context: AuthoringContext = {
	figure: (id) => (id === 'cell' ? figure : undefined),
	term: (id) =>
		id === 'exosome' ? { en: ['Exosome', 'exosomes'], ar: ['إكسوسوم', 'إكسوزوم'] } : undefined
};

/** Rule and message of what is wrong with an authored question, or the compiled question. */
function compiled(name: string, question: Readonly<Record<string, unknown>>) {
	const schema = schemas.get(name)!;
	const parsed = v.safeParse(schema.authored, asAuthored(name, question));
	if (!parsed.success)
		return { problems: parsed.issues.map(({ message }) => ({ rule: 'schema', message })) };
	const problems = schema
		.problems(parsed.output, context)
		.map(({ rule, message }) => ({ rule, message }));
	if (problems.length) return { problems };
	return { problems, question: schema.compile(parsed.output, context) as QuestionBase };
}

const frozen = <T>(value: T): T => {
	if (value && typeof value === 'object') {
		Object.freeze(value);
		Object.values(value).forEach(frozen);
	}
	return value;
};
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
const reversed = <T>(list: readonly T[]) => [...list].reverse();
/** Every text of the given keys, wherever it stands. */
const textsUnder = (value: unknown, key: string): string[] =>
	!value || typeof value !== 'object'
		? []
		: Object.entries(value).flatMap(([name, child]) =>
				name === key && child && typeof child === 'object'
					? Object.values(child as object).flatMap((text) =>
							typeof text === 'string' ? [text] : Object.values(text as object).map(String)
						)
					: textsUnder(child, key)
			);

it('every folder is a whole kind', () => {
	const names = [...folders].sort();
	expect(names.length).toBeGreaterThan(0);
	expect([...kinds.keys()].sort()).toEqual(names);
	expect([...schemas.keys()].sort()).toEqual(names);
	expect([...examples.keys()].sort()).toEqual(names);
});

describe.each([...kinds.values()])('$kind', (kind) => {
	const { good, bad } = examples.get(kind.kind)!;
	const questions = good.map((example) => {
		const { problems, question } = compiled(kind.kind, example.question);
		if (!question) throw new Error(`${example.title}: ${JSON.stringify(problems)}`);
		return { ...example, question: frozen(question) };
	});

	it('has examples of both sorts', () => {
		expect(good.length).toBeGreaterThan(0);
		expect(bad.length).toBeGreaterThan(0);
		expect(good.flatMap((example) => example.marked).length).toBeGreaterThan(2);
	});

	it.each(bad)('refuses $title', ({ question, rule, message }) => {
		expect(compiled(kind.kind, question).problems).toContainEqual({ rule, message });
	});

	it.each(
		questions.flatMap(({ title, question, marked }) =>
			marked.map((m) => ({ ...m, question, name: `${title}: ${m.title}` }))
		)
	)('marks $name', ({ question, response, earned, possible, notes }) => {
		const grade = kind.grade(question, frozen(response));
		expect({ earned: grade.earned, possible: grade.possible }).toEqual({ earned, possible });
		if (notes) expect(grade.notes).toEqual(notes);
	});

	it.each(good)('passes on that a question is retired: $title', ({ question }) => {
		expect(compiled(kind.kind, { ...question, retired: true }).question).toEqual({
			...compiled(kind.kind, question).question,
			retired: true
		});
	});

	it.each(questions)('gives its own answer full marks: $title', ({ question }) => {
		const right = kind.correct(question);
		const grade = kind.grade(question, right);
		expect(grade.earned).toBe(grade.possible);
		expect(grade.possible).toBeGreaterThan(0);
		expect(kind.missing(question, right)).toBeNull();
		expect(grade.parts.every((part) => part.right)).toBe(true);
	});

	it.each(questions)('takes an untouched start for incomplete: $title', ({ question }) => {
		expect(kind.missing(question, kind.start(question))).not.toBeNull();
		expect(kind.grade(question, kind.start(question)).earned).toBe(0);
	});

	it.each(questions)('keeps a response through JSON: $title', ({ question, marked }) => {
		for (const response of [
			kind.correct(question),
			kind.start(question),
			...marked.map((m) => m.response)
		]) {
			const kept = kind.upgradeResponse(response, kind.version, question);
			expect(plain(kept)).toEqual(kept);
			expect(kind.upgradeResponse(plain(kept), kind.version, question)).toEqual(kept);
		}
	});

	it.each(questions)('survives any stored response: $title', ({ question }) => {
		const right = kind.correct(question) as Record<string, unknown>;
		const broken = fc.oneof(
			fc.anything({ withNullPrototype: true }),
			fc.record(Object.fromEntries(Object.keys(right).map((key) => [key, fc.anything()])))
		);
		fc.assert(
			fc.property(broken, fc.integer({ min: 0, max: 3 }), (stored, version) => {
				const response = kind.upgradeResponse(stored, version, question);
				const grade = kind.grade(question, stored);
				expect(grade.earned).toBeGreaterThanOrEqual(0);
				expect(grade.earned).toBeLessThanOrEqual(grade.possible);
				kind.missing(question, stored);
				kind.interaction(question, stored);
				expect(kind.grade(question, response)).toEqual(grade);
			})
		);
	});

	it.each(questions)('shows a view no key: $title', ({ question }) => {
		const shown = JSON.stringify(kind.publicPart(question));
		for (const key of [
			'feedback',
			'explanation',
			'hints',
			'answers',
			'mistakes',
			'reject',
			'correct',
			'tolerance'
		])
			expect(shown).not.toContain(`"${key}"`);
		for (const secret of [
			...textsUnder(question, 'feedback'),
			...textsUnder(question, 'explanation')
		])
			expect(shown).not.toContain(JSON.stringify(secret));
	});

	it.each(questions)('arranges the same ids whatever the order: $title', ({ question }) => {
		const same = (list: readonly string[]) => [...list].sort();
		expect(same(kind.arrange(question, reversed))).toEqual(
			same(kind.arrange(question, (list) => [...list]))
		);
	});

	it.each(questions)('speaks SCORM and xAPI: $title', ({ question, marked }) => {
		for (const response of [
			kind.correct(question),
			kind.start(question),
			...marked.map((m) => m.response)
		]) {
			const { type, scorm12, scorm2004 } = kind.interaction(question, response);
			for (const value of [scorm12.response, scorm12.correct]) {
				if (value === null) continue;
				expect(value.length).toBeLessThanOrEqual(255);
				if (type === 'choice' || type === 'sequencing')
					expect(value).toMatch(/^([0-9a-z](,[0-9a-z])*)?$/);
				if (type === 'matching')
					expect(value).toMatch(/^([0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*)?$/);
				if (type === 'true-false') expect(value).toMatch(/^[tf]$/);
				if (type === 'numeric') expect(value).toMatch(/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/);
			}
			for (const value of [scorm2004.response, ...scorm2004.correct]) {
				if (value === null) continue;
				if (type === 'choice' || type === 'sequencing')
					expect(value).toMatch(/^([a-z0-9-]+(\[,\][a-z0-9-]+)*)?$/);
				if (type === 'matching')
					expect(value).toMatch(
						/^([a-z0-9-]+\[\.\][a-z0-9-]+(\[,\][a-z0-9-]+\[\.\][a-z0-9-]+)*)?$/
					);
				if (type === 'true-false') expect(value).toMatch(/^(true|false)$/);
			}
			expect(scorm2004.correct.length).toBeGreaterThan(0);
		}
	});

	it('says the same things in both languages', () => {
		const keys = (locale: string) =>
			Object.keys(messages[`../src/lib/quiz/kinds/${kind.kind}/messages.${locale}.json`]!).sort();
		expect(keys('ar')).toEqual(keys('en'));
	});
});
