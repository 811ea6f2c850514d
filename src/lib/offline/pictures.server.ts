import { readdir } from 'node:fs/promises';

/** Paths in the site of a course's screenshots (`npm run pictures`); another course has none until they are made. */
export async function picturesOf(course: string): Promise<readonly string[]> {
	const folder = `pictures/${course}`;
	const names = await readdir(`static/${folder}`).catch(() => []);
	return names.sort().map((name) => `${folder}/${name}`);
}
