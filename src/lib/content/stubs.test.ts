import { expect, it } from 'vitest';
import type { Course } from './course';
import { teachingSections } from './stubs';

const about = (objective: string, section: string, retired = false) => ({
	objective,
	section,
	retired
});

const course = {
	modules: [
		{
			lessons: [
				{
					id: 'cells',
					objectives: [{ id: 'size' }, { id: 'cargo' }, { id: 'origins' }],
					sections: [{ id: 'how-small' }, { id: 'inside' }],
					questions: [
						about('size', 'inside', true),
						about('size', 'inside', true),
						about('size', 'how-small'),
						about('cargo', 'how-small'),
						about('cargo', 'inside'),
						about('cargo', 'inside'),
						about('origins', 'renamed')
					]
				}
			]
		}
	]
} as unknown as Course;

it('an objective is taught where most of its questions lead, retired ones and lost sections left aside', () => {
	expect(teachingSections(course)).toEqual({ cells: { size: 'how-small', cargo: 'inside' } });
});
