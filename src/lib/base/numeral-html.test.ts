import { expect, it } from 'vitest';
import { shownDigitsInHtml } from './numeral-html';

it.each([
	['<p>من 30 إلى 150</p>', '<p>من ٣٠ إلى ١٥٠</p>'],
	['<a href="#source-S1">1</a>', '<a href="#source-S1">١</a>'],
	['<bdi lang="en">CD63</bdi> و81', '<bdi lang="en">CD63</bdi> و٨١'],
	['&#x27;7&#x27;', '&#x27;٧&#x27;'],
	['<h3>2</h3><code>v2</code>', '<h3>٢</h3><code>v2</code>'],
	[
		'<text>1<tspan direction="ltr">CD9</tspan>2</text>',
		'<text>١<tspan direction="ltr">CD9</tspan>٢</text>'
	]
])('%s', (html, shown) => {
	expect(shownDigitsInHtml(html, 'arab')).toBe(shown);
	expect(shownDigitsInHtml(html, 'latn')).toBe(html);
});
