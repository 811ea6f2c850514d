import { describe, expect, it } from 'vitest';
import { exampleAssignment } from './examples-of-assignments';
import {
	latestOf,
	newlyGiven,
	nowSent,
	revised,
	sentRevisionOf,
	stateOf,
	withdrawn
} from './given';

const fresh = newlyGiven(exampleAssignment);
const sent = nowSent(fresh, 10)!;
const later = { ...exampleAssignment, title: 'Later' };

describe('an assignment that is given', () => {
	it('is not sent until it is, and sent once', () => {
		expect([stateOf(fresh), stateOf(sent)]).toEqual(['not-sent', 'sent']);
		expect(sent.sent).toBe(10);
		expect(nowSent(sent, 20)).toBeNull();
		expect([sentRevisionOf(fresh), sentRevisionOf(sent)?.revision]).toEqual([null, 1]);
	});

	it('replaces a revision that nobody got, and follows one that was sent', () => {
		const corrected = revised(fresh, later);
		expect(corrected.revisions.map(({ revision, title }) => [revision, title])).toEqual([
			[1, 'Later']
		]);
		const changed = revised(sent, later);
		expect(changed.revisions.map(({ revision, title }) => [revision, title])).toEqual([
			[1, 'Week 1'],
			[2, 'Later']
		]);
		expect(stateOf(changed)).toBe('changed');
		expect(sentRevisionOf(changed)?.title).toBe('Week 1');
		const again = revised(changed, { ...later, title: 'Latest' });
		expect(again.revisions.map(({ revision }) => revision)).toEqual([1, 2]);
		expect(latestOf(again).title).toBe('Latest');
	});

	it('is withdrawn as students have it, and taken up again by a revision', () => {
		const gone = withdrawn(revised(sent, later), 30)!;
		expect(latestOf(gone)).toMatchObject({
			revision: 2,
			withdrawn: true,
			title: 'Week 1',
			made: 30
		});
		expect([stateOf(gone), withdrawn(gone, 40)]).toEqual(['withdrawn', null]);
		expect(stateOf(revised(nowSent(gone, 50)!, exampleAssignment))).toBe('changed');
	});
});
