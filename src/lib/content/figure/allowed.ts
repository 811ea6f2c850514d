const set = (names: string) => new Set(names.trim().split(/\s+/));

/** The elements of a drawing: shapes and what they are painted with. Nothing that runs, loads, styles or links. */
export const allowedElements: ReadonlySet<string> = set(`
	svg g defs path rect circle ellipse line polyline polygon text
	linearGradient radialGradient stop marker clipPath mask pattern
`);

/** The attributes of a drawing. No style, no class, no on…, no href. */
export const allowedAttributes: ReadonlySet<string> = set(`
	id xmlns viewBox width height preserveAspectRatio transform
	x y x1 y1 x2 y2 cx cy r rx ry fx fy d points pathLength
	fill fill-opacity fill-rule opacity
	stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
	stroke-dasharray stroke-dashoffset vector-effect paint-order
	clip-path clip-rule mask marker-start marker-mid marker-end
	offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod
	clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform
	markerWidth markerHeight markerUnits refX refY orient
	data-label text-anchor font-size font-weight dominant-baseline
`);

const plainColours = ['ink', 'paper', 'muted', 'line'];
const softColours = ['accent', 'membrane', 'protein', 'rna', 'dna', 'unknown', 'cell', 'warm'];

/** Names of the colours: `fill="var(--figure-ink)"`. */
export const figureColours: readonly string[] = [
	...plainColours,
	...softColours,
	...softColours.map((name) => `${name}-soft`)
];

export const colourAttributes: ReadonlySet<string> = set('fill stroke stop-color');
/** Attributes that may point to something in the same drawing: url(#id). */
export const pointingAttributes: ReadonlySet<string> = set(
	'fill stroke clip-path mask marker-start marker-mid marker-end'
);
