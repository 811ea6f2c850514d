let asked = false;

/** Asks the browser to promise not to clear what is saved when room is short; false where it says no, or has no such promise. */
export const askToPersist = async (): Promise<boolean> =>
	(await navigator.storage?.persist?.().catch(() => false)) ?? false;

/** Asks once. Call at the first saved answer; a browser that says no changes nothing. */
export function askToStay(): void {
	if (asked) return;
	asked = true;
	void askToPersist();
}
