import { fileURLToPath } from 'node:url';
import { parse } from '@formatjs/icu-messageformat-parser';

const reader = fileURLToPath(new URL('../lib/i18n/compiled-message.ts', import.meta.url));

/** @param {unknown} value A table of messages: text, or tables by name. @returns {unknown} */
function compiled(value) {
	if (typeof value !== 'string')
		return Object.fromEntries(
			Object.entries(/** @type {Record<string, unknown>} */ (value)).map(([key, child]) => [
				key,
				compiled(child)
			])
		);
	return value.includes('{') ? JSON.stringify(parse(value, { captureLocation: false })) : value;
}

/**
 * Parses the ICU messages at build time, so that the parser (a sixth of a lesson page's script) stays out of the pages:
 * tables hold syntax trees as JSON, and intl-messageformat gets `compiled-message.ts` in place of its parser.
 * @returns {import('vite').Plugin}
 */
export function compiledMessages() {
	return {
		name: 'compiled-messages',
		// While the site is being written, intl-messageformat parses the messages itself.
		apply: 'build',
		enforce: 'pre',
		resolveId: (source, importer) =>
			source === '@formatjs/icu-messageformat-parser' &&
			/node_modules\/intl-messageformat\//.test(importer ?? '')
				? reader
				: null,
		transform: (code, id) =>
			/\/messages(\/|\.)(\w+\.)?(en|ar)\.json$/.test(id)
				? { code: JSON.stringify(compiled(JSON.parse(code))), map: null }
				: null
	};
}
