import type { Locale } from '#lib/base/locale';
import type { FigureDraft, LessonDraft, LessonTextDraft } from './draft';
import { parseSvg } from './figure/parse-svg';
import { cutFrontMatter } from './markdown/front-matter';
import { readDocument } from './markdown/read-document';
import { readQuiz } from './read-quiz';
import type { Reader } from './reader';
import { figureShape, frontMatterShape } from './shapes';

function readText(reader: Reader, file: string, text: string): LessonTextDraft {
	const { matter, body } = cutFrontMatter(text);
	const document = readDocument(file, body);
	if (matter === null) {
		reader.problems.push({
			file,
			line: 1,
			rule: 'front-matter',
			message:
				'the file must start with a line "---", then title, summary and objectives, then a line "---"'
		});
		return { ...document, front: null, objectives: null };
	}
	const source = reader.parsed(file, matter);
	if (!source) return { ...document, front: null, objectives: null };
	const found = reader.problems.length;
	const front = reader.entry(frontMatterShape, source);
	// Here a wrong shape is told under the name that authors know.
	for (let index = found; index < reader.problems.length; index++) {
		const problem = reader.problems[index]!;
		if (problem.rule === 'schema') reader.problems[index] = { ...problem, rule: 'front-matter' };
	}
	const objectives = (source.data as { objectives?: unknown } | null)?.objectives;
	return {
		...document,
		front,
		objectives:
			objectives && typeof objectives === 'object' && !Array.isArray(objectives)
				? Object.keys(objectives)
				: null
	};
}

function readFigure(reader: Reader, folder: string, id: string): FigureDraft {
	const [svgFile, infoFile] = [`${folder}/figures/${id}.svg`, `${folder}/figures/${id}.yaml`];
	const figure = { id, svgFile, infoFile };
	const svg = reader.text(svgFile);
	const wrong = (file: string, line: number, message: string) =>
		reader.problems.push({ file, line, rule: 'figure-drawing', message });
	let drawing = null;
	if (svg === null) wrong(infoFile, 1, `there is no drawing ${id}.svg beside this file`);
	else {
		const { root, mistake } = parseSvg(svg);
		drawing = root;
		if (mistake) wrong(svgFile, mistake.line, mistake.message);
	}
	const text = reader.text(infoFile);
	if (text === null) {
		wrong(
			svgFile,
			1,
			`there is no ${id}.yaml beside this drawing; write its title, description and labels there`
		);
		return { ...figure, drawing, info: null };
	}
	const source = reader.parsed(infoFile, text);
	return { ...figure, drawing, info: source && reader.entry(figureShape, source) };
}

/** All files of a lesson's folder. */
export function readLesson(
	reader: Reader,
	folder: string,
	id: string,
	languages: readonly Locale[]
): LessonDraft {
	const texts = new Map<Locale, LessonTextDraft>();
	for (const locale of languages) {
		const file = `${folder}/lesson.${locale}.md`;
		const text = reader.text(file);
		if (text !== null) texts.set(locale, readText(reader, file, text));
	}
	const figures = new Map<string, FigureDraft>();
	for (const file of reader.files.keys()) {
		const name = file.startsWith(`${folder}/figures/`) && file.slice(`${folder}/figures/`.length);
		const match = name && /^([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:svg|yaml)$/.exec(name);
		if (match && !figures.has(match[1]!))
			figures.set(match[1]!, readFigure(reader, folder, match[1]!));
	}
	return { id, folder, texts, figures, quiz: readQuiz(reader, `${folder}/quiz.yaml`) };
}
