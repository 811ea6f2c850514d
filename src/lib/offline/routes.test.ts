import { describe, expect, it } from 'vitest';
import { exampleScope } from './examples';
import { fileAt, isPlausible, languageAt, lessonAt, placeInCache, typeOf } from './routes';

describe('the file behind an address', () => {
	it.each([
		['', 'index.html'],
		['en/', 'en/index.html'],
		['en/lessons/brewing/#steps', 'en/lessons/brewing/index.html'],
		['en/__data.json?x-sveltekit-invalidated=001', 'en/__data.json'],
		['en/?source=home', 'en/index.html'],
		['lessons/brewing/questions.json', 'lessons/brewing/questions.json'],
		['en', 'en']
	])('"%s" is %s', (address, path) => {
		expect(fileAt(`${exampleScope}${address}`, exampleScope)).toBe(path);
	});

	it('is none outside the site', () => {
		expect(fileAt('https://school.example/courses/two/en/', exampleScope)).toBeNull();
		expect(fileAt('https://other.example/courses/one/en/', exampleScope)).toBeNull();
	});

	it('has a place of its own in the cache for each content', () => {
		const place = placeInCache(exampleScope, 'en/index.html', 'abc');
		expect(place).not.toBe(placeInCache(exampleScope, 'en/index.html', 'def'));
		expect(fileAt(place, exampleScope)).toBe('en/index.html');
	});

	it('tells language, lesson and type', () => {
		expect(languageAt('ar/about/index.html')).toBe('ar');
		expect(languageAt('404')).toBe('en');
		expect(lessonAt('ar/lessons/brewing/quiz/index.html')).toBe('brewing');
		expect(lessonAt('ar/about/index.html')).toBeNull();
		expect(typeOf('a/b.woff2')).toBe('font/woff2');
	});
});

describe('an answer of a host', () => {
	const page = { 'content-type': 'text/html; charset=utf-8' };
	it.each([
		['en/index.html', 200, page, true],
		['en/index.html', 404, page, false],
		['_app/immutable/chunks/a.js', 200, page, false],
		['_app/immutable/chunks/a.js', 200, { 'content-type': 'text/javascript' }, true],
		['en/__data.json', 200, {}, true]
	])('for %s with %i and %o is plausible: %s', (path, status, headers, plausible) => {
		expect(isPlausible(path, new Response('', { status, headers }))).toBe(plausible);
	});
});
