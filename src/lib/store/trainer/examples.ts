import type { Assignment, PublicKey, Trainer } from '#lib/training/assignment';
import type { CollectedHandIn, GivenAssignment, LearnerResult } from '#lib/training/collected';
import type { TrainerKeys } from '#lib/training/keys/key-pair';
import type { Member } from '#lib/training/roster';
import { newId } from '../examples';
import type { TrainerContext } from './dexie-trainer-store';
import type { Collected, TrainerTombstone } from './trainer-store';

/** For tests: a database of its own unless named, a clock that ticks once per look. */
export function exampleTrainerContext(name = `${newId()}:trainer`): TrainerContext {
	let now = 1_760_000_000_000;
	return { name, now: () => now++ };
}

const point: PublicKey = { x: 'x'.repeat(43), y: 'y'.repeat(43) };
export const exampleTrainer: Trainer = { name: 'Dr Huda', signing: point, encryption: point };

export const exampleAssignment = (part: Partial<Assignment> = {}): Assignment => ({
	id: newId(),
	course: 'exosomes',
	revision: 1,
	withdrawn: false,
	made: 1_759_000_000_000,
	title: 'Module 1',
	message: '',
	group: '',
	lessons: ['meet-the-messengers'],
	opens: null,
	due: null,
	timeZone: 'Asia/Dubai',
	rules: {
		mode: 'test',
		passMark: 0.8,
		attempts: 2,
		counts: 'best',
		timeLimit: null,
		extraTime: true,
		confidence: false,
		answers: 'after-attempt'
	},
	trainer: exampleTrainer,
	coTrainers: [],
	...part
});

export const exampleMember = (part: Partial<Member> = {}): Member => ({
	id: newId(),
	number: '1001',
	name: 'Amal',
	department: 'Ward 3',
	jobTitle: 'Nurse',
	token: `token-${newId()}`,
	left: null,
	device: null,
	profile: null,
	...part
});

export function exampleGiven(part: Partial<GivenAssignment> = {}): GivenAssignment {
	const assignment = exampleAssignment(part.id ? { id: part.id } : {});
	return {
		id: assignment.id,
		revisions: [assignment],
		sent: null,
		roster: [],
		edition: 1,
		at: 1_759_000_000_000,
		...part
	};
}

let digests = 0;

/** Of nobody on a roster, and unconfirmed, unless it is said otherwise. */
export function exampleRow(
	assignment: string,
	part: Partial<CollectedHandIn> = {}
): CollectedHandIn {
	const { signerId = 'signer-1', profile = 'profile-1' } = part;
	return {
		id: `digest-${++digests}`,
		assignment,
		learner: `${signerId}.${profile}`,
		signerId,
		profile,
		name: 'Amal',
		number: '1001',
		standing: 'unconfirmed',
		at: 1_759_500_000_000,
		received: 1_759_600_000_000,
		packed: new Uint8Array([1, 2, 3, digests % 256]),
		...part
	};
}

export const exampleResult = (
	{ assignment, learner, standing, name, number, at, received }: CollectedHandIn,
	handIns = 1
): LearnerResult => ({
	assignment,
	learner,
	standing,
	name,
	number,
	at,
	received,
	handIns,
	marking: 'marking-1',
	attempts: []
});

export const exampleCollected = (
	handIn: CollectedHandIn,
	part: Partial<Collected> = {}
): Collected => ({ handIn, result: exampleResult(handIn), pins: false, ...part });

export const exampleGrave = (erased: TrainerTombstone['erased']): TrainerTombstone => ({
	id: newId(),
	at: 1_759_700_000_000,
	erased
});

/** Real keys, as a browser makes them. */
export async function exampleKeys(): Promise<TrainerKeys> {
	const pair = async (name: 'ECDSA' | 'ECDH') => {
		const usages: KeyUsage[] = name === 'ECDSA' ? ['sign', 'verify'] : ['deriveBits'];
		const made = await crypto.subtle.generateKey({ name, namedCurve: 'P-256' }, true, usages);
		const { privateKey, publicKey } = made as CryptoKeyPair;
		const jwk = await crypto.subtle.exportKey('jwk', privateKey);
		const locked = await crypto.subtle.importKey(
			'jwk',
			jwk,
			{ name, namedCurve: 'P-256' },
			false,
			privateKey.usages
		);
		const { x, y } = await crypto.subtle.exportKey('jwk', publicKey);
		return { pair: { public: { x: x!, y: y! }, private: locked }, open: privateKey };
	};
	const [signing, encryption] = [await pair('ECDSA'), await pair('ECDH')];
	return {
		id: signing.pair.public.x,
		signing: signing.pair,
		encryption: encryption.pair,
		forBackup: { signing: signing.open, encryption: encryption.open },
		made: 1_759_000_000_000
	};
}
