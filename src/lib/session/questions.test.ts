import { afterEach, describe, expect, it, vi } from 'vitest';
import { examplePool } from './examples';
import { fetchQuestions } from './questions';

const answer = (response: () => Response | Promise<Response>) =>
	vi.stubGlobal('fetch', async () => response());
const fetched = () => fetchQuestions('/lessons/cells/questions.json');

afterEach(() => void vi.unstubAllGlobals());

describe('a question pool', () => {
	it('is what the address gives', async () => {
		answer(() => Response.json({ lesson: 'cells', questions: examplePool }));
		expect(await fetched()).toEqual(examplePool);
	});

	it.each<[string, () => Response | Promise<Response>]>([
		['there is no network', () => Promise.reject(new TypeError('Failed to fetch'))],
		['there is no such file', () => new Response('Not found', { status: 404 })],
		['a page comes in its place', () => new Response('<!doctype html>')],
		['it holds something else', () => Response.json({ lesson: 'cells' })]
	])('fails where %s', async (_title, response) => {
		answer(response);
		await expect(fetched()).rejects.toThrow();
	});
});
