/** What is told of reading: which section is being read, and up to which it was read. */
export interface SectionReader {
	opened(section: string): void;
	readTo(section: string): void;
}

/** A section counts as opened after it was in view for this long, in milliseconds. */
const pause = 1500;

/**
 * Watches the `[data-section]` elements: the one that crosses the middle of the screen is being read; one whose
 * `[data-end]` was in view for a moment is read. Returns the way to stop.
 */
export function watchSections(root: HTMLElement, reader: SectionReader): () => void {
	if (!('IntersectionObserver' in globalThis)) return () => {};
	const timers = new Map<string, ReturnType<typeof setTimeout>>();
	const later = (key: string, inView: boolean, act: () => void) => {
		clearTimeout(timers.get(key));
		if (inView) timers.set(key, setTimeout(act, pause));
	};
	const sections = [...root.querySelectorAll<HTMLElement>('[data-section]')];
	const middle = new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting } of entries) {
				const id = idOf(target);
				later(`middle ${id}`, isIntersecting, () => reader.opened(id));
			}
		},
		{ rootMargin: '-45% 0px -50% 0px' }
	);
	const ends = new IntersectionObserver((entries) => {
		for (const { target, isIntersecting } of entries) {
			const id = idOf(target.closest('[data-section]')!);
			later(`end ${id}`, isIntersecting, () => reader.readTo(id));
		}
	});
	for (const section of sections) {
		middle.observe(section);
		const end = section.querySelector('[data-end]');
		if (end) ends.observe(end);
	}
	return () => {
		middle.disconnect();
		ends.disconnect();
		timers.forEach((timer) => clearTimeout(timer));
	};
}

const idOf = (section: Element) => (section as HTMLElement).dataset.section!;
