// npm run pictures: draws the icons anew from static/icon.svg, and the screenshots that are shown where the site is installed
// from the site in build/, into static/. Look at them before they are committed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { ensureBuilt } from './ensure-built.mjs';
import { findBrowser } from './find-browser.mjs';
import { serve } from './serve.mjs';

const svg = readFileSync('static/icon.svg', 'utf8');
/** With the ground to the edge, and the drawing within the circle that every device leaves. */
const fullBleed = svg
	.replace(/ rx="\d+"/, '')
	.replace(
		/(<rect[^>]*>)(.*)(<\/svg>)/s,
		'$1<g transform="translate(7.7 7.7) scale(.76)">$2</g>$3'
	);
const icons = /** @type {const} */ ([
	['192', 192, svg],
	['512', 512, svg],
	['maskable', 512, fullBleed],
	['apple', 180, fullBleed]
]);
const screens = /** @type {const} */ ([
	['home-narrow', 360, 640, 2, (/** @type {string} */ language) => `${language}/`],
	[
		'lesson-narrow',
		360,
		640,
		2,
		(/** @type {string} */ language) => `${language}/lessons/meet-the-messengers/#size`
	],
	['home-wide', 1280, 800, 1, (/** @type {string} */ language) => `${language}/`]
]);

const browser = await chromium.launch({
	executablePath: await findBrowser(),
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
});
mkdirSync('static/icons', { recursive: true });
for (const [name, size, drawing] of icons) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	await page.setContent(
		`<style>*{margin:0}svg{display:block;inline-size:${size}px}</style>${drawing}`
	);
	await page.screenshot({ path: `static/icons/${name}.png`, omitBackground: true });
	await page.close();
}
const built = await ensureBuilt();
const { address, close } = await serve(built);
const { id } = JSON.parse(readFileSync(`${built}/course.json`, 'utf8'));
const folder = `static/pictures/${id}`;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const language of ['en', 'ar'])
	for (const [name, width, height, scale, path] of screens) {
		const context = await browser.newContext({
			viewport: { width, height },
			deviceScaleFactor: scale,
			colorScheme: 'light'
		});
		const page = await context.newPage();
		await page.goto(address + path(language), { waitUntil: 'networkidle' });
		if (name.startsWith('home')) await page.locator('[data-offline="ready"]').waitFor();
		await page.screenshot({
			path: `${folder}/${name}-${width * scale}x${height * scale}-${language}.png`
		});
		await context.close();
	}
await close();
await browser.close();
