import { expect, type Page } from '@playwright/test';

/** What has the focus: never the body, and always with a ring around it unless a script put it on a heading. */
export async function focused(page: Page) {
	const look = () => {
		const element = document.activeElement!;
		// A file is chosen by a field that cannot be seen, and the ring is around its label.
		const file = element instanceof HTMLInputElement && element.type === 'file';
		const { outlineStyle, outlineWidth } = getComputedStyle(file ? element.labels![0]! : element);
		const box = element.getBoundingClientRect();
		const bar = document.querySelector('.go')?.getBoundingClientRect();
		return {
			tag: element.tagName,
			id: element.id,
			text: (element.textContent ?? '').trim(),
			type: element.getAttribute('type'),
			name: element.getAttribute('name'),
			value: element instanceof HTMLInputElement ? element.value : null,
			ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3,
			inView:
				box.bottom > 0 &&
				box.top < innerHeight &&
				// Not wholly behind what sticks to the lower edge of the screen.
				(!bar || element.closest('.go') !== null || box.top < bar.top || box.bottom > bar.bottom)
		};
	};
	// What was asked for may still come, and push it out of the view until it is scrolled there.
	let found!: ReturnType<typeof look>;
	const inView = async () => (found = await page.evaluate(look)).inView;
	await expect.poll(inView, 'it can be seen').toBe(true);
	expect(found.tag, 'something has the focus').not.toBe('BODY');
	if (found.tag !== 'H1')
		expect(found.ring, `${found.tag} ${found.id} ${found.text} has a ring`).toBe(true);
	return found;
}

export type Focus = Awaited<ReturnType<typeof focused>>;

/** Presses Tab until something like this has the focus. */
export async function tabTo(page: Page, wanted: (focus: Focus) => boolean, key = 'Tab') {
	for (let presses = 0; presses < 150; presses++) {
		await page.keyboard.press(key);
		const focus = await focused(page);
		if (wanted(focus)) return focus;
	}
	throw new Error('Tab does not lead there');
}
