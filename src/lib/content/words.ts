import type { Locale } from '#lib/base/locale';

/** The few words that the compiler itself writes into a lesson's HTML, for those who hear it. */
export const words: {
	readonly [L in Locale]: {
		readonly source: (number: number) => string;
		readonly table: (section: string | null) => string;
		readonly comma: string;
	};
} = {
	en: {
		source: (number) => `Source ${number}`,
		table: (section) => (section ? `Table: ${section}` : 'Table'),
		comma: ', '
	},
	ar: {
		source: (number) => `المصدر ${number}`,
		table: (section) => (section ? `جدول: ${section}` : 'جدول'),
		comma: '، '
	}
};
