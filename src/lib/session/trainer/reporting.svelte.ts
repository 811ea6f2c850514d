import { StoreError, type Trouble } from '#lib/store/store';
import type { TrainerStore } from '#lib/store/trainer/trainer-store';
import type { GivenAssignment, LearnerResult } from '#lib/training/collected';
import type { Report } from '#lib/training/report/report';
import { loadMarkingCourse, type MarkingSource } from './marking-course';
import { trainerDatabaseName } from './open-trainer-store';
import type { WorkerAnswer, WorkerQuestion } from './report-messages';
import type { ReportRequest } from './report-of';

type Progress = { readonly done: number; readonly total: number };

/** The part of a worker that is used. */
export type ReportWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Null where the browser has no workers. */
const newWorker = (): ReportWorker | null =>
	typeof Worker === 'undefined'
		? null
		: new Worker(new URL('./report-worker.ts', import.meta.url), { type: 'module' });

/** The report of an assignment: made beside the page, or in it where there is no worker. The last request wins. */
export class Reporting {
	/** 'gone': no such assignment is here. 'unmarkable': this site's questions could not be fetched. */
	phase = $state<'working' | 'ready' | 'gone' | 'unmarkable' | 'failed'>('working');
	/** In learners, those twice that are marked first; null while it is not known. */
	progress = $state.raw<Progress | null>(null);
	given = $state.raw<GivenAssignment | null>(null);
	/** That of before stays while another one is made. */
	report = $state.raw<Report | null>(null);
	/** Why storage failed, where it did. */
	trouble = $state.raw<Trouble | null>(null);

	readonly #openStore: () => Promise<TrainerStore>;
	readonly #source: MarkingSource;
	readonly #assignment: string;
	readonly #newWorker: () => ReportWorker | null;
	#round = 0;
	#worker: ReportWorker | null = null;

	constructor(
		openStore: () => Promise<TrainerStore>,
		source: MarkingSource,
		assignment: string,
		makeWorker: () => ReportWorker | null = newWorker
	) {
		this.#openStore = openStore;
		this.#source = source;
		this.#assignment = assignment;
		this.#newWorker = makeWorker;
	}

	/** Makes the report, once more too. What was asked for before is given up. */
	async open(): Promise<void> {
		const round = this.#begin();
		this.phase = 'working';
		this.progress = this.trouble = null;
		try {
			const store = await this.#openStore();
			const given = await store.assignment(this.#assignment);
			if (round !== this.#round) return;
			this.given = given;
			if (!given) return this.#end(null);
			const course = await loadMarkingCourse(this.#source).catch(() => null);
			if (round !== this.#round) return;
			if (!course) this.phase = 'unmarkable';
			else await this.#make({ assignment: given.id, course, now: Date.now() }, round, store);
		} catch (error) {
			if (round === this.#round) this.#fail(error instanceof StoreError ? error.trouble : null);
		}
	}

	/** What is known of one learner; null where nothing was received. */
	async result(learner: string): Promise<LearnerResult | null> {
		return (await this.#openStore()).result(this.#assignment, learner);
	}

	/** Goes through all results, in pieces. */
	async eachResult(visit: (results: readonly LearnerResult[]) => void): Promise<void> {
		await (await this.#openStore()).eachResult(this.#assignment, visit);
	}

	close(): void {
		this.#begin();
	}

	/** Gives up what is under way; gives the number of what begins now. */
	#begin(): number {
		this.#worker?.terminate();
		this.#worker = null;
		return ++this.#round;
	}

	async #make(request: ReportRequest, round: number, store: TrainerStore): Promise<void> {
		const worker = this.#newWorker();
		if (worker && (await this.#askWorker(worker, request, round))) return;
		if (round !== this.#round) return;
		const { reportOf } = await import('./report-of');
		const report = await reportOf(store, request, (done, total) => {
			if (round === this.#round) this.progress = { done, total };
			return round === this.#round;
		});
		if (round === this.#round) this.#end(report);
	}

	/** False where the worker could not be started: its file may not be there without a network. */
	#askWorker(worker: ReportWorker, request: ReportRequest, round: number): Promise<boolean> {
		this.#worker = worker;
		return new Promise((resolve) => {
			worker.onerror = (event) => {
				(event as Event).preventDefault?.();
				worker.terminate();
				resolve(false);
			};
			worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
				if (round !== this.#round) return resolve(true);
				if (data.what === 'progress') {
					this.progress = { done: data.done, total: data.total };
					return;
				}
				worker.terminate();
				if (data.what === 'report') this.#end(data.report);
				else this.#fail(data.trouble);
				resolve(true);
			};
			const question: WorkerQuestion = { ...request, database: trainerDatabaseName() };
			worker.postMessage(question);
		});
	}

	#end(report: Report | null): void {
		this.report = report;
		this.progress = null;
		this.phase = report ? 'ready' : 'gone';
	}

	#fail(trouble: Trouble | null): void {
		this.trouble = trouble;
		this.progress = null;
		this.phase = 'failed';
	}
}
