import type { Directives } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { suggestion } from '../yaml/nearest';
import type { TextMistake } from './check-document';
import { directives, isDirective, type DirectiveName } from './parse-markdown';
import { citedIn, lineOf } from './read-document';

const shown: { readonly [D in DirectiveName]: string } = {
	term: ':term[words]{id=…}',
	cite: ':cite[S1] or :cite[S1,S3]',
	figure: '::figure{id=…}',
	check: '::check{question=…}',
	claim: ':::claim{id=…}',
	'key-points': ':::key-points'
};
const attributes: { readonly [D in DirectiveName]: string | null } = {
	term: 'id',
	cite: null,
	figure: 'id',
	check: 'question',
	claim: 'id',
	'key-points': null
};

/** What is wrong with a directive. `alone` where it stands by itself, in no paragraph, list or other directive. */
export function checkDirective(node: Directives, alone: boolean): TextMistake[] {
	const line = lineOf(node);
	const wrong = (message: string): TextMistake[] => [{ line, message }];
	const { name } = node;
	if (!isDirective(name))
		return wrong(`there is no directive "${name}"${suggestion(name, Object.keys(directives))}`);
	if (node.type !== directives[name]) return wrong(`"${name}" is written ${shown[name]}`);
	const inText = node.type === 'textDirective';
	if (!inText && !alone)
		return wrong(
			`${shown[name]} must stand by itself, between two paragraphs, not inside something else`
		);
	const attribute = attributes[name];
	const others = Object.keys(node.attributes ?? {}).filter((key) => key !== attribute);
	const mistakes = others.flatMap((key) =>
		wrong(`{${key}=…} is not known here; "${name}" is written ${shown[name]}`)
	);
	if (attribute !== null && !node.attributes?.[attribute])
		mistakes.push(...wrong(`"${name}" needs its {${attribute}=…}, as in ${shown[name]}`));
	if (name === 'term' && toString(node).trim() === '')
		mistakes.push(
			...wrong(
				'"term" needs its words in square brackets right behind it, as in :term[words]{id=…}'
			)
		);
	if (node.type === 'textDirective' && name === 'cite' && citedIn(node).length === 0)
		mistakes.push(
			...wrong('"cite" names its sources in square brackets right behind it, as in :cite[S1]')
		);
	if (node.type === 'leafDirective' && node.children.length > 0)
		mistakes.push(
			...wrong(`"${name}" takes no words in square brackets; it is written ${shown[name]}`)
		);
	if (node.type === 'containerDirective') {
		const [first] = node.children;
		if (first?.type === 'paragraph' && first.data?.directiveLabel)
			mistakes.push(
				...wrong(`"${name}" takes no words in square brackets; write them on the next line`)
			);
		else if (!first) mistakes.push(...wrong(`"${name}" has nothing in it`));
	}
	return mistakes;
}
