import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseName, keep, kept, openAttempts, pressedEarly } from './device';

const { dataset } = document.documentElement;

beforeEach(() => {
	localStorage.clear();
	dataset.prefix = 'durus:tea:/';
});
afterEach(() => {
	vi.unstubAllGlobals();
	delete dataset.prefix;
});

/** As in a private window of some browsers: to touch it is an error. */
const block = () =>
	vi.stubGlobal('localStorage', {
		getItem: () => {
			throw new DOMException('', 'SecurityError');
		},
		setItem: () => {
			throw new DOMException('', 'SecurityError');
		}
	});

describe('what is kept on this device', () => {
	it('is found again under the prefix of this course at this address, and under no other', () => {
		expect(keep('settings', { theme: 'dark' })).toBe(true);
		expect(Object.keys(localStorage)).toEqual(['durus:tea:/:settings']);
		expect(kept('settings')).toEqual({ theme: 'dark' });
		dataset.prefix = 'durus:tea:/other/';
		expect(kept('settings')).toEqual({});
	});

	it.each(['', '{', 'null', '7', '"text"'])('is nothing where "%s" stands', (text) => {
		localStorage.setItem('durus:tea:/:settings', text);
		expect(kept('settings')).toEqual({});
	});

	it('is nothing where storage is blocked, and that is no error', () => {
		block();
		expect([keep('settings', { theme: 'dark' }), kept('settings')]).toEqual([false, {}]);
		openAttempts.set('cells', 'attempt');
		expect(openAttempts.of('cells')).toBeNull();
	});

	it('has a database of its own for each course and address', () => {
		expect(databaseName()).toBe('durus:tea:/');
		delete dataset.prefix;
		expect(databaseName()).toBe('durus');
	});
});

describe('the mark of an attempt under way', () => {
	it('is that of its lesson, until it is taken away', () => {
		openAttempts.set('cells', 'attempt-1');
		openAttempts.set('genes', 'attempt-2');
		openAttempts.set('cells', 'attempt-3');
		expect([openAttempts.of('cells'), openAttempts.of('genes')]).toEqual([
			'attempt-3',
			'attempt-2'
		]);
		openAttempts.set('cells', null);
		expect([openAttempts.of('cells'), openAttempts.of('genes')]).toEqual([null, 'attempt-2']);
	});

	it('is none where something else stands', () => {
		keep('open-attempts', { cells: { id: 7 } });
		expect(openAttempts.of('cells')).toBeNull();
	});
});

describe('a press that came before the page was alive', () => {
	afterEach(() => {
		delete dataset.pressed;
		delete dataset.alive;
	});

	it('is told once, and no later press is taken for one', () => {
		dataset.pressed = 'start';
		expect(pressedEarly()).toBe('start');
		expect(pressedEarly()).toBeNull();
		expect(dataset.alive).toBe('true');
	});
});
