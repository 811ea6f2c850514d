import type { Locale } from '#lib/base/locale';
import {
	confidences,
	type AttemptRecord,
	type EventRecord,
	type Happening,
	type ResponseRecord,
	type Stamp,
	type SubmissionRecord
} from '#lib/progress/record';
import { drawPaper } from '#lib/quiz/draw';
import { quizScore, type Score } from '#lib/quiz/grade-quiz';
import { kindOf } from '#lib/quiz/kinds';
import type { Question } from '#lib/quiz/question';
import type { Assignment } from '../assignment';
import type { HandIn } from '../hand-in';
import type { MarkingCourse } from '../marking/marking-course';
import { wrongResponse } from './sample-response';

const second = 1000;
const minute = 60 * second;

/** An invented learner, and what becomes of the assignment with them. */
export interface SampleLearner {
	readonly id: string;
	readonly name: string;
	readonly number: string;
	readonly locale: Locale;
	/** Of the logistic curve of right answers: 0 is the middle of the class. */
	readonly ability: number;
	/** When they begin, in milliseconds since 1970. */
	readonly begins: number;
	/** How many of the lessons they complete, and whether the next one is left in the middle. */
	readonly lessons: number;
	readonly leaves: boolean;
	/** Numbers in [0, 1). */
	readonly random: () => number;
}

/** How hard a question is for everybody, from its id; and, of one whose key is wrong, what those who know choose. */
export type Difficulty = (question: Question) => {
	readonly level: number;
	readonly mistaken: boolean;
};

/** Invented answers to an assignment, in the records that a learner's device would hand in. */
export function sampleHandIn(
	course: MarkingCourse,
	assignment: Assignment,
	learner: SampleLearner,
	difficulty: Difficulty
): HandIn {
	const desk = new SampleDesk(course, assignment, learner, difficulty);
	assignment.lessons.forEach((lesson, index) => {
		if (index < learner.lessons) desk.attempt(lesson, true);
		else if (index === learner.lessons && learner.leaves) desk.attempt(lesson, false);
	});
	return desk.handIn();
}

class SampleDesk {
	readonly #attempts: AttemptRecord[] = [];
	readonly #responses: ResponseRecord[] = [];
	readonly #submissions: SubmissionRecord[] = [];
	readonly #events: EventRecord[] = [];
	#now: number;
	#sequence = 0;

	constructor(
		readonly course: MarkingCourse,
		readonly assignment: Assignment,
		readonly learner: SampleLearner,
		readonly difficulty: Difficulty
	) {
		this.#now = learner.begins;
	}

	attempt(lesson: string, whole: boolean): void {
		const { questions, draw } = this.course.lessons.get(lesson)!;
		const { id: assignment, revision, due, rules } = this.assignment;
		const { passMark, timeLimit, confidence, attempts, counts } = rules;
		const stamp = this.#stamp();
		const paper = drawPaper(questions, draw, `${stamp.id} ${lesson}`);
		const terms = [{ assignment, revision, passMark, due }];
		this.#attempts.push({
			...stamp,
			lesson,
			mode: rules.mode,
			seed: `${stamp.id} ${lesson}`,
			paper,
			assignments: [assignment],
			terms,
			rules: { passMark, timeLimit, extraTime: 1, confidence, attempts, counts },
			redoOf: null
		});
		const asked = whole ? paper : paper.slice(0, Math.ceil(paper.length / 2));
		const marks = asked.map(({ question: id, key }) => {
			const question = questions.find((one) => one.id === id)!;
			this.#happen({ type: 'question-opened', attempt: stamp.id, question: id });
			this.#now += (15 + this.learner.random() * 60) * second;
			const { response, sure } = this.#answer(question);
			if (confidence)
				this.#happen({
					type: 'confidence-given',
					attempt: stamp.id,
					question: id,
					confidence: sure
				});
			return { question, key, response };
		});
		if (whole) this.#end(stamp.id, marks, paper.length);
		this.#now += 5 * minute;
	}

	handIn(): HandIn {
		const { id: profile, name, number } = this.learner;
		const { course, id: assignment, revision } = this.assignment;
		return {
			course,
			assignment,
			revision,
			at: this.#now,
			app: 'sample',
			content: 'sample',
			learner: { name, number, token: null, profile },
			records: {
				attempts: this.#attempts,
				drafts: [],
				responses: this.#responses,
				submissions: this.#submissions,
				events: this.#events
			}
		};
	}

	/** By the two-parameter logistic curve of item response theory (Birnbaum 1968, in Lord and Novick). */
	#answer(question: Question) {
		const { level, mistaken } = this.difficulty(question);
		const { ability, random } = this.learner;
		const knows = random() < 1 / (1 + Math.exp(-1.7 * (ability - level)));
		const right = mistaken ? !knows : knows;
		return {
			response: right ? kindOf(question).correct(question) : wrongResponse(question, random),
			sure: confidences[Math.min(2, Math.floor(random() * 2 + (knows ? 1 : 0)))]!
		};
	}

	#end(
		attempt: string,
		answers: readonly {
			readonly question: Question;
			readonly key: string;
			readonly response: unknown;
		}[],
		possible: number
	): void {
		const marks = answers.map(({ question, key, response }): Score => {
			const kind = kindOf(question);
			const { earned, possible } = kind.grade(question, response);
			const { locale } = this.learner;
			const about = { attempt, question: question.id, key, kindVersion: kind.version, locale };
			this.#responses.push({ ...this.#stamp(), ...about, response, earned, possible });
			return { earned, possible };
		});
		const { earned } = quizScore(marks);
		const passed = earned / possible >= this.assignment.rules.passMark;
		this.#submissions.push({ ...this.#stamp(), attempt, earned, possible, passed, by: 'learner' });
	}

	#happen(happening: Happening): void {
		this.#events.push({ ...this.#stamp(), ...happening });
	}

	#stamp(): Stamp {
		const seen = this.#sequence++;
		const { id: profile } = this.learner;
		return {
			id: `${profile}.${this.#sequence}`,
			profile,
			device: profile,
			sequence: this.#sequence,
			seen,
			app: 'sample',
			content: 'sample',
			at: Math.round(this.#now)
		};
	}
}
