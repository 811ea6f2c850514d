import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuthoringContext } from '#lib/quiz/authoring';
import { asAuthored, both } from '#lib/quiz/examples';
import { kind, type LabelDiagram, type PublicLabelDiagram } from './kind';
import { schema } from './schema';

const context: AuthoringContext = {
	term: () => undefined,
	figure: () => ({
		id: 'vesicle',
		width: 400,
		height: 300,
		title: both('A vesicle'),
		description: both('The bilayer surrounds the cargo.'),
		labels: {
			bilayer: both('Lipid\nbilayer', 'طبقة دهنية\nمزدوجة'),
			cargo: both('Cargo'),
			constructor: both('Builder')
		},
		hotspots: Object.fromEntries(
			['bilayer', 'cargo', 'constructor'].map((id, index) => [
				id,
				{ en: { x: 10 + index, y: 20 }, ar: { x: 390 - index, y: 20 } }
			])
		),
		blank: (ids) => ({
			en: `<svg>en without ${ids.join()}</svg>`,
			ar: `<svg>ar without ${ids.join()}</svg>`
		})
	})
};
const spot = (id: string) => ({ id, place: both(`the place of ${id[0]}`) });
const authored = asAuthored('label-diagram', {
	figure: 'vesicle',
	hints: [],
	spots: [spot('bilayer'), spot('cargo'), spot('constructor')],
	extras: [{ id: 'nucleus', text: both('Nucleus') }]
});
const question = schema.compile(authored as never, context) as LabelDiagram;

describe('labelling a diagram', () => {
	it('keeps the drawing without the labels that are asked for, and the spots of each language', () => {
		expect(question.svg.ar).toBe('<svg>ar without bilayer,cargo,constructor</svg>');
		expect(question.spots[0]).toEqual({
			id: 'bilayer',
			place: both('the place of b'),
			text: { en: 'Lipid bilayer', ar: 'طبقة دهنية مزدوجة' },
			at: { en: { x: 10, y: 20 }, ar: { x: 390, y: 20 } }
		});
		expect(question.labels.map(({ id }) => id)).toEqual([
			'bilayer',
			'cargo',
			'constructor',
			'nucleus'
		]);
	});

	it('shows the title but not the description, which names what is asked for, and no label beside its spot', () => {
		const shown = kind.publicPart(question) as PublicLabelDiagram;
		expect(shown.title).toEqual(both('A vesicle'));
		expect(JSON.stringify(shown)).not.toContain('surrounds');
		expect(shown.spots.every((spot) => !('text' in spot))).toBe(true);
		expect(shown.labels.map(({ id }) => id)).toEqual([
			'bilayer',
			'cargo',
			'constructor',
			'nucleus'
		]);
	});

	it('asks for a whole set of labels', () => {
		expect(kind.missing(question, { labels: {} })).toBe('nothing-chosen');
		expect(kind.missing(question, { labels: { cargo: 'cargo' } })).toBe('incomplete');
		expect(kind.missing(question, kind.correct(question))).toBeNull();
	});

	it('counts the spots with their own label, and tells given from left out', () => {
		const spots = question.spots.map(({ id }) => id);
		const labels = fc.option(fc.constantFrom(...question.labels.map(({ id }) => id), 'gone'));
		fc.assert(
			fc.property(fc.tuple(labels, labels, labels), (chosen) => {
				const response = {
					labels: Object.fromEntries(spots.flatMap((id, n) => (chosen[n] ? [[id, chosen[n]]] : [])))
				};
				const { earned, possible, parts } = kind.grade(question, response);
				expect(possible).toBe(3);
				expect(earned).toBe(spots.filter((id, n) => chosen[n] === id).length);
				expect(parts.map(({ given }) => given)).toEqual(
					chosen.map((id) => id !== null && id !== 'gone')
				);
			})
		);
	});

	it('writes spot and label for an LMS', () => {
		expect(kind.interaction(question, { labels: { cargo: 'nucleus' } })).toEqual({
			type: 'matching',
			scorm12: { response: '1.3', correct: '0.0,1.1,2.2' },
			scorm2004: {
				response: 'cargo[.]nucleus',
				correct: ['bilayer[.]bilayer[,]cargo[.]cargo[,]constructor[.]constructor']
			}
		});
	});
});
