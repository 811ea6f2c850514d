/** One window of a browser under test. */
export interface Driver {
	/** Opens an address; resolves when it is loaded. */
	goto(address: string): Promise<void>;
	reload(): Promise<void>;
	/** What a function gives in the page; it sees nothing but its arguments. */
	look<T, A extends readonly unknown[]>(what: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
	/** A click, as by a mouse. */
	press(selector: string): Promise<void>;
	/** Keys, typed into a field. */
	write(selector: string, text: string): Promise<void>;
	/** Opens another window of the same browser and closes this one. */
	renew(): Promise<void>;
	/** Ends the browser. */
	close(): Promise<void>;
}

/** A browser that may be started again and again on one profile folder. */
export interface BrowserUnderTest {
	readonly name: string;
	open(profile: string): Promise<Driver>;
}
