import { parse } from 'svelte/compiler';
import { file, isForTests, type Rule } from './source';

type Node = { readonly type: string; readonly [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const childrenOf = (node: Node): Node[] =>
	Object.entries(node)
		.filter(([key]) => key !== 'metadata')
		.flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
		.filter(isNode);

/** Attributes that are read out or shown. */
const spoken =
	/^(aria-(label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label)$/;

/** Strings that an expression can come to, as far as its text tells. */
function stringsOf(node: Node): string[] {
	switch (node.type) {
		case 'Text':
			return [node.data as string];
		case 'Literal':
			return typeof node.value === 'string' ? [node.value] : [];
		case 'TemplateLiteral':
			return (node.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw);
		case 'ExpressionTag':
			return stringsOf(node.expression as Node);
		case 'ConditionalExpression':
			return [node.consequent, node.alternate].flatMap((part) => stringsOf(part as Node));
		case 'LogicalExpression':
			return [node.left, node.right].flatMap((part) => stringsOf(part as Node));
		case 'BinaryExpression':
			return node.operator === '+'
				? [node.left, node.right].flatMap((part) => stringsOf(part as Node))
				: [];
		default:
			return [];
	}
}

function textsIn(node: Node): string[] {
	if (node.type === 'Text' || node.type === 'ExpressionTag') return stringsOf(node);
	if (node.type === 'Attribute')
		return spoken.test(node.name as string) ? childrenOf(node).flatMap(stringsOf) : [];
	return childrenOf(node).flatMap(textsIn);
}

/** Names of things, the same in every language. */
const names = ['doi:'];

export const messagesOnly: Rule = {
	title: 'no words stand in components: they are in the message tables',
	broken: ({ path, text }) =>
		path.endsWith('.svelte')
			? textsIn(parse(text, { modern: true }).fragment as unknown as Node)
					.map((words) => words.replace(/&\w+;/g, '').trim())
					.filter((words) => /\p{L}/u.test(words) && !names.includes(words))
					.map((words) => `says "${words}"`)
			: [],
	bad: [
		file('src/A.svelte', '<p>Saved</p>'),
		file('src/A.svelte', '{#if a}<b>{a}</b>{:else}{#each b as c (c)}{c} تمّ{/each}{/if}'),
		file('src/A.svelte', '<button aria-label="Close">×</button>'),
		file('src/A.svelte', '<img alt="A {size} cell" src="a.svg" />'),
		file('src/A.svelte', "<p>{done ? 'Saved' : ''}</p>"),
		file('src/A.svelte', '<p>{`Question ${number}`}</p>')
	],
	good: [
		file('src/A.svelte', '<!-- Saved --><p class="saved">{$t(\'save.saved\')}: {a} × 10</p>'),
		file('src/A.svelte', "<p>{state === 'saved' ? '✓' : ''}</p><script>let a = 'saved';</script>")
	]
};

/** Languages are named in themselves, whatever language is spoken. */
const languageName = /'العربية'/g;

export const noArabicInCode: Rule = {
	title: 'Arabic stands in tables, lessons and the rules of its spelling',
	broken: ({ path, text }) =>
		/^src\/(lib\/(ui|screens|session|i18n|store|progress)|routes)\/.*\.(ts|svelte)$/.test(path) &&
		!isForTests(path)
			? [
					...text
						.replace(languageName, '')
						.replace(/\/\*[\s\S]*?\*\/|\s\/\/.*$/gm, '')
						.matchAll(/\p{Script=Arabic}[\p{Script=Arabic}\s]+/gu)
				].map(([words]) => `says "${words.trim()}"`)
			: [],
	bad: [
		file('src/lib/screens/A.svelte', "<script>const saved = 'تمّ الحفظ';</script>"),
		file('src/lib/session/a.ts', "throw new Notice('تعذّر التحميل');")
	],
	good: [
		file('src/lib/screens/A.svelte', "<script>const names = { ar: 'العربية' };</script>"),
		file('src/lib/session/a.ts', '/** «تمّ الحفظ» */')
	]
};
