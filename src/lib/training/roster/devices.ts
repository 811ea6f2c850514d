import type { CollectedHandIn } from '../collected';

/** A device that somebody's hand-ins were signed with, with the newest of what it handed in. */
export type HandingDevice = Pick<
	CollectedHandIn,
	'signerId' | 'profile' | 'standing' | 'name' | 'number' | 'received'
> & { readonly handIns: number };

/** The devices of a learner's hand-ins; the newest first. */
export function devicesIn(rows: readonly Omit<CollectedHandIn, 'packed'>[]): HandingDevice[] {
	const devices = new Map<string, HandingDevice>();
	for (const row of [...rows].sort((a, b) => a.received - b.received)) {
		const { signerId, profile, standing, name, number, received } = row;
		const key = JSON.stringify([signerId, profile]);
		const handIns = (devices.get(key)?.handIns ?? 0) + 1;
		devices.set(key, { signerId, profile, standing, name, number, received, handIns });
	}
	return [...devices.values()].sort((a, b) => b.received - a.received);
}
