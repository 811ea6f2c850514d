import { westernDigits } from './numeral';

/** How much a question overlooks in what was typed; see "Marking short text" in the authors' guide. */
export const levels = ['exact', 'strict', 'lenient'] as const;
export type Level = (typeof levels)[number];

/** What is worth a second look in an answer that is right all the same, in the order in which it is said. */
export const spellingNotes = [
	'spelling-hamza',
	'spelling-ta-marbuta',
	'spelling-alef-maqsura',
	'spelling-slip'
] as const;
export type SpellingNote = (typeof spellingNotes)[number];

/** What a question takes for an answer, in all languages together. */
export interface Accepted {
	readonly answers: readonly string[];
	/** Never accepted where what was typed is as close to one of these as to an answer. */
	readonly reject?: readonly string[];
	readonly level: Level;
	/** Slips allowed in the whole answer, each in a word of six letters or more; not at level exact. */
	readonly typos?: number;
}

/** 0 the same at level strict, 1 but for marks and article, 2 but for what `lenient` folds, 3 but for slips. */
interface Match {
	readonly distance: 0 | 1 | 2 | 3;
	readonly notes: readonly SpellingNote[];
}

const replaced = (text: string, letters: Readonly<Record<string, string>>) =>
	text.replace(new RegExp(`[${Object.keys(letters).join('')}]`, 'g'), (letter) => letters[letter]!);
const otherKeyboards = { ی: 'ي', ک: 'ك', ہ: 'ه', ھ: 'ه' };
const strokes = { ø: 'o', ł: 'l', đ: 'd' };
const lenientLetters = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي' };

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What counts at level strict: '  Lipid\u2010BILAYER ' => 'lipid-bilayer', 'حـمـض ٣' => 'حمض 3'. */
function strict(text: string): string {
	const plain = westernDigits(text.normalize('NFKC'))
		// Tatweel, and all that is invisible: bidi marks, joiners, soft hyphens.
		.replace(/[\u0640\p{Default_Ignorable_Code_Point}]/gu, '')
		.replace(/[\p{Dash_Punctuation}\u2043\u2212]/gu, '-');
	// Upper case first, because some letters (ß, ς) have two lower-case forms.
	return tidy(replaced(plain, otherKeyboards).toUpperCase().toLowerCase().normalize('NFKC'));
}

/** Without tashkeel and Latin diacritics; hamza and madda belong to their letter and stay. */
const withoutMarks = (text: string) => {
	const bare = text
		.normalize('NFD')
		.replace(/(?![\u0653-\u0655])\p{Mn}/gu, '')
		.normalize('NFC');
	// A mark that stood alone leaves a space.
	return tidy(replaced(bare.replace(/\p{Mn}/gu, ''), strokes));
};

/** A letter for a letter, so that two words of the same folding can be compared place by place. */
const lenient = (text: string) => replaced(text, lenientLetters);

/** The text as its level sees it; the article is not in it: it is optional word by word (see `accepts`). */
export function folded(text: string, level: Level): string {
	if (level === 'exact') return text.normalize('NFC').trim();
	return level === 'strict' ? strict(text) : lenient(withoutMarks(strict(text)));
}

/** A word as it stands and, where three letters remain, without its article. Before folding: أل is no article. */
const withAndWithoutArticle = (word: string) => {
	const rest = word.replace(/^[اٱ]ل(?=[\p{L}\p{N}]{3})/u, '');
	return rest === word ? [word] : [word, rest];
};

/** Which of the notes two words of the same lenient folding deserve. A wasla is no mistake. */
function spelling(word: string, wanted: string): SpellingNote[] {
	const notes = new Set<SpellingNote>();
	[...word].forEach((letter, place) => {
		const pair = letter + [...wanted][place];
		if (letter === [...wanted][place] || /^[اٱ]{2}$/.test(pair)) return;
		if (/[أإآؤئ]/.test(pair)) notes.add('spelling-hamza');
		else if (pair.includes('ة')) notes.add('spelling-ta-marbuta');
		else if (pair.includes('ى')) notes.add('spelling-alef-maqsura');
	});
	return [...notes];
}

/** One letter more, less or other, or two neighbours swapped; never a digit, which is no slip but another name (CD63). */
function oneSlip(word: string, wanted: string): boolean {
	if (word.replace(/\D/g, '') !== wanted.replace(/\D/g, '')) return false;
	let [a, b] = [[...word], [...wanted]];
	while (a.length && a[0] === b[0]) [a, b] = [a.slice(1), b.slice(1)];
	while (a.length && a.at(-1) === b.at(-1)) [a, b] = [a.slice(0, -1), b.slice(0, -1)];
	return (
		Math.max(a.length, b.length) === 1 ||
		(a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0])
	);
}

const best = (matches: readonly Match[]): Match | null =>
	[...matches].sort((a, b) => a.distance - b.distance || a.notes.length - b.notes.length)[0] ??
	null;

function matchWord(word: string, wanted: string, level: Level, typos: number): Match | null {
	if (word === wanted) return { distance: 1, notes: [] };
	const lax = level === 'lenient';
	const forms = (text: string) => (lax ? withAndWithoutArticle(text) : [text]);
	const fold = (text: string) => (lax ? lenient(text) : text);
	const pairs = forms(word).flatMap((a) => forms(wanted).map((b) => [a, b] as const));
	const same = pairs.flatMap(([a, b]): Match[] => {
		if (fold(a) !== fold(b)) return [];
		return [{ distance: a === b ? 1 : 2, notes: spelling(a, b) }];
	});
	if (same.length || !typos) return best(same);
	// Without the article, which would make a long word of «الجلدي».
	const letters = forms(wanted).at(-1)!.match(/\p{L}/gu)?.length ?? 0;
	const slipped = letters >= 6 && pairs.some(([a, b]) => oneSlip(fold(a), fold(b)));
	return slipped ? { distance: 3, notes: ['spelling-slip'] } : null;
}

function match(entered: string, wanted: string, level: Level, typos: number): Match | null {
	const same = level === 'exact' ? 'exact' : 'strict';
	if (folded(entered, same) === folded(wanted, same)) return { distance: 0, notes: [] };
	if (level === 'exact') return null;
	const [words, goal] = [entered, wanted].map((text) =>
		(level === 'lenient' ? withoutMarks(strict(text)) : strict(text)).split(/([ -])/)
	);
	if (words!.length !== goal!.length) return null;
	const matches = words!.map((word, place) => matchWord(word, goal![place]!, level, typos));
	if (matches.includes(null)) return null;
	const found = matches as Match[];
	if (found.filter(({ distance }) => distance === 3).length > typos) return null;
	const notes = new Set(found.flatMap((word) => word.notes));
	return {
		distance: Math.max(...found.map(({ distance }) => distance)) as Match['distance'],
		notes: spellingNotes.filter((note) => notes.has(note))
	};
}

const closest = (entered: string, list: readonly string[], level: Level, typos: number) =>
	best(list.flatMap((wanted) => match(entered, wanted, level, typos) ?? []));

/** Whether one of these texts is meant by what was typed, without slips: ('الالتهاب', ['التهاب'], 'lenient') => true. */
export const isOneOf = (entered: string, list: readonly string[], level: Level): boolean =>
	closest(entered, list, level, 0) !== null;

/** Whether what was typed is an accepted answer, and what to look at in its spelling. Nothing typed is never right. */
export function accepts(
	entered: string,
	{ answers, reject = [], level, typos = 0 }: Accepted
): { readonly right: boolean; readonly notes: readonly SpellingNote[] } {
	const answer = strict(entered) === '' ? null : closest(entered, answers, level, typos);
	const rejected = closest(entered, reject, level, 0);
	if (!answer || (rejected && rejected.distance <= answer.distance))
		return { right: false, notes: [] };
	return { right: true, notes: answer.notes };
}
