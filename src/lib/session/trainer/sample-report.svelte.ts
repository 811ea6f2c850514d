import type { GivenAssignment, LearnerResult } from '#lib/training/collected';
import type { Report } from '#lib/training/report/report';
import { loadMarkingCourse, type MarkingSource } from './marking-course';
import type { ReportSource } from './report-source';

/** The same class at every look. */
const seed = 'a sample class';

/** The report of a class that was made up, marked like a real one. Nothing of it is stored. */
export class SampleReport implements ReportSource {
	phase = $state<ReportSource['phase']>('working');
	readonly progress = null;
	given = $state.raw<GivenAssignment | null>(null);
	report = $state.raw<Report | null>(null);

	readonly #source: MarkingSource;
	/** Id of the course, and what the assignment is called. */
	readonly #course: { readonly id: string; readonly title: string };
	readonly #now: () => number;
	#results: readonly LearnerResult[] = [];

	constructor(
		source: MarkingSource,
		course: { readonly id: string; readonly title: string },
		now: () => number = Date.now
	) {
		this.#source = source;
		this.#course = course;
		this.#now = now;
	}

	async open(): Promise<void> {
		this.phase = 'working';
		const course = await loadMarkingCourse(this.#source).catch(() => null);
		if (!course) {
			this.phase = 'unmarkable';
			return;
		}
		const [{ sampleClass }, { ReportBuilder }] = await Promise.all([
			import('#lib/training/sample/sample-class'),
			import('#lib/training/report/report')
		]);
		const { given, results } = sampleClass({ ...course, ...this.#course }, seed, this.#now());
		const builder = new ReportBuilder(given, course, this.#now());
		builder.add(results);
		this.#results = results;
		Object.assign(this, { given, report: builder.done(), phase: 'ready' });
	}

	async result(learner: string): Promise<LearnerResult | null> {
		return this.#results.find((result) => result.learner === learner) ?? null;
	}

	async eachResult(visit: (results: readonly LearnerResult[]) => void): Promise<void> {
		visit(this.#results);
	}

	close(): void {}
}
