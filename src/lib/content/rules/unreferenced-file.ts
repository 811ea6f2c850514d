import type { CourseDraft } from '../draft';
import type { Problem } from '../problem';

const isNumbered = (folder: string) => /^\d+-[a-z0-9]+(-[a-z0-9]+)*$/.test(folder);

function why(file: string): string {
	const name = file.slice(file.lastIndexOf('/') + 1);
	const folders = file.split('/').slice(0, -1);
	const odd = folders.slice(0, 2).find((folder) => folder !== 'figures' && !isNumbered(folder));
	if (odd !== undefined)
		return `the folder of a module or lesson is named like 01-foundations (a number, a hyphen, lower-case words with hyphens), and "${odd}" is not`;
	if (/(^|\/)figures\//.test(file))
		return 'a figure is a pair figures/<id>.svg and figures/<id>.yaml in the folder of a lesson, its id in lower-case letters, digits and hyphens';
	if (/^(lesson|about)\.[a-z]+\.md$/.test(name))
		return 'it is not in a language of the course (course.yaml, languages), or not in a folder of the right place';
	return 'its name or its place is none of those in the guide (README.md)';
}

/** Every file of the folder is one that the course is made of: a mistyped name is not left out in silence. */
export const unreferencedFile = ({ unread }: CourseDraft): Problem[] =>
	unread.map((file) => ({
		file,
		line: 1,
		rule: 'unreferenced-file',
		message: `nothing reads this file: ${why(file)}; rename, move or remove it`
	}));
