import type { Locale } from '#lib/base/locale';
import { keepFiles, keyOf, missingOf, readBack, type Reach, type Trouble } from './keeping';
import type { ListedFile, Listing } from './listing';
import {
	isLarge,
	modulesToKeep,
	noWishes,
	packsOf,
	packsToKeep,
	sizeOf,
	wishingAway,
	wishingFor,
	type Pack,
	type Wishes
} from './packs';
import { fileAt, isImmutable } from './routes';
import type { Ask, Kept, OfflineState } from './state';

/** No more often than this is progress told, in milliseconds. */
const tellEvery = 300;

/** What is kept of one build of the course: fetches it, reads it back, counts it, and tells. Lives in the worker. */
export class CourseKeeper {
	readonly #listing: Listing;
	readonly #reach: Reach;
	readonly #tell: (state: OfflineState) => Promise<void>;
	readonly #packs: readonly Pack[];
	/** Files that were read back from the cache since the worker started. */
	readonly #sound = new Set<string>();
	#asked: { language: Locale; saver: boolean } = { language: 'en', saver: false };
	#trouble: Trouble | null = null;
	#busy: Promise<void> | null = null;
	#again = false;
	#told = 0;

	constructor(listing: Listing, reach: Reach, tell: (state: OfflineState) => Promise<void>) {
		this.#listing = listing;
		this.#reach = reach;
		this.#tell = tell;
		this.#packs = packsOf(listing);
	}

	/** Does what a page asks for, and tells what is kept then. */
	async answer(ask: Ask): Promise<void> {
		this.#asked = { language: ask.language, saver: ask.saver };
		if (ask.do === 'keep' && ask.lessons) {
			const modules = new Set(ask.lessons.flatMap((lesson) => this.#moduleOf(lesson) ?? []));
			for (const module of modules) await this.#wish((wishes) => wishingFor(wishes, module));
		} else if (ask.do === 'keep' || ask.do === 'open') {
			const module = ask.lesson ? this.#moduleOf(ask.lesson) : (ask.module ?? null);
			// Opening a lesson asks for nothing where everything is kept anyway, or where only a tap may.
			const counts = ask.do === 'keep' || (module !== null && isLarge(this.#listing) && !ask.saver);
			if (counts) await this.#wish((wishes) => wishingFor(wishes, module));
		}
		if (ask.do === 'remove' && ask.module) {
			const { module } = ask;
			await this.#wish((wishes) => wishingAway(wishes, module));
			for (const pack of this.#packs)
				if (pack.module === module)
					await Promise.all(pack.files.map((file) => this.#reach.shelf.delete(this.#key(file))));
		}
		await this.#keepAll();
	}

	/** Fetches what a new build changed in the packs of which anything is kept; throws when it is not whole. */
	async takeOver(): Promise<void> {
		const kept = new Set(
			(await this.#reach.shelf.keys()).map(({ url }) => fileAt(url, this.#reach.scope))
		);
		const touched = this.#packs.filter(({ files }) => files.some(({ path }) => kept.has(path)));
		const trouble = await keepFiles(
			touched.flatMap(({ files }) => files),
			this.#reach
		);
		if (trouble) throw new Error(`The new version is not whole: ${trouble}`);
	}

	/** Takes away what neither this build lists nor, of script and styles, the build before it: its pages may be open. */
	async clearOld(): Promise<void> {
		const { shelf, scope } = this.#reach;
		const before = (await this.#read<string[]>('offline-listing')) ?? [];
		const now = this.#listing.files.map((file) => this.#key(file));
		// Once for each version: a worker that starts again must not take its predecessor for its own.
		if (JSON.stringify(before) === JSON.stringify(now)) return;
		const stays = new Set([
			...now,
			...before.filter((key) => isImmutable(key.slice(scope.length)))
		]);
		for (const { url } of await shelf.keys())
			if (url.includes('?kept=') && !stays.has(url)) await shelf.delete(url);
		await this.#write('offline-listing', now);
	}

	async state(): Promise<OfflineState> {
		const { languages, modules, files } = this.#listing;
		const large = isLarge(this.#listing);
		const gone = new Set(await missingOf(files, this.#reach));
		const plan = await this.#plan();
		const wishes = await this.#wishes();
		const counted = (some: readonly ListedFile[]): Kept => {
			const missing = some.filter((file) => gone.has(file));
			const sound = some.every((file) => this.#sound.has(this.#key(file)));
			const ready = some.length > 0 && missing.length === 0 && sound;
			return { bytes: sizeOf(some), missing: sizeOf(missing), ready };
		};
		const asked = { large, saver: this.#asked.saver, wishes };
		const keeping = modulesToKeep(
			modules.map(({ id }) => id),
			asked
		);
		return {
			large,
			busy: this.#busy !== null,
			trouble: this.#trouble,
			whole: keeping.length === modules.length && plan.length > 0,
			total: counted(files),
			languages: Object.fromEntries(
				languages.map((language) => [
					language,
					counted(
						plan
							.filter((pack) => pack.language === null || pack.language === language)
							.flatMap(({ files }) => files)
					)
				])
			),
			modules: modules.map(({ id }) => ({
				id,
				wanted: keeping.includes(id),
				...counted(this.#packs.filter(({ module }) => module === id).flatMap(({ files }) => files))
			}))
		};
	}

	async #keepAll(): Promise<void> {
		this.#again = true;
		this.#busy ??= (async () => {
			while (this.#again) {
				this.#again = false;
				this.#trouble = null;
				for (const { files } of await this.#plan()) {
					await this.#keepPack(files);
					if (this.#again || this.#trouble === 'network' || this.#trouble === 'full') break;
				}
			}
		})().finally(() => (this.#busy = null));
		await this.#busy;
		await this.#tell(await this.state());
	}

	async #keepPack(files: readonly ListedFile[]): Promise<void> {
		const trouble = await keepFiles(files, this.#reach, () => void this.#progress());
		this.#trouble ??= trouble;
		const missing = new Set(await missingOf(files, this.#reach));
		const unread = files.filter((file) => !missing.has(file) && !this.#sound.has(this.#key(file)));
		for (const file of await readBack(unread, this.#reach)) this.#sound.add(this.#key(file));
		await this.#progress();
	}

	async #progress(): Promise<void> {
		if (Date.now() - this.#told < tellEvery) return;
		this.#told = Date.now();
		await this.#tell(await this.state());
	}

	async #plan(): Promise<readonly Pack[]> {
		const large = isLarge(this.#listing);
		return packsToKeep(this.#packs, { ...this.#asked, large, wishes: await this.#wishes() });
	}

	#moduleOf(lesson: string): string | null {
		return this.#listing.modules.find(({ lessons }) => lessons.includes(lesson))?.id ?? null;
	}

	#key(file: ListedFile): string {
		return keyOf(this.#reach, file);
	}

	async #wishes(): Promise<Wishes> {
		return { ...noWishes, ...(await this.#read<Partial<Wishes>>('offline-wishes')) };
	}

	async #wish(change: (wishes: Wishes) => Wishes): Promise<void> {
		await this.#write('offline-wishes', change(await this.#wishes()));
	}

	async #read<T>(name: string): Promise<T | null> {
		const response = await this.#reach.shelf.match(`${this.#reach.scope}${name}`);
		return response ? ((await response.json()) as T) : null;
	}

	async #write(name: string, value: unknown): Promise<void> {
		await this.#reach.shelf.put(`${this.#reach.scope}${name}`, new Response(JSON.stringify(value)));
	}
}
