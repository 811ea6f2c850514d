import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { exampleGiven, exampleMember } from '#lib/store/trainer/examples';
import { Collecting } from './collecting.svelte';
import { ExampleClass, exampleFile, exampleSource } from './examples';
import { forget } from './forgetting';

beforeEach(() => {
	document.documentElement.dataset.course = 'exosome-therapy';
});

/** A class of two, one of whom is on the roster of another assignment under another id. */
async function twoRosters() {
	const group = await ExampleClass.of();
	const [amal, badr] = group.members;
	const again = exampleMember({ number: amal!.number, name: 'Amal', token: 'another' });
	const stays = exampleMember({ number: badr!.number, name: 'Badr', token: 'one more' });
	const other = exampleGiven({ roster: [again, stays] });
	await group.store.changeAssignment(other.id, () => other);
	const names = async (id: string) =>
		(await group.store.assignment(id))!.roster.map(({ name }) => name);
	const take = async (text: string) =>
		new Collecting(group.openStore, exampleSource()).takeFiles([exampleFile('a.txt', text)]);
	return { group, amal: amal!, other: other.id, names, take };
}

it('erases a person from every roster, whatever her id there', async () => {
	const { group, amal, other, names } = await twoRosters();
	expect(await forget(group.openStore, null, amal.id)).toBe(true);
	expect(await names(group.assignment.id)).toEqual(['Member 1']);
	expect(await names(other)).toEqual(['Badr']);
	expect(await group.store.tombstones()).toHaveLength(2);
});

it('erases her from one assignment alone where that is asked for', async () => {
	const { group, amal, other, names } = await twoRosters();
	await forget(group.openStore, group.assignment.id, amal.id);
	expect(await names(group.assignment.id)).toEqual(['Member 1']);
	expect(await names(other)).toEqual(['Amal', 'Badr']);
});

it('erases who is on no roster', async () => {
	const { group, take } = await twoRosters();
	await take(await group.written(7));
	await take(await group.written(0));
	const received = () => group.store.receivedIn(group.assignment.id);
	const stranger = (await received()).find(({ name }) => name === 'Learner 7')!;
	expect(await forget(group.openStore, group.assignment.id, stranger.learner)).toBe(true);
	expect((await received()).map(({ name }) => name)).toEqual(['Member 0']);
	expect(await group.store.result(group.assignment.id, stranger.learner)).toBeNull();
});
