/**
 * Stands in for the ICU parser inside intl-messageformat: messages come parsed (see `src/cli/messages-plugin.mjs`), as
 * JSON, or are plain text.
 */
export * from '@formatjs/icu-messageformat-parser/lib/types';

export const parse = (message: string): unknown =>
	message.startsWith('[{') ? JSON.parse(message) : [{ type: 0, value: message }];
