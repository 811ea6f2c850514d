/** All files of a folder, and of the folders in it. */
async function filesIn(entry: FileSystemEntry): Promise<File[]> {
	if (entry.isFile)
		return [
			await new Promise<File>((resolve, reject) =>
				(entry as FileSystemFileEntry).file(resolve, reject)
			)
		];
	const reader = (entry as FileSystemDirectoryEntry).createReader();
	const files: File[] = [];
	// A reader gives some entries at a time, and none when there are no more.
	for (;;) {
		const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject)
		);
		if (!entries.length) return files;
		for (const inside of entries) files.push(...(await filesIn(inside)));
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
