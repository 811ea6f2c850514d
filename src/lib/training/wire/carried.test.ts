import { describe, expect, it } from 'vitest';
import { beginsAs, eachIn, fileText, foundIn, fragmentText, sortOf, type Sort } from './carried';

const body = `eyJhbGci.${'Ab-_9'.repeat(30)}.--xyz`;
const fragment = fragmentText('assignment', body);
const link = `https://example.org/durus/en/assignment/${fragment}`;
const file = fileText('hand-in', body, 'exosome-therapy');
const find = (text: string, sort: Sort = 'assignment') => foundIn(text, sort, 1000);
const problemOf = (text: string, sort: Sort = 'assignment') => {
	try {
		return find(text, sort).body === body ? 'found' : 'another';
	} catch (error) {
		return (error as { problem?: string }).problem;
	}
};
const wrapped = (text: string, width: number, end = '\n') =>
	text.match(new RegExp(`[^]{1,${width}}`, 'g'))!.join(end);

it('is carried with its length', () => {
	expect(fragment).toBe(`#a=1.${body.length.toString(36)}.${body}`);
	expect(file).toBe(`durus-hand-in 1 exosome-therapy ${body.length}\n${body}\n`);
});

describe('a link is found', () => {
	it.each([
		['by itself', link],
		['as a fragment', fragment],
		['in white space', `\n\n  ${link}  \r\n`],
		['in a message', `Hello, this is for you:\n${link}\nBest, Mona`],
		['in an Arabic message', `السلام عليكم، هذا رابط الواجب: ${link} مع التحية`],
		['before a full stop', `See ${link}.`],
		['before a comma', `Take ${link}, please`],
		['in angle brackets', `See <${link}>.`],
		['in brackets', `(${link})`],
		['in quotes', `«${link}»`],
		['in Markdown', `[the link](${link}) is here`],
		['in HTML', `<a href="${link}">${link}</a>`],
		['with marks of direction', `\u2067${link.replaceAll('.', '\u200e.\u200f')}\u2069`],
		['with a byte order mark', `\uFEFF${link}`],
		['with zero-width spaces', link.match(/.{1,7}/g)!.join('\u200b')],
		['with soft hyphens', link.match(/.{1,7}/g)!.join('\u00ad')],
		['broken into lines', wrapped(link, 60)],
		['broken into lines of a mail', wrapped(link, 72, '\r\n')],
		['broken into lines with indents', wrapped(link, 40, '\n    ')],
		['quoted in an answer', `> ${wrapped(link, 60, '\n> ')}`],
		['with its signs encoded', link.replace('#', '%23').replace('=', '%3D')],
		['with "=" encoded', link.replace('#a=', '#a%3d')],
		['encoded in whole', encodeURIComponent(link)],
		['encoded twice', encodeURIComponent(encodeURIComponent(link))],
		['inside another address', `https://l.example.net/?u=${encodeURIComponent(link)}&s=1`],
		['by its signed text alone', `  ${body}\n`]
	])('%s', (_, text) => {
		expect(problemOf(text)).toBe('found');
	});

	it('and says where it was put together over gaps', () => {
		expect(find(link).gaps).toBe(false);
		expect(find(`${link} and more`).gaps).toBe(false);
		expect(find(wrapped(link, 60)).gaps).toBe(true);
	});
});

describe('a link that is not whole', () => {
	it('is cut, wherever it ends', () => {
		const start = link.indexOf('#a=') + 3;
		for (let end = start; end < link.length; end++)
			expect(`${end}: ${problemOf(link.slice(0, end))}`).toBe(`${end}: cut`);
	});

	it.each([
		['before dots', `${link.slice(0, 150)}…`],
		['before three dots', `${link.slice(0, 100)}... read more`],
		['before words', `${link.slice(0, 100)}\nكل الشكر`],
		['in brackets', `<${link.slice(0, 150)}>`],
		['before markup', `${link.slice(0, 150)}<script>alert(1)</script>`]
	])('is cut %s', (_, text) => {
		expect(problemOf(text)).toBe('cut');
	});

	it('was changed, with another sign in the middle', () => {
		expect(problemOf(link.replace('Ab-_9Ab', 'Ab–_9Ab'))).toBe('changed');
	});
});

describe('what is something else', () => {
	it.each([
		['nothing', ''],
		['a word', 'hello'],
		['another address', 'https://example.org/#about'],
		['another fragment', 'https://example.org/#a=hello'],
		['a link of another sort', link.replace('#a=', '#h=')],
		['a file of another sort', file],
		['an address of three parts', 'www.example.com'],
		['JSON', '{"a":1}']
	])('is not ours: %s', (_, text) => {
		expect(problemOf(text)).toBe('not-ours');
	});

	it('is of a later version', () => {
		expect(problemOf(link.replace('#a=1.', '#a=2.'))).toBe('newer');
		expect(problemOf(file.replace('hand-in 1', 'hand-in 12'), 'hand-in')).toBe('newer');
	});

	it('is too large, by what it says and by what it is', () => {
		expect(problemOf(`#a=1.zzzz.${body}`)).toBe('too-large');
		expect(problemOf(fileText('hand-in', 'A'.repeat(1001)), 'hand-in')).toBe('too-large');
		expect(problemOf(' '.repeat(12_000))).toBe('too-large');
	});
});

describe('a file', () => {
	it.each([
		['as it was written', file],
		['without a course', fileText('hand-in', body)],
		['with a byte order mark and other line ends', `\uFEFF${file.replaceAll('\n', '\r\n')}`],
		['in lines of a mail', wrapped(file, 70)],
		['with its line breaks lost', file.replaceAll('\n', ' ')],
		['with words around it', `Here you are:\n\n${file}\n-- \nAmal`],
		['quoted', `> ${wrapped(file, 70, '\n> ')}`]
	])('is read %s', (_, text) => {
		expect(problemOf(text, 'hand-in')).toBe('found');
	});

	it('says its course', () => {
		expect(find(file, 'hand-in').course).toBe('exosome-therapy');
		expect(find(fileText('hand-in', body), 'hand-in').course).toBeNull();
	});

	it('is cut, wherever it ends', () => {
		const end = file.trimEnd().length;
		for (let at = 'durus-hand-in 1'.length; at < end; at++)
			expect(`${at}: ${problemOf(file.slice(0, at), 'hand-in')}`).toBe(`${at}: cut`);
	});
});

describe('a pasted text', () => {
	const chat = `Amal: ${fragmentText('hand-in', body)}\nBadr: ${file}\nNoor: https://a.example/x%23h%3D1.4.abcd`;

	it('may hold several, each of which is read alone', () => {
		const found = eachIn(chat, 'hand-in').map((text) => find(text, 'hand-in').body);
		expect(found).toEqual([body, body, 'abcd']);
		expect(eachIn('nothing here', 'hand-in')).toEqual([]);
		const mixed = `Do this: ${fragmentText('assignment', body)} Done: ${fragmentText('hand-in', body)}`;
		const [first, second] = eachIn(mixed, 'hand-in', 'assignment');
		expect([beginsAs(first!, 'assignment'), beginsAs(second!, 'assignment')]).toEqual([
			true,
			false
		]);
		expect([find(first!, 'assignment').body, find(second!, 'hand-in').body]).toEqual([body, body]);
	});

	it('is told by what it holds', () => {
		expect(sortOf(link)).toBe('assignment');
		expect(sortOf(encodeURIComponent(fragmentText('receipt', body)))).toBe('receipt');
		expect(sortOf(chat)).toBe('hand-in');
		expect(sortOf(fileText('trainer', body, 'a'))).toBe('trainer');
		expect(sortOf('https://example.org/#about')).toBeNull();
	});

	it.each([
		['spaces behind a beginning', `durus-hand-in${' '.repeat(400_000)}`],
		['many beginnings', 'durus-hand-in 1 '.repeat(30_000)],
		['many marks', '#h='.repeat(150_000)],
		['many encodings', '%25'.repeat(150_000)],
		['many numbers', `#h=${'1'.repeat(400_000)}`]
	])('costs little, whatever it is: %s', (_, text) => {
		const began = performance.now();
		try {
			foundIn(text, 'hand-in', 1_000_000);
		} catch (error) {
			expect(error).toMatchObject({ name: 'InputError' });
		}
		eachIn(text, 'hand-in');
		sortOf(text);
		expect(performance.now() - began).toBeLessThan(2000);
	});
});
