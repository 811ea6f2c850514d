import type { CourseDraft } from '../draft';
import type { Problem } from '../problem';

function why(file: string): string {
	const name = file.slice(file.lastIndexOf('/') + 1);
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
