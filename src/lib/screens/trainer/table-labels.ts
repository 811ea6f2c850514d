import { plainText } from '#lib/base/bidi';
import type { Locale, Text } from '#lib/base/locale';
import type { LessonStub } from '#lib/content/course';
import type { Digits } from '#lib/i18n/digits';
import type { Translate } from '#lib/i18n/t';
import { choiceInWords, responseInWords } from '#lib/session/trainer/response-words';
import { knownZone } from '#lib/session/zones';
import type { Question } from '#lib/quiz/question';
import type { Labels } from '#lib/training/take-away/labels';

interface Words {
	readonly $t: Translate;
	readonly locale: Locale;
	readonly digits: Digits;
	readonly lessons: readonly LessonStub[];
	/** Questions by lesson. */
	readonly questions: ReadonlyMap<string, ReadonlyMap<string, Question>>;
	/** Of the assignment. */
	readonly timeZone: string;
}

/** Marks that keep directions apart on a page only disturb a spreadsheet's search. */
const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

/** The words of the tables that are taken away, in the interface's language. */
export function tableLabels({ $t, locale, digits, lessons, questions, timeZone }: Words): Labels {
	const words = (text: Text) => bare(plainText(text, locale, digits));
	const lessonOf = (id: string) => lessons.find((one) => one.id === id);
	const questionOf = (lesson: string, id: string) => questions.get(lesson)?.get(id);
	const saying = {
		words,
		truth: (value: 'true' | 'false') => $t(`kinds.true-false.${value}`),
		separator: $t('report.between')
	};
	// As a spreadsheet reads it in every language: '2026-11-26 23:59' by the assignment's clocks.
	const time = new Intl.DateTimeFormat('sv-SE', {
		dateStyle: 'short',
		timeStyle: 'short',
		timeZone: knownZone(timeZone)
	});
	return {
		title: (table) => $t(`report.tables.${table}`),
		column: (column) => $t(`report.column.${column}`),
		code: (code) => $t(`report.code.${code}`),
		language: (language) => $t(`report.in.${language}`),
		lesson(id) {
			const lesson = lessonOf(id);
			return lesson ? words(lesson.title) : id;
		},
		objective(lesson, id) {
			const objective = lessonOf(lesson)?.objectives.find((one) => one.id === id);
			return objective ? words(objective.text) : id;
		},
		question(lesson, id) {
			const question = questionOf(lesson, id);
			return question ? words(question.prompt) : id;
		},
		response(lesson, id, response) {
			const question = questionOf(lesson, id);
			return question ? responseInWords(question, response, saying) : '';
		},
		choice(lesson, id, choice) {
			const question = questionOf(lesson, id);
			return question ? choiceInWords(question, choice, saying) : choice.id;
		},
		time: (at) => time.format(at),
		separator: saying.separator
	};
}
