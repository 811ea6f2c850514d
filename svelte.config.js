import adapter from '@sveltejs/adapter-static';

/** Where the site is written; another course is built beside the first with BUILD_DIR. */
const out = process.env.BUILD_DIR ?? 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ pages: out, assets: out, strict: true }),
		typescript: {
			// TypeScript does not try extensions behind package.json's "imports"; Vite and Kit 3 do.
			config: (config) => {
				config.compilerOptions.paths['#lib/*'] = ['../src/lib/*'];
			}
		},
		outDir: process.env.KIT_DIR ?? '.svelte-kit',
		paths: { relative: true },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self', 'https:'],
				// Large workbooks are compressed in workers that the library makes of its own code (see take-away/workbook.ts).
				'worker-src': ['self', 'blob:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self']
			}
		},
		// A hash of the code without the lessons, so that an edited lesson changes no script.
		version: { name: process.env.APP_VERSION ?? 'dev' },
		// Registered behind the page, by src/lib/offline/registration.ts.
		serviceWorker: { register: false },
		prerender: {
			handleHttpError: 'fail',
			// Behind the addresses of a trainer's screens stands what they show, which no page as served can hold.
			handleMissingId: ({ path, message }) => {
				if (!path.includes('/trainer/')) throw new Error(message);
			},
			concurrency: 1
		}
	}
};
