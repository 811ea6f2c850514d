import { bySequence, type ProfileRecord } from '#lib/progress/record';
import { samePerson, type Bonds } from './belonging';

/** One person on this device. */
export interface Learner {
	/** The profile to switch to. */
	readonly id: string;
	/** Empty until a name is needed. */
	readonly name: string;
	/** All profiles that are this person. */
	readonly profiles: readonly string[];
}

/** Who learns on this device, and what says whose records are whose. */
export interface Learners extends Bonds {
	/** Oldest first. */
	readonly learners: readonly Learner[];
	/** The device's current profile; null before there is one. */
	readonly current: string | null;
	/** The profile that this store reads and writes for, until it is opened anew; null before there is one. */
	readonly own: string | null;
}

/** Profiles by person, oldest first. Of several profiles of one person the device's current one is switched to. */
export function learnersOf(
	profiles: readonly ProfileRecord[],
	bonds: Bonds,
	current: string | null
): Learner[] {
	const sorted = [...profiles].sort((a, b) => (a.id < b.id ? -1 : 1));
	const seen = new Set<string>();
	return sorted.flatMap(({ id }) => {
		if (seen.has(id)) return [];
		const person = samePerson(id, bonds);
		for (const one of person) seen.add(one);
		const own = sorted.filter((profile) => person.has(profile.id));
		const named = own.filter(({ name }) => name).sort(bySequence);
		return {
			id: current !== null && own.some((one) => one.id === current) ? current : id,
			name: named.at(-1)?.name ?? '',
			profiles: own.map(({ id }) => id)
		};
	});
}

/** The learner that a store reads and writes for; null before there is one. */
export const ownLearner = ({ learners, own }: Learners): Learner | null =>
	learners.find(({ profiles }) => own !== null && profiles.includes(own)) ?? null;

/** Of two settings of one name, under two profiles of one person too, the one of the higher sequence. */
export function lastOfEach<T extends { name: string; sequence: number; device: string }>(
	settings: readonly T[]
): T[] {
	const last = new Map<string, T>();
	for (const setting of [...settings].sort(bySequence)) last.set(setting.name, setting);
	return [...last.values()];
}
