import { Unreadable } from '#lib/base/unreadable';
import { InputError, type InputProblem } from '../problem';

/** What `work` gives; whatever it throws that does not say why itself is this problem of the input. */
export async function orProblem<T>(problem: InputProblem, work: () => Promise<T> | T): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof InputError) throw error;
		const said =
			error instanceof Unreadable && error.problem === 'too-large' ? 'too-large' : problem;
		throw new InputError(said, { cause: error });
	}
}

/** What `work` gives for a text that was put together over gaps: where that does not fit together, it was cut. */
export async function overGaps<T>(gaps: boolean, work: () => Promise<T>): Promise<T> {
	try {
		return await orProblem('damaged', work);
	} catch (error) {
		if (gaps && error instanceof InputError && error.problem === 'changed')
			throw new InputError('cut', { cause: error });
		throw error;
	}
}
