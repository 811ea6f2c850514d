import { expect, it } from 'vitest';
import { exampleAssignment } from './examples-of-assignments';
import { joinedRevisions } from './joined-revisions';

const revision = (revision: number, made: number, title = `made at ${made}`) => ({
	...exampleAssignment,
	...{ revision, made, title }
});
const copy = (sent: number | null, ...revisions: ReturnType<typeof revision>[]) => ({
	revisions,
	sent
});
type Copy = ReturnType<typeof copy>;

/** In both orders, and once more with either: always the same. */
function joined(one: Copy, other: Copy) {
	const result = joinedRevisions(one, other);
	expect(joinedRevisions(other, one)).toEqual(result);
	for (const copy of [one, other, result]) {
		expect(joinedRevisions(result, copy)).toEqual(result);
		expect(joinedRevisions(copy, result)).toEqual(result);
	}
	return [result.sent, ...result.revisions.map(({ revision, made }) => [revision, made])];
}

it('unites what was sent from two devices, and when the last was', () => {
	const first = revision(1, 10);
	expect(joined(copy(11, first), copy(21, first, revision(2, 20)))).toEqual([21, [1, 10], [2, 20]]);
	expect(joined(copy(12, first), copy(11, first))).toEqual([11, [1, 10]]);
	expect(joined(copy(31, revision(3, 30)), copy(11, first))).toEqual([31, [1, 10], [3, 30]]);
});

it('keeps of two that were sent under one number the one that was made later', () => {
	const first = revision(1, 10);
	const [mine, other] = [revision(2, 20), revision(2, 25)];
	expect(joined(copy(40, first, mine), copy(26, first, other))).toEqual([26, [1, 10], [2, 25]]);
	expect(joined(copy(40, revision(1, 9, 'a')), copy(50, revision(1, 9, 'b')))).toEqual([
		50,
		[1, 9]
	]);
});

it('puts what was not sent after what was sent under its number, and never in its place', () => {
	const first = revision(1, 10);
	const sent = copy(21, first, revision(2, 20));
	expect(joined(copy(null, first, revision(2, 30)), sent)).toEqual([
		null,
		[1, 10],
		[2, 20],
		[3, 30]
	]);
	// From a device whose clock is behind, and that knew of what was sent.
	expect(joined(copy(null, first, revision(2, 20), revision(3, 5)), sent)).toEqual([
		null,
		[1, 10],
		[2, 20],
		[3, 5]
	]);
	expect(joined(copy(null, revision(1, 30)), copy(11, first))).toEqual([null, [1, 10], [2, 30]]);
});

it('does not bring back what was sent since, or what something later was sent instead of', () => {
	const first = revision(1, 10);
	const sent = copy(21, first, revision(2, 20));
	expect(joined(copy(null, first, revision(2, 20)), sent)).toEqual([21, [1, 10], [2, 20]]);
	expect(joined(copy(null, first, revision(2, 15)), sent)).toEqual([21, [1, 10], [2, 20]]);
});

it('keeps the newer one of two that were not sent', () => {
	const first = revision(1, 10);
	const [older, newer] = [revision(2, 20), revision(2, 30)];
	expect(joined(copy(null, first, older), copy(null, first, newer))).toEqual([
		null,
		[1, 10],
		[2, 30]
	]);
	expect(joined(copy(null, revision(1, 20)), copy(null, revision(1, 30)))).toEqual([null, [1, 30]]);
});
