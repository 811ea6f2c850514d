// Tests resolve packages as a browser does, and there Markdown's reader wants a document.
import { expect, it } from 'vitest';
import { blocksOf } from './blocks';
import { cutFrontMatter } from './front-matter';
import { readDocument } from './read-document';

const text = `Opening :cite[S1].

## Size {#size}

Before.

::figure{id=scale}

:::claim{id=C5}
Known :cite[S2].
:::

::check{question=check-size}

After.

## Key points {#key-points}

:::key-points
- One
:::
`;

it('cuts a text into its opening and its sections, with their lines', () => {
	const { opening, sections } = readDocument('lesson.en.md', text);
	expect(opening).toHaveLength(1);
	expect(sections.map(({ id, title, line }) => [id, title, line])).toEqual([
		['size', 'Size', 3],
		['key-points', 'Key points', 17]
	]);
});

it('finds what a text refers to, in order, with section and line', () => {
	const { references } = readDocument('lesson.en.md', text);
	expect(references.map(({ to, id, line, section }) => [to, id, line, section])).toEqual([
		['source', 'S1', 1, null],
		['figure', 'scale', 7, 'size'],
		['claim', 'C5', 9, 'size'],
		['source', 'S2', 10, 'size'],
		['check', 'check-size', 13, 'size']
	]);
});

it('gives a section as blocks in their order', () => {
	const [size, keyPoints] = readDocument('lesson.en.md', text).sections;
	const surroundings = {
		locale: 'en',
		section: null,
		lessons: '../',
		sourceNumber: () => 1
	} as const;
	expect(blocksOf(size!.nodes, surroundings).map(({ type }) => type)).toEqual([
		'html',
		'figure',
		'claim',
		'check',
		'html'
	]);
	expect(blocksOf(keyPoints!.nodes, surroundings)).toEqual([
		{ type: 'key-points', html: '<ul>\n<li>One</li>\n</ul>' }
	]);
});

it('reads on behind a directive that is not closed, and says where it starts', () => {
	const { sections, unclosed } = readDocument('lesson.en.md', text.replace('[S2].\n:::', '[S2].'));
	expect(unclosed).toEqual([{ name: 'claim', line: 9 }]);
	expect(sections.map(({ id }) => id)).toEqual(['size', 'key-points']);
});

it('cuts front matter off without moving a line', () => {
	const file = '---\ntitle: x\n---\n\nText';
	const { matter, body } = cutFrontMatter(file);
	expect(matter).toBe('\ntitle: x');
	expect(body.split('\n').indexOf('Text')).toBe(file.split('\n').indexOf('Text'));
	expect(cutFrontMatter('Text').matter).toBeNull();
});
