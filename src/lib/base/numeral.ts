/** A number as somebody typed it, or why it is none. Never NaN, never infinite, never minus zero. */
export type ReadNumber =
	{ readonly value: number } | { readonly failure: 'empty' | 'not-a-number' | 'out-of-range' };

/** Digits in a text as they are shown: ('5 of 8', 'arab') => '٥ of ٨'. Other characters stay. */
export function shownDigits(text: string, digits: 'latn' | 'arab'): string {
	return digits === 'latn'
		? text
		: text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
}

/** Arabic-Indic and Persian digits as 0-9: '١٢۳' => '123'. Other characters stay. */
export const westernDigits = (text: string): string =>
	text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/** Marks that only steer the direction of a text; U+061C stands before a minus on Arabic keyboards. */
const bidiMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** '10¹⁰' => '10^10', '10⁻³' => '10^-3'; a superscript anywhere else stays, and is then refused. */
const plainExponent = (text: string) =>
	text.replace(
		/(10)([⁺⁻]?)([⁰¹²³⁴-⁹]+)$/,
		(_, ten: string, sign: string, digits: string) =>
			`${ten}^${sign === '⁻' ? '-' : ''}${[...digits].map((digit) => superscripts.indexOf(digit)).join('')}`
	);

const scientific =
	/^(?:(?<factor>[^e^×·⋅*x]+?)(?:e|\s*[×·⋅*x]\s*10\s*\^\s*)|10\s*\^\s*)(?<exponent>[-+]?\d+)$/i;

/** Groups of three behind one to three digits, all with the same mark; not behind a lone 0. */
const grouped =
	/^(?<whole>[1-9]\d{0,2}(?<mark>[,٬\u00A0\u2009\u202F])\d{3}(?:\k<mark>\d{3})*)(?:(?<point>[.٫،,])(?<part>\d*))?$/;
const ungrouped = /^(?<whole>\d*)(?:[.٫،,](?<part>\d*))?$/;

/**
 * An unsigned number without exponent, as JavaScript writes it, or null.
 * One comma is a decimal mark except where it could group, as in '1,400': there it groups.
 */
function decimal(text: string): string | null {
	const { whole, mark, point, part } = grouped.exec(text)?.groups ?? {};
	if (whole !== undefined)
		return mark === ',' && point === ',' ? null : `${whole.replace(/\D/g, '')}.${part || '0'}`;
	const plain = ungrouped.exec(text)?.groups;
	if (!plain || !(plain.whole || plain.part)) return null;
	return `${plain.whole || '0'}.${plain.part || '0'}`;
}

/**
 * Reads a number as people type it in either language: '٣٫٥' => 3.5, '1,400' => 1400, '5-' => -5, '3·10¹⁰' => 3e10.
 * The rules and their reasons stand row by row in `vectors/numbers.json`.
 */
export function readNumber(typed: string): ReadNumber {
	const text = westernDigits(typed).replace(bidiMarks, '').replace(/[−]/g, '-').trim();
	if (text === '') return { failure: 'empty' };
	const [, before, unsigned, after] = /^([-+]?)\s*(.*?)\s*(-?)$/su.exec(plainExponent(text))!;
	const power = scientific.exec(unsigned!)?.groups;
	const digits = decimal(power ? (power.factor ?? '1') : unsigned!);
	// A minus behind a power could belong to the number or to the exponent.
	if (digits === null || (after && (before || power))) return { failure: 'not-a-number' };
	const value = Number(`${digits}e${power?.exponent ?? 0}`);
	if (!Number.isFinite(value)) return { failure: 'out-of-range' };
	return { value: value === 0 ? 0 : before === '-' || after ? -value : value };
}

/** One digit of any of the three kinds: '٣' => 3; null for anything else. */
export const readDigit = (key: string): number | null =>
	/^[0-9]$/.test(westernDigits(key)) ? Number(westernDigits(key)) : null;
