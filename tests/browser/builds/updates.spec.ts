import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sirv from 'sirv';
import { run } from '../../../src/cli/run.mjs';
import type { ListedFile, Listing } from '../../../src/lib/offline/listing';
import { expect, test } from '../site';

test.use({ serviceWorkers: 'allow' });

/* Builds of one course at one address, one after the other, as a host has them when its files are replaced. */
const small = 'tests/fixtures/lessons-small';
const lesson = 'one-plant';
const body = '01-leaf/01-one-plant/lesson.en.md';
const first = process.env.BUILD_DIR ?? 'build-small';

let folder: string;
/** The first build with one lesson's body edited, and the first lessons with other code. */
let edited: string;
let recoded: string;

async function buildInto(name: string, env: Record<string, string>): Promise<string> {
	const out = join(folder, name);
	const code = await run(process.execPath, ['src/cli/build.mjs'], {
		LESSONS_DIR: small,
		BUILD_DIR: out,
		KIT_DIR: '.svelte-kit-updates',
		...env
	});
	expect(code).toBe(0);
	return out;
}

test.beforeAll(async () => {
	test.setTimeout(600_000);
	folder = await mkdtemp(join(tmpdir(), 'durus-updates-'));
	const lessons = join(folder, 'lessons');
	await cp(small, lessons, { recursive: true });
	const text = await readFile(join(lessons, body), 'utf8');
	await writeFile(join(lessons, body), text.replace(/(\n## .*\n\n)/, '$1This sentence is new. '));
	edited = await buildInto('edited', { LESSONS_DIR: lessons });
	recoded = await buildInto('recoded', { APP_VERSION: 'another' });
});
test.afterAll(async () => {
	await rm(folder, { recursive: true, force: true });
	await rm('.svelte-kit-updates', { recursive: true, force: true });
});

/** A host whose files can be replaced while it runs; `spoil` answers in their place. */
class Host {
	readonly asked: string[] = [];
	spoil: (path: string) => { status: number; html: string } | null = () => null;
	#folder = first;
	#files = sirv(first, { dev: true, etag: true });
	#server: Server | null = null;
	address = '';

	put(build: string): void {
		this.#folder = build;
		this.#files = sirv(build, { dev: true, etag: true });
		this.asked.length = 0;
	}
	get folder(): string {
		return this.#folder;
	}
	async open(port = 0): Promise<void> {
		this.#server = createServer((request, response) => {
			request.url = request.url!.replace(/^\/course/, '');
			const path = request.url.slice(1).replace(/\?.*$/, '');
			this.asked.push(path);
			const spoiled = this.spoil(path);
			if (spoiled) {
				response.writeHead(spoiled.status, { 'content-type': 'text/html' });
				response.end(spoiled.html);
				return;
			}
			this.#files(request, response, () => {
				response.writeHead(404).end('Not found');
			});
		});
		await new Promise<void>((resolve) => this.#server!.listen(port, '127.0.0.1', resolve));
		const bound = this.#server.address() as { port: number };
		this.address = `http://localhost:${bound.port}/course/`;
	}
	async close(): Promise<void> {
		this.#server?.closeAllConnections();
		await new Promise((resolve) => this.#server?.close(resolve));
	}
}

let host: Host;
test.beforeEach(async () => {
	host = new Host();
	await host.open();
});
test.afterEach(() => host.close());

async function listingOf(build: string): Promise<Map<string, ListedFile>> {
	const [head] = (await readFile(join(build, 'service-worker.js'), 'utf8')).split('\n');
	const listing = JSON.parse(head!.slice(head!.indexOf('{'), -1)) as Listing;
	return new Map(listing.files.map((file) => [file.path, file]));
}

/** Opens the home page and waits until the course is kept whole. */
async function visit(page: Page): Promise<void> {
	await page.goto(`${host.address}en/`);
	await expect(page.locator('[data-offline="ready"]')).toBeVisible({ timeout: 120_000 });
}

/** Looks for a new version, as a browser does at a visit; resolves when one waits, or none could be taken. */
const lookForUpdate = (page: Page) =>
	page.evaluate(async () => {
		const registration = (await navigator.serviceWorker.getRegistration())!;
		await registration.update().catch(() => null);
		const coming = registration.installing;
		if (!coming) return registration.waiting ? 'waits' : 'none';
		return new Promise<string>((resolve) =>
			coming.addEventListener('statechange', () =>
				resolve(coming.state === 'installed' ? 'waits' : coming.state)
			)
		);
	});

/** Whether a page that was loaded is of the other code. */
const isRecoded = async (page: Page) => (await page.content()).includes('app:"another"');

const sentence = 'This sentence is new.';
const toLesson = (page: Page) => page.locator(`a.lesson[href*="${lesson}"]`).click();

test('an edit of a lesson changes its pages and the worker alone, and only they are fetched @small', async ({
	page
}) => {
	const [before, after] = [await listingOf(first), await listingOf(edited)];
	const changed = [...after.values()]
		.filter(({ path, revision }) => before.get(path)?.revision !== revision)
		.map(({ path }) => path);
	expect([...before.keys()].sort()).toEqual([...after.keys()].sort());
	expect(changed).not.toEqual([]);
	expect(changed.filter((path) => !path.includes(`lessons/${lesson}/`))).toEqual([]);

	await visit(page);
	host.put(edited);
	expect(await lookForUpdate(page)).toBe('waits');
	expect([...new Set(host.asked)].sort()).toEqual([...changed, 'service-worker.js'].sort());
});

test('a new version is offered in a line and taken with the next page @small', async ({ page }) => {
	await visit(page);
	host.put(edited);
	expect(await lookForUpdate(page)).toBe('waits');
	await expect(page.locator('.update')).toContainText('A new version');
	await toLesson(page);
	await expect(page.locator('article')).toContainText(sentence);
	await expect(page.locator('.update')).not.toContainText('A new version');
});

test('a new version waits while a quiz is open @small', async ({ page }) => {
	await visit(page);
	await page.goto(`${host.address}en/lessons/${lesson}/quiz/`);
	await page.locator('button[data-early="start"]').click();
	await expect(page.locator('form .prompt')).toBeVisible();
	host.put(edited);
	expect(await lookForUpdate(page)).toBe('waits');
	await page.locator('a.brand').click();
	await toLesson(page);
	await expect(page.locator('article')).toBeVisible();
	await expect(page.locator('article')).not.toContainText(sentence);
	await expect(page.locator('.update')).not.toContainText('A new version');

	// When it is over, the version comes with the pages after that.
	await page.evaluate(() => {
		for (const key of Object.keys(localStorage))
			if (key.endsWith(':open-attempts')) localStorage.removeItem(key);
	});
	await page.locator('a.brand').click();
	await expect(page.locator('.update')).toContainText('A new version');
	await toLesson(page);
	await expect(page.locator('article')).toContainText(sentence);
});

test('an old tab goes on under a new worker @small', async ({ context, page }) => {
	await visit(page);
	const other = await context.newPage();
	await visit(other);
	host.put(recoded);
	expect(await lookForUpdate(other)).toBe('waits');
	await other.locator('.update button').first().click();
	await expect.poll(() => isRecoded(other)).toBe(true);
	await context.setOffline(true);
	// The old tab's own scripts are gone from the host; its next page is whole and of the new version.
	expect(await isRecoded(page)).toBe(false);
	await toLesson(page);
	await expect(page.locator('article')).toBeVisible();
	expect(await isRecoded(page)).toBe(true);
	await page.locator(`main a[href$="${lesson}/quiz/"]`).last().click();
	await page.locator('button[data-early="start"]').click();
	await expect(page.locator('form .prompt')).toBeVisible();
});

test('a new tab works under an old worker, on and off the network @small', async ({
	context,
	page
}) => {
	await visit(page);
	// An attempt under way holds the new version back.
	await page.goto(`${host.address}en/lessons/from-field-to-tin/quiz/`);
	await page.locator('button[data-early="start"]').click();
	await expect(page.locator('form .prompt')).toBeVisible();
	host.put(recoded);
	expect(await lookForUpdate(page)).toBe('waits');
	for (const [offline, quiz] of [
		[false, lesson],
		[true, 'brewing']
	] as const) {
		await context.setOffline(offline);
		const other = await context.newPage();
		await other.goto(`${host.address}ar/lessons/${quiz}/quiz/`);
		expect(await isRecoded(other)).toBe(false);
		await other.locator('button[data-early="start"]').click();
		await expect(other.locator('form .prompt')).toBeVisible();
		await other.close();
	}
});

for (const [what, spoiled, all] of [
	['a 404', { status: 404, html: 'Not found' }, ' @all'],
	['an error page in place of a script', { status: 200, html: '<h1>Please log in</h1>' }, '']
] as const)
	test(`a download that fails half-way with ${what} leaves the old version whole, and goes on later @small${all}`, async ({
		page,
		wrong
	}) => {
		await visit(page);
		host.put(recoded);
		const before = await listingOf(first);
		const [script] = [...(await listingOf(recoded)).keys()].filter(
			(path) => /chunks\/.*\.js$/.test(path) && !before.has(path)
		);
		host.spoil = (path) => (path === script ? spoiled : null);
		expect(await lookForUpdate(page)).toBe('redundant');
		await page.context().setOffline(true);
		await page.goto(`${host.address}ar/lessons/${lesson}/`);
		await expect(page.locator('article')).toBeVisible();

		await page.context().setOffline(false);
		await page.goto(`${host.address}en/`);
		host.spoil = () => null;
		host.asked.length = 0;
		expect(await lookForUpdate(page)).toBe('waits');
		// What had come before is not fetched again.
		expect(host.asked.length).toBeLessThan((await listingOf(recoded)).size / 2);
		wrong.length = 0;
	});

test('a cache that was emptied is filled again, and the site works meanwhile @small', async ({
	page
}) => {
	await visit(page);
	await page.evaluate(async () => {
		for (const name of await caches.keys()) await caches.delete(name);
	});
	await toLesson(page);
	await expect(page.locator('article')).toBeVisible();
	await page.goto(`${host.address}ar/`);
	await expect(page.locator('[data-offline="ready"]')).toBeVisible({ timeout: 120_000 });
	await page.context().setOffline(true);
	await page.goto(`${host.address}en/lessons/${lesson}/`);
	await expect(page.locator('article')).toBeVisible();
});
