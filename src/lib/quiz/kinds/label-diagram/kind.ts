import type { Locale, Text } from '#lib/base/locale';
import { defineKind, type PublicQuestion } from '#lib/quiz/define-kind';
import { indexCharacter } from '#lib/quiz/interaction';
import type { QuestionBase } from '#lib/quiz/question';

interface Point {
	readonly x: number;
	readonly y: number;
}

export interface Spot {
	/** That of its label too. */
	readonly id: string;
	/** Where it is and what is drawn there, without naming it. */
	readonly place: Text;
	/** In units of the drawing. */
	readonly at: { readonly [L in Locale]: Point };
}

interface Drawing {
	/** Of the viewBox. */
	readonly width: number;
	readonly height: number;
	readonly title: Text;
	/** The whole `<svg>` element without the labels that are asked for, written by the course compiler. */
	readonly svg: { readonly [L in Locale]: string };
	/** Those of the spots and those that fit nowhere. */
	readonly labels: readonly { readonly id: string; readonly text: Text }[];
}

export interface LabelDiagram extends QuestionBase, Drawing {
	readonly figure: string;
	/** The figure's long description. It names what is asked for. */
	readonly description: Text;
	readonly spots: readonly (Spot & { readonly text: Text; readonly feedback?: Text })[];
}

export interface PublicLabelDiagram extends PublicQuestion, Drawing {
	readonly spots: readonly Spot[];
}

export interface LabelDiagramResponse {
	/** Id of the label chosen for each spot; a spot without a choice is not in it. */
	readonly labels: Readonly<Record<string, string>>;
}

/** A label is chosen for each numbered spot of a drawing; a label may be chosen twice, so that one slip costs one point. */
export const kind = defineKind<LabelDiagram, LabelDiagramResponse, PublicLabelDiagram>({
	kind: 'label-diagram',
	version: 1,
	start: () => ({ labels: {} }),
	upgradeResponse(stored, _version, question) {
		const chosen = new Map(Object.entries((stored as LabelDiagramResponse | null)?.labels ?? {}));
		const known = new Set(question.labels.map(({ id }) => id));
		return {
			labels: Object.fromEntries(
				question.spots.flatMap(({ id }) => {
					const label = chosen.get(id);
					return label !== undefined && known.has(label) ? [[id, label]] : [];
				})
			)
		};
	},
	missing(question, { labels }) {
		const given = Object.keys(labels).length;
		if (given === 0) return 'nothing-chosen';
		return given < question.spots.length ? 'incomplete' : null;
	},
	grade(question, response) {
		const parts = question.spots.map(({ id, feedback }) => ({
			id,
			right: response.labels[id] === id,
			given: Object.hasOwn(response.labels, id),
			feedback
		}));
		return {
			earned: parts.filter(({ right }) => right).length,
			possible: parts.length,
			parts,
			notes: []
		};
	},
	correct: ({ spots }) => ({ labels: Object.fromEntries(spots.map(({ id }) => [id, id])) }),
	publicPart: ({ id, kind, prompt, width, height, title, svg, spots, labels }) => ({
		id,
		kind,
		prompt,
		width,
		height,
		title,
		svg,
		spots: spots.map(({ id, place, at }) => ({ id, place, at })),
		// By id, which says nothing of where they belong; a paper has an order of its own.
		labels: [...labels].sort((a, b) => (a.id < b.id ? -1 : 1))
	}),
	arrange: ({ labels }, shuffle) => shuffle(labels.map(({ id }) => id)),
	interaction(question, response) {
		const spots = question.spots.map(({ id }) => id);
		const labels = question.labels.map(({ id }) => id);
		const given = spots
			.filter((id) => Object.hasOwn(response.labels, id))
			.map((id) => [id, response.labels[id]!] as const);
		const right = spots.map((id) => [id, id] as const);
		const short = (list: typeof given) =>
			list.map(([a, b]) => `${indexCharacter(spots, a)}.${indexCharacter(labels, b)}`).join(',');
		const long = (list: typeof given) => list.map(([a, b]) => `${a}[.]${b}`).join('[,]');
		return {
			type: 'matching',
			scorm12: { response: given.length ? short(given) : null, correct: short(right) },
			scorm2004: { response: given.length ? long(given) : null, correct: [long(right)] }
		};
	}
});
