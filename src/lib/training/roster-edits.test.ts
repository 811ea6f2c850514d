import { describe, expect, it } from 'vitest';
import type { Member } from './roster';
import { isTaken, joined, withDevice, withLeft, withMember, withText } from './roster-edits';

const member = (id: string, part: Partial<Member> = {}): Member => ({
	id,
	name: `Name ${id}`,
	number: '',
	department: '',
	jobTitle: '',
	token: `token-${id}`,
	left: null,
	device: null,
	profile: null,
	...part
});
const roster = [member('a', { number: '7' }), member('b', { department: 'Ward 3' })];

describe('a roster', () => {
	it('gets one person more, without the white space around what was typed', () => {
		const text = { name: ' Amal ', number: ' 12', department: '', jobTitle: 'Nurse ' };
		expect(withMember(roster, text, { id: 'c', token: 't' }).at(-1)).toEqual(
			member('c', { name: 'Amal', number: '12', jobTitle: 'Nurse', token: 't' })
		);
	});

	it('knows a number that is somebody else’s', () => {
		expect(isTaken(roster, ' 7 ', 'b')).toBe(true);
		expect(isTaken(roster, '7', 'a')).toBe(false);
		expect(isTaken(roster, '', 'a')).toBe(false);
	});

	it('keeps who somebody is when words about them change', () => {
		const text = { name: 'Amal', number: '8', department: 'Ward 1', jobTitle: '' };
		expect(withText(roster, 'a', text)[0]).toEqual(
			member('a', { name: 'Amal', number: '8', department: 'Ward 1' })
		);
		expect(withLeft(roster, 'b', 5).map(({ left }) => left)).toEqual([null, 5]);
		expect(withLeft(withLeft(roster, 'b', 5), 'b', null)).toEqual(roster);
		expect(withDevice(roster, 'b', { device: 'd', profile: 'p' })[1]).toMatchObject({
			device: 'd',
			profile: 'p',
			token: 'token-b'
		});
	});

	it('joins two entries of one person, and loses neither a device nor what only one has', () => {
		const pinned = withDevice(roster, 'b', { device: 'd', profile: 'p' });
		expect(joined(pinned, 'a', 'b')).toEqual([
			member('a', {
				number: '7',
				department: 'Ward 3',
				token: 'token-b',
				device: 'd',
				profile: 'p'
			})
		]);
		const both = withDevice(pinned, 'a', { device: 'e', profile: 'p' });
		expect(joined(both, 'a', 'b')).toBeNull();
		expect([joined(roster, 'a', 'a'), joined(roster, 'a', 'x')]).toEqual([null, null]);
	});

	it('counts somebody as there who is so in one of both entries', () => {
		expect(joined(withLeft(roster, 'a', 5), 'a', 'b')![0]!.left).toBeNull();
		expect(joined(withLeft(withLeft(roster, 'a', 5), 'b', 9), 'a', 'b')![0]!.left).toBe(9);
	});
});
