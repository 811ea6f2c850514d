import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { lessonsPlugin } from './src/cli/lessons-plugin.mjs';
import { compiledMessages } from './src/cli/messages-plugin.mjs';

/** A hash of the code without the lessons: what an update of the app is known by. */
const appVersion = process.env.APP_VERSION ?? 'dev';

/** Tests that need a page: runes, components and what reads the document; all others run in plain Node. */
const onScreen = [
	'src/**/*.svelte.test.ts',
	'src/**/View.test.ts',
	'src/lib/{i18n,session}/**/*.test.ts'
];

/** What every page asks for, as one file: many small ones weigh more, and each page's list of files would name them all. */
const onEveryPage =
	/(\/src\/lib\/(base\/(locale|numeral)|i18n\/(t|digits)|session\/(device|due-badge\.svelte|open-store|settings\.svelte)|ui\/LocalText\.svelte)(\.ts)?|preload-helper(\.js)?)$/;

/** Every page names dozens of files: seven characters of a hash weigh less than eight. */
const shortNames: Plugin = {
	name: 'durus-short-names',
	outputOptions(options) {
		const { chunkFileNames: names } = options;
		if (typeof names === 'string')
			return { ...options, chunkFileNames: names.replace('[hash]', '[hash:7]') };
		return null;
	}
};

export default defineConfig({
	plugins: [compiledMessages(), lessonsPlugin(), sveltekit(), shortNames],
	// Bundled, so that the plugin reaches them.
	ssr: { noExternal: ['svelte-i18n', 'intl-messageformat'] },
	define: { APP_VERSION: JSON.stringify(appVersion) },
	// The report's worker loads parts of itself when they are needed.
	worker: { format: 'es' },
	build: {
		target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
		rolldownOptions: {
			output: { codeSplitting: { groups: [{ name: 'page', test: onEveryPage, priority: 1 }] } }
		}
	},
	test: {
		server: { deps: { inline: ['svelte-i18n', 'intl-messageformat'] } },
		// Properties run many times over a slow store; how long that takes says nothing on a busy machine.
		testTimeout: 60_000,
		// Threads start in half the time of processes.
		pool: 'threads',
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: {
					name: 'data',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/*.test.ts'],
					exclude: onScreen,
					benchmark: { include: ['tests/bench/*.bench.ts'] }
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: {
					name: 'screen',
					environment: 'jsdom',
					include: onScreen,
					benchmark: { include: [] }
				}
			}
		]
	}
});
