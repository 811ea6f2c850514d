import { uuidv7 } from '#lib/base/id';
import { bySequence, type History } from '#lib/progress/record';
import type { Missing } from '#lib/quiz/define-kind';
import { feedbackOn } from '#lib/quiz/feedback';
import { kindOf } from '#lib/quiz/kinds';
import type { Question } from '#lib/quiz/question';
import type { Feedback } from '#lib/quiz/view';
import type { Store } from '#lib/store/store';
import { SaveQueue } from './save-queue.svelte';

/** One "check yourself" question inside a lesson: it teaches, is kept, and counts nowhere. */
export class CheckSession {
	response = $state.raw<unknown>(null);
	feedback = $state.raw<Feedback | null>(null);
	missing = $state<Missing | null>(null);
	readonly saves: SaveQueue;
	#touched = false;
	#closed = false;

	constructor(
		readonly question: Question,
		readonly openStore: () => Promise<Store>
	) {
		this.response = kindOf(question).start(question);
		this.saves = new SaveQueue(openStore);
	}

	/** Shows the answer of an earlier visit, never over one that was entered since. */
	async open(): Promise<void> {
		const history = await (await this.openStore()).history();
		const last = lastAnswer(history, this.question);
		if (!last || this.#touched || this.#closed) return;
		const kind = kindOf(this.question);
		const response = kind.upgradeResponse(last.response, last.kindVersion, this.question);
		if (kind.missing(this.question, response)) return;
		this.response = response;
		this.feedback = feedbackOn(this.question, response, true);
	}

	respond(response: unknown): void {
		this.#touched = true;
		this.response = response;
		this.feedback = null;
		this.missing = null;
	}

	check(): void {
		const { question, response } = this;
		const kind = kindOf(question);
		this.#touched = true;
		this.missing = kind.missing(question, response);
		if (this.missing || this.feedback) return;
		this.feedback = feedbackOn(question, response, true);
		const { earned, possible } = kind.grade(question, response);
		const event = {
			id: uuidv7(),
			type: 'check-answered' as const,
			lesson: question.lesson,
			question: question.id,
			response: $state.snapshot(response),
			kindVersion: kind.version,
			earned,
			possible
		};
		this.saves.add((store) => store.addEvent(event));
	}

	/** Clears the answer, to try once more. */
	again(): void {
		this.respond(kindOf(this.question).start(this.question));
	}

	close(): void {
		this.#closed = true;
		this.saves.close();
	}
}

const lastAnswer = (history: History, question: Question) =>
	[...history.events]
		.sort(bySequence)
		.flatMap((event) => (event.type === 'check-answered' ? [event] : []))
		.findLast((event) => event.lesson === question.lesson && event.question === question.id);
