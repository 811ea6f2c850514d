import { describe, expect, it } from 'vitest';
import { uuidv7 } from '#lib/base/id';
import { exampleScope } from './examples';
import { isNavigation, updateStep } from './updates';

const now = Date.UTC(2026, 10, 26);
const hours = (count: number) => count * 60 * 60 * 1000;

describe('a new version', () => {
	it('is offered, but not while an attempt is open', () => {
		expect(updateStep(false, [], now)).toBe('none');
		expect(updateStep(true, [], now)).toBe('offered');
		expect(updateStep(true, [uuidv7(now - hours(3))], now)).toBe('held');
	});

	it('is held back by no attempt that was left a day ago, nor by what is no id', () => {
		expect(updateStep(true, [uuidv7(now - hours(25)), 'broken'], now)).toBe('offered');
	});
});

describe('a click', () => {
	const plain = {
		button: 0,
		ctrlKey: false,
		metaKey: false,
		shiftKey: false,
		altKey: false,
		defaultPrevented: false
	};
	const here = `${exampleScope}en/`;
	const link = { href: `${exampleScope}en/about/`, target: '', download: '' };

	it('on a link to another page of the site goes there', () => {
		expect(isNavigation(plain, link, here, exampleScope)).toBe(true);
	});

	it.each([
		['in a new tab', { ...plain, ctrlKey: true }, link],
		['of another button', { ...plain, button: 1 }, link],
		['that something else took', { ...plain, defaultPrevented: true }, link],
		['on a link into another tab', plain, { ...link, target: '_blank' }],
		['on a download', plain, { ...link, download: 'a.json' }],
		['within the page', plain, { ...link, href: `${here}#main` }],
		['to another site', plain, { ...link, href: 'https://doi.org/10' }]
	])('%s is left alone', (_, click, other) => {
		expect(isNavigation(click, other, here, exampleScope)).toBe(false);
	});
});
