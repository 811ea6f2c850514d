import { expect, it } from 'vitest';
import { givenOf, member } from '../marking/examples-of-marking';
import { placesOf } from './places';

const nobody = member('nobody', { number: '', token: 'token-of-nobody' });
const amal = member('amal', { number: 'E-1', token: 'token-1' });
const others = [
	member('by-number', { number: 'e ١', token: 'token-2', device: 'phone', profile: 'p' }),
	member('by-token', { number: '', token: 'token-1' }),
	member('by-device', { number: 'E-9', token: 'token-3', device: 'phone', profile: 'p' }),
	member('at-her-phone', { number: '', token: 'token-4', device: 'phone', profile: 'q' }),
	member('without-number', { number: '-', token: 'token-5' })
];
const assignments = [[amal, nobody], ...others.map((one) => [one, nobody])].map((roster) =>
	givenOf([], roster)
);
const found = (learner: string) => placesOf(assignments, learner).map(({ member: { id } }) => id);

it('is everywhere with her number, token or device, and nobody else', () => {
	expect(found('amal').sort()).toEqual(['amal', 'by-device', 'by-number', 'by-token']);
});

it('is known by the device of somebody on no roster', () => {
	expect(found('phone.p')).toContain('by-device');
	expect(found('phone.q')).toEqual(['at-her-phone']);
	expect(found('unknown.p')).toEqual([]);
});

it('has no number where there is no letter or digit in it', () => {
	expect(found('without-number')).toEqual(['without-number']);
});
