import { beforeEach, describe, expect, it } from 'vitest';
import { CourseKeeper } from './course-keeper';
import { exampleHost, ExampleReach, listingOf } from './examples';
import { largeFrom } from './packs';
import type { Listing } from './listing';
import type { Ask, OfflineState } from './state';

let reach: ExampleReach;
let listing: Listing;
let told: OfflineState[];
const ask = (asked: Partial<Ask> = {}): Ask => ({
	do: 'start',
	language: 'ar',
	saver: false,
	...asked
});
const keeperOf = (some: Listing = listing) =>
	new CourseKeeper(some, reach, async (state) => void told.push(state));
const large = (some: Listing): Listing => ({
	...some,
	files: some.files.map((file) => ({ ...file, size: largeFrom }))
});
const paths = async () =>
	(await reach.shelf.keys()).map(({ url }) => url.slice(reach.scope.length).split('?')[0]!);

beforeEach(async () => {
	reach = new ExampleReach(exampleHost());
	listing = await listingOf(reach.host);
	told = [];
});

describe('a course', () => {
	it('is ready in both languages when all of it was read back, and not before', async () => {
		await keeperOf().answer(ask());
		expect(told.at(-1)).toMatchObject({
			busy: false,
			trouble: null,
			whole: true,
			languages: { en: { missing: 0, ready: true }, ar: { missing: 0, ready: true } }
		});
		// A worker that has just started has read nothing.
		expect((await keeperOf().state()).languages.en).toMatchObject({ missing: 0, ready: false });
	});

	it('says what is missing and how large it is, and goes on when asked again', async () => {
		reach.answer = (path) => (path.startsWith('en/') ? new Response('', { status: 500 }) : null);
		const keeper = keeperOf();
		await keeper.answer(ask());
		const state = told.at(-1)!;
		expect(state).toMatchObject({ trouble: 'wrong', languages: { ar: { ready: true } } });
		const missing = listing.files.filter(({ path }) => path.startsWith('en/'));
		expect(state.languages.en).toMatchObject({
			ready: false,
			missing: missing.reduce((sum, { size }) => sum + size, 0)
		});
		reach.answer = () => null;
		await keeper.answer(ask());
		expect(told.at(-1)!.languages.en!.ready).toBe(true);
	});

	it('is fetched again where its cache was emptied', async () => {
		const keeper = keeperOf();
		await keeper.answer(ask());
		reach.shelf.kept.clear();
		expect((await keeper.state()).languages.ar!.ready).toBe(false);
		await keeper.answer(ask());
		expect(told.at(-1)!.languages.ar!.ready).toBe(true);
	});

	it('is kept module by module where it is large: those opened, those asked for', async () => {
		const keeper = keeperOf(large(listing));
		await keeper.answer(ask());
		expect((await paths()).filter((path) => path.includes('lessons/'))).toEqual([]);
		await keeper.answer(ask({ do: 'open', lesson: 'brewing' }));
		expect(await paths()).toContain('ar/lessons/brewing/index.html');
		expect(await paths()).toContain('lessons/brewing/questions.json');
		expect(await paths()).not.toContain('ar/lessons/one-plant/index.html');
		await keeper.answer(ask({ do: 'keep', module: 'leaf' }));
		expect(told.at(-1)!.modules.map(({ ready }) => ready)).toEqual([true, true]);
	});

	it('is kept as far as its lessons are assigned, in a large course and with the data saver on', async () => {
		for (const some of [listing, large(listing)]) {
			reach.shelf.kept.clear();
			const keeper = keeperOf(some);
			await keeper.answer(ask({ do: 'keep', saver: true, lessons: ['brewing', 'gone'] }));
			expect(told.at(-1)!.modules.map(({ id, ready }) => [id, ready])).toEqual([
				['leaf', false],
				['cup', true]
			]);
			expect(await paths()).not.toContain('ar/lessons/one-plant/index.html');
		}
	});

	it('can be rid of a module, which stays away', async () => {
		const keeper = keeperOf();
		await keeper.answer(ask());
		await keeper.answer(ask({ do: 'remove', module: 'cup' }));
		await keeper.answer(ask());
		expect((await paths()).filter((path) => path.includes('brewing'))).toEqual([]);
		expect(told.at(-1)).toMatchObject({ whole: false, languages: { ar: { ready: true } } });
		await keeper.answer(ask({ do: 'keep', module: 'cup' }));
		expect(await paths()).toContain('ar/lessons/brewing/index.html');
	});

	it('is left alone with the data saver on, until a tap', async () => {
		const keeper = keeperOf();
		await keeper.answer(ask({ saver: true }));
		await keeper.answer(ask({ saver: true, do: 'open', lesson: 'brewing' }));
		expect(reach.asked).toEqual([]);
		await keeper.answer(ask({ saver: true, do: 'keep' }));
		expect(told.at(-1)!.languages.en!.ready).toBe(true);
	});
});

describe('a new version', () => {
	const edited = 'ar/lessons/brewing/index.html';
	beforeEach(async () => {
		await keeperOf().answer(ask());
		await keeperOf().clearOld();
		reach.host.set(edited, 'Other words');
		reach.host.delete('_app/immutable/chunks/a.js');
		reach.host.set('_app/immutable/chunks/b.js', 'New code');
		reach.asked.length = 0;
	});

	it('fetches what changed and nothing else', async () => {
		const keeper = keeperOf(await listingOf(reach.host));
		await keeper.takeOver();
		expect(reach.asked.sort()).toEqual(['_app/immutable/chunks/b.js', edited]);
	});

	it('that comes half-way does not take over, and goes on later', async () => {
		const next = await listingOf(reach.host);
		reach.answer = (path) => (path === edited ? new Response('', { status: 404 }) : null);
		await expect(keeperOf(next).takeOver()).rejects.toThrow('not whole');
		expect((await keeperOf().state()).languages.ar!.missing).toBe(0);
		reach.answer = () => null;
		reach.asked.length = 0;
		await keeperOf(next).takeOver();
		expect(reach.asked).toEqual([edited]);
	});

	it('leaves scripts of the version before for pages that are open, and only those', async () => {
		const next = await listingOf(reach.host);
		await keeperOf(next).takeOver();
		await keeperOf(next).clearOld();
		expect(await paths()).toContain('_app/immutable/chunks/a.js');
		expect((await paths()).filter((path) => path === edited)).toHaveLength(1);
		// A worker that starts again clears nothing more; one version later they go.
		await keeperOf(next).clearOld();
		expect(await paths()).toContain('_app/immutable/chunks/a.js');
		reach.host.set(edited, 'Still other words');
		await keeperOf(await listingOf(reach.host)).clearOld();
		expect(await paths()).not.toContain('_app/immutable/chunks/a.js');
	});

	it('keeps nothing by itself on a device that has nothing', async () => {
		reach.shelf.kept.clear();
		await keeperOf(await listingOf(reach.host)).takeOver();
		expect(reach.asked).toEqual([]);
	});
});
