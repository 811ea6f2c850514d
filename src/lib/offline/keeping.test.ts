import { beforeEach, describe, expect, it } from 'vitest';
import { exampleHost, ExampleReach, listingOf } from './examples';
import { keepFiles, missingOf, readBack } from './keeping';
import type { Listing } from './listing';

let reach: ExampleReach;
let listing: Listing;
beforeEach(async () => {
	reach = new ExampleReach(exampleHost());
	listing = await listingOf(reach.host);
});

describe('keeping files', () => {
	it('keeps each under its revision, with the content type of its name', async () => {
		expect(await keepFiles(listing.files, reach)).toBeNull();
		expect(await missingOf(listing.files, reach)).toEqual([]);
		const file = listing.files.find(({ path }) => path.endsWith('.js'))!;
		const kept = reach.shelf.kept.get(`${reach.scope}${file.path}?kept=${file.revision}`)!;
		expect(kept.headers.get('content-type')).toContain('text/javascript');
		expect(await readBack(listing.files, reach)).toEqual(listing.files);
	});

	it('goes on where it stopped, and fetches nothing twice', async () => {
		let left = 5;
		reach.answer = () => {
			if (left-- > 0) return null;
			throw new TypeError('Failed to fetch');
		};
		expect(await keepFiles(listing.files, reach)).toBe('network');
		const kept = reach.shelf.kept.size;
		expect(kept).toBe(5);
		reach.answer = () => null;
		reach.asked.length = 0;
		expect(await keepFiles(listing.files, reach)).toBeNull();
		expect(reach.asked).toHaveLength(listing.files.length - kept);
	});

	it.each([
		['an error page', () => new Response('Not found', { status: 404 })],
		[
			'a page in place of a script',
			() => new Response('<h1>Log in</h1>', { headers: { 'content-type': 'text/html' } })
		],
		['another content', () => new Response('console.log(2)')]
	])('never keeps %s, and keeps the other files', async (_, answer) => {
		const bad = '_app/immutable/chunks/a.js';
		reach.answer = (path) => (path === bad ? answer() : null);
		expect(await keepFiles(listing.files, reach)).toBe('wrong');
		expect((await missingOf(listing.files, reach)).map(({ path }) => path)).toEqual([bad]);
		reach.answer = () => null;
		expect(await keepFiles(listing.files, reach)).toBeNull();
	});

	it('says when there is no room, and what is kept stays', async () => {
		reach.shelf.room = 3;
		expect(await keepFiles(listing.files, reach)).toBe('full');
		expect(reach.shelf.kept.size).toBe(3);
	});
});

describe('reading back', () => {
	it('finds what was emptied or damaged, and takes away the damaged', async () => {
		await keepFiles(listing.files, reach);
		const [gone, damaged] = [...reach.shelf.kept.keys()];
		reach.shelf.kept.delete(gone!);
		reach.shelf.kept.set(damaged!, new Response('half a fi'));
		expect(await readBack(listing.files, reach)).toHaveLength(listing.files.length - 2);
		expect(await missingOf(listing.files, reach)).toHaveLength(2);
	});
});
