import { describe, expect, it } from 'vitest';
import { NameStore } from './examples-of-progress';
import { LearnerName, longestName } from './learner-name.svelte';

async function named(durable = true) {
	const store = new NameStore();
	store.durable = durable;
	const learner = new LearnerName(async () => store);
	await learner.open();
	return { store, learner };
}

describe('the name of a learner', () => {
	it('is empty before it was given, and found again on the next page', async () => {
		const { store, learner } = await named();
		expect(learner.name).toBe('');
		learner.save('  آمال Haddad ');
		expect([learner.name, learner.saves.state]).toEqual(['آمال Haddad', 'saving']);
		await learner.saves.settled();
		expect(learner.saves.state).toBe('saved');
		const next = new LearnerName(async () => store);
		await next.open();
		expect(next.name).toBe('آمال Haddad');
	});

	it('is called saved only when it is, and as soon as it is', async () => {
		const { store, learner } = await named(false);
		learner.save('Amal');
		await learner.saves.settled();
		expect([learner.name, learner.saves.state]).toEqual(['Amal', 'unsaved']);
		store.recover();
		expect(learner.saves.state).toBe('saved');
	});

	it('is not taken back by what the store says late', async () => {
		const store = new NameStore();
		const learner = new LearnerName(async () => store);
		const opening = learner.open();
		learner.save('Amal');
		await opening;
		expect(learner.name).toBe('Amal');
	});

	it.each([
		['', 'empty'],
		[' \u00A0\t', 'empty'],
		['Amal', null],
		[` ${'م'.repeat(longestName)} `, null],
		// Letters beyond the first plane are one character each.
		['𐎀'.repeat(longestName), null],
		['م'.repeat(longestName + 1), 'too-long']
	])('%j is taken, or has the problem %s', async (typed, problem) => {
		const { learner } = await named();
		expect(learner.problemOf(typed)).toBe(problem);
	});
});
