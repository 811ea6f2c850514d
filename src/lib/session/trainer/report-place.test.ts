import { describe, expect, it } from 'vitest';
import { reportHash, reportPlace, type ReportPlace } from './report-place';

const whole = { learner: null, paper: null };

describe('the place in a report', () => {
	it('is told by what stands behind the address', () => {
		expect(reportPlace('#id=a1')).toEqual({ ...whole, assignment: 'a1' });
		expect(reportPlace('#sample')).toEqual({ ...whole, assignment: null });
		expect(reportPlace('#id=a1&learner=x%2By')).toEqual({
			...whole,
			assignment: 'a1',
			learner: 'x+y'
		});
		expect(reportPlace('#id=a1&paper=summary')?.paper).toBe('summary');
		expect(reportPlace('#id=a1&paper=other')?.paper).toBe(null);
		expect(['', '#', '#id=', '#other'].map(reportPlace)).toEqual([null, null, null, null]);
	});

	it('is written as it is read, whatever is in an id', () => {
		const places: ReportPlace[] = [
			{ ...whole, assignment: 'a1' },
			{ ...whole, assignment: null, learner: 'k_-.ü&=+ 1' },
			{ assignment: 'a&b', learner: null, paper: 'certificates' }
		];
		for (const place of places) expect(reportPlace(reportHash(place))).toEqual(place);
	});
});
