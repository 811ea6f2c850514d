import { describe, expect, it } from 'vitest';
import type { Store } from '#lib/store/store';
import { exampleLesson, HeldStore } from './examples';
import { ReadingSession } from './reading-session.svelte';

const readingOn = (store: Store) =>
	new ReadingSession(
		() => exampleLesson,
		async () => store
	);
const happened = async (store: Store) =>
	(await store.history()).events.map((event) =>
		'section' in event ? `${event.type} ${event.lesson} ${event.section}` : event.type
	);

describe('reading a lesson', () => {
	it('keeps the section that is read, and how far, each once', async () => {
		const store = new HeldStore();
		const reading = readingOn(store);
		await reading.open();
		for (const section of ['size', 'size', 'key-points', 'size']) reading.opened(section);
		for (const section of ['size', 'size']) reading.readTo(section);
		await reading.saves.settled();
		expect(await happened(store)).toEqual([
			'section-opened cells size',
			'section-opened cells key-points',
			'section-opened cells size',
			'section-read cells size'
		]);
		expect(reading.standing).toMatchObject({ status: 'reading', read: 0.5, section: 'size' });
		reading.close();
	});

	it('knows what was read on an earlier visit', async () => {
		const store = new HeldStore();
		const first = readingOn(store);
		first.readTo('size');
		first.readTo('key-points');
		first.opened('key-points');
		first.close();
		await first.saves.settled();
		const reading = readingOn(store);
		expect(reading.standing).toBeNull();
		await reading.open();
		expect(reading.standing).toMatchObject({ status: 'read', section: 'key-points' });
		reading.close();
	});

	it('leaves nothing behind when the page goes, though the store came later', async () => {
		const store = new HeldStore();
		const reading = readingOn(store);
		const opening = reading.open();
		reading.opened('size');
		reading.close();
		await opening;
		await reading.saves.settled();
		expect([store.watched, await happened(store)]).toEqual([0, ['section-opened cells size']]);
	});
});
