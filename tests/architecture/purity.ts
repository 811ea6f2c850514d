import { file, isForTests, type Rule } from './source';

const impure =
	/\b(Date\.now|Math\.random|performance\.now|crypto\.(?:randomUUID|getRandomValues|subtle)|localStorage|sessionStorage|indexedDB|navigator|process\.env|fetch(?=\s*\()|new Date(?=\(\s*\)))/g;
/** `now = Date.now()` in a list of parameters: the caller can give another. */
const byDefault =
	/([(,]\s*\w+(?:\s*:\s*[\w<>[\]]+)?)\s*=\s*(?:Date\.now|Math\.random|crypto\.\w+)\b/g;

/** The home of cryptography, which is given its chance by the platform. */
const isForKeys = /^src\/lib\/training\/keys\//;

const isPure = (path: string) =>
	/^src\/lib\/(base|quiz|content|progress|training)\/.*\.ts$/.test(path) &&
	!/\.server\.ts$/.test(path) &&
	!isForTests(path);

const withoutComments = (text: string) =>
	text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

export const pureLayers: Rule = {
	title: 'pure layers are given the time, ids and chance, and reach nothing outside',
	broken: ({ path, text }) =>
		isPure(path)
			? [...withoutComments(text).replace(byDefault, '$1').matchAll(impure)]
					.filter(([found]) => !(isForKeys.test(path) && found === 'crypto.subtle'))
					.map(([found]) => `uses ${found}`)
			: [],
	bad: [
		file('src/lib/base/a.ts', 'export const id = () => crypto.randomUUID();'),
		file('src/lib/quiz/draw.ts', 'const first = Math.random();'),
		file('src/lib/progress/a.ts', 'const age = Date.now() - at;'),
		file('src/lib/progress/a.ts', 'const today = new Date();'),
		file('src/lib/content/a.ts', 'await fetch (address);'),
		file('src/lib/training/a.ts', "crypto.subtle.digest('SHA-256', bytes)"),
		file('src/lib/training/keys/a.ts', 'const now = Date.now();'),
		file('src/lib/quiz/kinds/numeric/kind.ts', "localStorage.getItem('a');")
	],
	good: [
		file('src/lib/base/id.ts', 'function id(now: number = Date.now(), random = Math.random()) {}'),
		file('src/lib/base/a.ts', '/** Not Date.now(). */\nnew Date(at); // nor Math.random()'),
		file('src/lib/content/course.server.ts', 'process.env.LESSONS_DIR'),
		file('src/lib/training/keys/a.ts', "crypto.subtle.digest('SHA-256', bytes)"),
		file('src/lib/session/a.ts', 'fetch(address)')
	]
};
