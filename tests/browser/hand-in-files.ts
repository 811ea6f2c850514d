import { randomFrom } from '../../src/lib/quiz/random';
import {
	loadMarkingCourse,
	type MarkingSource
} from '../../src/lib/session/trainer/marking-course';
import { writeHandIn } from '../../src/lib/training/wire/hand-in-file';
import { makeDeviceKeys } from '../../src/lib/training/keys/make-keys';
import { readAssignment } from '../../src/lib/training/wire/link';
import { difficultyIn } from '../../src/lib/training/sample/sample-class';
import { sampleHandIn } from '../../src/lib/training/sample/sample-hand-in';

/** What so many invented learners, each with a device of their own, hand in to the assignment of a link: texts of files. */
export async function* handInsTo(
	questions: MarkingSource['questions'],
	course: string,
	link: string,
	count: number
): AsyncGenerator<string> {
	const { assignment } = await readAssignment(link, { course, now: Date.now() });
	const marking = await loadMarkingCourse({
		lessons: assignment.lessons.map((id) => ({ id, draw: 8 })),
		questions,
		released: async () => ({})
	});
	const difficulty = difficultyIn(marking);
	for (let nth = 0; nth < count; nth++) {
		const name = `Learner ${nth}`;
		const number = String(nth).padStart(5, '0');
		const handIn = sampleHandIn(
			marking,
			assignment,
			{
				...{ id: `learner-${nth}`, name, number, locale: nth % 2 ? 'ar' : 'en', ability: 1 },
				...{ begins: assignment.made, lessons: assignment.lessons.length, leaves: false },
				random: randomFrom(`learner ${nth}`)
			},
			difficulty
		);
		const learner = { name, number, token: null, profile: `learner-${nth}` };
		const written = await writeHandIn({ ...handIn, learner }, await makeDeviceKeys(), [
			assignment.trainer
		]);
		yield written.text;
	}
}
