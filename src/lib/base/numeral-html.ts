import { shownDigits } from './numeral';

/** Elements whose digits are codes or foreign words. */
const kept = /^(bdi|code)\b|^tspan direction="ltr"/;

/** Digits in HTML as they are shown, outside of tags, entities, `<bdi>` and `<code>`. */
export function shownDigitsInHtml(html: string, digits: 'latn' | 'arab'): string {
	if (digits === 'latn') return html;
	let inside: string | null = null;
	return html.replace(/<(\/?)([^>]*)>|&[^;]+;|[^<&]+/g, (piece, closing, tag) => {
		if (tag === undefined)
			return inside || piece.startsWith('&') ? piece : shownDigits(piece, digits);
		const name = /^[a-z0-9]+/i.exec(tag as string)?.[0] ?? '';
		if (closing && name === inside) inside = null;
		else if (!closing && !inside && kept.test(tag as string)) inside = name;
		return piece;
	});
}
