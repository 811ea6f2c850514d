import { describe, expect, it } from 'vitest';
import { plainText, runsOf } from './bidi';

const foreign = (text: string, locale: 'en' | 'ar') =>
	runsOf(text, locale)
		.filter((run) => run.foreign)
		.map((run) => run.text);

describe('words of the other script', () => {
	it.each([
		['تحمل واسم CD63 على سطحها', ['CD63']],
		['قطرها 100 nm تقريبًا', ['100 nm']],
		['بكتيريا E. coli صغيرة', ['E. coli']],
		['البروتينات CD9 وCD63 وCD81.', ['CD9', 'CD63', 'CD81']],
		['طفرة (KRAS G12D) شائعة', ['KRAS G12D']],
		['من 30 إلى 150 نانومترًا', []],
		['نحو 5% منها', ['5%']],
		['إرشادات MISEV2023، وهي', ['MISEV2023']],
		['الأكسجين (O₂) وأيون Ca²⁺.', ['O₂', 'Ca²⁺']],
		['نحو (3 × 10¹⁰) جسيم', ['3 × 10¹⁰']],
		['بين 10⁸ و4.5×10¹⁰، أي', ['10⁸', '4.5×10¹⁰']],
		['جزء من 10⁻⁹ أو 10^-9.', ['10⁻⁹', '10^-9']],
		['الجرعة 20×10⁹ particles و3 × 10¹² nm', ['20×10⁹ particles', '3 × 10¹² nm']],
		['ناتج 1.4 × 2 و10 × 3', []],
		['الكلفة 1,200 و2⁸ = 256، ثم 110^2 m', ['2⁸', '110^2 m']]
	])('finds those of %s', (text, expected) => {
		expect(foreign(text, 'ar')).toEqual(expected);
	});

	it('finds Arabic in an English text', () => {
		expect(foreign('the word إكسوسوم and الحمض النووي here', 'en')).toEqual([
			'إكسوسوم',
			'الحمض النووي'
		]);
	});

	it('loses nothing', () => {
		const text = 'في 100 nm أو 3 µm (CD9/CD63) و10٪ فقط';
		expect(
			runsOf(text, 'ar')
				.map((run) => run.text)
				.join('')
		).toBe(text);
	});
});

describe('a text as one string', () => {
	it('isolates foreign words and leaves their digits alone', () => {
		expect(plainText({ ar: 'البروتين CD63 في 3 خلايا' }, 'ar', 'arab')).toBe(
			'البروتين \u2068CD63\u2069 في ٣ خلايا'
		);
	});

	it('falls back to the language there is', () => {
		expect(plainText({ en: '3 cells' }, 'ar', 'arab')).toBe('3 cells');
	});
});
