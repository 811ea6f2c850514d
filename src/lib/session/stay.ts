let asked = false;

/** Asks the browser, once, not to clear what is saved when room is short. Call at the first saved answer. */
export function askToStay(): void {
	if (asked) return;
	asked = true;
	// Not every browser has it, and one that says no changes nothing here.
	void navigator.storage?.persist?.().catch(() => {});
}
