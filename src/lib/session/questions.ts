import type { Question } from '#lib/quiz/question';

/** A lesson's question pool, both languages in it. Throws where it cannot be fetched or is not what it should be. */
export async function fetchQuestions(address: string): Promise<readonly Question[]> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	const body = (await response.json()) as { questions?: unknown };
	if (!Array.isArray(body.questions)) throw new Error(`${address} holds no questions.`);
	return body.questions as Question[];
}
