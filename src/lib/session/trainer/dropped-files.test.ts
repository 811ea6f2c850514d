import { describe, expect, it } from 'vitest';
import { filesDropped } from './dropped-files';

const file = (name: string) => new File([name], name);
const fileEntry = (name: string) =>
	({
		isFile: true,
		isDirectory: false,
		file: (take: (file: File) => void) => take(file(name))
	}) as unknown as FileSystemEntry;
const folder = (...inside: FileSystemEntry[]) =>
	({
		isFile: false,
		isDirectory: true,
		createReader() {
			// Two at a time, as browsers give a hundred.
			const left = [...inside];
			return {
				readEntries: (take: (entries: FileSystemEntry[]) => void) => take(left.splice(0, 2))
			};
		}
	}) as unknown as FileSystemEntry;
const dropped = (entries: readonly (FileSystemEntry | null)[], files: readonly File[]) =>
	filesDropped({
		items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
		files
	} as unknown as DataTransfer);
const names = (files: readonly File[]) => files.map(({ name }) => name);

describe('what is dropped', () => {
	it('is every file in a folder and in the folders in it, however many its browser gives at a time', async () => {
		const entries = [
			folder(fileEntry('a'), fileEntry('b'), folder(fileEntry('c')), fileEntry('d')),
			fileEntry('e')
		];
		expect(names(await dropped(entries, [file('folder'), file('e')]))).toEqual([
			'a',
			'b',
			'c',
			'd',
			'e'
		]);
	});

	it('names what cannot be read, and is all the rest', async () => {
		const refuses = (_: unknown, refuse: (error: Error) => void) => refuse(new Error('gone'));
		const cloud = { ...fileEntry('cloud'), name: 'cloud', file: refuses };
		const locked = { ...folder(), name: 'locked', createReader: () => ({ readEntries: refuses }) };
		const entries = [folder(fileEntry('a'), cloud as FileSystemEntry), locked, fileEntry('b')];
		const files = await dropped(entries as FileSystemEntry[], []);
		expect(names(files)).toEqual(['a', 'cloud', 'locked', 'b']);
		await expect(files[1]!.text()).rejects.toThrow('gone');
		await expect(files[2]!.text()).rejects.toThrow('gone');
	});

	it('is the files themselves where there is no folder', async () => {
		expect(names(await dropped([fileEntry('a')], [file('a')]))).toEqual(['a']);
		expect(names(await dropped([null], [file('a'), file('b')]))).toEqual(['a', 'b']);
	});
});
