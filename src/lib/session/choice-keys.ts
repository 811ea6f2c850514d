import { readDigit } from '#lib/base/numeral';

/**
 * A digit key presses the choice of that number in the form, unless something is being typed or chosen from a list.
 * Says whether it did.
 */
export function pressChoice(event: KeyboardEvent, form: HTMLElement): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey) return false;
	const target = event.target as HTMLElement;
	if (target.closest('textarea, select, input:not([type="radio"], [type="checkbox"])'))
		return false;
	const digit = readDigit(event.key);
	if (!digit) return false;
	// Of several groups (one per item to categorise), the one that is being answered.
	const group = target.closest('[role="radiogroup"]') ?? form.querySelector('.options');
	const choice = group?.querySelectorAll<HTMLInputElement>('input')[digit - 1];
	if (!choice || choice.disabled) return false;
	event.preventDefault();
	choice.focus();
	choice.click();
	return true;
}
