import { lessonsOf, type CourseDraft, type FigureDraft } from '../draft';
import { checkDrawing, labelsIn } from '../figure/check-drawing';
import type { Problem } from '../problem';
import { suggestion } from '../yaml/nearest';

function labels({ svgFile, drawing, info }: FigureDraft): Problem[] {
	if (!drawing || !info?.value) return [];
	const drawn = labelsIn(drawing);
	const words = Object.keys(info.value.labels);
	const rule = 'figure-drawing' as const;
	return [
		...drawn
			.filter(({ id }) => !words.includes(id))
			.map(({ id, line }) => ({
				file: svgFile,
				line,
				rule,
				message: `the label "${id}" has no words under "labels:" in the yaml file${suggestion(id, words)}`
			})),
		...drawn
			.filter(({ id }, index) => drawn.findIndex((other) => other.id === id) !== index)
			.map(({ id, line }) => ({
				file: svgFile,
				line,
				rule,
				message: `the label "${id}" stands twice in the drawing; give one of them a label of its own`
			})),
		...words
			.filter((id) => !drawn.some((label) => label.id === id))
			.map((id) => ({
				file: info.file,
				line: info.line('labels', id),
				rule,
				message: `the drawing has no <text data-label="${id}">${suggestion(
					id,
					drawn.map((label) => label.id)
				)}`
			})),
		...Object.keys(info.value.hotspots)
			.filter((id) => !words.includes(id))
			.map((id) => ({
				file: info.file,
				line: info.line('hotspots', id),
				rule,
				message: `the spot "${id}" has no label under "labels:"${suggestion(id, words)}`
			}))
	];
}

const inFigure = (figure: FigureDraft): Problem[] => [
	...(figure.drawing ? checkDrawing(figure.drawing, figure.id) : []).map((mistake) => ({
		...mistake,
		file: figure.svgFile,
		rule: 'figure-drawing' as const
	})),
	...labels(figure)
];

/** Every drawing holds only what a figure may hold, and its labels are those of the file beside it. */
export const figureDrawing = (draft: CourseDraft): Problem[] =>
	lessonsOf(draft).flatMap(({ figures }) => [...figures.values()].flatMap(inFigure));
