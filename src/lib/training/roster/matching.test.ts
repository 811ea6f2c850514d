import { describe, expect, it } from 'vitest';
import type { GivenAssignment } from '../collected';
import { exampleHandIn } from '../examples-of-hand-ins';
import type { OpenedHandIn } from '../hand-in';
import { Matcher } from './matching';
import type { Member } from '../roster';

const member = (id: string, part: Partial<Member> = {}): Member => ({
	id,
	number: `E-${id}`,
	name: id,
	department: '',
	jobTitle: '',
	token: `token-${id}`,
	left: null,
	device: null,
	profile: null,
	...part
});

const given = (...roster: readonly Member[]): GivenAssignment => ({
	...{ id: 'a', revisions: [], sent: null, edition: 1, at: 0 },
	roster
});

function handIn(
	signerId: string,
	learner: { readonly token?: string; readonly number?: string; readonly profile?: string } = {}
): OpenedHandIn {
	const { token = null, number = '', profile = 'p' } = learner;
	return {
		handIn: exampleHandIn(0, { learner: { name: 'Amal', number, token, profile } }),
		digest: 'digest',
		signer: { x: '', y: '' },
		signerId
	};
}

describe('whose a hand-in is', () => {
	it('pins the device of the first one with the right token, and knows it from then on', () => {
		const matcher = new Matcher(given(member('amal'), member('badr')));
		const confirmed = { learner: 'amal', standing: 'confirmed' };
		const hers = handIn('key-1', { token: 'token-amal' });
		expect(matcher.match(hers)).toEqual({ ...confirmed, pins: true });
		expect(matcher.match(hers)).toEqual({ ...confirmed, pins: false });
		expect(matcher.match(handIn('key-1'))).toEqual({ ...confirmed, pins: false });
	});

	it('takes neither another key nor another profile for a pinned one', () => {
		const matcher = new Matcher(given(member('amal', { device: 'key-1', profile: 'p' })));
		const other = { learner: 'amal', standing: 'unconfirmed', pins: false };
		expect(matcher.match(handIn('key-2', { token: 'token-amal' }))).toEqual(other);
		expect(matcher.match(handIn('key-1', { token: 'token-amal', profile: 'q' }))).toEqual(other);
	});

	it('finds a member by number, whatever its digits, without taking the device for hers', () => {
		const matcher = new Matcher(given(member('amal', { number: 'E-1042' })));
		expect(matcher.match(handIn('key-1', { number: 'e ١٠٤٢' }))).toEqual({
			learner: 'amal',
			standing: 'unconfirmed',
			pins: false
		});
	});

	it('lists who is on no roster by device and profile', () => {
		const matcher = new Matcher(given(member('amal')));
		expect(matcher.match(handIn('key-1', { number: '', token: 'made-up' }))).toEqual({
			learner: 'key-1.p',
			standing: 'unconfirmed',
			pins: false
		});
	});

	it('does not confirm the second of two who share a device and do not tell each other apart', () => {
		const matcher = new Matcher(given(member('amal'), member('badr')));
		matcher.match(handIn('key-1', { token: 'token-amal' }));
		for (const learner of [{ token: 'token-badr' }, { number: 'E-badr' }])
			expect(matcher.match(handIn('key-1', learner))).toEqual({
				learner: 'badr',
				standing: 'unconfirmed',
				pins: false
			});
	});
});
