import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {import('../lib/offline/listing').ListedFile} ListedFile */
/** @typedef {import('../lib/offline/listing').CourseOutline} CourseOutline */

/** What is never kept: the worker itself, what Kit asks the network for, the host's error page, the README's picture. */
const notKept = /^(service-worker\.js|_app\/version\.json|404\.html|pictures\/.*)$/;
const head = 'self.durusListing=';

/** @param {Buffer} content As `revisionOf` of lib/offline/listing.ts. */
const revisionOf = (content) => createHash('sha256').update(content).digest('hex').slice(0, 16);

/**
 * Languages of files whose name does not say it: fonts, and tables of messages.
 * @param {Record<string, { file: string, src?: string }>} manifest Vite's.
 * @returns {Map<string, 'en' | 'ar'>}
 */
function languagesOf(manifest) {
	/** @type {Map<string, 'en' | 'ar'>} */
	const languages = new Map();
	for (const [source, { file }] of Object.entries(manifest)) {
		const table = /\/(?:messages\/(?:\w+\.)?|quiz-tables\/)(en|ar)\.(?:json|ts)$/.exec(source)?.[1];
		const font = /readex-pro-(arabic|latin)-[^/]*\.woff2$/.exec(source)?.[1];
		if (table === 'en' || table === 'ar') languages.set(file, table);
		else if (font) languages.set(file, font === 'arabic' ? 'ar' : 'en');
	}
	return languages;
}

/**
 * Every file of a built site that can be kept.
 * @param {string} folder @param {Map<string, 'en' | 'ar'>} languages @returns {ListedFile[]}
 */
function listedFiles(folder, languages) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.map((file) => ({ file, path: relative(folder, file).split(sep).join('/') }))
		.filter(({ path }) => !notKept.test(path))
		.sort((a, b) => (a.path < b.path ? -1 : 1))
		.map(({ file, path }) => {
			const content = readFileSync(file);
			const language = languages.get(path);
			return {
				path,
				revision: revisionOf(content),
				size: gzipSync(content).length,
				...(language ? { language } : {})
			};
		});
}

/**
 * Writes the content revision and compressed size of each file of a built site into its service worker, which then
 * changes with any of them. Call again after files were changed.
 * @param {string} folder
 * @param {string} kit Kit's working folder, for the manifest of the build.
 * @returns {ListedFile[]}
 */
export function writeRevisions(folder, kit = process.env.KIT_DIR ?? '.svelte-kit') {
	/** @type {CourseOutline} */
	const { id, languages, modules } = JSON.parse(readFileSync(join(folder, 'course.json'), 'utf8'));
	const manifest = JSON.parse(readFileSync(join(kit, 'output/client/.vite/manifest.json'), 'utf8'));
	const files = listedFiles(folder, languagesOf(manifest));
	/** @type {import('../lib/offline/listing').Listing} */
	const listing = {
		course: id,
		languages,
		modules,
		files
	};
	const worker = join(folder, 'service-worker.js');
	const code = readFileSync(worker, 'utf8');
	const own = code.startsWith(head) ? code.slice(code.indexOf('\n') + 1) : code;
	writeFileSync(worker, `${head}${JSON.stringify(listing)};\n${own}`);
	return files;
}
