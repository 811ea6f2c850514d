/** What cannot be read, for whoever reads it: it has its name, and its text is refused. */
const unreadable = ({ name }: FileSystemEntry, cause: unknown): File =>
	Object.assign(new File([], name), { text: () => Promise.reject(cause as Error) });

/** All files of a folder, and of the folders in it. What cannot be read is among them, so that it is named. */
async function filesIn(entry: FileSystemEntry): Promise<File[]> {
	const files: File[] = [];
	try {
		if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
		else
			for await (const inside of insideOf(entry as FileSystemDirectoryEntry))
				files.push(...(await filesIn(inside)));
	} catch (error) {
		files.push(unreadable(entry, error));
	}
	return files;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
	new Promise((resolve, reject) => entry.file(resolve, reject));

async function* insideOf(entry: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
	const reader = entry.createReader();
	// A reader gives some entries at a time, and none when there are no more.
	for (;;) {
		const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject)
		);
		if (!entries.length) return;
		yield* entries;
	}
}

/** What was dropped on the page: files, and whatever is in folders. */
export async function filesDropped({
	items,
	files
}: Pick<DataTransfer, 'items' | 'files'>): Promise<File[]> {
	// Asked for before anything is waited for: a browser takes what was dropped back at the end of the event.
	const loose = [...files];
	const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
	if (!entries.some(({ isDirectory }) => isDirectory)) return loose;
	return (await Promise.all(entries.map(filesIn))).flat();
}
