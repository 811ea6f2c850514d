import type { Trouble } from '#lib/store/store';
import type { Report } from '#lib/training/report/report';
import type { ReportRequest } from './report-of';

/** What a page asks of its worker. */
export interface WorkerQuestion extends ReportRequest {
	/** Name of the trainer's database. */
	readonly database: string;
}

/** What the worker says. */
export type WorkerAnswer =
	| { readonly what: 'progress'; readonly done: number; readonly total: number }
	/** Null where there is no such assignment. */
	| { readonly what: 'report'; readonly report: Report | null }
	/** Null where it is not storage that failed. */
	| { readonly what: 'failed'; readonly trouble: Trouble | null };
