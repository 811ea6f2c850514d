// npm run release: writes down in released.json which questions the lessons hold, once nothing is wrong in them. From
// then on none of these can vanish: students have answered them.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asLine, checkLessons, counted, summary } from './check-lessons.mjs';
import { withTypeScript } from './load-typescript.mjs';

/** @param {import('../lib/content/release').Released} released */
function totals(released) {
	const questions = Object.values(released).flatMap(Object.values);
	return { questions: questions.length, versions: questions.flat().length };
}

process.exitCode = await withTypeScript(async (load) => {
	const outcome = await checkLessons(load);
	const { problems, course, released } = outcome;
	for (const problem of problems) console.log(asLine(problem));
	console.log(summary(outcome));
	if (!course || problems.length > 0) {
		console.log('Nothing was released.');
		return 1;
	}
	const [{ lessonsFolder }, { releasedFile, releaseOf, releaseText }] = await Promise.all([
		load('/src/lib/content/course.server.ts'),
		load('/src/lib/content/release.ts')
	]);
	const file = join(lessonsFolder(), releasedFile);
	const after = releaseOf(course, released);
	await writeFile(file, releaseText(after));
	const [was, is] = [totals(released), totals(after)];
	const added = is.questions - was.questions;
	const changed = is.versions - was.versions - added;
	console.log(
		added + changed === 0
			? `${file}: nothing is new`
			: `${file}: ${counted(added, 'new question')}, ${counted(changed, 'changed question')}; commit it with this release`
	);
	return 0;
});
