/** What is remembered of a visit: of this tab, until it is closed. */
const name = (mark: string) => `durus-${mark}`;

/** Whether this visit has a mark; null where the browser keeps none. */
export function isMarked(mark: string): boolean | null {
	try {
		return sessionStorage.getItem(name(mark)) !== null;
	} catch {
		return null;
	}
}

/** Sets a mark of this visit, or takes it away; says whether it could. */
export function setMark(mark: string, on: boolean): boolean {
	try {
		if (on) sessionStorage.setItem(name(mark), 'true');
		else sessionStorage.removeItem(name(mark));
		return true;
	} catch {
		return false;
	}
}
