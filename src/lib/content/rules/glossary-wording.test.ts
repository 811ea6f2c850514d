import { describe, expect, it } from 'vitest';
import { isTerm } from './glossary-wording';

const term = (en: string, ar: string, arVariants: string[] = []) => ({
	id: 'term',
	term: { en, ar },
	variants: { en: [], ar: arVariants },
	definition: {}
});
const cell = term('Stem cell', 'خلية جذعية', ['خلايا جذعية']);
const tumour = term('Tumour', 'ورم');
const disease = term("Alzheimer's disease", 'داء ألزهايمر');
const rna = term('Messenger RNA', 'الحمض النووي الريبي المرسال (mRNA)');
const body = term('Multivesicular body', 'جسم متعدد الحويصلات');
const effect = term('Paracrine effect', 'تأثير نظير صمّاوي');

describe('words of a link to the glossary', () => {
	it.each([
		['stem cells', 'en', cell],
		['Stem Cell', 'en', cell],
		['Alzheimer’s disease', 'en', disease],
		['multivesicular bodies', 'en', body],
		['messenger RNA (mRNA)', 'en', rna],
		['الخلية الجذعية', 'ar', cell],
		['وبالخلايا الجذعيّة', 'ar', cell],
		['خليتان جذعيتان', 'ar', cell],
		['للورم', 'ar', tumour],
		['ورمًا', 'ar', tumour],
		['وأورم', 'ar', term('A', 'أورم')],
		['تأثيرًا نظيرًا صمّاويًّا', 'ar', effect]
	] as const)('are the term: %s', (words, locale, wanted) => {
		expect(isTerm(words, wanted, locale)).toBe(true);
	});

	it.each([
		['cells', 'en', cell],
		['stem cell line', 'en', cell],
		['mRNA', 'en', rna],
		['الخلايا', 'ar', cell],
		['سرطان', 'ar', tumour],
		['stem cell', 'ar', cell],
		['اضطراب ألزهايمر', 'ar', disease]
	] as const)('are other words: %s', (words, locale, wanted) => {
		expect(isTerm(words, wanted, locale)).toBe(false);
	});
});
