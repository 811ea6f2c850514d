import type { Confidence } from '#lib/progress/record';
import type { AttemptNote, LearnerResult, MarkNote } from '../collected';
import type { ItemFlag } from '../report/item-analysis';
import type { ItemChoice } from '../report/item-analysis';

/** Headings of the columns of all tables. */
export const columns = [
	'name',
	'number',
	'department',
	'job-title',
	'roster',
	'confirmed',
	'as-of',
	'received',
	'mean',
	'passed',
	'finished',
	'late',
	'minutes',
	'tries',
	'hints',
	'tries-en',
	'tries-ar',
	'unmarked',
	'notes',
	'lesson',
	'attempt',
	'started',
	'ended',
	'objective',
	'question-id',
	'question',
	'answer',
	'right-answer',
	'score',
	'language',
	'confidence',
	'answers',
	'unanswered',
	'facility',
	'discrimination',
	'discrimination-from',
	'discrimination-to',
	'choices',
	'seconds',
	'facility-en',
	'facility-ar',
	'answers-en',
	'answers-ar',
	'language-difference',
	'flags'
] as const;
export type Column = (typeof columns)[number];

/** Codes that stand in cells. */
export type Code =
	| AttemptNote
	| MarkNote
	| ItemFlag
	| Confidence
	| LearnerResult['standing']
	| 'yes'
	| 'no'
	| 'left'
	| 'on-roster'
	| 'off-roster';

/** The words that tables are written in: the pure layers have codes, and whoever calls has a language. */
export interface Labels {
	readonly title: (table: 'gradebook' | 'answers' | 'items') => string;
	readonly column: (column: Column) => string;
	readonly code: (code: Code) => string;
	readonly language: (locale: 'en' | 'ar') => string;
	readonly lesson: (lesson: string) => string;
	readonly objective: (lesson: string, objective: string) => string;
	/** The prompt as plain text. */
	readonly question: (lesson: string, question: string) => string;
	/** A response in words; empty for none. */
	readonly response: (lesson: string, question: string, response: unknown) => string;
	readonly choice: (lesson: string, question: string, choice: ItemChoice) => string;
	/** A time as it is to stand in a cell. */
	readonly time: (at: number) => string;
	/** Between parts of a list. */
	readonly separator: string;
}
