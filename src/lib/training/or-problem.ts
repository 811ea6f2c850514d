import { Unreadable } from '#lib/base/unreadable';
import { InputError, type InputProblem } from './problem';

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
