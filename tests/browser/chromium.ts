/** Tests run as root in containers, on machines without an open network. */
export const chromiumArguments = [
	'--no-sandbox',
	'--disable-background-networking',
	'--disable-quic',
	'--disable-component-update',
	'--disable-sync',
	'--disable-extensions',
	'--disable-component-extensions-with-background-pages',
	'--disable-gpu'
];
