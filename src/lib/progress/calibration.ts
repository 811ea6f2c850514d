import { shareOf } from '#lib/quiz/grade-quiz';
import type { Answer } from './answers';
import { confidences, type Confidence } from './record';

/** Fewer answers say nothing about how well somebody judges what they know. */
export const enoughToCalibrate = 20;

export interface Calibration {
	/** Answers with a word on how sure one was. */
	readonly answers: number;
	/** From 20 answers on, how much of them was right at each confidence; before that null. */
	readonly levels:
		| readonly {
				readonly confidence: Confidence;
				readonly answers: number;
				/** Mean share of the points, 0 to 1; null without an answer. */
				readonly right: number | null;
		  }[]
		| null;
}

/**
 * Answers => how often one was right when unsure, fairly sure and certain. Help before the first try leaves an answer
 * out; help after it does not, or the mistakes that were worked on would be missing.
 */
export function calibrationOf(answers: readonly Answer[]): Calibration {
	const said = answers.filter(({ confidence, helped }) => confidence !== null && !helped);
	return {
		answers: said.length,
		levels:
			said.length < enoughToCalibrate
				? null
				: confidences.map((confidence) => {
						const mine = said.filter((answer) => answer.confidence === confidence);
						const sum = mine.reduce((total, { mark }) => total + shareOf(mark), 0);
						return {
							confidence,
							answers: mine.length,
							right: mine.length ? sum / mine.length : null
						};
					})
	};
}
