import type { Records } from '#lib/progress/record';
import { bondsIn, historyIn } from '../belonging';
import { erasedBy, withoutErased } from '../erasing';
import { learnersOf, type Learners } from '../learners';

/** One person in a file. */
export interface RestorablePerson {
	readonly id: string;
	/** Empty where none was given. */
	readonly name: string;
	readonly attempts: number;
	readonly responses: number;
	/** When she last did something, in milliseconds since 1970; null for never. */
	readonly last: number | null;
	/** This device has her already: her two histories are joined without a question. */
	readonly known: boolean;
}

/** What restoring a file would do, told before it is done. */
export interface Preview {
	readonly people: readonly RestorablePerson[];
	/** Names of those on this device whom the file says to be erased. */
	readonly erases: readonly string[];
	/** Everything in it was erased on this device, and stays so. */
	readonly nothing: boolean;
}

/** A file's records, and who is on the device => what restoring would do. */
export function previewOf(file: Records, device: Learners): Preview {
	const records = withoutErased(file, device.tombstones);
	const bonds = bondsIn({
		events: [...records.events, ...device.bonds],
		tombstones: [...records.tombstones, ...device.tombstones]
	});
	const here = new Set(device.learners.flatMap(({ profiles }) => profiles));
	const all = { ...records, events: [...records.events, ...device.bonds] };
	const people = learnersOf(records.profiles, bonds, null).map(({ id, name, profiles }) => {
		const { attempts, responses, submissions, events } = historyIn(all, id);
		const times = [attempts, responses, submissions, events].flat().map(({ at }) => at);
		return {
			id,
			name,
			attempts: attempts.length,
			responses: responses.length,
			last: times.length ? times.reduce((a, b) => Math.max(a, b)) : null,
			known: profiles.some((profile) => here.has(profile))
		};
	});
	const erased = erasedBy(file.tombstones);
	return {
		people,
		erases: device.learners
			.filter(({ profiles }) => profiles.some((id) => erased('profiles', { id } as never)))
			.map(({ name }) => name),
		nothing: people.length === 0 && records.attempts.length === 0
	};
}
