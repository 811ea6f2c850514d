import { expect, it } from 'vitest';
import { browserKind } from './browser-kind';

const phone =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android = 'Mozilla/5.0 (Linux; Android 14; SM-A057F';
const chrome =
	'AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.0.0 Mobile Safari/537.36';
const mac =
	'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';

it.each([
	['Chrome on Android', `${android}) ${chrome.replace('Version/4.0 ', '')}`, 5, '', false],
	['a web view on Android', `${android}; Build/UP1A; wv) ${chrome}`, 5, 'embedded', false],
	['Facebook on Android', `${android}) ${chrome} [FB_IAB/FB4A;FBAV/460.0;]`, 5, 'embedded', false],
	[
		'Safari on iPhone',
		`${phone} Version/17.4 Mobile/15E148 Safari/604.1`,
		5,
		'ios sevenDays',
		false
	],
	[
		'Chrome on iPhone',
		`${phone} CriOS/124.0 Mobile/15E148 Safari/604.1`,
		5,
		'ios sevenDays',
		false
	],
	[
		'Instagram on iPhone',
		`${phone} Mobile/15E148 Instagram 330.0`,
		5,
		'embedded ios sevenDays',
		false
	],
	['a mail program on iPhone', `${phone} Mobile/15E148`, 5, 'embedded ios sevenDays', false],
	[
		'the Google app on iPhone',
		`${phone} GSA/312.0 Mobile/15E148 Safari/604.1`,
		5,
		'embedded ios sevenDays',
		false
	],
	['installed on iPhone', `${phone} Mobile/15E148`, 5, 'ios', true],
	['Safari on iPad', `${mac} Version/17.4 Safari/605.1.15`, 5, 'ios sevenDays', false],
	['Safari on Mac', `${mac} Version/17.4 Safari/605.1.15`, 0, 'sevenDays', false],
	['Safari on Mac, in the Dock', `${mac} Version/17.4 Safari/605.1.15`, 0, '', true],
	[
		'Chrome on Mac',
		`${mac.replace('605.1.15', '537.36')} Chrome/124.0 Safari/537.36`,
		0,
		'',
		false
	],
	[
		'Firefox',
		'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
		0,
		'',
		false
	]
])('%s', (_, userAgent, touchPoints, kind, installed) => {
	const found = browserKind(userAgent, touchPoints, installed);
	expect(
		Object.entries(found)
			.filter(([, is]) => is)
			.map(([name]) => name)
			.join(' ')
	).toBe(kind);
});
