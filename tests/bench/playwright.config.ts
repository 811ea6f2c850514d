import base from '../browser/playwright.config';

// npm run bench:collect: what takes minutes and states times, in a browser with a database on a disk.
export default {
	...base,
	testDir: '.',
	testMatch: '*.browser-bench.ts',
	workers: 1,
	timeout: 3_600_000
};
