import type { Page } from '@playwright/test';

export const widths = [320, 360, 768, 1280, 1440] as const;
export const themes = ['light', 'dark'] as const;
export const textSizes = ['normal', 'large', 'largest'] as const;

/** What a page can look like, besides its language. */
export interface Look {
	readonly width: (typeof widths)[number];
	readonly theme: (typeof themes)[number];
	readonly textSize: (typeof textSizes)[number];
}

/** Every combination of theme and text size at a width. */
export const looksAt = (width: Look['width']): Look[] =>
	themes.flatMap((theme) => textSizes.map((textSize) => ({ width, theme, textSize })));

/** Every second of all combinations of width, theme and text size, so that each pair of them is among them. */
export const isOneOfTwo = ({ width, theme, textSize }: Look): boolean =>
	(widths.indexOf(width) + themes.indexOf(theme) + textSizes.indexOf(textSize)) % 2 === 0;

export const nameOf = ({ width, theme, textSize }: Look) =>
	`${width} px, ${theme}, ${textSize} text`;

/** A page's look as the device and the settings give it, changed in place; a page that opens keeps all but its text size. */
export async function wear(page: Page, { width, theme, textSize }: Look): Promise<void> {
	if (page.viewportSize()?.width !== width)
		await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
	await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
	await page.evaluate((size) => (document.documentElement.dataset.textSize = size), textSize);
}

/** Sets what a person would set in the settings, before the next page is opened. */
export async function setSettings(
	page: Page,
	site: string,
	values: Record<string, string>
): Promise<void> {
	const html = await (await fetch(`${site}en/`)).text();
	const course = /data-course="([^"]+)"/.exec(html)![1]!;
	await page.addInitScript(
		([key, json]) => {
			if (!localStorage.getItem(key!)) localStorage.setItem(key!, json!);
		},
		[`durus:${course}:${new URL(site).pathname}:settings`, JSON.stringify(values)]
	);
}
