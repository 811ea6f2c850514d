import { file, type Rule, type SourceFile } from './source';

interface Declaration {
	readonly property: string;
	/** Without the names of custom properties. */
	readonly value: string;
}

/** CSS of a style sheet, or of a component: its style element, `style` attributes and `style:` directives. */
function declarationsIn({ path, text }: SourceFile): Declaration[] {
	const css = path.endsWith('.css')
		? text
		: [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, inside]) => inside).join('\n');
	const inline = [...text.matchAll(/\sstyle="([^"]*)"/g)].map(([, inside]) => `${inside};`);
	const directives = [...text.matchAll(/\sstyle:([\w-]+)(?:=(?:"([^"]*)"|\{[^}]*\}))?/g)].map(
		([, property, value]) => `${property}: ${value?.replace(/[{}]/g, '') ?? ''};`
	);
	return [
		...[css, ...(path.endsWith('.css') ? [] : [...inline, ...directives])]
			.join('\n')
			.replace(/\/\*[\s\S]*?\*\//g, '')
			.matchAll(/([\w-]+)\s*:\s*([^;{}]*)(?=[;}])/g)
	].map(([, property, value]) => ({
		property: property!,
		value: value!.replace(/var\(--[\w-]+/g, 'var(').trim()
	}));
}

const isStyled = (path: string) => /\.(svelte|css|html)$/.test(path);

/** 'a b c d' with b unlike d: one side differs from the other. */
function isLopsided({ property, value }: Declaration): boolean {
	if (!/^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/.test(property))
		return false;
	const sides = value.replace(/\([^()]*\)/g, (inside) => inside.replaceAll(' ', '')).split(/\s+/);
	return sides.length === 4 && sides[1] !== sides[3];
}

export const logicalDirections: Rule = {
	title: 'layout has no physical directions',
	broken: (source) =>
		isStyled(source.path)
			? declarationsIn(source)
					.filter(
						(declaration) =>
							(!declaration.property.startsWith('--') &&
								/(^|-)(left|right|top|bottom)(-|$)/.test(declaration.property)) ||
							/(^|[\s,(])(to )?(left|right)\b/.test(declaration.value) ||
							isLopsided(declaration)
					)
					.map(({ property, value }) => `${property}: ${value}`)
			: [],
	bad: [
		file('src/a.css', '.a { margin-left: 1px; }'),
		file('src/a.css', '.a { border-top-right-radius: 1px }'),
		file('src/a.css', '.a { position: absolute; left: 0; }'),
		file('src/a.css', '.a { text-align: right; }'),
		file('src/a.css', '.a { float: left; }'),
		file('src/a.css', '.a { padding: 0 1px 2px 3px; }'),
		file('src/a.css', '.a { background: linear-gradient(to right, var(--ink), var(--paper)); }'),
		file('src/A.svelte', '<p>{a}</p>\n<style>\n\tp {\n\t\tpadding-right: 1px;\n\t}\n</style>'),
		file('src/A.svelte', '<p style="margin-right: 1px">{a}</p>'),
		file('src/A.svelte', '<p style:left="{place}%">{a}</p>')
	],
	good: [
		file('src/a.css', '.right:hover { color: var(--right); margin: 1px 2px 3px 2px; }'),
		file('src/a.css', '/* left: 0; */ .a { inset-inline-start: 0; vertical-align: top; }'),
		file('src/A.svelte', '<p class:right style:inline-size="{share}%">{a}</p>')
	]
};

const colour =
	/#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|(^|[\s,(])(white|black|red|green|blue|gr[ae]y|silver|yellow|orange|purple|teal|navy|maroon|gold|pink|brown|cyan|magenta|lime|aqua|olive|crimson)\b/i;

export const tokensOnly: Rule = {
	title: 'colours stand among the tokens alone',
	broken(source) {
		if (!isStyled(source.path) || source.path === 'src/lib/ui/styles/tokens.css') return [];
		const painted = [
			...source.text.matchAll(/\s(fill|stroke|stop-color|flood-color|color)="([^"{]*)"/g)
		].map(([, property, value]) => ({ property: property!, value: value! }));
		return [...declarationsIn(source), ...painted]
			.filter(({ value }) => colour.test(value))
			.map(({ property, value }) => `${property}: ${value}`);
	},
	bad: [
		file('src/a.css', '.a { color: #fff; }'),
		file('src/a.css', '.a { border: 1px solid white }'),
		file('src/a.css', '.a { background: oklch(50% 0.1 180); }'),
		file('src/A.svelte', '<p>{a}</p><style>p { background: rgb(0 0 0 / 50%); }</style>'),
		file('src/A.svelte', '<svg><path fill="#0f766e" /></svg>'),
		file('src/A.svelte', '<svg><path stroke="black" /></svg>'),
		file('src/A.svelte', '<p style:color="red">{a}</p>')
	],
	good: [
		file('src/a.css', '.white { color: var(--black); fill: currentColor; }'),
		file('src/a.css', '.a { background: color-mix(in oklab, var(--ink) 20%, transparent); }'),
		file('src/A.svelte', '<a href="#fade"><path fill="none" stroke="var(--ink)" /></a>'),
		file('src/lib/ui/styles/tokens.css', ':root { --ink: oklch(20% 0.02 200); }')
	]
};
