import { describe, expect, it } from 'vitest';
import { exampleLesson, HeldStore } from './examples';
import { HistorySession } from './history-session.svelte';

const lessons = [exampleLesson, { ...exampleLesson, id: 'genes' }];
const event = { type: 'section-read', lesson: 'genes', section: 'size' } as const;

describe('the history of a learner', () => {
	it('is a first visit until the store has answered, and where nothing was done', async () => {
		const store = new HeldStore();
		const history = new HistorySession(() => lessons);
		expect([history.fresh, history.next]).toEqual([true, []]);
		await history.open(async () => store);
		expect([history.fresh, history.next]).toEqual([true, []]);
		history.close();
	});

	it('says where the learner stands in each lesson, and follows every tab', async () => {
		const store = new HeldStore();
		const history = new HistorySession(() => lessons);
		await history.open(async () => store);
		await store.addEvent({ id: '1', ...event });
		expect([...history.standings].map(([id, { status }]) => [id, status])).toEqual([
			['cells', 'not-started'],
			['genes', 'reading']
		]);
		expect([history.fresh, history.next]).toEqual([
			false,
			[{ do: 'read', lesson: lessons[1], section: null }]
		]);
		history.close();
		expect(store.watched).toBe(0);
	});

	it('leaves nothing behind when it is closed before the store is there', async () => {
		const store = new HeldStore();
		const history = new HistorySession(() => lessons);
		const opening = history.open(async () => store);
		history.close();
		await opening;
		expect(store.watched).toBe(0);
	});

	it('asks nothing of a page that is gone once what is due is known', async () => {
		const store = new HeldStore();
		let gone = false;
		const history = new HistorySession(() => {
			expect(gone).toBe(false);
			return lessons;
		});
		await history.open(async () => store, true);
		history.close();
		gone = true;
		await import('#lib/progress/due-today');
		await Promise.resolve();
		expect(history.due).toBe(null);
	});
});
