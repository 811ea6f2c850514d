import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { StoreError } from '#lib/store/store';
import { makeDeviceKeys } from '#lib/training/keys/make-keys';
import { Collecting } from './collecting.svelte';
import { ExampleClass, exampleFile, exampleSource } from './examples';
import type { WorkerAnswer, WorkerQuestion } from './report-messages';
import { reportOf } from './report-of';
import { Reporting, type ReportWorker } from './reporting.svelte';

beforeEach(() => {
	document.documentElement.dataset.course = 'exosome-therapy';
});

/** A class of three, two of whom handed in. */
async function collected() {
	const group = await ExampleClass.of(3);
	const files = [0, 1].map(async (nth) => {
		const text = await group.text(await group.handIn(nth), await makeDeviceKeys());
		return exampleFile(`${nth}.txt`, text);
	});
	await new Collecting(group.openStore, exampleSource()).takeFiles(await Promise.all(files));
	return group;
}

/** Works as the worker does, over the store of the test; `held` answers nothing until it is let go. */
class ExampleWorker implements ReportWorker {
	onmessage: ReportWorker['onmessage'] = null;
	onerror: ReportWorker['onerror'] = null;
	readonly terminate = vi.fn();
	readonly asked: WorkerQuestion[] = [];

	constructor(readonly group: ExampleClass) {}

	postMessage(question: WorkerQuestion): void {
		this.asked.push(structuredClone(question));
	}

	say(data: WorkerAnswer): void {
		this.onmessage!.call(this as unknown as Worker, { data } as MessageEvent<WorkerAnswer>);
	}

	async answer(): Promise<void> {
		const told = (done: number, total: number) => {
			this.say({ what: 'progress', done, total });
			return true;
		};
		const report = await reportOf(this.group.store, this.asked[0]!, told);
		this.say({ what: 'report', report: structuredClone(report) });
	}
}

const reportingOf = (group: ExampleClass, worker: () => ReportWorker | null = () => null) =>
	new Reporting(group.openStore, exampleSource(), group.assignment.id, worker);

it('makes the report in the page where there is no worker', async () => {
	const group = await collected();
	const reporting = reportingOf(group);
	await reporting.open();
	expect(reporting).toMatchObject({ phase: 'ready', progress: null, trouble: null });
	const { gradebook, ledger, counts } = reporting.report!;
	expect(ledger.map(({ heard }) => heard)).toEqual(['complete', 'complete', 'nothing']);
	expect(counts).toMatchObject({ assigned: 3, complete: 2 });
	expect(gradebook).toHaveLength(2);
	const learner = group.members[0]!.id;
	expect(await reporting.result(learner)).toMatchObject({ learner });
	const learners: string[] = [];
	await reporting.eachResult((results) => void learners.push(...results.map((one) => one.learner)));
	expect(learners).toHaveLength(2);
});

it('has a worker make it, and shows how far that is', async () => {
	const group = await collected();
	const worker = new ExampleWorker(group);
	const reporting = reportingOf(group, () => worker);
	const opened = reporting.open();
	await vi.waitFor(() => expect(worker.asked).toHaveLength(1));
	expect(worker.asked[0]).toMatchObject({ database: 'durus:trainer' });
	worker.say({ what: 'progress', done: 1, total: 2 });
	expect(reporting.progress).toEqual({ done: 1, total: 2 });
	await worker.answer();
	await opened;
	expect(reporting.report?.gradebook).toHaveLength(2);
	expect(worker.terminate).toHaveBeenCalled();
});

it('gives up an earlier request for a later one', async () => {
	const group = await collected();
	const workers: ExampleWorker[] = [];
	const reporting = reportingOf(group, () => {
		workers.push(new ExampleWorker(group));
		return workers.at(-1)!;
	});
	void reporting.open();
	await vi.waitFor(() => expect(workers[0]?.asked).toHaveLength(1));
	const later = reporting.open();
	await vi.waitFor(() => expect(workers[1]?.asked).toHaveLength(1));
	expect(workers[0]!.terminate).toHaveBeenCalled();
	workers[0]!.say({ what: 'failed', trouble: 'broken' });
	expect(reporting.phase).toBe('working');
	await workers[1]!.answer();
	await later;
	expect(reporting.phase).toBe('ready');
});

it('goes on in the page where the worker cannot be started', async () => {
	const group = await collected();
	const worker = new ExampleWorker(group);
	const reporting = reportingOf(group, () => worker);
	const opened = reporting.open();
	await vi.waitFor(() => expect(worker.asked).toHaveLength(1));
	worker.onerror!.call(worker as unknown as Worker, new Event('error') as ErrorEvent);
	await opened;
	expect(reporting.phase).toBe('ready');
});

it('marks anew what other questions or another due date have marked', async () => {
	const group = await collected();
	const { store, assignment } = group;
	const reporting = reportingOf(group);
	await reporting.open();
	expect(reporting.report!.counts.late).toBe(0);
	await store.changeAssignment(assignment.id, (now) => {
		const [first] = now!.revisions;
		const { made } = assignment;
		return { ...now!, revisions: [{ ...first!, due: made + 1, made: made + 1 }] };
	});
	await reporting.open();
	expect(reporting.report!.counts.late).toBe(2);
});

it('says that an assignment is gone, questions are missing, or storage failed', async () => {
	const group = await collected();
	const gone = new Reporting(group.openStore, exampleSource(), 'gone', () => null);
	await gone.open();
	expect(gone).toMatchObject({ phase: 'gone', report: null });
	const released = async () => {
		throw new TypeError('Failed to fetch');
	};
	const source = exampleSource({ released });
	const offline = new Reporting(group.openStore, source, group.assignment.id, () => null);
	await offline.open();
	expect(offline.phase).toBe('unmarkable');
	const failing = async () => {
		throw new StoreError('newer');
	};
	const failed = new Reporting(failing, exampleSource(), group.assignment.id, () => null);
	await failed.open();
	expect(failed).toMatchObject({ phase: 'failed', trouble: 'newer' });
});
