import { folded } from '#lib/base/arabic';
import { isLocale, type Locale } from '#lib/base/locale';
import { lessonsOf, type CourseDraft, type QuestionDraft } from '../draft';
import type { Problem } from '../problem';

/** Characters: no reason fits into fewer. "It keeps the heat in." has 21, the same in Arabic, without short vowels, 13. */
const fewest: { readonly [L in Locale]: number } = { en: 15, ar: 12 };

/** A text made of these alone says that an answer is right or wrong, and not why. */
const verdicts: { readonly [L in Locale]: RegExp } = {
	en: /^((that|this|it|is|was|your|you|are|the|a|an|answer|choice|option|one|not|quite|correct|incorrect|right|wrong|true|false|yes|no|well|done|good|great|job|excellent|perfect|exactly|almost|sorry|unfortunately|try|again) )+$/,
	ar: /^((هذا|هذه|هو|هي|ليس|ليست|غير|نعم|لا|الاجابه|اجابه|اجابتك|الجواب|جواب|جوابك|الخيار|خيار|الاختيار|اختيار|صحيح|صحيحه|الصحيح|الصحيحه|صواب|خطا|خاطي|خاطيه|احسنت|ممتاز|للاسف|حاول|مره|اخري) )+$/
};

type Group = { readonly [key: string]: unknown };
const isGroup = (value: unknown): value is Group =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

interface Feedback {
	readonly path: readonly (string | number)[];
	readonly text: unknown;
	/** What it is about, as it is written. */
	readonly about: unknown;
	/** Whether another entry may have the same: two wrong numbers can come from one slip. */
	readonly mayRepeat: boolean;
}

/** All feedback of a question with what it is about. */
function feedbackOf({ raw }: QuestionDraft): Feedback[] {
	if (!isGroup(raw)) return [];
	if (isGroup(raw.feedback))
		return Object.entries(raw.feedback).map(([side, text]) => ({
			path: ['feedback', side],
			text,
			about: raw.prompt,
			mayRepeat: false
		}));
	return ['options', 'pairs', 'items', 'spots', 'mistakes'].flatMap((list) => {
		const entries = raw[list];
		if (!Array.isArray(entries)) return [];
		return entries.flatMap((entry: unknown, index) =>
			isGroup(entry) && isGroup(entry.feedback)
				? [
						{
							path: [list, index, 'feedback'],
							text: entry.feedback,
							about: entry.text ?? entry.right,
							mayRepeat: list === 'mistakes'
						}
					]
				: []
		);
	});
}

const inLocale = (text: unknown, locale: string): string | null => {
	const words = isGroup(text) ? text[locale] : undefined;
	return typeof words === 'string' ? words : null;
};
/** Without marks and punctuation: 'Correct!' => 'correct'. */
const plain = (text: string) => folded(text.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' '), 'lenient');

function inQuestion(question: QuestionDraft): Problem[] {
	const seen = new Set<string>();
	return feedbackOf(question).flatMap(({ path, text, about, mayRepeat }) =>
		(isGroup(text) ? Object.keys(text) : []).filter(isLocale).flatMap((locale): Problem[] => {
			const words = inLocale(text, locale)?.trim() ?? '';
			const repeats = !mayRepeat && seen.has(`${locale} ${plain(words)}`);
			seen.add(`${locale} ${plain(words)}`);
			const wrong = verdicts[locale].test(`${plain(words)} `)
				? 'only says whether the answer is right'
				: words.length < fewest[locale]
					? `has ${words.length} characters, and no reason fits into fewer than ${fewest[locale]}`
					: plain(words) === plain(inLocale(about, locale) ?? '')
						? 'only repeats what was chosen'
						: repeats
							? 'is the same as for another choice'
							: null;
			if (wrong === null || words === '') return [];
			return [
				{
					file: question.file,
					line: question.line(...path, locale),
					rule: 'feedback-says-why',
					message: `the feedback "${words}" ${wrong}; write why this choice is right or wrong`
				}
			];
		})
	);
}

/** Feedback is a reason, and each choice has its own. */
export const feedbackSaysWhy = (draft: CourseDraft): Problem[] =>
	lessonsOf(draft).flatMap(({ quiz }) => (quiz?.questions ?? []).flatMap(inQuestion));
