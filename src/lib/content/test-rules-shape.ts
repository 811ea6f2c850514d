import * as v from 'valibot';
import { countings } from '#lib/quiz/counting';
import type { TestRules } from './course';

/** `test` in course.yaml, with what was left out filled in. */
export const testRulesShape = v.pipe(
	v.strictObject({
		minutes: v.optional(
			v.pipe(
				v.number('must be the time limit in minutes, a number like 10'),
				v.integer('must be whole minutes, like 10'),
				v.minValue(1, 'must be 1 or more: it is the time limit in minutes; leave it out for none')
			)
		),
		attempts: v.optional(
			v.pipe(
				v.number('must be how many attempts are allowed for each lesson, a number like 3'),
				v.integer('must be a whole number of attempts, like 3'),
				v.minValue(1, 'must be 1 or more; leave it out to allow any number of attempts')
			)
		),
		counts: v.optional(v.picklist(countings), 'best'),
		confidence: v.optional(v.boolean(), false)
	}),
	v.transform(({ minutes, attempts, ...rules }): TestRules => ({
		minutes: minutes ?? null,
		attempts: attempts ?? null,
		...rules
	}))
);
