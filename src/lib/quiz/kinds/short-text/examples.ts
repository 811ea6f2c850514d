import { both, type KindExamples } from '#lib/quiz/examples';

const bilayer = {
	answers: { en: ['bilayer'], ar: ['مزدوجة', 'ثنائية'] },
	typos: 1,
	reject: { en: ['monolayer'], ar: ['أحادية'] },
	mistakes: [{ answers: { en: ['layer'], ar: ['طبقة'] }, feedback: both('How many?') }]
};
const marked = (title: string, entered: unknown, earned: 0 | 1, notes: string[] = []) => ({
	title,
	response: { entered },
	earned,
	possible: 1,
	notes
});

export const examples: KindExamples = {
	good: [
		{
			title: 'answers in both languages, a reject list and a mistake',
			question: bilayer,
			marked: [
				marked('an answer', 'bilayer', 1),
				marked('with a capital', ' Bilayer ', 1),
				marked('in Arabic, with tashkeel and article', 'المُزدوجة', 1),
				marked('ha for ta marbuta', 'مزدوجه', 1, ['spelling-ta-marbuta']),
				marked('a slip', 'bilayr', 1, ['spelling-slip']),
				marked('what is rejected', 'monolayer', 0),
				marked('a usual mistake', 'layer', 0),
				marked('something else', 'wall', 0),
				marked('nothing', '', 0)
			]
		},
		{
			title: 'a glossary term, at level strict',
			question: { term: 'exosome', level: 'strict' },
			marked: [
				marked('the term', 'EXOSOME', 1),
				marked('a variant', 'إكسوزوم', 1),
				marked('without its hamza', 'اكسوسوم', 0)
			]
		},
		{
			title: 'a question about the spelling, at level exact',
			question: { answers: { en: ['pH'] }, level: 'exact', reject: { en: ['PH'] } },
			marked: [marked('as wanted', 'pH', 1), marked('otherwise', 'PH', 0)]
		},
		{
			title: 'a hamza that makes another word',
			question: { answers: { ar: ['سأل'] }, reject: { ar: ['سال'] } },
			marked: [marked('with it', 'سأل', 1), marked('without it', 'سال', 0)]
		}
	],
	bad: [
		{
			title: 'a term that is not in the glossary',
			question: { ...bilayer, term: 'membrane' },
			rule: 'dead-reference',
			message: 'there is no glossary term "membrane"'
		},
		{
			title: 'no answer at all',
			question: { answers: { en: [], ar: [] } },
			rule: 'no-answer',
			message: 'needs an answer, in "answers" or by a glossary "term"'
		},
		{
			title: 'an answer that is nothing',
			question: { answers: { ar: ['ـ'] } },
			rule: 'no-answer',
			message: '"ـ" has no letter or digit: take it out'
		},
		{
			title: 'an answer that is also rejected',
			question: { ...bilayer, reject: { en: ['Bilayer'] } },
			rule: 'answer-rejected',
			message:
				'"Bilayer" is rejected, but "bilayer" is an answer (or a word of the glossary term): take one of them out'
		},
		{
			title: 'a word of the term that is rejected',
			question: { ...bilayer, term: 'exosome', reject: { ar: ['إكسوزوم'] } },
			rule: 'answer-rejected',
			message:
				'"إكسوزوم" is rejected, but "إكسوزوم" is an answer (or a word of the glossary term): take one of them out'
		},
		{
			title: 'a mistake that is an answer',
			question: { ...bilayer, mistakes: [{ answers: { en: ['bilayer'] } }] },
			rule: 'mistake-is-right',
			message:
				'"bilayer" is a mistake, but "bilayer" is an answer (or a word of the glossary term): take one of them out'
		},
		{
			title: 'slips at level exact',
			question: { ...bilayer, level: 'exact' },
			rule: 'typos-at-exact',
			message: 'level exact allows no slip: take "typos" out, or make it level: strict'
		},
		{
			title: 'two slips',
			question: { ...bilayer, typos: 2 },
			rule: 'schema',
			message: 'must be 1, or left out: one slip is the most'
		},
		{
			title: 'an unknown level',
			question: { ...bilayer, level: 'loose' },
			rule: 'schema',
			message: 'must be exact, strict or lenient'
		},
		{
			title: 'a number for an answer',
			question: { answers: { en: [81] } },
			rule: 'schema',
			message: 'must be a text; put numbers in quotation marks'
		}
	]
};
