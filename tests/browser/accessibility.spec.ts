import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
	allLooks,
	beyondTheEdge,
	dress,
	everyScreen,
	movingIn,
	nameOf,
	type Look
} from './screens';
import { expect, languages, test } from './site';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe finds wrong in a page, a line each. */
async function violationsIn(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		// No frames, so no page of its own for putting their results together.
		.setLegacyMode(true)
		.options({
			resultTypes: ['violations'],
			runOnly: { type: 'tag', values: tags },
			// Belongs to WCAG 2.2 AA, and is off unless asked for.
			rules: { 'target-size': { enabled: true } }
		})
		.analyze();
	return violations.flatMap(({ id, help, nodes }) =>
		nodes.map(({ target, html }) => `${id} (${help}): ${target.join(' ')} ${html.slice(0, 160)}`)
	);
}

// Requests are answered by the test here and there, and a service worker would answer them first.
test.use({ serviceWorkers: 'block' });

const short = languages.flatMap((language): Look[] => [
	{ language, width: 360, theme: 'light', textSize: 'normal' },
	{ language, width: 1280, theme: 'dark', textSize: 'normal' }
]);

for (const look of allLooks(languages)) {
	const inShort = short.some((other) => nameOf(other) === nameOf(look));
	test(`@all on every screen axe finds nothing wrong, nothing moves and nothing is too wide (${nameOf(look)})${inShort ? '' : ' @all'}`, async ({
		page,
		site
	}) => {
		test.setTimeout(600_000);
		await dress(page, site, look);
		const found: string[] = [];
		const screens = new Set<string>();
		for await (const screen of everyScreen(page, site, look.language)) {
			screens.add(screen);
			// What sticks to the edge of a phone's screen lies where it belongs at the end of the page.
			await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
			for (const finding of [
				...(await violationsIn(page)),
				...(await beyondTheEdge(page)),
				...(await movingIn(page))
			])
				found.push(`${screen}: ${finding}`);
		}
		expect(found).toEqual([]);
		// Nine kinds in four states (a statement is true or false: its first try is its last), and the other screens.
		expect(screens.size).toBeGreaterThanOrEqual(35 + 16);
	});
}
