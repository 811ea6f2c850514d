import { locales, type Locale } from '#lib/base/locale';
import type { AuthoringContext, AuthoringFigure } from '#lib/quiz/authoring';
import type { Term } from './course';
import type { FigureDraft, LessonDraft, ListDraft } from './draft';
import { drawFigure, sizeOf } from './figure/draw-figure';

const byLocale = <T>(make: (locale: Locale) => T) =>
	Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, T>;

function figureForQuestions({ id, drawing, info }: FigureDraft): AuthoringFigure | undefined {
	const size = drawing && sizeOf(drawing);
	if (!drawing || !size || !info?.value) return undefined;
	const { title, description, labels, mirror, hotspots } = info.value;
	return {
		id,
		...size,
		title,
		description,
		labels,
		hotspots: Object.fromEntries(
			Object.entries(hotspots).map(([spot, { x, y }]) => [
				spot,
				byLocale((locale) => ({ x: mirror && locale === 'ar' ? size.width - x : x, y }))
			])
		),
		blank: (without) => byLocale((locale) => drawFigure(drawing, info.value!, locale, without))
	};
}

/** What the questions of a lesson may refer to. */
export function authoringContext(lesson: LessonDraft, glossary: ListDraft<Term>): AuthoringContext {
	const terms = new Map(glossary.entries.map(({ id, value }) => [id, value]));
	return {
		figure(id) {
			const figure = lesson.figures.get(id);
			return figure && figureForQuestions(figure);
		},
		term(id) {
			const entry = terms.get(id);
			if (!entry) return undefined;
			return byLocale((locale) => [
				...(entry.term[locale] === undefined ? [] : [entry.term[locale]]),
				...(entry.variants[locale] ?? [])
			]);
		}
	};
}
