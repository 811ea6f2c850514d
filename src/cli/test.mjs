// npm test: everything that decides whether a change is good. --all adds what takes longer than a change should wait.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled } from './ensure-installed.mjs';
import { findBrowser } from './find-browser.mjs';
import { limits, sizesOf, sortOf } from './page-sizes.mjs';
import { run, runTool } from './run.mjs';

const all = process.argv.includes('--all');
const reports = 'test-results/reports';

await ensureInstalled();
const browser = await findBrowser();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** @param {string} name */
const report = (name) => JSON.parse(readFileSync(`${reports}/${name}.json`, 'utf8'));
/** A tool that reports nothing but its exit code is one check. @param {number} code */
const one = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
/** Playwright's report: a test that was skipped has not passed. @param {string} name */
function browserCounts(name) {
	const { expected, unexpected, flaky, skipped } = report(name).stats;
	return { passed: expected, failed: unexpected + flaky + skipped };
}
/** Script of each lesson and quiz page against its limit. @param {import('./page-sizes.mjs').PageSize[]} sizes */
function weighed(sizes) {
	const limited = sizes.flatMap(({ page, script }) => {
		const sort = sortOf(page);
		return sort ? [{ page, script, limit: limits[sort] }] : [];
	});
	const heavy = limited.filter(({ script, limit }) => script > limit);
	for (const { page, script, limit } of heavy)
		console.log(`${page} asks for ${script} bytes of script; the limit is ${limit}`);
	return { passed: limited.length - heavy.length, failed: heavy.length + (limited.length ? 0 : 1) };
}
/** @param {string} name @param {string[]} args @param {Record<string, string>} env */
const playwright = async (name, args, env = {}) => {
	const code = await runTool(
		'@playwright/test/cli.js',
		['test', '--config', 'tests/browser/playwright.config.ts', ...args],
		{
			BROWSER_PATH: browser,
			REPORT: `${process.cwd()}/${reports}/${name}.json`,
			...(all ? { TEST_ALL: '1' } : {}),
			...env
		}
	);
	const counts = browserCounts(name);
	return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};
const small = {
	LESSONS_DIR: 'tests/fixtures/lessons-small',
	BUILD_DIR: 'build-small',
	KIT_DIR: '.svelte-kit-small'
};

const formatting = async () =>
	one(await runTool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']));
async function types() {
	const synced = await runTool('@sveltejs/kit/svelte-kit.js', ['sync']);
	const args = ['--tsconfig', './tsconfig.json', '--fail-on-warnings'];
	return one(synced || (await runTool('svelte-check/bin/svelte-check', args)));
}
const linting = async () =>
	one(await runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']));
async function lessons() {
	await run(process.execPath, ['src/cli/lessons.mjs', '--json', `${reports}/lessons.json`]);
	const { passed, failed } = report('lessons');
	return { passed, failed };
}
async function units() {
	const code = await runTool('vitest/vitest.mjs', [
		'run',
		'--reporter=dot',
		'--reporter=json',
		`--outputFile.json=${reports}/units.json`
	]);
	const { numPassedTests, numTotalTests, success } = report('units');
	const failed = numTotalTests - numPassedTests;
	return {
		passed: numPassedTests,
		failed: code === 0 && success ? failed : Math.max(failed, 1)
	};
}
/** @param {Record<string, string>} [env] */
const build = async (env) => one(await run(process.execPath, ['src/cli/build.mjs'], env));
const browserTests = () => playwright('browser', ['--grep-invert', all ? '@small' : '@small|@all']);
const browserTestsOfAnother = () =>
	playwright('browser-small', ['--grep', all ? '@small' : '@small(?!.*@all)'], {
		BUILD_DIR: small.BUILD_DIR
	});

/**
 * Those that use one core run two at a time.
 * @type {readonly (readonly [string, () => Promise<{ passed: number, failed: number }>])[][]}
 */
const rounds = [
	[
		['formatting', formatting],
		['types', types]
	],
	[
		['linting', linting],
		['lessons', lessons]
	],
	[['units and components', units]],
	[
		['build', () => build()],
		['build of another course', () => build(small)]
	],
	[['page weights', async () => weighed(await sizesOf('build'))]],
	[['browser', browserTests]],
	[['browser, another course', browserTestsOfAnother]]
];

let passed = 0;
let failed = 0;
/** @type {string[]} */
const lines = [];
for (const round of rounds) {
	console.log(`\n— ${round.map(([name]) => name).join(', ')}`);
	const took = round.map(async ([name, step]) => {
		const started = Date.now();
		const outcome = await step().catch((error) => {
			console.error(error);
			return { passed: 0, failed: 1 };
		});
		passed += outcome.passed;
		failed += outcome.failed;
		const seconds = Math.round((Date.now() - started) / 1000);
		return `${name.padEnd(28)} ${String(outcome.passed).padStart(5)} passed ${String(outcome.failed).padStart(4)} failed ${seconds} s`;
	});
	lines.push(...(await Promise.all(took)));
}
console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
