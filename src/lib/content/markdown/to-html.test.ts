// Tests resolve packages as a browser does, and there Markdown's reader wants a document.
import { describe, expect, it } from 'vitest';
import type { Locale } from '#lib/base/locale';
import { parseMarkdown } from './parse-markdown';
import { toHtml } from './to-html';

const html = (markdown: string, locale: Locale = 'en') =>
	toHtml(parseMarkdown(markdown).children, {
		locale,
		section: locale === 'ar' ? 'الأحجام' : 'Sizes',
		lessons: '../',
		sourceNumber: (id) => Number(id.slice(1))
	});

describe('words of the other script', () => {
	it('are isolated in Arabic, with their numbers', () => {
		expect(html('قطره 100 nm مثل CD63.', 'ar')).toBe(
			'<p>قطره <bdi lang="en" dir="ltr">100 nm</bdi> مثل <bdi lang="en" dir="ltr">CD63</bdi>.</p>'
		);
	});

	it('are isolated in English', () => {
		expect(html('The word إكسوسوم here')).toBe(
			'<p>The word <bdi lang="ar" dir="rtl">إكسوسوم</bdi> here</p>'
		);
	});

	it('are isolated inside emphasis, terms, links and tables', () => {
		const page = html(
			'**RNA** و:term[DNA]{id=dna} و[MISEV](https://isev.org)\n\n| CD9 |\n|---|\n| CD63 |',
			'ar'
		);
		for (const word of ['RNA', 'DNA', 'MISEV', 'CD9', 'CD63'])
			expect(page).toContain(`<bdi lang="en" dir="ltr">${word}</bdi>`);
	});

	it('are left alone in attributes', () => {
		expect(html('[هنا](https://doi.org/10.1126/science.aau6977)', 'ar')).toBe(
			'<p><a href="https://doi.org/10.1126/science.aau6977" rel="noopener">هنا</a></p>'
		);
	});

	it('are not cut up in code, which runs left to right', () => {
		expect(html('اكتب `a b`', 'ar')).toBe('<p>اكتب <code dir="ltr">a b</code></p>');
	});
});

describe('what an author writes', () => {
	it('is escaped', () => {
		expect(html('1 < 2 & "x" &lt;b&gt;')).toBe('<p>1 &#x3C; 2 &#x26; "x" &#x3C;b></p>');
	});

	it('never gets raw HTML through', () => {
		const page = html('a <b onclick="x()">b</b>\n\n<script>x()</script>');
		expect(page).not.toMatch(/<b|<script/);
	});

	it('keeps "about" signs and colons as they are', () => {
		expect(html('~200 nm and ~300 nm, ratio 1:b')).toBe('<p>~200 nm and ~300 nm, ratio 1:b</p>');
	});
});

describe('terms and sources', () => {
	it('makes a term a link to its explanation', () => {
		expect(html('A :term[vesicle]{id=ev}.')).toBe(
			'<p>A <a class="term" href="../../glossary/#ev" data-term="ev">vesicle</a>.</p>'
		);
	});

	it('names a source in the language of the lesson, without a space in front of its number', () => {
		expect(html('نص :cite[S2].', 'ar')).toBe(
			'<p>نص<sup class="cite"><a href="#source-S2" aria-label="المصدر 2">2</a></sup>.</p>'
		);
		expect(html('Text :cite[S2, S10].')).toBe(
			'<p>Text<sup class="cite"><a href="#source-S2" aria-label="Source 2">2</a>, <a href="#source-S10" aria-label="Source 10">10</a></sup>.</p>'
		);
	});
});

describe('links', () => {
	it.each([
		['[x](lesson:uptake)', '<a data-lesson="uptake" href="../uptake/">x</a>'],
		['[x](lesson:uptake#doors)', '<a data-lesson="uptake" href="../uptake/#doors">x</a>'],
		['[x](#doors)', '<a href="#doors">x</a>'],
		['[x](https://who.int)', '<a href="https://who.int" rel="noopener">x</a>']
	])('%s', (markdown, link) => {
		expect(html(markdown)).toBe(`<p>${link}</p>`);
	});
});

it('wraps a table in a region that a keyboard can scroll, without physical alignment', () => {
	expect(html('| a | b |\n|:--|--:|\n| 1 | 2 |').replace(/\n/g, '')).toBe(
		'<div class="table" tabindex="0" role="region" aria-label="Table: Sizes"><table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>'
	);
	expect(html('| أ |\n|---|', 'ar')).toContain('aria-label="جدول: الأحجام"');
});

it('makes no heading of an empty corner of a table', () => {
	const table = html('| | a |\n|---|---|\n| b | 1 |').replace(/\n/g, '');
	expect(table).toContain('<thead><tr><td></td><th scope="col">a</th></tr></thead>');
});

it('keeps the level and the id of a heading inside a section', () => {
	expect(html('### How small? {#how-small}')).toBe('<h3 id="how-small">How small?</h3>');
});
