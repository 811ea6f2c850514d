const settles = 3000;

/** Keeps an element in view while what stands before it still comes: for three seconds, or until somebody goes on. */
export function stayInView(element: Element): void {
	if (!('ResizeObserver' in globalThis)) return;
	const observer = new ResizeObserver(() => element.scrollIntoView({ block: 'nearest' }));
	observer.observe(document.body);
	const stop = () => observer.disconnect();
	for (const begins of ['wheel', 'touchstart', 'pointerdown', 'keydown'])
		addEventListener(begins, stop, { once: true, passive: true });
	setTimeout(stop, settles);
}
