import { describe, expect, it } from 'vitest';
import { importOrder } from './architecture/layers';
import { libraryHomes, ownPrefix, plainModules } from './architecture/libraries';
import { tellingNames } from './architecture/names';
import { pureLayers } from './architecture/purity';
import { sources } from './architecture/source';
import { logicalDirections, tokensOnly } from './architecture/styles';
import { messagesOnly, noArabicInCode } from './architecture/words';

describe.each([
	importOrder,
	libraryHomes,
	plainModules,
	ownPrefix,
	tellingNames,
	pureLayers,
	logicalDirections,
	tokensOnly,
	messagesOnly,
	noArabicInCode
])('$title', ({ broken, bad, good }) => {
	it('in every file', () => {
		expect(sources.length).toBeGreaterThan(100);
		expect(
			sources.flatMap((source) => broken(source).map((problem) => `${source.path} ${problem}`))
		).toEqual([]);
	});

	it.each(bad)('or is found: $path $text', (sample) => {
		expect(broken(sample)).not.toEqual([]);
	});

	it.each(good)('or is not meant: $path $text', (sample) => {
		expect(broken(sample)).toEqual([]);
	});
});
