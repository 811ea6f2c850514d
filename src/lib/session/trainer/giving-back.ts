import type { Records } from '#lib/progress/record';
import { questionKey, type Question } from '#lib/quiz/question';
import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { HandedRecords, HandIn } from '#lib/training/hand-in';
import { offerFile } from '../download';
import { dayOf } from '../today';
import type { MarkingSource } from './marking-course';
import { openedRows, readableOf } from './opened-rows';

/** What a student who lost the device gets: a file that every device of hers restores. */
export interface RestoreFile {
	readonly content: string;
	readonly attempts: number;
	/** Questions that this site has no longer in the version that was asked: their attempts come back without them. */
	readonly missing: number;
}

type Handed = { readonly handIn: HandIn };

/**
 * All that a learner handed in for an assignment, as a restore file for her. Null where nothing was received. Of somebody
 * with a confirmed device only what that handed in; what cannot be opened is not in it.
 */
export async function restoreFileFor(
	store: TrainerStore,
	source: MarkingSource,
	{ assignment, learner }: { readonly assignment: string; readonly learner: string },
	now: number = Date.now()
): Promise<RestoreFile | null> {
	const rows = readableOf(await openedRows(store, assignment, learner));
	const newest = rows.at(-1);
	if (!newest) return null;
	const handed = handedIn(rows, newest.handIn.learner.profile);
	const asked = new Set(handed.attempts.flatMap(({ paper }) => paper.map(({ key }) => key)));
	const questions = await questionsIn(handed, source, asked);
	const { writeBackup } = await import('#lib/store/backup/write-backup');
	const content = await writeBackup({
		course: newest.handIn.course,
		at: now,
		records: {
			...handed,
			questions,
			profiles: [profileOf(newest, handed)],
			...{ preferences: [], tombstones: [], assignments: [], handIns: [] }
		},
		passphrase: null
	});
	return { content, attempts: handed.attempts.length, missing: asked.size - questions.length };
}

/** Offers it as a file, too. */
export async function giveBack(
	...[store, source, whose]: Parameters<typeof restoreFileFor>
): Promise<RestoreFile | null> {
	const file = await restoreFileFor(store, source, whose);
	// Named for what it is, not for whom: it goes through chats.
	if (file) offerFile(`durus-${dayOf(Date.now())}.durus.txt`, file.content, 'text/plain');
	return file;
}

/**
 * The records of several hand-ins, each once, the latest copy of a draft. All under one profile: what moved to her, or was
 * made under another profile of hers, is hers, and what says so was not handed in.
 */
function handedIn(rows: readonly Handed[], profile: string): HandedRecords {
	const unique = <T extends object>(
		of: (records: HandedRecords) => readonly T[],
		key: (row: T) => string
	) => {
		const found = new Map<string, T>();
		for (const { handIn } of rows)
			for (const row of of(handIn.records)) found.set(key(row), { ...row, profile });
		return [...found.values()];
	};
	const id = (row: { readonly id: string }) => row.id;
	return {
		attempts: unique(({ attempts }) => attempts, id),
		responses: unique(({ responses }) => responses, id),
		submissions: unique(({ submissions }) => submissions, id),
		events: unique(({ events }) => events, id),
		drafts: unique(
			({ drafts }) => drafts,
			({ attempt, question, tab }) => JSON.stringify([attempt, question, tab])
		)
	};
}

/** As early as can be, so that the name that a device has for her already stays. */
function profileOf({ handIn }: Handed, { attempts }: HandedRecords): Records['profiles'][number] {
	const { profile: id, name } = handIn.learner;
	const device = attempts[0]?.device ?? id;
	return { id, name, sequence: 1, device, at: handIn.at };
}

async function questionsIn(
	{ attempts }: HandedRecords,
	source: MarkingSource,
	asked: ReadonlySet<string>
): Promise<Records['questions']> {
	const lessons = new Set(attempts.flatMap(({ paper }) => paper.map(({ lesson }) => lesson)));
	const known = source.lessons.filter(({ id }) => lessons.has(id));
	const found = new Map<string, Question>();
	for (const { id } of known)
		for (const question of await source.questions(id))
			if (asked.has(questionKey(question))) found.set(questionKey(question), question);
	return [...found].map(([key, question]) => ({ key, question }));
}
