import { shareOf, type Score } from '#lib/quiz/grade-quiz';
import { questionKey, type Question } from '#lib/quiz/question';
import { exampleQuestion, exampleRules, happeningOf, stamp, type Step } from './examples';
import type {
	AttemptLog,
	AttemptRecord,
	EventRecord,
	Happening,
	History,
	Mode,
	PaperQuestion,
	ResponseRecord,
	Rules,
	SubmissionRecord
} from './record';

const minute = 60_000;
const day = 24 * 60 * minute;
/** For tests: when histories begin. */
export const start = Date.UTC(2026, 0, 1, 8);
/** For tests: a time, in days since histories begin. */
export const daysIn = (days: number): number => start + days * day;

/** For tests: two lessons with two objectives each; three questions of each are in the pool: 'size-1' … 'origin-3'. */
export const exampleLessons = ['cells', 'genes'].map((id) => ({
	id,
	sections: [{ id: 'one' }, { id: 'two' }],
	objectives: [{ id: 'size' }, { id: 'origin' }],
	pool: ['size', 'origin'].flatMap((objective) =>
		[1, 2, 3].map((number) => inPool(id, `${objective}-${number}`))
	)
}));

/** For tests: 'size-1' is a question of the objective 'size'. */
export function inPool(lesson: string, id: string, part: Partial<Question> = {}): Question {
	const hash = { marking: `m-${lesson}-${id}`, text: 't' };
	return exampleQuestion(id, 'single-choice', {
		lesson,
		objective: id.split('-')[0]!,
		hash,
		...part
	});
}

/** A question of the lesson 'cells' is named alone ('size-1'), of another one with it ('genes:size-1'). */
function onPaper(name: string, lesson: string): PaperQuestion {
	const [from, id] = name.includes(':') ? (name.split(':') as [string, string]) : [lesson, name];
	const { objective, ...question } = inPool(from, id);
	const key = questionKey({ objective, ...question } as Question);
	return { question: id, key, lesson: from, objective, order: [] };
}

/**
 * One thing that a learner did. `at`: days since the start, else it came a minute after the line before. The end of an
 * attempt counts first tries without help, as far as they stand in lines before it, unless it says what it counts.
 */
export type Line = { readonly at?: number; readonly device?: string } & (
	| {
			readonly begin: string;
			readonly paper: readonly string[];
			readonly lesson?: string;
			readonly mode?: Mode;
			readonly redoOf?: string;
			readonly rules?: Partial<Rules>;
	  }
	| { readonly in: string; readonly question: string; readonly step: Step }
	| { readonly end: string; readonly earned?: number }
	| { readonly happened: Happening }
);

/** For tests: what a learner did, line by line => the records of it. */
export function historyOf(lines: readonly Line[]): History {
	const attempts = new Map<string, AttemptRecord>();
	const responses: ResponseRecord[] = [];
	const submissions: SubmissionRecord[] = [];
	const events: EventRecord[] = [];
	const sequences = new Map<string, number>();
	const marks = new Map<string, Score>();
	let at = start;
	for (const line of lines) {
		at = line.at === undefined ? at + minute : daysIn(line.at);
		const device = line.device ?? 'device';
		const of = 'in' in line ? line.in : 'end' in line ? line.end : '';
		const known = attempts.get(of)?.sequence ?? 0;
		const sequence = Math.max(sequences.get(device) ?? 0, known) + 1;
		sequences.set(device, sequence);
		const record = stamp(sequence, device, at);
		if ('begin' in line) {
			const { begin: id, mode = 'practice', redoOf = null } = line;
			const lesson = mode === 'review' ? '' : (line.lesson ?? 'cells');
			const paper = line.paper.map((name) => onPaper(name, lesson || 'cells'));
			const rules = { ...exampleRules, ...line.rules };
			const attempt = {
				...record,
				id,
				lesson,
				mode,
				seed: id,
				paper,
				assignments: [],
				terms: [],
				rules,
				redoOf
			};
			attempts.set(id, attempt);
		} else if ('end' in line) {
			const attempt = attempts.get(of)!;
			const mine = attempt.paper.map(({ question }) => marks.get(`${of} ${question}`));
			const earned = line.earned ?? mine.reduce((sum, mark) => sum + (mark ? shareOf(mark) : 0), 0);
			const possible = mine.length;
			const counts = attempt.mode !== 'review' && attempt.redoOf === null;
			const passed = counts && earned / possible >= attempt.rules.passMark - 1e-9;
			submissions.push({ ...record, attempt: of, earned, possible, passed, by: 'learner' });
		} else if ('happened' in line) events.push({ ...record, ...line.happened });
		else {
			const { question, step } = line;
			const marked = `${of} ${question}`;
			if (typeof step === 'object' && 'earned' in step) {
				const { earned, possible, response = { chosen: null } } = step;
				const { key } = attempts.get(of)!.paper.find((one) => one.question === question)!;
				const about = { attempt: of, question, key, kindVersion: 1, locale: 'en' as const };
				responses.push({ ...record, ...about, response, earned, possible });
				if (!marks.has(marked)) marks.set(marked, { earned, possible });
			} else {
				const before = marks.get(marked);
				events.push({ ...record, ...happeningOf(step, of, question, before) });
				const help = step === 'answer-shown' || (typeof step === 'object' && 'hint' in step);
				if (help && !before) marks.set(marked, { earned: 0, possible: 1 });
			}
		}
	}
	return { attempts: [...attempts.values()], responses, submissions, events };
}

/** For tests: the log of one attempt of a history. */
export function logIn(history: History, attempt: AttemptRecord): AttemptLog {
	const mine = <T extends object>(records: readonly T[]) =>
		records.filter((record) => 'attempt' in record && record.attempt === attempt.id);
	return {
		attempt,
		questions: new Map(
			attempt.paper.map(({ key, lesson, question }) => [key, inPool(lesson, question)])
		),
		drafts: [],
		responses: mine(history.responses),
		submissions: mine(history.submissions),
		events: mine(history.events)
	};
}
