import * as v from 'valibot';
import type { Addressee, Assignment, PublicKey, Trainer } from '../assignment';

/**
 * An assignment without the names of its fields, which would be a third of a link. The order is the form: what is added goes
 * to the end of its list.
 */
const fields = {
	assignment: [
		...['id', 'course', 'revision', 'withdrawn', 'made', 'title', 'message', 'group', 'lessons'],
		...['opens', 'due', 'timeZone', 'rules', 'trainer', 'coTrainers']
	],
	rules: [
		...['mode', 'passMark', 'attempts', 'counts', 'timeLimit', 'extraTime', 'confidence', 'answers']
	],
	trainer: ['name', 'signing', 'encryption'],
	key: ['x', 'y'],
	addressee: ['name', 'number', 'token']
} as const;

type Fields = keyof typeof fields;
const valuesOf = (of: Fields, whole: object): unknown[] =>
	fields[of].map((name) => (whole as Record<string, unknown>)[name]);

const shortKey = (key: PublicKey) => valuesOf('key', key);
const shortTrainer = (trainer: Trainer) =>
	valuesOf('trainer', {
		...trainer,
		signing: shortKey(trainer.signing),
		encryption: shortKey(trainer.encryption)
	});

/** What is signed of an assignment and whom it goes to. */
export const shortForm = (assignment: Assignment, addressee: Addressee | null): unknown => [
	valuesOf('assignment', {
		...assignment,
		rules: valuesOf('rules', assignment.rules),
		trainer: shortTrainer(assignment.trainer),
		coTrainers: assignment.coTrainers.map(shortTrainer)
	}),
	addressee && valuesOf('addressee', addressee)
];

/** A list as the object that it stands for. Throws a ValiError for what is no list. */
const named = (of: Fields, value: unknown): Record<string, unknown> => {
	const values = v.parse(v.array(v.unknown()), value);
	return Object.fromEntries(fields[of].map((name, index) => [name, values[index]]));
};

const longTrainer = (value: unknown) => {
	const trainer = named('trainer', value);
	return {
		...trainer,
		signing: named('key', trainer.signing),
		encryption: named('key', trainer.encryption)
	};
};

/** The other way, for a schema to look at. Throws a ValiError where lists are missing. */
export function longForm(value: unknown): { assignment: unknown; addressee: unknown } {
	const [short, addressee = null] = v.parse(v.array(v.unknown()), value);
	const assignment = named('assignment', short);
	return {
		assignment: {
			...assignment,
			rules: named('rules', assignment.rules),
			trainer: longTrainer(assignment.trainer),
			coTrainers: v.parse(v.array(v.unknown()), assignment.coTrainers).map(longTrainer)
		},
		addressee: addressee === null ? null : named('addressee', addressee)
	};
}
