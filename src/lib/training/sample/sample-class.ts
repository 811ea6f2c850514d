import { randomFrom } from '#lib/quiz/random';
import type { Question } from '#lib/quiz/question';
import type { Assignment } from '../assignment';
import type { GivenAssignment, LearnerResult } from '../collected';
import { markLearner } from '../marking/marking';
import type { MarkingCourse } from '../marking/marking-course';
import type { Member } from '../roster';
import { sampleHandIn, type Difficulty, type SampleLearner } from './sample-hand-in';
import { samplePerson } from './sample-names';

const day = 24 * 3_600_000;

/** The course that the class is about, and what its assignment is called, in words of the caller. */
export interface SampleCourse extends MarkingCourse {
	readonly id: string;
	readonly title: string;
}

/** A class that was made up, with results that were marked like real ones. */
export interface SampleClass {
	readonly given: GivenAssignment;
	readonly results: readonly LearnerResult[];
}

/** Of the assignment of every sample class. */
export const sampleId = 'sample-class';

/** A test of all lessons of a course, made nine days ago and due two days ago. */
export const sampleAssignment = (course: SampleCourse, now: number): Assignment => ({
	id: sampleId,
	course: course.id,
	revision: 1,
	withdrawn: false,
	made: now - 9 * day,
	title: course.title,
	message: '',
	group: '',
	lessons: [...course.lessons.keys()],
	opens: null,
	due: now - 2 * day,
	timeZone: 'Asia/Dubai',
	rules: {
		mode: 'test',
		passMark: 0.7,
		attempts: 1,
		counts: 'best',
		timeLimit: null,
		extraTime: true,
		confidence: true,
		answers: 'after-attempt'
	},
	trainer: { name: '', signing: { x: '', y: '' }, encryption: { x: '', y: '' } },
	coTrainers: []
});

/**
 * A believable class to look at: two languages; some are late, some in the middle, of some nothing was heard; one has
 * left, one is on no roster, and one question has a key that looks wrong. The same seed gives the same class.
 */
export function sampleClass(
	course: SampleCourse,
	seed: string,
	now: number,
	size = 80
): SampleClass {
	const assignment = sampleAssignment(course, now);
	const roster = Array.from({ length: size }, (_, nth) => memberOf(nth, now));
	const given: GivenAssignment = {
		id: sampleId,
		revisions: [assignment],
		sent: assignment.made,
		// The last one never got onto the list.
		roster: roster.slice(0, -1),
		edition: 1,
		at: now
	};
	const difficulty = difficultyIn(course);
	const results = roster.flatMap((member, nth): LearnerResult[] => {
		const learner = sampleLearner(assignment, nth, seed);
		if (!learner) return [];
		const handIn = sampleHandIn(course, assignment, learner, difficulty);
		const at = Math.min(now, handIn.at);
		const received = Math.min(now, at + Math.round(learner.random() * 0.5 * day));
		const standing = nth % 11 === 10 ? 'unconfirmed' : 'confirmed';
		return [markLearner([{ handIn, at, received, standing }], member.id, given, course)];
	});
	return { given, results };
}

/** The nth learner of a class; null where nothing is heard. */
export function sampleLearner(
	{ lessons, made, due }: Pick<Assignment, 'lessons' | 'made' | 'due'>,
	nth: number,
	seed: string
): SampleLearner | null {
	const random = randomFrom(`${seed} ${nth}`);
	const { name, number } = samplePerson(nth);
	const fate = nth === 0 ? 1 : random();
	if (fate < 0.1) return null;
	const late = fate > 0.9 && nth > 0;
	const window = (due ?? made + 7 * day) - made;
	return {
		id: `sample-${nth}`,
		name,
		number,
		locale: random() < 0.45 ? 'ar' : 'en',
		// About normal: the sum of twelve has the variance 1 (Irwin and Hall).
		ability: Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, -6) + 0.7,
		begins: made + (late ? window + 0.2 * day : random() * 0.8 * window),
		// Nothing yet; in the middle; all.
		lessons: fate < 0.14 ? 0 : fate < 0.24 ? Math.floor(random() * lessons.length) : lessons.length,
		leaves: fate >= 0.14 && fate < 0.24,
		random
	};
}

/** Questions are of any difficulty; the first single choice has a key that is taken for wrong. */
export function difficultyIn(course: MarkingCourse): Difficulty {
	const questions = [...course.lessons.values()].flatMap((lesson) => lesson.questions);
	const suspect = questions.find(({ kind, retired }) => kind === 'single-choice' && !retired);
	const levels = new Map<Question, number>();
	return (question) => {
		const level =
			levels.get(question) ?? randomFrom(`${question.lesson} ${question.id}`)() * 2 - 1.4;
		levels.set(question, level);
		return {
			level,
			mistaken: question.id === suspect?.id && question.lesson === suspect.lesson
		};
	};
}

const memberOf = (nth: number, now: number): Member => ({
	...samplePerson(nth),
	id: `sample-member-${nth}`,
	token: `sample-token-${nth}`,
	left: nth === 5 ? now - 4 * day : null,
	device: null,
	profile: null
});
