import { describe, expect, it } from 'vitest';
import type { GivenAssignment } from './collected';
import { exampleHandIn } from './examples-of-hand-ins';
import type { OpenedHandIn } from './hand-in';
import { Matcher } from './matching';
import type { Member } from './roster';

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
		expect(matcher.pinned).toBeNull();
		const confirmed = { learner: 'amal', standing: 'confirmed' };
		expect(matcher.match(handIn('key-1', { token: 'token-amal' }))).toEqual(confirmed);
		expect(matcher.match(handIn('key-1'))).toEqual(confirmed);
		expect(matcher.isNew('amal')).toBe(true);
		expect(matcher.pinned?.roster).toMatchObject([
			{ id: 'amal', device: 'key-1', profile: 'p' },
			{ id: 'badr', device: null, profile: null }
		]);
	});

	it('takes neither another key nor another profile for a pinned one', () => {
		const matcher = new Matcher(given(member('amal', { device: 'key-1', profile: 'p' })));
		const other = { learner: 'amal', standing: 'unconfirmed' };
		expect(matcher.match(handIn('key-2', { token: 'token-amal' }))).toEqual(other);
		expect(matcher.match(handIn('key-1', { token: 'token-amal', profile: 'q' }))).toEqual(other);
		expect(matcher.pinned).toBeNull();
	});

	it('finds a member by number, whatever its digits, without taking the device for hers', () => {
		const matcher = new Matcher(given(member('amal', { number: 'E-1042' })));
		expect(matcher.match(handIn('key-1', { number: 'e ١٠٤٢' }))).toEqual({
			learner: 'amal',
			standing: 'unconfirmed'
		});
		expect(matcher.pinned).toBeNull();
	});

	it('lists who is on no roster by device and profile', () => {
		const matcher = new Matcher(given(member('amal')));
		expect(matcher.match(handIn('key-1', { number: '', token: 'made-up' }))).toEqual({
			learner: 'key-1.p',
			standing: 'unconfirmed'
		});
	});

	it('does not confirm the second of two who share a device and do not tell each other apart', () => {
		const matcher = new Matcher(given(member('amal'), member('badr')));
		matcher.match(handIn('key-1', { token: 'token-amal' }));
		for (const learner of [{ token: 'token-badr' }, { number: 'E-badr' }])
			expect(matcher.match(handIn('key-1', learner))).toEqual({
				learner: 'badr',
				standing: 'unconfirmed'
			});
		expect(matcher.pinned?.roster[1]).toMatchObject({ device: null });
	});
});
