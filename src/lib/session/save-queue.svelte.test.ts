import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
	exampleAttempt,
	exampleContext,
	exampleDraft,
	exampleQuestions
} from '#lib/store/examples';
import { failWith } from '#lib/store/faults';
import { MemoryStore } from '#lib/store/memory/memory-store';
import { openStore } from '#lib/store/open-store';
import type { Store } from '#lib/store/store';
import { HeldStore } from './examples';
import { SaveQueue } from './save-queue.svelte';

const queueOn = (store: Store) => new SaveQueue(async () => store);
const draft = (response: string) => (store: Store) =>
	store.saveDraft(exampleDraft('attempt', { response }));
const drafts = async (store: Store) =>
	(await store.records()).drafts.map(({ response }) => response);
/** Everything that can go on without a timer has gone on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('what is said of a write', () => {
	it('is nothing before the first, saving until it is durable, then saved', async () => {
		const store = new HeldStore();
		store.held = true;
		const queue = queueOn(store);
		expect(queue.state).toBe('idle');
		queue.add(draft('a'));
		expect(queue.state).toBe('saving');
		await settle();
		expect(queue.state).toBe('saving');
		store.letThrough();
		await queue.settled();
		expect(queue.state).toBe('saved');
	});

	it('is saved only after the last of several', async () => {
		const store = new HeldStore();
		store.held = true;
		const queue = queueOn(store);
		queue.add(draft('a'));
		queue.add(draft('b'));
		await settle();
		store.letThrough();
		await settle();
		expect([await drafts(store), queue.state]).toEqual([['a'], 'saving']);
		store.letThrough();
		await queue.settled();
		expect([await drafts(store), queue.state]).toEqual([['b'], 'saved']);
	});

	it('is unsaved in memory only', async () => {
		const queue = queueOn(new MemoryStore(exampleContext()));
		queue.add(draft('a'));
		await queue.settled();
		expect(queue.state).toBe('unsaved');
	});

	it('is unsaved with a full disk, with the reason, and saved once there is room', async () => {
		const store = await openStore(exampleContext());
		const queue = queueOn(store);
		await store.addAttempt(exampleAttempt({ id: 'attempt' }), exampleQuestions);
		const fault = failWith('full');
		queue.add(draft('a'));
		await queue.settled();
		expect([queue.state, queue.trouble]).toEqual(['unsaved', { trouble: 'full', unsaved: 1 }]);
		fault.heal();
		await store.retry();
		expect([queue.state, queue.trouble]).toEqual(['saved', { trouble: null, unsaved: 0 }]);
		expect(await drafts(store)).toEqual(['a']);
		queue.close();
		store.close();
	});

	it('is what the store says of what was found in it', async () => {
		const memory = new MemoryStore(exampleContext());
		await memory.saveDraft(exampleDraft('attempt'));
		const queue = queueOn(memory);
		queue.found(memory);
		expect(queue.state).toBe('unsaved');

		const durable = new HeldStore();
		const other = queueOn(durable);
		other.found(durable);
		expect(other.state).toBe('saved');
	});
});

describe('a write that fails', () => {
	beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
	afterEach(() => void vi.restoreAllMocks());

	it('is tried again before the next, in order, where the store could not be opened', async () => {
		const store = new HeldStore();
		let there = false;
		const queue = new SaveQueue(async () => {
			if (!there) throw new TypeError('Failed to fetch dynamically imported module');
			return store;
		});
		const done: string[] = [];
		for (const text of ['a', 'b'])
			queue.add(
				(store) => store.saveDraft(exampleDraft('attempt', { tab: text })),
				({ tab }) => done.push(tab)
			);
		await queue.settled();
		expect([queue.state, done]).toEqual(['unsaved', []]);
		there = true;
		queue.add(
			(store) => store.saveDraft(exampleDraft('attempt', { tab: 'c' })),
			({ tab }) => done.push(tab)
		);
		await queue.settled();
		expect([queue.state, done]).toEqual(['saved', ['a', 'b', 'c']]);
		expect((await store.records()).drafts.map(({ tab }) => tab)).toEqual(['a', 'b', 'c']);
	});

	it('does not keep others from being written, nor is it called saved by them', async () => {
		const store = new HeldStore();
		const queue = queueOn(store);
		queue.add(() => Promise.reject(new DOMException('', 'DataCloneError')));
		queue.add(draft('a'));
		await queue.settled();
		expect([await drafts(store), queue.state]).toEqual([['a'], 'unsaved']);
	});
});

describe('what is typed', () => {
	beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
	afterEach(() => void vi.useRealTimers());

	/** A queue whose writes are noted. */
	function noted() {
		const store = new HeldStore();
		const save = vi.spyOn(store, 'saveDraft');
		const queue = queueOn(store);
		const type = (key: string, response: string) => queue.addSoon(key, draft(response));
		return { queue, type, written: () => save.mock.calls.map(([{ response }]) => response) };
	}

	it('is written once the typing pauses, as it is then', async () => {
		const { queue, type, written } = noted();
		for (const text of ['e', 'ex', 'exo']) {
			type('word', text);
			vi.advanceTimersByTime(100);
			expect(queue.state).toBe('saving');
		}
		await queue.settled();
		expect(written()).toEqual([]);
		vi.advanceTimersByTime(250);
		await queue.settled();
		expect([written(), queue.state]).toEqual([['exo'], 'saved']);
	});

	it('is written before what happens next, and at once when asked', async () => {
		const { queue, type, written } = noted();
		type('word', 'exo');
		queue.add(draft('next'));
		type('word', 'exosome');
		queue.flush();
		await queue.settled();
		expect(written()).toEqual(['exo', 'next', 'exosome']);
		vi.runAllTimers();
		await queue.settled();
		expect(written()).toHaveLength(3);
	});

	it('gives way to newer typing in its own field only', async () => {
		const { queue, type, written } = noted();
		type('one', 'a');
		type('one', 'ab');
		type('two', 'c');
		queue.flush();
		await queue.settled();
		expect(written()).toEqual(['ab', 'c']);
	});

	it('is not called saved because something older was', async () => {
		const { queue, type } = noted();
		queue.add(draft('older'));
		type('word', 'exo');
		await queue.settled();
		expect(queue.state).toBe('saving');
		vi.runAllTimers();
		await queue.settled();
		expect(queue.state).toBe('saved');
	});
});

it('watches the store no more once it is closed, though writes are still on their way', async () => {
	const store = new HeldStore();
	const queue = queueOn(store);
	queue.add(draft('a'));
	await queue.settled();
	expect(store.watched).toBe(1);
	queue.add(draft('b'));
	queue.close();
	await queue.settled();
	expect([store.watched, await drafts(store)]).toEqual([0, ['b']]);

	const late = queueOn(store);
	late.add(draft('c'));
	late.close();
	await late.settled();
	expect([store.watched, await drafts(store)]).toEqual([0, ['c']]);
});
