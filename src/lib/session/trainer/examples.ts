import type { Released } from '#lib/content/release';
import { randomFrom } from '#lib/quiz/random';
import { exampleQuestion } from '#lib/store/examples';
import { DexieTrainerStore } from '#lib/store/trainer/dexie-trainer-store';
import { exampleMember, exampleTrainerContext } from '#lib/store/trainer/examples';
import type { Assignment } from '#lib/training/assignment';
import type { HandIn, Receipt } from '#lib/training/hand-in';
import { handInFragment, writeHandIn } from '#lib/training/wire/hand-in-file';
import { exampleAssignment, exampleNow } from '#lib/training/examples';
import { newlyGiven } from '#lib/training/given';
import type { KeyPair, TrainerKeys } from '#lib/training/keys/key-pair';
import { makeDeviceKeys, makeTrainerKeys } from '#lib/training/keys/make-keys';
import { fileOf, writeAssignment } from '#lib/training/wire/link';
import { readReceipt } from '#lib/training/wire/receipt';
import type { Member } from '#lib/training/roster';
import { difficultyIn } from '#lib/training/sample/sample-class';
import { sampleHandIn, type SampleLearner } from '#lib/training/sample/sample-hand-in';
import { loadMarkingCourse, type MarkingSource } from './marking-course';

const lessons = ['meet-the-messengers', 'brewing'];
const pool = (lesson: string) =>
	Array.from({ length: 6 }, (_, nth) => ({ ...exampleQuestion(`${lesson}-${nth}`), lesson }));

/** For tests: two lessons of six questions, four of which are asked. */
export const exampleSource = (part: Partial<MarkingSource> = {}): MarkingSource => ({
	lessons: lessons.map((id) => ({ id, draw: 4 })),
	questions: async (lesson) => pool(lesson),
	released: async (): Promise<Released> => ({}),
	...part
});

/** For tests: a trainer with an assignment, and hand-ins to it as students' devices write them. */
export class ExampleClass {
	readonly store = new DexieTrainerStore(exampleTrainerContext());
	readonly openStore = async () => this.store;

	private constructor(
		readonly keys: TrainerKeys,
		readonly assignment: Assignment,
		readonly members: readonly Member[]
	) {}

	/** With so many members on its roster. */
	static async of(members = 2, part: Partial<Assignment> = {}): Promise<ExampleClass> {
		const keys = await makeTrainerKeys(exampleNow);
		const assignment = exampleAssignment(keys, { lessons, ...part });
		const roster = Array.from({ length: members }, (_, nth) =>
			exampleMember({ number: `E-${nth}`, name: `Member ${nth}`, token: tokenOf(nth) })
		);
		const made = new ExampleClass(keys, assignment, roster);
		await made.store.putKeys(keys);
		const record = { id: 'trainer', name: 'Mona', keys: keys.id, backedUp: null } as const;
		await made.store.changeTrainer(() => record);
		await made.store.changeAssignment(assignment.id, () => ({ ...newlyGiven(assignment), roster }));
		return made;
	}

	/** What the nth learner hands in; of a member with her token, unless it is said otherwise. */
	async handIn(
		nth: number,
		learner: Partial<HandIn['learner']> = {},
		part: Partial<HandIn> = {}
	): Promise<HandIn> {
		const course = await loadMarkingCourse(exampleSource());
		const sample = learnerOf(nth);
		const made = sampleHandIn(course, this.assignment, sample, difficultyIn(course));
		const member = this.members[nth];
		const { name = `Learner ${nth}`, number = '', token = null } = member ?? {};
		return { ...made, learner: { name, number, token, profile: 'profile-1', ...learner }, ...part };
	}

	/** What the nth learner hands in from a new device, as the text of a file. */
	async written(nth: number): Promise<string> {
		return this.text(await this.handIn(nth), await makeDeviceKeys());
	}

	/** The same as what stands behind an address: '#h=…'. */
	async link(nth: number): Promise<string> {
		return handInFragment(await this.written(nth));
	}

	/** The assignment as its trainer sends it, due in a while: the text of a file. */
	async sent(): Promise<string> {
		const assignment = { ...this.assignment, due: Date.now() + 1e9 };
		return fileOf(await writeAssignment(assignment, null, this.keys));
	}

	/** As the text of a file. */
	async text(handIn: HandIn, device: KeyPair, to = this.assignment.trainer): Promise<string> {
		return (await writeHandIn(handIn, device, [to])).text;
	}
}

const learnerOf = (nth: number): SampleLearner => ({
	...{ id: `sample-${nth}`, name: '', number: '', locale: nth % 2 ? 'ar' : 'en', ability: -1 },
	...{ begins: exampleNow, lessons: 2, leaves: false, random: randomFrom(`learner ${nth}`) }
});
const tokenOf = (nth: number) => `${nth}`.padStart(2, '0') + 'A'.repeat(20);

/** For tests: a file as a page gets it. */
export const exampleFile = (name: string, content: string): File =>
	({ name, webkitRelativePath: '', size: content.length, text: async () => content }) as File;

/** For tests: a receipt as a student's device reads it. */
export const readTestReceipt = (link: string, { assignment }: ExampleClass): Promise<Receipt> =>
	readReceipt(link, { course: assignment.course, trainers: [assignment.trainer] });
