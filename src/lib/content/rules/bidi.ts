import type { CourseDraft } from '../draft';
import type { Problem } from '../problem';
import { textsOf } from '../texts';

const marks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** No text has a direction mark written by hand: words, units, codes and powers of ten are isolated by the compiler. */
export const bidi = (draft: CourseDraft): Problem[] =>
	textsOf(draft)
		.filter(({ text }) => marks.test(text))
		.map(({ file, line }) => ({
			file,
			line,
			rule: 'bidi',
			message:
				'there is an invisible direction mark here; take it out, because words of the other script and powers of ten are kept in order by themselves'
		}));
