// Makes a report beside the page, which stays quick meanwhile. It opens the trainer's database itself.
import { StoreError } from '#lib/store/store';
import { openTrainerStore } from '#lib/store/trainer/open-trainer-store';
import type { WorkerAnswer, WorkerQuestion } from './report-messages';
import { reportOf } from './report-of';

const say = (answer: WorkerAnswer) => postMessage(answer);

addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => void answer(data));

/** One question; who asks another one makes another worker. */
async function answer({ database, ...request }: WorkerQuestion): Promise<void> {
	try {
		const store = await openTrainerStore({ name: database, now: Date.now });
		let told = 0;
		const report = await reportOf(store, request, (done, total) => {
			// A message for each learner would keep the page busy after all.
			if (done - told >= total / 100 || done === total) say({ what: 'progress', done, total });
			else return true;
			told = done;
			return true;
		});
		store.close();
		say({ what: 'report', report });
	} catch (error) {
		say({ what: 'failed', trouble: error instanceof StoreError ? error.trouble : null });
	}
}
