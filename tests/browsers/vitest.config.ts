import { defineConfig } from 'vitest/config';

// Started by `npm run test:browsers`, which finds the browsers and builds the site.
export default defineConfig({
	test: {
		root: import.meta.dirname,
		include: ['*.spec.ts'],
		// One browser at a time: each wants a processor to itself.
		fileParallelism: false,
		testTimeout: 300_000
	}
});
