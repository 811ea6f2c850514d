import { lessonsOf, type CourseDraft, type FigureDraft } from '../draft';
import { sizeOf } from '../figure/draw-figure';
import type { Problem } from '../problem';

function inFigure({ drawing, info }: FigureDraft): Problem[] {
	const size = drawing && sizeOf(drawing);
	if (!size || !info?.value) return [];
	return Object.entries(info.value.hotspots)
		.filter(([, { x, y }]) => x < 0 || y < 0 || x > size.width || y > size.height)
		.map(([id, { x, y }]) => ({
			file: info.file,
			line: info.line('hotspots', id),
			rule: 'hot-spot-outside',
			message: `the spot "${id}" at ${x}, ${y} is outside the drawing, which is ${size.width} wide and ${size.height} high; move it inside`
		}));
}

/** Every hot spot lies on its drawing. */
export const hotSpotOutside = (draft: CourseDraft): Problem[] =>
	lessonsOf(draft).flatMap(({ figures }) => [...figures.values()].flatMap(inFigure));
