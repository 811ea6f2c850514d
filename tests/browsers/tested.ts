import type { BrowserUnderTest } from './driver';
import { firefox } from './firefox';
import { webkit } from './webkit';

/** The browsers that `npm run test:browsers` has found. */
export const browsers: readonly BrowserUnderTest[] = [
	...(process.env.FIREFOX_PATH ? [firefox] : []),
	...(process.env.MINI_BROWSER_PATH ? [webkit] : [])
];
