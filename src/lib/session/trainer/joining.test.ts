import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { makeDeviceKeys } from '#lib/training/keys/make-keys';
import type { MarkingCourse } from '#lib/training/marking/marking';
import { Collecting } from './collecting.svelte';
import { ExampleClass, exampleFile, exampleSource } from './examples';
import { confirmDevice, devicesOf, joinAsNew, joinMember, mergeMembers } from './joining';
import { loadMarkingCourse } from './marking-course';

let course: MarkingCourse;
beforeEach(async () => {
	document.documentElement.dataset.course = 'exosome-therapy';
	course = await loadMarkingCourse(exampleSource());
});

/** A class of two into which these learners have handed in, each from a device of her own. */
async function handedIn(...learners: Parameters<ExampleClass['handIn']>[]) {
	const group = await ExampleClass.of();
	const files: File[] = [];
	for (const learner of learners) {
		const text = await group.text(await group.handIn(...learner), await makeDeviceKeys());
		files.push(exampleFile('a.txt', text));
	}
	await new Collecting(group.openStore, exampleSource()).takeFiles(files);
	const { store, assignment, members } = group;
	const resultOf = (learner: string) => store.result(assignment.id, learner);
	return { store, assignment: assignment.id, members: members.map(({ id }) => id), resultOf };
}

const nobody = { token: null, number: '' };

it('confirms a device by hand, and what else it hands in after that', async () => {
	const { store, assignment, members, resultOf } = await handedIn(
		[0],
		[0, { name: 'On a new phone' }]
	);
	const [learner] = members as [string];
	expect(await resultOf(learner)).toMatchObject({ name: 'Member 0', handIns: 1 });
	const other = (await devicesOf(store, assignment, learner)).find(
		({ standing }) => standing === 'unconfirmed'
	)!;
	const { signerId, profile } = other;
	expect(await confirmDevice(store, course, { assignment, learner, signerId, profile })).toBe(true);
	expect(await resultOf(learner)).toMatchObject({ standing: 'confirmed', handIns: 2 });
	const [member] = (await store.assignment(assignment))!.roster;
	expect(member!.device).toBe(signerId);
	const unknown = { assignment, learner, signerId: 'unknown', profile };
	expect(await confirmDevice(store, course, unknown)).toBe(false);
});

it('joins who is on no roster as a new member, by her own words', async () => {
	const { store, assignment } = await handedIn([0, { ...nobody, name: 'Zayd', number: 'E-9' }]);
	const [row] = await store.receivedIn(assignment);
	expect(await joinAsNew(store, course, { assignment, learner: row!.learner })).toBe(true);
	const member = (await store.assignment(assignment))!.roster[2]!;
	expect(member).toMatchObject({ name: 'Zayd', number: 'E-9', device: row!.signerId });
	expect(await store.result(assignment, member.id)).toMatchObject({ standing: 'confirmed' });
	expect(await store.result(assignment, row!.learner)).toBeNull();
});

it('joins who is on no roster as a member who is there', async () => {
	const { store, assignment, members, resultOf } = await handedIn([0, nobody]);
	const [row] = await store.receivedIn(assignment);
	const joined = { assignment, learner: row!.learner, member: members[1]! };
	expect(await joinMember(store, course, joined)).toBe(true);
	expect(await resultOf(members[1]!)).toMatchObject({ standing: 'confirmed', handIns: 1 });
	expect(await joinMember(store, course, { ...joined, member: 'nobody' })).toBe(false);
});

it('makes one member of two, with what either handed in', async () => {
	const { store, assignment, members, resultOf } = await handedIn([0], [1]);
	const [kept, dropped] = members as [string, string];
	expect(await mergeMembers(store, course, { assignment, kept, dropped })).toBe(true);
	expect((await store.assignment(assignment))!.roster).toMatchObject([{ id: kept }]);
	expect(await resultOf(kept)).toMatchObject({ handIns: 2, standing: 'confirmed' });
	expect(await resultOf(dropped)).toBeNull();
});
