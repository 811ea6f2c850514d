import { describe, expect, it } from 'vitest';
import { both } from '#lib/quiz/examples';
import { questionKey, type Question } from '#lib/quiz/question';
import { attemptState } from './attempt-state';
import { exampleQuestion, logOf, submissionOf, type Step } from './examples';
import { remarksDue } from './remarks';

type Kind = Parameters<typeof exampleQuestion>[1];

/** A question, and the same one with another key. */
const drawn = (kind: Kind, part: Partial<Question> = {}) => exampleQuestion('q', kind, part);
const edited = (kind: Kind, part: Partial<Question>) =>
	drawn(kind, { hash: { marking: 'new', text: 'new' }, ...part });

/** 'one!' is an option that is right, 'one' one that is not. */
const options = (...names: string[]) => ({
	options: names.map((name) => ({
		id: name.replace('!', ''),
		correct: name.endsWith('!'),
		text: both(name)
	}))
});
const items = (...names: string[]) => ({ items: names.map((id) => ({ id, text: both(id) })) });
const tried = (response: unknown, earned: number, possible = 1): Step => ({
	earned,
	possible,
	response
});
const chosen = (chosen: unknown, earned: number, possible = 1) =>
	tried({ chosen }, earned, possible);

const complete = (question: Question, steps: readonly Step[], current: readonly Question[]) => {
	const log = { ...logOf([question], steps), submissions: [submissionOf('attempt', 50, 0, 1)] };
	return { log, remarks: remarksDue(log, current) };
};

const single = drawn('single-choice', options('a!', 'b', 'c'));
const several = drawn('multiple-choice', options('a!', 'b!', 'c'));
const ordering = drawn('multiple-choice', { kind: 'ordering', ...items('a', 'b', 'c') });
const now = (...names: string[]) => edited('single-choice', options(...names));
const severalNow = (...names: string[]) => edited('multiple-choice', options(...names));
const orderNow = (...names: string[]) =>
	edited('multiple-choice', { kind: 'ordering', ...items(...names) });
const order = (order: string[], earned: number) => tried({ order }, earned, 3);
const number = drawn('short-text', {
	kind: 'numeric',
	answer: 10,
	tolerance: { absolute: 0 },
	mistakes: []
});

describe('what is marked again', () => {
	it.each<[string, Question, readonly Step[], Question, string | null]>([
		['the right option is another', single, [chosen('b', 0)], now('a', 'b!', 'c'), '0/1 => 1/1'],
		[
			'… and the answer was the old one',
			single,
			[chosen('a', 1)],
			now('a', 'b!', 'c'),
			'1/1 => 0/1'
		],
		[
			'words changed, no key',
			single,
			[chosen('b', 0)],
			drawn('single-choice', { ...options('a!', 'b', 'c'), hash: { marking: 'm-q', text: 'new' } }),
			null
		],
		['nothing changed', single, [chosen('b', 0)], single, null],
		[
			'the question is retired',
			single,
			[chosen('b', 0)],
			edited('single-choice', { ...options('a', 'b!'), retired: true }),
			null
		],
		['a hint came before the try', single, [{ hint: 0 }, chosen('b', 0)], now('a', 'b!'), null],
		[
			'a hint came after it',
			single,
			[chosen('b', 0), { hint: 0 }, chosen('a', 1)],
			now('a', 'b!'),
			'0/1 => 1/1'
		],
		['nothing was answered', single, ['opened'], now('a', 'b!'), null],
		[
			'an option is new and right',
			single,
			[chosen('b', 0)],
			now('a', 'b', 'c', 'd!'),
			'0/1 => 0/1'
		],
		['the chosen option is gone', single, [chosen('c', 0)], now('a', 'b!'), null],
		['the kind is another', single, [chosen('b', 0)], edited('true-false', {}), null],
		[
			'a third option is right too',
			several,
			[chosen(['a', 'b', 'c'], 1, 2)],
			severalNow('a!', 'b!', 'c!'),
			'1/2 => 3/3'
		],
		[
			'options stand in another order',
			several,
			[chosen(['a', 'b', 'c'], 1, 2)],
			severalNow('c!', 'b!', 'a!'),
			'1/2 => 3/3'
		],
		[
			'a wrong one of those chosen is gone',
			several,
			[chosen(['a', 'b', 'c'], 1, 2)],
			severalNow('a!', 'b!'),
			null
		],
		[
			'a wrong one is gone that was not chosen',
			several,
			[chosen(['a'], 1, 2)],
			severalNow('a!', 'b'),
			'1/2 => 1/1'
		],
		[
			'the right order is another',
			ordering,
			[order(['b', 'a', 'c'], 1)],
			orderNow('b', 'a', 'c'),
			'1/3 => 3/3'
		],
		[
			'an item came to it',
			ordering,
			[order(['a', 'b', 'c'], 3)],
			orderNow('a', 'b', 'c', 'd'),
			null
		],
		['an item went from it', ordering, [order(['b', 'c', 'a'], 0)], orderNow('b', 'c'), null],
		[
			'time ran out over half an answer',
			ordering,
			[order(['b'], 0)],
			orderNow('b', 'a', 'c'),
			'0/3 => 1/3'
		],
		[
			'a number is another',
			number,
			[tried({ entered: '١٢' }, 0)],
			edited('short-text', { ...number, hash: { marking: 'new', text: 'new' }, answer: 12 }),
			'0/1 => 1/1'
		],
		['a broken answer was stored', single, [tried('broken', 0)], now('a', 'b!'), '0/1 => 0/1']
	])('where %s', (_reason, question, steps, current, expected) => {
		const told = complete(question, steps, [current]).remarks.map(
			({ before, earned, possible }) =>
				`${before.earned}/${before.possible} => ${earned}/${possible}`
		);
		expect(told).toEqual(expected === null ? [] : [expected]);
	});

	it('is nothing while the attempt is under way', () => {
		const log = logOf([single], [chosen('b', 0)]);
		expect(remarksDue(log, [now('a', 'b!', 'c')])).toEqual([]);
	});
});

describe('a key', () => {
	const b = now('a', 'b!', 'c');
	const c = { ...b, ...options('a', 'b', 'c!'), hash: { marking: 'newer', text: 'new' } };
	/** The log with what is due recorded in it, as a session does when it opens. */
	const marked = (log: ReturnType<typeof complete>['log'], current: Question) => {
		const stamp = { ...log.submissions[0]!, sequence: 60 + log.events.length };
		const events = remarksDue(log, [current]).map((remark) => ({
			...stamp,
			...remark,
			id: `remark-${stamp.sequence}`
		}));
		return { ...log, events: [...log.events, ...events] };
	};
	const { log } = complete(single, [chosen('b', 0)], []);

	it('is marked by once, and both marks stand', () => {
		const once = marked(log, b);
		expect(marked(once, b)).toEqual(once);
		expect(once.events.map((event) => 'key' in event && event.key)).toEqual([questionKey(b)]);
		const [state] = attemptState(once).questions;
		expect([state!.markedBefore, state!.mark]).toEqual([
			{ earned: 0, possible: 1 },
			{ earned: 1, possible: 1 }
		]);
	});

	it('is marked by once, though another version of the course comes in between', () => {
		const twice = marked(marked(log, b), c);
		expect(twice.events).toHaveLength(2);
		expect(marked(marked(twice, b), c)).toEqual(twice);
		expect(attemptState(twice).questions[0]!.mark).toEqual({ earned: 1, possible: 1 });
	});

	it('that is the old one again adds nothing', () => {
		expect(marked(marked(log, b), single).events).toHaveLength(1);
	});
});
