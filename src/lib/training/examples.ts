import type { Addressee, Assignment } from './assignment';
import type { KeyPair, TrainerKeys } from './keys/key-pair';
import { makeDeviceKeys, makeTrainerKeys } from './keys/make-keys';

/** For tests: Friday, 2 January 2026, noon in Dubai. */
export const exampleNow = Date.UTC(2026, 0, 2, 8);

/** For tests: who a trainer with these keys is. */
export const trainerOf = (keys: TrainerKeys, name = 'Mona Haddad') => ({
	name,
	signing: keys.signing.public,
	encryption: keys.encryption.public
});

/** For tests: "Module 1, test, 80 %, Thursday 23:59 Asia/Dubai". */
export const exampleAssignment = (
	keys: TrainerKeys,
	part: Partial<Assignment> = {}
): Assignment => ({
	id: '019b7d2c-5f00-7abc-8def-0123456789ab',
	course: 'exosome-therapy',
	revision: 1,
	withdrawn: false,
	made: exampleNow,
	title: 'Module 1: Foundations',
	message: 'Please finish before our meeting.\nشكرًا لكم',
	group: 'Sales, Gulf',
	lessons: ['meet-the-messengers', 'from-rubbish-to-messenger', 'made-released-received'],
	opens: null,
	due: Date.UTC(2026, 0, 8, 19, 59),
	timeZone: 'Asia/Dubai',
	rules: {
		mode: 'test',
		passMark: 0.8,
		attempts: 2,
		counts: 'best',
		timeLimit: 20 * 60_000,
		extraTime: true,
		confidence: true,
		answers: 'after-due'
	},
	trainer: trainerOf(keys),
	coTrainers: [],
	...part
});

/** For tests: whom a personal link is for. */
export const exampleAddressee: Addressee = {
	name: 'Amal Khoury',
	number: 'E-1042',
	token: 'q83vEjRWeJq83vEjRWeJqw'
};

/** For tests: keys of a trainer, of a co-trainer, of a stranger, and of a student's device. */
export async function exampleKeys(): Promise<{
	readonly trainer: TrainerKeys;
	readonly coTrainer: TrainerKeys;
	readonly stranger: TrainerKeys;
	readonly device: KeyPair;
}> {
	const [trainer, coTrainer, stranger] = await Promise.all(
		[1, 2, 3].map((made) => makeTrainerKeys(exampleNow + made))
	);
	return {
		trainer: trainer!,
		coTrainer: coTrainer!,
		stranger: stranger!,
		device: await makeDeviceKeys()
	};
}
