/** Under this name an element stands in answers: https://www.w3.org/TR/webdriver2/#elements */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** As much of a WebDriver client (https://www.w3.org/TR/webdriver2/) as these runs need; one session. */
export class WebDriver {
	readonly #server: string;
	#session = '';

	constructor(server: string) {
		this.#server = server;
	}

	/** Begins a session; waits for the server to be there. */
	async begin(capabilities: Readonly<Record<string, unknown>>): Promise<void> {
		for (const until = Date.now() + 20_000; ;)
			try {
				await fetch(`${this.#server}/status`);
				break;
			} catch (error) {
				if (Date.now() > until) throw error;
				await new Promise((resolve) => setTimeout(resolve, 100));
			}
		const body = { capabilities: { alwaysMatch: capabilities } };
		const { sessionId } = await this.#call<{ sessionId: string }>('POST', '/session', body);
		this.#session = `/session/${sessionId}`;
		await this.post('/timeouts', { script: 60_000, pageLoad: 60_000 });
	}

	/** A command of the session. */
	post<T = void>(command: string, body: object = {}): Promise<T> {
		return this.#call('POST', `${this.#session}${command}`, body);
	}

	/** What a function, as text, gives in the page; or what its promise resolves to. */
	async look<T>(what: string, args: readonly unknown[]): Promise<T> {
		const script = `const done = arguments[arguments.length - 1];
			Promise.resolve((${what})(...[...arguments].slice(0, -1)))
				.then((value) => done({ value }), (error) => done({ error: String(error) }));`;
		const answer = await this.post<{ value: T; error?: string }>('/execute/async', {
			script,
			args
		});
		if (answer.error !== undefined) throw new Error(answer.error);
		return answer.value;
	}

	async press(selector: string): Promise<void> {
		// WebKit's driver does not scroll to what is a little below the window, and then calls it not interactable.
		const show = (wanted: string) =>
			document.querySelector(wanted)?.scrollIntoView({ block: 'center' });
		await this.look(String(show), [selector]);
		await this.post(`${await this.#element(selector)}/click`);
	}

	async write(selector: string, text: string): Promise<void> {
		await this.post(`${await this.#element(selector)}/value`, { text });
	}

	/** Another window; the one before is closed. */
	async renew(): Promise<void> {
		const { handle } = await this.post<{ handle: string }>('/window/new', { type: 'tab' });
		await this.#call('DELETE', `${this.#session}/window`);
		await this.post('/window', { handle });
	}

	async end(): Promise<void> {
		await this.#call('DELETE', this.#session);
	}

	async #element(selector: string): Promise<string> {
		const found = await this.post<Record<string, string>>('/element', {
			using: 'css selector',
			value: selector
		});
		return `/element/${found[elementKey]}`;
	}

	async #call<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await fetch(`${this.#server}${path}`, {
			method,
			...(body && { body: JSON.stringify(body) })
		});
		const { value } = (await response.json()) as { value: T };
		if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
		return value;
	}
}
