/** Digits in a text as they are shown: ('5 of 8', 'arab') => '٥ of ٨'. Other characters stay. */
export function shownDigits(text: string, digits: 'latn' | 'arab'): string {
	return digits === 'latn'
		? text
		: text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
}
