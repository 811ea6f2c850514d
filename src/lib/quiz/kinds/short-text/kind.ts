import { accepts, folded, isOneOf, type Level } from '#lib/base/arabic';
import { locales, type Locale, type Text } from '#lib/base/locale';
import { defineKind, type PublicQuestion } from '#lib/quiz/define-kind';
import type { QuestionBase } from '#lib/quiz/question';

/** Texts by language. All of them count whatever the interface's language. */
export type Lists = { readonly [L in Locale]: readonly string[] };

export interface ShortText extends QuestionBase {
	/** Those of the glossary term are among them. */
	readonly answers: Lists;
	readonly level: Level;
	readonly typos: number;
	readonly reject: Lists;
	readonly mistakes: readonly { readonly answers: Lists; readonly feedback?: Text }[];
}

export interface ShortTextResponse {
	/** As typed. */
	readonly entered: string;
}

/** A right response; a view shows the first answer of its language. */
export interface RightShortText extends ShortTextResponse {
	readonly texts: Text;
}

/** ['membrane', 'غشاء'] of { en: ['membrane'], ar: ['غشاء'] }. */
export const inAll = (lists: Lists): string[] => locales.flatMap((locale) => lists[locale]);

/** A mistake is wrong even where its folding is an answer's, so it counts as rejected. */
const marks = ({ answers, level, typos, reject, mistakes }: ShortText, entered: string) =>
	accepts(entered, {
		answers: inAll(answers),
		reject: [reject, ...mistakes.map((mistake) => mistake.answers)].flatMap(inAll),
		level,
		typos
	});

/** Nothing but white space and what is invisible. */
const isEmpty = (entered: string) => folded(entered, 'strict') === '';

/** Cut to so many UTF-16 units, never inside a character. */
const cut = (text: string, length: number) => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
const languageOf = (text: string) => (/\p{Script=Arabic}/u.test(text) ? 'ar' : 'en');
/** With its language, and without what SCORM 2004 takes for the mark between two texts. */
const scormText = (text: string) =>
	`{lang=${languageOf(text)}}${cut(text.replaceAll('[,]', '[ , ]'), 230)}`;

/** A word or a few are typed, in either language. All or nothing. */
export const kind = defineKind<ShortText, ShortTextResponse, PublicQuestion>({
	kind: 'short-text',
	version: 1,
	start: () => ({ entered: '' }),
	upgradeResponse(stored) {
		const entered = (stored as ShortTextResponse | null | undefined)?.entered;
		return { entered: typeof entered === 'string' ? entered : '' };
	},
	missing: (_question, { entered }) => (isEmpty(entered) ? 'nothing-entered' : null),
	grade(question, { entered }) {
		const { right, notes } = marks(question, entered);
		const usual = right
			? undefined
			: question.mistakes.find(({ answers }) => isOneOf(entered, inAll(answers), question.level));
		const part = { id: 'entry', right, given: !isEmpty(entered), feedback: usual?.feedback };
		return { earned: right ? 1 : 0, possible: 1, parts: [part], notes };
	},
	correct({ answers }): RightShortText {
		const texts = Object.fromEntries(
			locales.flatMap((locale) => (answers[locale][0] ? [[locale, answers[locale][0]]] : []))
		) as Text;
		return { entered: inAll(answers)[0]!, texts };
	},
	publicPart: ({ id, kind, prompt }) => ({ id, kind, prompt }),
	arrange: () => [],
	interaction({ answers }, { entered }) {
		const given = isEmpty(entered) ? null : entered.trim();
		return {
			type: 'fill-in',
			scorm12: {
				response: given === null ? null : cut(given, 255),
				correct: cut(inAll(answers)[0]!, 255)
			},
			scorm2004: {
				response: given === null ? null : scormText(given),
				// Ten at most, which every LMS must take; those that come first in each language.
				correct: locales.flatMap((locale) => answers[locale].slice(0, 5)).map(scormText)
			}
		};
	}
});
