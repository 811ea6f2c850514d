import type { Counting } from '#lib/quiz/counting';

/** A point on P-256, as a JWK has it: x and y, 32 bytes each, base64url. */
export interface PublicKey {
	readonly x: string;
	readonly y: string;
}

/** Who gave an assignment and can read what is handed in. Nothing but the signing key says that it is the same person. */
export interface Trainer {
	readonly name: string;
	/** ES256. */
	readonly signing: PublicKey;
	/** ECDH-ES. */
	readonly encryption: PublicKey;
}

/** When an assigned test shows its answers. */
export const answerTimes = ['after-attempt', 'after-due'] as const;
export type AnswerTime = (typeof answerTimes)[number];

/** Whether two are one person: nothing but the signing key says so. */
export const isSameTrainer = (one: Trainer, other: Trainer): boolean =>
	one.signing.x === other.signing.x && one.signing.y === other.signing.y;

/** The rules that an assignment sets. */
export interface AssignedRules {
	readonly mode: 'practice' | 'test';
	/** Share of the points that passes the assignment, 0 to 1; the course's own decides the standing. */
	readonly passMark: number;
	/** Of each lesson; null for any number. */
	readonly attempts: number | null;
	/** Which of them counts. */
	readonly counts: Counting;
	/** Milliseconds before extra time; null for none. */
	readonly timeLimit: number | null;
	/** Whether learners may take the extra time of their settings. */
	readonly extraTime: boolean;
	readonly confidence: boolean;
	readonly answers: AnswerTime;
}

/** What everybody who gets it sees; it holds no learner's name or number. A higher revision takes the place of a lower one. */
export interface Assignment {
	/** UUIDv7. */
	readonly id: string;
	/** Id of the course. */
	readonly course: string;
	/** 1, 2, 3 … */
	readonly revision: number;
	readonly withdrawn: boolean;
	/** When this revision was made; milliseconds since 1970, as all times here. */
	readonly made: number;
	readonly title: string;
	readonly message: string;
	/** Name of the group; empty for none. */
	readonly group: string;
	/** Ids of lessons, in the order of the course. */
	readonly lessons: readonly string[];
	readonly opens: number | null;
	/** What ends later is late, and still taken. */
	readonly due: number | null;
	/** IANA name of the zone in which the trainer set the times: 'Asia/Dubai'. */
	readonly timeZone: string;
	readonly rules: AssignedRules;
	readonly trainer: Trainer;
	/** At most two more who can read what is handed in. */
	readonly coTrainers: readonly Trainer[];
}

/** Whom a personal link is for. */
export interface Addressee {
	readonly name: string;
	/** Staff number; empty for none. */
	readonly number: string;
	/** Random; it comes back inside the hand-in and says that the link was this person's. */
	readonly token: string;
}

/** An assignment as a link or a file brings it. */
export interface ReceivedAssignment {
	readonly assignment: Assignment;
	/** Null for a group link. */
	readonly addressee: Addressee | null;
	/** The signed text itself (compact JWS), to keep and to send on. */
	readonly signed: string;
}

/** How long after its due date (or, without one, after it was made) a link can still be accepted, in milliseconds. */
export const linkLife = 180 * 24 * 3_600_000;

/** From this moment on its links are expired. */
export const expiryOf = ({ due, made }: Pick<Assignment, 'due' | 'made'>): number =>
	(due ?? made) + linkLife;

/** Whether attempts can be started for it now: not before it opens, not once it is withdrawn. After its due date they are late. */
export const isOpen = (
	{ opens, withdrawn }: Pick<Assignment, 'opens' | 'withdrawn'>,
	now: number
) => !withdrawn && (opens === null || now >= opens);
