import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both } from '#lib/quiz/examples';
import type { AuthoringContext } from '#lib/quiz/authoring';
import { kind, type ShortText } from './kind';
import { schema } from './schema';

const question = (own: Partial<ShortText> = {}): ShortText => ({
	id: 'q',
	kind: 'short-text',
	objective: 'o',
	section: 's',
	prompt: both('?'),
	hints: [],
	explanation: both('.'),
	answers: { en: ['bilayer', 'double layer'], ar: ['مزدوجة'] },
	level: 'lenient',
	typos: 0,
	reject: { en: [], ar: [] },
	mistakes: [],
	...own
});
const earned = (q: ShortText, entered: string) => kind.grade(q, { entered }).earned;
const arabic = fc.string({
	unit: fc.constantFrom(...'بتجحخدرسشعفقكلمنهوي'),
	minLength: 3,
	maxLength: 9
});

describe('marking short text', () => {
	it('takes every answer, whatever tashkeel, tatweel and direction marks are in it', () => {
		fc.assert(
			fc.property(
				arabic,
				fc.infiniteStream(fc.constantFrom('', '', '\u064E', '\u0651', 'ـ', '\u200F')),
				(word, marks) => {
					const typed = [...word].map((letter) => letter + marks.next().value).join('');
					expect(earned(question({ answers: { en: [], ar: [word] } }), typed)).toBe(1);
				}
			)
		);
	});

	it('never takes what is rejected, at any level and with slips allowed', () => {
		fc.assert(
			fc.property(
				arabic,
				arabic,
				fc.constantFrom('strict' as const, 'lenient' as const),
				(answer, rejected, level) => {
					const q = question({
						answers: { en: [], ar: [answer] },
						reject: { en: [], ar: [rejected] },
						level,
						typos: 1
					});
					expect(earned(q, rejected)).toBe(0);
				}
			)
		);
	});

	it('gives a usual mistake its feedback, also where it is rejected', () => {
		const q = question({
			reject: { en: ['monolayer'], ar: [] },
			mistakes: [{ answers: { en: ['monolayer'], ar: ['أحادية'] }, feedback: both('Two sheets.') }]
		});
		const part = (entered: string) => kind.grade(q, { entered }).parts[0];
		for (const entered of ['Monolayer', 'احادية'])
			expect(part(entered)).toEqual({
				id: 'entry',
				right: false,
				given: true,
				feedback: both('Two sheets.')
			});
		expect(part('bilayer')).toEqual({ id: 'entry', right: true, given: true, feedback: undefined });
	});

	it('never lets a slip turn a mistake into an answer', () => {
		const q = question({
			answers: { en: ['endocytosis'], ar: [] },
			typos: 1,
			mistakes: [{ answers: { en: ['endocytoses'], ar: [] } }]
		});
		expect(earned(q, 'endocytoses')).toBe(0);
		expect(earned(q, 'endocytosys')).toBe(1);
	});

	it('shows a right answer in each language it has one in', () => {
		expect(kind.correct(question())).toEqual({
			entered: 'bilayer',
			texts: { en: 'bilayer', ar: 'مزدوجة' }
		});
		expect(kind.correct(question({ answers: { en: [], ar: ['غفل'] } }))).toEqual({
			entered: 'غفل',
			texts: { ar: 'غفل' }
		});
	});

	it('takes what cannot be seen for nothing', () => {
		expect(kind.missing(question(), { entered: ' \u200F\u200C' })).toBe('nothing-entered');
		expect(kind.missing(question(), { entered: 'x' })).toBeNull();
	});

	it('tells an LMS the language of what was typed, within its limits', () => {
		expect(kind.interaction(question(), { entered: ' مزدوجة ' })).toEqual({
			type: 'fill-in',
			scorm12: { response: 'مزدوجة', correct: 'bilayer' },
			scorm2004: {
				response: '{lang=ar}مزدوجة',
				correct: ['{lang=en}bilayer', '{lang=en}double layer', '{lang=ar}مزدوجة']
			}
		});
		const long = kind.interaction(question(), { entered: `${'x'.repeat(254)}😀` }).scorm12
			.response!;
		expect(long).toBe('x'.repeat(254));
	});
});

it("adds the glossary term's words to the answers, each once", () => {
	const context: AuthoringContext = {
		figure: () => undefined,
		term: () => ({ en: ['bilayer', 'lipid bilayer'], ar: ['طبقة ثنائية'] })
	};
	const compiled = schema.compile(
		{ ...question(), typos: 1, term: 'lipid-bilayer' } as never,
		context
	) as ShortText;
	expect(compiled.answers).toEqual({
		en: ['bilayer', 'double layer', 'lipid bilayer'],
		ar: ['مزدوجة', 'طبقة ثنائية']
	});
	expect(compiled).not.toHaveProperty('term');
});
