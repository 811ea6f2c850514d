/** Longest that a page is kept from its user, in milliseconds: a frame is 16. */
const longest = 12;

/** A pause for whoever works through many things: lets the page answer and draw, whenever that was not so for a while. */
export function breather(now: () => number = () => performance.now()): () => Promise<void> {
	let last = now();
	return async () => {
		if (now() - last < longest) return;
		await new Promise((resolve) => setTimeout(resolve));
		last = now();
	};
}
