import { isLocale, type Locale } from '#lib/base/locale';
import type { ListedFile, Listing } from './listing';

/**
 * Files that are kept together: the shell (neither module nor language), a language's own, a module's questions (both
 * languages in one file), a module's pages in a language.
 */
export interface Pack {
	readonly module: string | null;
	readonly language: Locale | null;
	readonly files: readonly ListedFile[];
}

/** What was asked for on this device, kept beside the files. */
export interface Wishes {
	/** The whole course was asked for by a tap. */
	readonly all: boolean;
	/** Modules that were opened, assigned or asked for. */
	readonly wanted: readonly string[];
	readonly removed: readonly string[];
}
export const noWishes: Wishes = { all: false, wanted: [], removed: [] };

/** Above this a course is kept module by module; compressed bytes. */
export const largeFrom = 10_000_000;

export const sizeOf = (files: readonly ListedFile[]): number =>
	files.reduce((total, { size }) => total + size, 0);

export const isLarge = ({ files }: Listing): boolean => sizeOf(files) > largeFrom;

/** Which pack a file belongs to: 'ar/lessons/cells/quiz/index.html' => its module, 'ar'. */
export function placeOf(
	file: ListedFile,
	{ modules }: Pick<Listing, 'modules'>
): Pick<Pack, 'module' | 'language'> {
	const [, first, lesson] = /^(?:(\w+)\/)?lessons\/([^/]+)\//.exec(file.path) ?? [];
	const module = modules.find(({ lessons }) => lesson && lessons.includes(lesson))?.id ?? null;
	if (module) return { module, language: isLocale(first) ? first : null };
	const [own] = file.path.split('/');
	return { module: null, language: file.language ?? (isLocale(own) ? own : null) };
}

/** All packs of a site: shell, languages, then the modules in the order of the course. */
export function packsOf(listing: Listing): readonly Pack[] {
	const places = [null, ...listing.modules.map(({ id }) => id)].flatMap((module) =>
		[null, ...listing.languages].map((language) => ({ module, language }))
	);
	const placed = listing.files.map((file) => ({ file, place: placeOf(file, listing) }));
	return places
		.map((pack) => ({
			...pack,
			files: placed
				.filter(({ place }) => place.module === pack.module && place.language === pack.language)
				.map(({ file }) => file)
		}))
		.filter(({ files }) => files.length > 0);
}

interface Asked {
	readonly language: Locale;
	readonly large: boolean;
	/** The browser's data saver is on: nothing without a tap. */
	readonly saver: boolean;
	readonly wishes: Wishes;
}

/** The modules that are to be kept, in their order. */
export function modulesToKeep(
	modules: readonly string[],
	asked: Omit<Asked, 'language'>
): string[] {
	const { large, saver, wishes } = asked;
	const all = wishes.all || (!large && !saver);
	return modules.filter(
		(id) => wishes.wanted.includes(id) || (all && !wishes.removed.includes(id))
	);
}

/**
 * The packs to keep, in the order to fetch them: the page's own language as a whole, then the others; in each what was
 * opened, assigned or asked for before the rest.
 */
export function packsToKeep(packs: readonly Pack[], asked: Asked): readonly Pack[] {
	const ids = [...new Set(packs.flatMap(({ module }) => module ?? []))];
	const modules = modulesToKeep(ids, asked);
	if (asked.saver && !asked.wishes.all && modules.length === 0) return [];
	const wanted = packs.filter(({ module }) => module === null || modules.includes(module));
	const isFirst = ({ module }: Pack) => module === null || asked.wishes.wanted.includes(module);
	const sorted = [...wanted].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
	const own = sorted.filter(({ language }) => language === null || language === asked.language);
	return [...own, ...sorted.filter((pack) => !own.includes(pack))];
}

/** Wishes after a module (or, for null, the whole course) was asked for or opened. */
export const wishingFor = (wishes: Wishes, module: string | null): Wishes =>
	module === null
		? { ...wishes, all: true, removed: [] }
		: {
				...wishes,
				wanted: [...new Set([...wishes.wanted, module])],
				removed: wishes.removed.filter((id) => id !== module)
			};

/** Wishes after a module was taken off this device. */
export const wishingAway = (wishes: Wishes, module: string): Wishes => ({
	...wishes,
	wanted: wishes.wanted.filter((id) => id !== module),
	removed: [...new Set([...wishes.removed, module])]
});
