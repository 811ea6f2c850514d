import { StoreError } from '#lib/store/store';
import { isSameTrainer } from '#lib/training/assignment';
import { takenIn } from '#lib/training/given';
import { InputError } from '#lib/training/problem';
import { readAssignment } from '#lib/training/wire/link';
import type { Desk, Looked } from './collect-batch';
import type { Outcome } from './collect-line';
import type { Source } from './inputs';
import { isOwnKey } from './own-keys';

/**
 * Takes in an assignment that another trainer sent to who is named in it as a co-trainer, so that what is handed in for it
 * can be collected here. It is kept as sent, with the revisions that came before: only its own trainer makes them.
 */
export async function takeAssignment(source: Source, text: string, desk: Desk): Promise<Looked> {
	try {
		const reading = { course: desk.id, now: desk.now() };
		const { assignment } = await readAssignment(text, reading);
		const { id, title, trainer, coTrainers } = assignment;
		const said = (outcome: Outcome): Looked => ({ source, opened: null, outcome, title });
		const readers = [trainer, ...coTrainers];
		if (!readers.some((reader) => desk.keys.some((keys) => isOwnKey(reader, keys))))
			return said('not-named');
		let outcome: Outcome = 'duplicate';
		const kept = await desk.store.changeAssignment(id, (now) => {
			if (now && !now.revisions.every((one) => isSameTrainer(one.trainer, trainer))) {
				outcome = 'other-trainer';
				return null;
			}
			const changed = takenIn(now, assignment, reading.now);
			outcome = changed ? 'assignment' : 'duplicate';
			return changed;
		});
		return said(kept ? outcome : 'erased');
	} catch (error) {
		if (error instanceof StoreError) return refused(source, 'not-kept');
		if (error instanceof InputError) return refused(source, error.problem);
		throw error;
	}
}

const refused = (source: Source, outcome: Outcome): Looked => ({ source, opened: null, outcome });
