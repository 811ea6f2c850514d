import { browserKind, type BrowserKind } from './browser-kind';

/** Opened like an app: from the home screen, the dock or the menu of apps. */
export const isInstalled = (): boolean =>
	matchMedia('(display-mode: standalone)').matches ||
	(navigator as { standalone?: boolean }).standalone === true;

export const thisBrowser = (): BrowserKind =>
	browserKind(navigator.userAgent, navigator.maxTouchPoints, isInstalled());
