import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchSections } from './section-watch';

/** Stands in for the browser's: jsdom has no layout. */
class Observer {
	static all: Observer[] = [];
	readonly targets = new Set<Element>();
	constructor(readonly callback: (entries: unknown[]) => void) {
		Observer.all.push(this);
	}
	observe(target: Element) {
		this.targets.add(target);
	}
	disconnect() {
		this.targets.clear();
	}
}

/** An element comes into view or leaves it. */
function see(selector: string, isIntersecting: boolean): void {
	const target = document.querySelector(selector)!;
	for (const { targets, callback } of Observer.all)
		if (targets.has(target)) callback([{ target, isIntersecting }]);
}

const told: string[] = [];
let stop: () => void;

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('IntersectionObserver', Observer);
	told.length = 0;
	Observer.all = [];
	document.body.innerHTML = ['one', 'two']
		.map(
			(id) => `<section id="${id}" data-section="${id}"><p data-end id="${id}-end"></p></section>`
		)
		.join('');
	stop = watchSections(document.body, {
		opened: (section) => told.push(`opened ${section}`),
		readTo: (section) => told.push(`read ${section}`)
	});
});
afterEach(() => {
	stop();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('a section', () => {
	it('is opened once it has been in the middle for a while', () => {
		see('#one', true);
		vi.advanceTimersByTime(1400);
		expect(told).toEqual([]);
		vi.advanceTimersByTime(200);
		expect(told).toEqual(['opened one']);
	});

	it('is not opened by scrolling past it', () => {
		see('#one', true);
		vi.advanceTimersByTime(1000);
		see('#one', false);
		see('#two', true);
		vi.advanceTimersByTime(1000);
		see('#two', false);
		vi.advanceTimersByTime(5000);
		expect(told).toEqual([]);
	});

	it('is read once its end has been in view for a while', () => {
		see('#one-end', true);
		see('#two-end', true);
		vi.advanceTimersByTime(1000);
		see('#two-end', false);
		vi.advanceTimersByTime(1000);
		expect(told).toEqual(['read one']);
	});

	it('is told of no more once the watching has stopped', () => {
		see('#one', true);
		see('#one-end', true);
		stop();
		vi.advanceTimersByTime(5000);
		expect(told).toEqual([]);
		expect(Observer.all.flatMap(({ targets }) => [...targets])).toEqual([]);
	});
});

it('does without where the browser has no such observer', () => {
	vi.unstubAllGlobals();
	expect('IntersectionObserver' in globalThis).toBe(false);
	expect(watchSections(document.body, { opened: () => {}, readTo: () => {} })).not.toThrow();
});
