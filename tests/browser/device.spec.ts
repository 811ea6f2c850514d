import type { Page } from '@playwright/test';
import { violationsIn } from './findings';
import { expect, languages, shortlyIn, test, type Language } from './site';

interface Manifest {
	lang: string;
	dir: string;
	start_url: string;
	icons: { src: string; sizes: string; type: string }[];
	screenshots: { src: string; sizes: string }[];
	shortcuts: { url: string }[];
}
/** Width and height in the head of a PNG file: '512x512'. */
const sizesOf = (png: Uint8Array) => {
	const view = new DataView(png.buffer, png.byteOffset);
	return `${view.getUint32(16)}x${view.getUint32(20)}`;
};
const phone =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const words = {
	en: {
		open: 'Open this page in your browser',
		stay: 'Go on here',
		copy: 'Copy the address',
		make: 'Make a backup file',
		none: 'No backup has been made in this browser yet.',
		last: /A backup was last made in this browser on .*20\d\d/,
		install: 'Install',
		seven: /seven days/,
		share: /Add to Home Screen/,
		own: /starts empty/
	},
	ar: {
		open: 'يُفضَّل فتح هذه الصفحة في المتصفح',
		stay: 'المتابعة هنا',
		copy: 'نسخ العنوان',
		make: /إنشاء ملف نسخة احتياطية|نسخة احتياطية/,
		none: 'لم تُنشأ نسخة احتياطية من هذا المتصفح بعد.',
		last: /آخر نسخة احتياطية من هذا المتصفح بتاريخ .*20\d\d/,
		install: 'تثبيت',
		seven: /سبعة أيام/,
		share: /الشاشة الرئيسية/,
		own: /ويبدأ فارغًا/
	}
};
const settings = async (page: Page, site: string, language: Language) => {
	await page.goto(`${site}${language}/settings/`);
	await expect(page.locator('[data-persisted]')).toBeVisible();
};

for (const language of languages) {
	const say = words[language];

	test(`the site can be installed, in its language (${language})${shortlyIn('ar', language)}`, async ({
		browser,
		site
	}) => {
		const context = await browser.newContext({ serviceWorkers: 'allow' });
		const page = await context.newPage();
		await page.goto(`${site}${language}/`);
		await expect(page.locator('[data-offline]')).toBeVisible();
		const address = await page.evaluate(
			() => document.querySelector<HTMLLinkElement>('link[rel="manifest"]')!.href
		);
		const manifest = (await (await fetch(address)).json()) as Manifest;
		expect([manifest.lang, manifest.dir]).toEqual([language, language === 'ar' ? 'rtl' : 'ltr']);
		expect(new URL(manifest.start_url, address).href).toBe(site);
		for (const { url } of manifest.shortcuts)
			expect((await fetch(new URL(url, address))).ok, url).toBe(true);
		expect(manifest.screenshots.length).toBe(3);
		for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots]) {
			const file = await fetch(new URL(src, address));
			expect(file.ok, src).toBe(true);
			if (sizes !== 'any') expect(sizesOf(await file.bytes()), src).toBe(sizes);
		}
		const devtools = await context.newCDPSession(page);
		const { errors } = await devtools.send('Page.getAppManifest');
		expect(errors).toEqual([]);
		// A test's window is a private one, in which nothing is installed; nothing else is in the way.
		await expect(async () => {
			const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
			expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
		}).toPass();
		await context.close();
	});

	test(`inside another app one is told to open the browser, before anything is saved (${language})${shortlyIn('en', language)}`, async ({
		browser,
		site
	}) => {
		const context = await browser.newContext({
			userAgent: `${phone} Mobile/15E148 Instagram 330.0`,
			serviceWorkers: 'block',
			viewport: { width: 360, height: 740 },
			permissions: ['clipboard-read', 'clipboard-write']
		});
		const page = await context.newPage();
		await page.goto(`${site}${language}/`);
		const notice = page.getByRole('region', { name: say.open });
		await expect(notice).toBeInViewport();
		await expect(notice.getByRole('textbox')).toHaveValue(`${site}${language}/`);
		expect(await violationsIn(page)).toEqual([]);
		await page.locator('header nav a').last().click();
		await expect(notice.getByRole('textbox')).toHaveValue(`${site}${language}/settings/`);
		await notice.getByRole('button', { name: say.copy }).click();
		await expect(notice.getByRole('status')).toHaveText(/./);
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			`${site}${language}/settings/`
		);
		await notice.getByRole('button', { name: say.stay }).click();
		await expect(notice).toHaveCount(0);
		await page.reload();
		await expect(page.locator('[data-persisted]')).toBeVisible();
		await expect(notice).toHaveCount(0);
		await context.close();
	});

	test(`settings say how safe what is saved is, and what makes it safer (${language})`, async ({
		page,
		site
	}) => {
		await settings(page, site, language);
		await expect(page.getByText(say.none)).toBeVisible();
		await expect(page.locator('[data-persisted="false"]')).toBeVisible();
		await expect(page.getByText(say.seven)).toHaveCount(0);
		await page.locator('section[aria-labelledby="backup"] button').last().click();
		await expect(page.getByText(say.last)).toBeVisible();
		await page.reload();
		await expect(page.getByText(say.last)).toBeVisible();
		const button = page.getByRole('button', { name: say.install, exact: true });
		await expect(button).toHaveCount(0);
		await page.evaluate(() => {
			const offer = Object.assign(new Event('beforeinstallprompt'), {
				prompt: async () => {
					document.documentElement.dataset.prompted = 'true';
					return { outcome: 'accepted' };
				}
			});
			dispatchEvent(offer);
		});
		await button.click();
		await expect(page.locator('html')).toHaveAttribute('data-prompted', 'true');
		await expect(button).toHaveCount(0);
	});

	test(`on an iPhone settings say how to take answers into the installed app (${language})`, async ({
		browser,
		site
	}) => {
		const context = await browser.newContext({
			userAgent: `${phone} Version/17.4 Mobile/15E148 Safari/604.1`,
			serviceWorkers: 'block'
		});
		const page = await context.newPage();
		await settings(page, site, language);
		for (const said of [say.seven, say.share, say.own])
			await expect(page.getByText(said)).toBeVisible();
		await context.close();
	});
}
