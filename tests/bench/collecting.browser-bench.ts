import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { handInsTo } from '../browser/hand-ins';
import { expect, test } from '../browser/site';
import { backUpFirst, fillForm, keepForm, type Desk } from '../browser/trainer-steps';

/** COLLECT=10000 takes so many at most; a thousand otherwise. */
const most = Number(process.env.COLLECT ?? 1000);
const language = 'en';

/** Everything that the page's main thread did, in milliseconds, and its heap, in MB. */
async function cost(session: CDPSession): Promise<{ worked: number; heap: number }> {
	const { metrics } = await session.send('Performance.getMetrics');
	const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
	return { worked: of('TaskDuration') * 1000, heap: of('JSHeapUsedSize') / 2 ** 20 };
}

/** From here on the page notes its tasks of over 50 ms; the longest so far, in milliseconds. */
const watchTasks = (page: Page) =>
	page.evaluate(() => {
		const watched = Object.assign(globalThis, { longest: 0 });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries())
				watched.longest = Math.max(watched.longest, duration);
		}).observe({ type: 'longtask' });
	});
const longest = (page: Page) =>
	page.evaluate(() => (globalThis as unknown as { longest: number }).longest);

for (const size of [100, 1000, 10_000].filter((size) => size <= most))
	test(`${size} hand-ins of all lessons are collected and reported on`, async ({ page, site }) => {
		const desk: Desk = { page, site, language };
		await fillForm(desk, 'all');
		await keepForm(desk);
		await backUpFirst(desk);
		const link = await page.locator('#group-link').inputValue();
		const report = page.url().replace('/trainer/assignment/', '/trainer/report/');
		const course = (await page.locator('html').getAttribute('data-course'))!;
		const folder = await mkdtemp(join(tmpdir(), 'durus-class-'));
		let bytes = 0;
		let nth = 0;
		for await (const text of handInsTo(site, course, link, size)) {
			await writeFile(join(folder, `${nth++}.txt`), text);
			bytes += text.length;
		}
		const session = await page.context().newCDPSession(page);
		await session.send('Performance.enable');

		await page.goto(`${site}${language}/trainer/collect/`);
		await expect(page.locator('#collect-folder')).toBeEnabled();
		await watchTasks(page);
		const before = await cost(session);
		const begun = Date.now();
		await page.locator('#collect-folder').setInputFiles(folder);
		const chosen = Date.now();
		let heap = 0;
		const progress = page.locator('#collect-progress');
		await expect(progress).toBeVisible({ timeout: 600_000 });
		while (await progress.isVisible()) {
			heap = Math.max(heap, (await cost(session)).heap);
			await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
		}
		const taken = Date.now();
		const { worked } = await cost(session);
		await expect(
			page.getByText(`${size.toLocaleString('en')} hand-ins were taken`, { exact: false })
		).toBeVisible();
		console.log(
			`${size} hand-ins of ${(bytes / size / 1000).toFixed(1)} kB: ${((taken - chosen) / size).toFixed(1)} ms each, ` +
				`of it ${((worked - before.worked) / size).toFixed(1)} ms of the page's thread (${((chosen - begun) / 1000).toFixed(1)} s to hand over the folder); ` +
				`longest task ${(await longest(page)).toFixed(0)} ms; heap at most ${heap.toFixed(0)} MB`
		);

		await page.goto('about:blank');
		await page.goto(report);
		await watchTasks(page);
		const opened = Date.now();
		await expect(page.locator('#report-gradebook')).toBeVisible({ timeout: 600_000 });
		const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
		console.log(
			`report of ${size}: ${((Date.now() - opened) / 1000).toFixed(1)} s, ${((Date.now() - opened) / size).toFixed(2)} ms each; ` +
				`longest task ${(await longest(page)).toFixed(0)} ms; heap ${(await cost(session)).heap.toFixed(0)} MB; ` +
				`storage ${(usage / 2 ** 20).toFixed(0)} MB`
		);
		await rm(folder, { recursive: true });
	});
