import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { StoreError } from './store';
import { troubleOf } from './trouble';

const dom = (name: string) => new DOMException('', name);
const quota = dom('QuotaExceededError');

it.each([
	['a full disk', quota, 'full'],
	['a full disk in an aborted transaction', new Dexie.AbortError('Aborted', quota), 'full'],
	['a full disk among many writes', new Dexie.BulkError('Some failed', { 0: quota }), 'full'],
	['a full disk deeper', new Dexie.DatabaseClosedError(new Dexie.AbortError(quota)), 'full'],
	['a newer database', dom('VersionError'), 'newer'],
	['no IndexedDB', new Dexie.MissingAPIError(), 'blocked'],
	['a refused origin', dom('SecurityError'), 'blocked'],
	['a closed database', new Dexie.DatabaseClosedError(), 'broken'],
	['a table that is not there', dom('NotFoundError'), 'broken'],
	['an abort without a reason', new Dexie.AbortError(), 'broken'],
	['an unknown fault of an open database', dom('UnknownError'), 'broken'],
	['anything', 'a string', 'broken'],
	['a fault that was classified', new StoreError('full'), 'full'],
	['what cannot be cloned', dom('DataCloneError'), null]
] as const)('%s', (_title, error, trouble) => {
	expect(troubleOf(error)).toBe(trouble);
});

it.each(['SecurityError', 'InvalidStateError', 'UnknownError', 'AbortError'])(
	'%s while opening is blocked',
	(name) => {
		expect(troubleOf(dom(name), 'opening')).toBe('blocked');
	}
);
