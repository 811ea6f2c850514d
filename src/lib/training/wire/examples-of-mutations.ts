const markup = '<script>globalThis.hacked = 1</script><img src=x onerror="globalThis.hacked = 1">';
const signs = 'AZaz09-_.#=%<>"&\'\\ \n\t\0é؟…\u200f\ud83d';

/** Numbers from 0 to under 1, always the same for a seed. */
export type Chance = () => number;

const pick = <T>(chance: Chance, list: readonly T[]): T =>
	list[Math.floor(chance() * list.length)]!;
const upTo = (chance: Chance, most: number) => Math.floor(chance() * (most + 1));

/** For tests: a text as a careless or a hostile hand passes it on. */
export function mutatedText(text: string, chance: Chance): string {
	const at = upTo(chance, text.length);
	const end = Math.min(text.length, at + upTo(chance, 60));
	const flipped = (code: number) => String.fromCharCode(code ^ (1 << upTo(chance, 6)));
	const ways: readonly (() => string)[] = [
		() => text.slice(0, at),
		() => text.slice(at),
		() => text.slice(0, at) + text.slice(end),
		() => text.slice(0, at) + text.slice(at, end) + text.slice(at),
		() => text.slice(end) + text.slice(0, end),
		() => text.slice(0, at) + pick(chance, [...signs]) + text.slice(at + 1),
		() => text.slice(0, at) + flipped(text.charCodeAt(at) || 65) + text.slice(at + 1),
		() => text.slice(0, at) + markup + text.slice(at),
		() => text.slice(0, at) + text.slice(at, end).toUpperCase() + text.slice(end),
		() => text.slice(0, at) + [...text.slice(at, end)].reverse().join('') + text.slice(end),
		() => swapped(text, '.', chance),
		() => text.replace(/\d/, () => String(upTo(chance, 99))),
		() => `${text}${text.slice(at)}`,
		() => encodeURIComponent(text.slice(0, at).replace(/[\ud800-\udfff]/g, '')) + text.slice(at)
	];
	const once = pick(chance, ways)();
	return chance() < 0.2 ? mutatedText(once, chance) : once;
}

/** Two of its parts in each other's place. */
function swapped(text: string, sign: string, chance: Chance): string {
	const parts = text.split(sign);
	const [one, other] = [upTo(chance, parts.length - 1), upTo(chance, parts.length - 1)];
	[parts[one], parts[other]] = [parts[other]!, parts[one]!];
	return parts.join(sign);
}

/** What no writer of ours puts into a field, as JSON. */
const values: readonly string[] = [
	...['null', 'true', '0', '-1', '0.5', '1e308', '1e999', '-1e999', '9007199254740993', '8.64e15'],
	...[
		'""',
		'"a"',
		JSON.stringify(markup),
		'"__proto__"',
		'"constructor"',
		'"\\u202e\\ud800\\u0000"'
	],
	...[
		'[]',
		'{}',
		'[[]]',
		'[null]',
		'{"__proto__":{"hacked":1}}',
		'{"constructor":{"prototype":1}}'
	],
	...['{"length":1e9}', '{"toString":1,"valueOf":1}', '{"then":1}', '"javascript:alert(1)"'],
	...[JSON.stringify('a'.repeat(250_000)), `${'['.repeat(3000)}${']'.repeat(3000)}`],
	`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`
];

const here = '@here@';

/** For tests: a JSON of the value with something else in one or a few of its places. */
export function mutatedJson(value: object, chance: Chance): string {
	const copy = JSON.parse(JSON.stringify(value)) as object;
	for (let rounds = chance() < 0.7 ? 1 : 3; rounds > 0; rounds--) {
		const holder = pick(chance, holdersIn(copy));
		const key = pick(chance, [...Object.keys(holder), '0']);
		const way = chance();
		if (way > 0.3) holder[key] = here;
		else if (way > 0.2) holder[markup] = 1;
		else if (!Array.isArray(holder)) delete holder[key];
		else if (way > 0.1) holder.splice(Number(key), 1);
		else holder.push(...(holder as unknown[]));
	}
	return JSON.stringify(copy).replaceAll(JSON.stringify(here), () => pick(chance, values));
}

/** Every object and list in it, itself too. */
function holdersIn(value: object): Record<string, unknown>[] {
	const holders: Record<string, unknown>[] = [];
	const waiting: unknown[] = [value];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (typeof next !== 'object' || next === null) continue;
		holders.push(next as Record<string, unknown>);
		waiting.push(...Object.values(next));
	}
	return holders;
}
