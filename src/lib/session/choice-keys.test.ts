import { beforeEach, describe, expect, it } from 'vitest';
import { pressChoice } from './choice-keys';

const form = document.createElement('form');
document.body.append(form);

const choice = (type: 'radio' | 'checkbox', id: string, more = '') =>
	`<label><input type="${type}" id="${id}" name="${type}-${id[0]}" ${more} />${id}</label>`;
const options = (...inputs: string[]) => `<div class="options">${inputs.join('')}</div>`;

/** Presses a key on an element, or on the page; says what is chosen then, and whether the key was used up. */
function press(key: string, on: string | null = null, more: KeyboardEventInit = {}) {
	const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
	const target = on ? form.querySelector(`#${on}`)! : document.body;
	let pressed: boolean | null = null;
	const listen = (event: Event) => (pressed = pressChoice(event as KeyboardEvent, form));
	addEventListener('keydown', listen, { once: true });
	target.dispatchEvent(event);
	expect(event.defaultPrevented).toBe(pressed);
	return [...form.querySelectorAll<HTMLInputElement>('input:checked')].map(({ id }) => id);
}

describe('a digit key', () => {
	beforeEach(() => {
		form.innerHTML = options(choice('radio', 'a1'), choice('radio', 'a2'), choice('radio', 'a3'));
	});

	it.each([
		['2', ['a2']],
		['٣', ['a3']],
		['۱', ['a1']],
		['4', []],
		['0', []],
		['a', []],
		['Enter', []]
	])('%s chooses %s', (key, chosen) => {
		expect(press(key)).toEqual(chosen);
	});

	it('takes the focus along, so that Enter and arrows go on from there', () => {
		press('2');
		expect(document.activeElement?.id).toBe('a2');
	});

	it('ticks and unticks a box', () => {
		form.innerHTML = options(choice('checkbox', 'b1'), choice('checkbox', 'b2'));
		expect(press('1')).toEqual(['b1']);
		expect(press('2')).toEqual(['b1', 'b2']);
		expect(press('1')).toEqual(['b2']);
	});

	it('goes on working while a choice has the focus', () => {
		expect(press('1', 'a3')).toEqual(['a1']);
	});

	it.each(['ctrlKey', 'metaKey', 'altKey'])('is the browser’s with %s', (modifier) => {
		expect(press('1', null, { [modifier]: true })).toEqual([]);
	});

	it('does not choose what is locked', () => {
		form.innerHTML = options(choice('radio', 'a1', 'disabled'));
		expect(press('1')).toEqual([]);
	});

	it.each([
		['<input id="field" type="text" />'],
		['<textarea id="field"></textarea>'],
		['<select id="field"><option>1</option></select>']
	])('is typed, not pressed, in %s', (field) => {
		form.insertAdjacentHTML('beforeend', field);
		expect(press('1', 'field')).toEqual([]);
	});

	it('chooses in the group that is being answered, of several', () => {
		form.innerHTML = ['c', 'd']
			.map(
				(group) =>
					`<div role="radiogroup">${choice('radio', `${group}1`)}${choice('radio', `${group}2`)}</div>`
			)
			.join('');
		expect(press('2', 'd1')).toEqual(['d2']);
		expect(press('1', 'c2')).toEqual(['c1', 'd2']);
		// Outside of all groups it is anybody's guess which is meant.
		expect(press('1')).toEqual(['c1', 'd2']);
	});
});
