import {
	parse,
	isArgumentElement,
	isDateElement,
	isNumberElement,
	isPluralElement,
	isSelectElement,
	isTagElement,
	isTimeElement,
	type MessageFormatElement,
	type PluralElement
} from '@formatjs/icu-messageformat-parser';
import { locales, otherLocale, type Locale } from '#lib/base/locale';
import { inFileOrder, type Problem } from '../problem';
import { readYaml, type Yaml } from '../yaml/read-yaml';

interface Message {
	readonly path: readonly string[];
	readonly key: string;
	readonly elements: readonly MessageFormatElement[] | null;
}
interface Table {
	readonly file: string;
	readonly locale: Locale;
	readonly yaml: Yaml;
	readonly messages: readonly Message[];
}

const pluralForms: { readonly [L in Locale]: readonly string[] } = {
	en: ['one', 'other'],
	ar: ['zero', 'one', 'two', 'few', 'many', 'other']
};

const problem = (file: string, line: number, message: string): Problem => ({
	file,
	line,
	rule: 'icu',
	message
});

function textsIn(
	value: unknown,
	path: readonly string[]
): { path: readonly string[]; text: string }[] {
	if (typeof value === 'string') return [{ path, text: value }];
	if (!value || typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([key, part]) => textsIn(part, [...path, key]));
}

function inside(element: MessageFormatElement): MessageFormatElement[] {
	if (isPluralElement(element) || isSelectElement(element))
		return Object.values(element.options).flatMap(({ value }) => value);
	return isTagElement(element) ? element.children : [];
}

const allElements = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
	elements.flatMap((element) => [element, ...allElements(inside(element))]);

/** '{count, plural, …} of {total}' => ['{count}', '{total}'] */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
	const found = allElements(elements).flatMap((element) =>
		isArgumentElement(element) ||
		isNumberElement(element) ||
		isDateElement(element) ||
		isTimeElement(element) ||
		isPluralElement(element) ||
		isSelectElement(element)
			? [`{${element.value}}`]
			: isTagElement(element)
				? [`<${element.value}>`]
				: []
	);
	return [...new Set(found)].sort();
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

function readTable(
	file: string,
	locale: Locale,
	text: string
): { table: Table | null; problems: Problem[] } {
	// JSON is YAML, and so its lines are known.
	const { yaml, problems } = readYaml(file, text);
	if (!yaml) {
		const said = isJson(text)
			? null
			: 'this is not JSON; look for a missing comma, quote or bracket';
		return {
			table: null,
			problems: problems.map(({ line, message }) => problem(file, line, said ?? message))
		};
	}
	const found: Problem[] = [];
	const messages = textsIn(yaml.data, []).map(({ path, text }): Message => {
		const key = path.join('.');
		try {
			return { path, key, elements: parse(text, { captureLocation: false }) };
		} catch (error) {
			const what = String((error as Error).message)
				.toLowerCase()
				.replaceAll('_', ' ');
			found.push(
				problem(file, yaml.line(path), `"${key}" is not a message that can be read: ${what}`)
			);
			return { path, key, elements: null };
		}
	});
	return { table: { file, locale, yaml, messages }, problems: found };
}

const plurals = ({ file, locale, yaml, messages }: Table): Problem[] =>
	messages.flatMap(({ path, key, elements }) =>
		allElements(elements ?? [])
			.filter(
				(element): element is PluralElement =>
					isPluralElement(element) && element.pluralType !== 'ordinal'
			)
			.flatMap(({ options, value }) => {
				const lacks = pluralForms[locale].filter((form) => !(form in options));
				if (lacks.length === 0) return [];
				return [
					problem(
						file,
						yaml.line(path),
						`"${key}" lacks forms of {${value}}: add ${lacks.join(', ')}`
					)
				];
			})
	);

/** What a table lacks or says otherwise than its partner in the other language. */
function against(here: Table, there: Table): Problem[] {
	return there.messages.flatMap(({ path, key, elements }) => {
		const mine = here.messages.find((message) => message.key === key);
		if (!mine)
			return [
				problem(here.file, here.yaml.line(path), `"${key}" of ${there.file} is missing here`)
			];
		if (here.locale === 'en' || !mine.elements || !elements) return [];
		const [own, others] = [argumentsOf(mine.elements), argumentsOf(elements)];
		if (own.join() === others.join()) return [];
		const message = `"${key}" uses ${own.join(' ') || 'nothing'} here and ${others.join(' ') || 'nothing'} in ${there.file}; use the same`;
		return [problem(here.file, here.yaml.line(path), message)];
	});
}

/** The interface's tables of messages (path => JSON; `…en.json` beside `…ar.json`) => what is wrong with them. */
export function messageProblems(tables: ReadonlyMap<string, string>): Problem[] {
	const problems: Problem[] = [];
	const read = new Map<string, Table>();
	const partner = (file: string, locale: Locale) =>
		file.replace(/[a-z]+\.json$/, `${otherLocale(locale)}.json`);
	for (const [file, text] of tables) {
		const locale = locales.find((one) => new RegExp(`(^|[./])${one}\\.json$`).test(file));
		if (!locale) continue;
		const { table, problems: found } = readTable(file, locale, text);
		problems.push(...found);
		if (table) read.set(file, table);
		if (!tables.has(partner(file, locale)))
			problems.push(problem(file, 1, `there is no ${partner(file, locale)} beside this table`));
	}
	for (const table of read.values()) {
		problems.push(...plurals(table));
		const other = read.get(partner(table.file, table.locale));
		if (other) problems.push(...against(table, other));
	}
	return inFileOrder(problems);
}
