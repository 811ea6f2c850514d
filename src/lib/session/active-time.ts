/** Without a sign of life for so long, nobody counts as being there; in milliseconds. */
const idle = 2 * 60_000;
/** Time is told this often. */
const portion = 60_000;
const look = 5_000;
/** Less is not worth a record. */
const least = 3_000;

const signs = ['pointerdown', 'keydown', 'scroll', 'input'] as const;

/** Counts the time in which the page is in view and used, and tells of it in portions of about a minute, in milliseconds. */
export function countActiveTime(
	tell: (milliseconds: number) => void,
	now: () => number = () => performance.now()
): () => void {
	let alive = now();
	let last = now();
	let counted = 0;
	const count = () => {
		const passed = now() - last;
		last = now();
		// A page that was frozen wakes up after a gap in which nobody was there.
		if (document.visibilityState === 'visible' && last - alive < idle && passed < 2 * look)
			counted += passed;
	};
	const flush = (from: number) => {
		count();
		if (counted < from) return;
		tell(Math.round(counted));
		counted = 0;
	};
	const sign = () => {
		alive = now();
	};
	const hidden = () => document.visibilityState === 'hidden' && flush(least);
	for (const event of signs) addEventListener(event, sign, { passive: true, capture: true });
	document.addEventListener('visibilitychange', hidden);
	const timer = setInterval(() => flush(portion), look);
	return () => {
		clearInterval(timer);
		flush(least);
		for (const event of signs) removeEventListener(event, sign, { capture: true });
		document.removeEventListener('visibilitychange', hidden);
	};
}
