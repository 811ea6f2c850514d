import { uuidv7 } from '#lib/base/id';
import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { GivenAssignment } from '#lib/training/collected';
import { makeToken } from '#lib/training/keys/token';
import type { MarkingCourse } from '#lib/training/marking/marking';
import { memberWith, membersMerged, newMember } from '#lib/training/roster';
import { devicesIn, type HandingDevice } from '#lib/training/roster/devices';
import { bringUpToDate } from './learner-results';

/** The devices of a learner, with the newest of what each handed in; the newest first. */
export const devicesOf = async (
	store: TrainerStore,
	assignment: string,
	learner: string
): Promise<readonly HandingDevice[]> => devicesIn(await store.handInsOf(assignment, learner));

/**
 * The trainer says that this device is the learner's: it is pinned, in the place of another one, and what it handed in is
 * confirmed; what was confirmed before stays so. Says whether there is such a member and such a device.
 */
export async function confirmDevice(
	store: TrainerStore,
	course: MarkingCourse,
	{
		assignment,
		learner,
		signerId,
		profile
	}: Record<'assignment' | 'learner' | 'signerId' | 'profile', string>
): Promise<boolean> {
	const devices = await devicesOf(store, assignment, learner);
	const device = devices.find((one) => one.signerId === signerId && one.profile === profile);
	return device ? pin(store, course, assignment, learner, device) : false;
}

/** Takes somebody who is on no roster for a member of it; her device is pinned. False where one of them is not there. */
export async function joinMember(
	store: TrainerStore,
	course: MarkingCourse,
	{ assignment, learner, member }: Record<'assignment' | 'learner' | 'member', string>
): Promise<boolean> {
	const [device] = await devicesOf(store, assignment, learner);
	return device ? pin(store, course, assignment, member, device) : false;
}

/** Puts somebody who is on no roster onto it, as she named herself. False where she is not there. */
export async function joinAsNew(
	store: TrainerStore,
	course: MarkingCourse,
	{ assignment, learner }: Record<'assignment' | 'learner', string>
): Promise<boolean> {
	const [device] = await devicesOf(store, assignment, learner);
	if (!device) return false;
	const id = uuidv7();
	await store.changeAssignment(assignment, (now) => {
		if (!now) return null;
		// One number is one person: who names another's gets none until the trainer has looked.
		const number = memberWith(now.roster, device.number) ? '' : device.number;
		const person = { name: device.name, number, department: '', jobTitle: '' };
		const member = newMember(person, { id: () => id, token: makeToken });
		return { ...now, roster: [...now.roster, member] };
	});
	return pin(store, course, assignment, id, device);
}

/** Makes one member of two; what either handed in is the first one's. False where one of them is not there. */
export async function mergeMembers(
	store: TrainerStore,
	course: MarkingCourse,
	{ assignment, kept, dropped }: Record<'assignment' | 'kept' | 'dropped', string>
): Promise<boolean> {
	let done = false;
	const change = (now: GivenAssignment | null) => {
		const merged = now && membersMerged(now.roster, kept, dropped);
		done = merged !== null;
		return merged && { ...now!, roster: merged.roster };
	};
	await store.changeAssignment(assignment, change, { from: dropped, to: kept });
	if (done) await bringUpToDate(store, course, assignment);
	return done;
}

async function pin(
	store: TrainerStore,
	course: MarkingCourse,
	assignment: string,
	id: string,
	{ signerId: device, profile }: Pick<HandingDevice, 'signerId' | 'profile'>
): Promise<boolean> {
	const given = await store.changeAssignment(assignment, (now) => {
		if (!now?.roster.some((member) => member.id === id)) return null;
		const roster = now.roster.map((member) => {
			if (member.id === id) return { ...member, device, profile };
			// A device and a profile are one person.
			const hers = member.device === device && member.profile === profile;
			return hers ? { ...member, device: null, profile: null } : member;
		});
		return { ...now, roster };
	});
	await bringUpToDate(store, course, assignment);
	return given?.roster.some((member) => member.id === id && member.device === device) ?? false;
}
