import * as v from 'valibot';
import { countings } from '#lib/quiz/counting';
import { answerTimes, type Addressee, type Assignment, type Trainer } from './assignment';
import { publicKeySchema } from './keys/public-key';
import { isOnCurve } from './wire/on-curve';
import { id, isShowable, line, longest, prose, time, token, whole } from './wire/text-schemas';

export const mostLessons = 200;
export const mostCoTrainers = 2;

const rules = v.object({
	mode: v.picklist(['practice', 'test']),
	passMark: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
	attempts: v.nullable(whole(1, 1000)),
	counts: v.picklist(countings),
	timeLimit: v.nullable(v.pipe(v.number(), v.minValue(1000), v.maxValue(1e9))),
	extraTime: v.boolean(),
	confidence: v.boolean(),
	answers: v.picklist(answerTimes)
});

export const trainerSchema = v.object({
	name: line(longest.name),
	signing: publicKeySchema,
	encryption: publicKeySchema
}) satisfies v.GenericSchema<unknown, Trainer>;

/** As the names of zones look; whether this device knows it is for whoever shows it. */
const timeZone = v.pipe(
	v.string(),
	v.regex(/^[A-Za-z][\w+-]{1,31}(\/[A-Za-z0-9][\w+-]{0,31}){0,2}$/)
);

const areApart = (keys: readonly string[]) => new Set(keys).size === keys.length;

/** As a trainer's device keeps it, which may not be ready to be sent. */
export const keptAssignment = v.object({
	id,
	course: id,
	revision: whole(1, 1e6),
	withdrawn: v.boolean(),
	made: time,
	title: line(longest.title),
	message: prose(longest.message),
	group: line(longest.group),
	lessons: v.pipe(v.array(id), v.maxLength(mostLessons)),
	opens: v.nullable(time),
	due: v.nullable(time),
	timeZone,
	rules,
	trainer: trainerSchema,
	coTrainers: v.pipe(v.array(trainerSchema), v.maxLength(mostCoTrainers))
}) satisfies v.GenericSchema<unknown, Assignment>;

/** As it is sent. */
export const assignmentSchema = v.pipe(
	keptAssignment,
	v.check(({ lessons }) => lessons.length > 0 && areApart(lessons)),
	v.check(({ made, opens, due }) => [made, opens ?? 0, due ?? 0].every(isShowable)),
	v.check(({ opens, due }) => opens === null || due === null || opens <= due),
	v.check(({ trainer, coTrainers }) =>
		areApart([trainer, ...coTrainers].map(({ encryption }) => encryption.x))
	),
	// A hand-in is encrypted to all of them, or to none.
	v.check(({ trainer, coTrainers }) =>
		[trainer, ...coTrainers].every(({ encryption }) => isOnCurve(encryption))
	)
) satisfies v.GenericSchema<unknown, Assignment>;

export const addresseeSchema = v.object({
	name: line(longest.name),
	number: line(longest.number),
	token
}) satisfies v.GenericSchema<unknown, Addressee>;
