/** What the name that a browser gives itself tells about how it keeps things. */
export interface BrowserKind {
	/** A browser inside another app (a messenger, a mail program): what is kept in it can be gone with its window. */
	readonly embedded: boolean;
	/** An iPhone or iPad: an installed app has a store of its own there. */
	readonly ios: boolean;
	/** WebKit removes what a site keeps after seven days of use without a visit. */
	readonly sevenDays: boolean;
}

/** Apps that open links in a browser of their own, by what they add to its name. */
const apps =
	/\b(?:FBA[NV]|FB_IAB|Instagram|Line\/|MicroMessenger|Twitter|LinkedInApp|Snapchat|musical_ly|Bytedance|TikTok|Pinterest|GSA\/|WhatsApp|Telegram|Viber|Teams\/|Outlook)/i;
const androidWebView = /\bAndroid\b.*; wv\)/;

/**
 * The kind of browser by its user agent; `touchPoints` tell an iPad from a Mac, whose name it uses. What was installed
 * is in no other app, though it has the same name as one on iOS.
 */
export function browserKind(
	userAgent: string,
	touchPoints: number,
	installed: boolean
): BrowserKind {
	const ios =
		/\b(?:iPhone|iPad|iPod)\b/.test(userAgent) ||
		(/\bMacintosh\b/.test(userAgent) && touchPoints > 1);
	const safari =
		/\bVersion\/\S+.*\bSafari\//.test(userAgent) &&
		!/\b(?:Chrome|Chromium|Android)\b/.test(userAgent);
	const webView =
		androidWebView.test(userAgent) ||
		(ios && /AppleWebKit/.test(userAgent) && !/Safari\//.test(userAgent));
	return {
		embedded: !installed && (webView || apps.test(userAgent)),
		ios,
		sevenDays: !installed && (ios || safari)
	};
}
