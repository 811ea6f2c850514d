import { describe, expect, it } from 'vitest';
import { evidenceLevels } from '#lib/content/course';
import { locales } from '#lib/base/locale';
import type { MasteryLevel } from '#lib/progress/mastery';
import { messageProblems } from '#lib/content/rules/icu';
import { confidences } from '#lib/progress/record';
import { countings } from '#lib/quiz/counting';
import { codeProblems, ledgerParts } from '#lib/session/trainer/choices';
import { answerTimes } from '#lib/training/assignment';
import { changeNames } from '#lib/training/changes';
import { draftProblems } from '#lib/training/form/draft-check';
import { gradebookOrders } from '#lib/session/trainer/report-order';
import { takenTables } from '#lib/session/trainer/taking-away';
import type { AttemptNote, MarkNote } from '#lib/training/collected';
import type { ItemFlag } from '#lib/training/report/item-analysis';
import type { InputProblem } from '#lib/training/problem';
import { columns, type Code } from '#lib/training/take-away/labels';
import { isForTests, sources } from './architecture/source';

/** Every key of a table. */
const keysIn = (value: unknown, prefix: string): string[] =>
	typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([key, inside]) =>
				keysIn(inside, prefix ? `${prefix}.${key}` : key)
			)
		: [prefix];

const tables = sources.filter(({ path }) => /\/messages(\/|\.)([\w]+\.)?\w+\.json$/.test(path));
const keysOf = (locale: string) =>
	tables
		.filter(({ path }) => path.endsWith(`${locale}.json`))
		.flatMap(({ path, text }) => {
			const kind = /\/kinds\/([^/]+)\//.exec(path)?.[1];
			return keysIn(JSON.parse(text), kind ? `kinds.${kind}` : '');
		})
		.sort();

const levels: readonly MasteryLevel[] = ['not-yet', 'weak', 'growing', 'mastered'];
const flags: readonly ItemFlag[] = [
	'too-few',
	'key-suspect',
	'too-easy',
	'too-hard',
	'languages-differ'
];
const inputProblems: readonly InputProblem[] = [
	...(['not-ours', 'cut', 'changed', 'unsigned', 'expired', 'newer', 'too-large'] as const),
	...(['other-course', 'damaged', 'wrong-key', 'unknown-assignment'] as const),
	...(['passphrase-needed', 'wrong-passphrase'] as const)
];
const attemptNotes: readonly AttemptNote[] = [
	'rules-differ',
	'paper-differs',
	'score-differs',
	'over-time',
	'too-many',
	'added'
];
const markNotes: readonly MarkNote[] = ['unknown-version', 'newer-key', 'sender-differs'];
const codes: readonly Code[] = [
	...attemptNotes,
	...markNotes,
	...flags,
	...confidences,
	...(['confirmed', 'unconfirmed', 'yes', 'no', 'left', 'on-roster', 'off-roster'] as const)
];
const outcomes = ['right', 'partly', 'wrong', 'missed'];
/** Keys that are put together, and what they can be put together from. */
const templates: Readonly<Record<string, readonly string[]>> = {
	'app.${to}': ['home', 'review', 'progress', 'glossary', 'settings', 'about'],
	'assignment.change.${change}': changeNames,
	'assignment.handIn.short-${shortOf(work)}': [
		'nothing',
		'not-handed-in',
		'made',
		'sent',
		'received'
	],
	'assignment.handIn.${leaving[work.last.by]}': ['sent', 'saved', 'copied'],
	'assignment.handIn.done-${handingIn.left}': ['share', 'file', 'link'],
	'assignment.problem.${opening.problem}': [
		'not-ours',
		'cut',
		'changed',
		'unsigned',
		'expired',
		'newer',
		'too-large',
		'other-course',
		'damaged',
		'unknown-assignment',
		'other-trainer',
		'hand-in',
		'not-yours',
		'unreadable',
		'failed'
	],
	'backup.problem.${problem}': [
		'not-a-backup',
		'damaged',
		'newer',
		'too-large',
		'other-course',
		'passphrase-needed',
		'wrong-passphrase',
		'not-kept'
	],
	'collect.outcome.${line.outcome}': [
		'assignment',
		'not-named',
		'other-trainer',
		...inputProblems,
		...([
			'taken',
			'unconfirmed',
			'duplicate',
			'erased',
			'unreadable',
			'unmarkable',
			'stopped',
			'not-kept'
		] as const)
	],
	'confidence.${answer.state.confidence}': confidences,
	'confidence.${level}': confidences,
	'confidence.${marked.confidence}': confidences,
	'evidence.${level}': evidenceLevels,
	'evidence.${level}Means': evidenceLevels,
	'evidence.${name}': evidenceLevels,
	'evidence.${name}Means': evidenceLevels,
	'keys.fileKeys.${preview.keys}': ['same', 'own', 'added'],
	'keys.fileProblem.${problem}': [
		'not-ours',
		'cut',
		'damaged',
		'newer',
		'too-large',
		'other-course',
		'wrong-passphrase',
		'not-kept',
		'unreadable'
	],
	'kinds.ordering.${way}': ['up', 'down'],
	'kinds.true-false.${choice.id}': ['true', 'false'],
	'kinds.true-false.${answer}': ['true', 'false'],
	'kinds.true-false.${value}': ['true', 'false'],
	"kinds.numeric.instruction${question.power === undefined ? '' : '-power'}": ['', '-power'],
	'mark.${outcome}': outcomes,
	'missing.${missing}': ['nothing-chosen', 'nothing-entered', 'incomplete', 'not-a-number'],
	'note.${note}': [
		'spelling-hamza',
		'spelling-ta-marbuta',
		'spelling-alef-maqsura',
		'spelling-slip'
	],
	'quiz.counts.${rules.counts}': countings,
	'quiz.counts.${test.counts}': countings,
	'quiz.state.${statusOf(state, mode)}': [
		'not-yet',
		'entered',
		'right',
		'partly',
		'wrong',
		'shown'
	],
	'quiz.state.${status}': ['not-yet', 'answered', 'begun'],
	'report.attemptNote.${note}': attemptNotes,
	'report.code.${code}': codes,
	'report.column.${column}': columns,
	'report.flag.${flag}': flags,
	'report.flagMeans.${flag}': flags,
	'report.in.${language}': locales,
	'report.in.${marked.locale}': locales,
	'report.markNote.${note}': markNotes,
	'report.orders.${one}': gradebookOrders,
	'report.tables.${table}': takenTables,
	'result.changed.${answer.change}': ['text', 'marking', 'retired'],
	'progress.confidence.${confidence}': confidences,
	'progress.level.${level}': levels,
	"progress.level.${found?.level ?? 'not-yet'}": levels,
	'standing.${standing.status}': ['not-started', 'reading', 'read', 'tried', 'passed'],
	'give.answerTime.${answers}': answerTimes,
	'give.change.${change}': changeNames,
	'give.codeProblem.${problem}': codeProblems,
	'give.counting.${counts}': countings,
	'give.modes.${mode}': ['test', 'practice'],
	'give.problem.${problem}': draftProblems,
	'ledger.${part}': ledgerParts,
	'ledger.state.${cell.heard}': ['nothing', 'accepted', 'in-progress', 'complete'],
	'roster.${field}': ['name', 'number', 'department', 'jobTitle'],
	'roster.trouble.${problem}': ['no-name', 'duplicate-number', 'too-long', 'too-many'],
	'trainer.states.${state}': ['not-sent', 'sent', 'changed', 'withdrawn'],
	'trainer.trouble.${side.trouble}': ['blocked', 'full', 'newer', 'broken'],
	'terms.answerTime.${rules.answers}': answerTimes,
	'terms.counting.${rules.counts}': countings,
	'terms.modes.${rules.mode}': ['test', 'practice'],
	'trouble.${state.trouble}': ['blocked', 'full', 'newer', 'broken']
};

const code = sources.filter(
	({ path }) =>
		/\.(svelte|ts)$/.test(path) && !isForTests(path) && !path.startsWith('src/lib/i18n/')
);
/** First arguments of `$t(`, as they are written: a key, one of two, a template, or a name. */
const asked = code.flatMap(({ text }) =>
	[
		...text.matchAll(
			/\$t\(\s*(?:'([^']+)'|[\w.]+(?: === '[\w-]+')?\s\?\s'([^']+)'\s:\s'([^']+)'[,)]|`([^`]+)`|(\w+)\))/g
		)
	].map(([, one, ifSo, ifNot, template, name]) => ({
		literals: [one, ifSo, ifNot].filter((key) => key !== undefined),
		template,
		name
	}))
);
const literals = new Set(
	code.flatMap(({ text }) => [...text.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)].map(([, key]) => key!))
);
const made = Object.entries(templates).flatMap(([template, values]) =>
	values.map((value) => template.replace(/\$\{.*\}/, value))
);

/** Said by the service worker, which takes them as one object. */
const byTheWorker = ['again', 'home', 'kept', 'text', 'title'].map(
	(name) => `offline.missingPage.${name}`
);

describe('the messages', () => {
	it('are the same keys in every language, whole in their forms', () => {
		const [first, ...others] = locales;
		expect(keysOf(first).length).toBeGreaterThan(150);
		for (const locale of others) expect(keysOf(locale)).toEqual(keysOf(first));
		expect(messageProblems(new Map(tables.map(({ path, text }) => [path, text])))).toEqual([]);
	});

	it('exist for every key that is asked for', () => {
		const keys = new Set(keysOf('en'));
		const wanted = [...asked.flatMap(({ literals }) => literals), ...made];
		expect(wanted.length).toBeGreaterThan(150);
		expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
	});

	it('are asked for by a key that can be read here', () => {
		const calls = code.flatMap(({ text }) => text.match(/\$t\(/g) ?? []);
		expect(asked).toHaveLength(calls.length);
		// The settings hold the keys of their choices as literals.
		expect([...new Set(asked.flatMap(({ name }) => name ?? []))]).toEqual(['label']);
		const used = new Set(asked.flatMap(({ template }) => template ?? []));
		expect([...used].sort()).toEqual(Object.keys(templates).sort());
	});

	it('are used, each of them', () => {
		const used = new Set([...literals, ...made, ...byTheWorker]);
		expect(keysOf('en').filter((key) => !used.has(key))).toEqual([]);
	});
});
