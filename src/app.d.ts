import type { Place } from '#lib/session/place';

declare global {
	namespace App {
		interface PageState {
			/** Where in a quiz this entry of the history stands. */
			place?: Place;
		}
	}
	/** Version of the code, without the lessons; set by the build. */
	const APP_VERSION: string;
}

export {};
