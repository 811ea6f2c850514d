import { expect, saved, startQuiz, test } from './site';

const lesson = 'meet-the-messengers';

test('every write asks for strict durability', async ({ page, site }) => {
	await page.addInitScript(() => {
		const seen: string[] = [];
		Object.assign(globalThis, { durabilities: seen });
		const transaction = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function (...args) {
			const made = transaction.apply(this, args);
			if (made.mode === 'readwrite') seen.push(made.durability);
			return made;
		};
	});
	await startQuiz(page, site, 'en', lesson);
	await page
		.locator('form')
		.getByRole('button', { name: /hint/i })
		.or(page.locator('.foot .forward'))
		.first()
		.click();
	await saved(page);
	const durabilities = await page.evaluate(
		() => (globalThis as unknown as { durabilities: string[] }).durabilities
	);
	expect(durabilities.length).toBeGreaterThan(1);
	expect(new Set(durabilities)).toEqual(new Set(['strict']));
});

test('a held-back complete holds back the word saved', async ({ page, site }) => {
	await page.addInitScript(() => {
		const held: (() => void)[] = [];
		const control = { hold: false, release: () => held.splice(0).forEach((go) => go()) };
		Object.assign(globalThis, { control });
		const property = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete')!;
		const wrapped =
			(transaction: IDBTransaction, listener: (event: Event) => void) => (event: Event) => {
				if (control.hold && transaction.mode === 'readwrite')
					held.push(() => listener.call(transaction, event));
				else listener.call(transaction, event);
			};
		Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
			...property,
			set(this: IDBTransaction, listener: ((event: Event) => void) | null) {
				property.set!.call(this, listener && wrapped(this, listener));
			}
		});
		const add = IDBTransaction.prototype.addEventListener;
		IDBTransaction.prototype.addEventListener = function (
			this: IDBTransaction,
			type: string,
			listener: EventListenerOrEventListenerObject,
			...rest: unknown[]
		) {
			const held =
				type === 'complete' && typeof listener === 'function' ? wrapped(this, listener) : listener;
			return add.call(this, type, held as EventListener, ...(rest as []));
		} as typeof add;
	});
	await startQuiz(page, site, 'en', lesson);
	await saved(page);
	await page.evaluate(
		() => ((globalThis as unknown as { control: { hold: boolean } }).control.hold = true)
	);
	await page.getByRole('button', { name: 'Flag for later' }).click();
	await expect(page.locator('[data-save="saving"]')).toBeVisible();
	await page.waitForTimeout(1500);
	await expect(page.locator('[data-save="saving"]')).toBeVisible();
	await page.evaluate(() => {
		const { control } = globalThis as unknown as {
			control: { hold: boolean; release: () => void };
		};
		control.hold = false;
		control.release();
	});
	await saved(page);
});

test('blocked storage is said, answers go on in memory, and can be downloaded', async ({
	page,
	site
}) => {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('denied', 'SecurityError');
		};
	});
	await startQuiz(page, site, 'en', lesson);
	await expect(page.getByRole('alert')).toContainText(
		'Your answers are safe only while this page is open'
	);
	await expect(page.locator('[data-save="unsaved"]')).toBeVisible();
	await page.getByRole('button', { name: 'Flag for later' }).click();
	await page.locator('a.language').click();
	await expect(page.getByRole('alert')).toContainText('ما دامت هذه الصفحة مفتوحة');
	await expect(page.locator('[aria-pressed="true"]')).toBeVisible();
	const downloading = page.waitForEvent('download');
	await page.getByRole('alert').getByRole('button').first().click();
	const file = await (await downloading).createReadStream();
	const chunks: Buffer[] = [];
	for await (const chunk of file) chunks.push(chunk as Buffer);
	const { format, records } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
		format: string;
		records: { attempts: unknown[]; events: { type: string }[] };
	};
	expect(format).toBe('durus-records');
	expect(records.attempts).toHaveLength(1);
	expect(records.events.some(({ type }) => type === 'flagged')).toBe(true);
});

test('a database that is deleted from under the page is made again with the attempt under way', async ({
	page,
	context,
	site
}) => {
	await startQuiz(page, site, 'en', lesson);
	await page.getByRole('button', { name: 'Flag for later' }).click();
	await saved(page);
	const devtools = await context.newCDPSession(page);
	await devtools.send('Storage.clearDataForOrigin', {
		origin: new URL(site).origin,
		storageTypes: 'indexeddb'
	});
	await page.locator('.flag').click();
	await page.locator('.flag').click();
	await saved(page);
	await page.reload();
	await expect(page.locator('form .prompt')).toBeVisible();
	await expect(page.locator('[aria-pressed="true"]')).toBeVisible();
});

test('a full device is said, what was saved stays, and space makes the rest durable', async ({
	page,
	site
}) => {
	await startQuiz(page, site, 'en', lesson);
	await saved(page);
	await page.evaluate(() => {
		const put = IDBObjectStore.prototype.put;
		const add = IDBObjectStore.prototype.add;
		const full = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		IDBObjectStore.prototype.put = full;
		IDBObjectStore.prototype.add = full;
		Object.assign(globalThis, {
			makeRoom() {
				IDBObjectStore.prototype.put = put;
				IDBObjectStore.prototype.add = add;
			}
		});
	});
	await page.getByRole('button', { name: 'Flag for later' }).click();
	await expect(page.getByRole('alert')).toContainText('no room left');
	await expect(page.locator('[aria-pressed="true"]')).toBeVisible();
	await page.evaluate(() => (globalThis as unknown as { makeRoom(): void }).makeRoom());
	await page.getByRole('button', { name: 'Try to save again' }).click();
	await saved(page);
	await page.reload();
	await expect(page.locator('[aria-pressed="true"]')).toBeVisible();
});
