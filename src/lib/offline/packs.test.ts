import { describe, expect, it } from 'vitest';
import { exampleListing } from './examples';
import {
	isLarge,
	largeFrom,
	noWishes,
	packsOf,
	packsToKeep,
	placeOf,
	wishingAway,
	wishingFor
} from './packs';

const listing = exampleListing();
const packs = packsOf(listing);
const named = (some: typeof packs) =>
	some.map(({ module, language }) => `${module ?? 'shell'}/${language ?? 'both'}`);
const place = (path: string, language?: 'ar') =>
	placeOf({ path, revision: '', size: 1, ...(language ? { language } : {}) }, listing);
const usual = { language: 'ar', large: false, saver: false, wishes: noWishes } as const;

describe('a file', () => {
	it.each([
		['first-paint.js', null, null],
		['_app/immutable/chunks/a.js', null, null],
		['index.html', null, null],
		['ar/index.html', null, 'ar'],
		['en/about/claims/__data.json', null, 'en'],
		['en/lessons/one-plant/index.html', 'leaf', 'en'],
		['ar/lessons/brewing/quiz/__data.json', 'cup', 'ar'],
		['lessons/brewing/questions.json', 'cup', null],
		['en/lessons/unknown/index.html', null, 'en']
	])('%s belongs to module %s and language %s', (path, module, language) => {
		expect(place(path)).toEqual({ module, language });
	});

	it('of a language by what is in it belongs to that language', () => {
		expect(place('_app/immutable/assets/font.woff2', 'ar')).toEqual({
			module: null,
			language: 'ar'
		});
	});

	it('is in one pack, each of them', () => {
		const paths = packs.flatMap(({ files }) => files.map(({ path }) => path));
		expect(paths.sort()).toEqual(listing.files.map(({ path }) => path).sort());
	});
});

describe('what is kept', () => {
	it('is the whole course: first the shell and the page’s language, then the other', () => {
		expect(named(packsToKeep(packs, usual))).toEqual([
			'shell/both',
			'shell/ar',
			'leaf/both',
			'leaf/ar',
			'cup/both',
			'cup/ar',
			'shell/en',
			'leaf/en',
			'cup/en'
		]);
	});

	it('leaves out a module that was taken off, until it is asked for again', () => {
		const without = wishingAway(noWishes, 'leaf');
		const kept = (wishes: typeof without) => named(packsToKeep(packs, { ...usual, wishes }));
		expect(kept(without)).not.toContain('leaf/ar');
		expect(kept(without)).toContain('cup/en');
		expect(kept(wishingFor(without, 'leaf'))).toContain('leaf/ar');
		expect(kept(wishingFor(without, null))).toContain('leaf/ar');
	});

	it('is module by module in a large course', () => {
		const large = { ...usual, large: true };
		expect(named(packsToKeep(packs, large))).toEqual(['shell/both', 'shell/ar', 'shell/en']);
		expect(named(packsToKeep(packs, { ...large, wishes: wishingFor(noWishes, 'cup') }))).toEqual([
			'shell/both',
			'shell/ar',
			'cup/both',
			'cup/ar',
			'shell/en',
			'cup/en'
		]);
		expect(packsToKeep(packs, { ...large, wishes: wishingFor(noWishes, null) })).toHaveLength(9);
	});

	it('is first what was opened, assigned or asked for, in the page’s language', () => {
		const wishes = wishingFor(noWishes, 'cup');
		expect(named(packsToKeep(packs, { ...usual, wishes }))).toEqual([
			'shell/both',
			'shell/ar',
			'cup/both',
			'cup/ar',
			'leaf/both',
			'leaf/ar',
			'shell/en',
			'cup/en',
			'leaf/en'
		]);
	});

	it('is nothing with the data saver on, until a tap', () => {
		const saving = { ...usual, saver: true };
		expect(packsToKeep(packs, saving)).toEqual([]);
		expect(named(packsToKeep(packs, { ...saving, wishes: wishingFor(noWishes, 'cup') }))).toEqual([
			'shell/both',
			'shell/ar',
			'cup/both',
			'cup/ar',
			'shell/en',
			'cup/en'
		]);
		expect(packsToKeep(packs, { ...saving, wishes: wishingFor(noWishes, null) })).toHaveLength(9);
	});

	it('is a large course from ten megabytes', () => {
		const sized = (size: number) => ({ ...listing, files: [{ path: 'a', revision: 'b', size }] });
		expect(isLarge(sized(largeFrom))).toBe(false);
		expect(isLarge(sized(largeFrom + 1))).toBe(true);
	});
});
