import { BackupError } from './backup-error';

/** The most that a file may hold once inflated, in bytes: a learner's years are a tenth of it. */
export const mostInflated = 64 * 1024 * 1024;

/** Text => its bytes in UTF-8, gzipped. */
export async function packed(text: string): Promise<Uint8Array> {
	const stream = new Response(text).body!.pipeThrough(new CompressionStream('gzip'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The other way. Stops at the limit, however little there was to inflate; rejects what is cut off or no UTF-8. */
export async function unpacked(bytes: Uint8Array, most = mostInflated): Promise<string> {
	const { body } = new Response(bytes as Uint8Array<ArrayBuffer>);
	const stream = body!.pipeThrough(new DecompressionStream('gzip'));
	const reader = stream.getReader();
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let size = 0;
	let text = '';
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return text + decoder.decode();
		size += value.length;
		if (size > most) {
			await reader.cancel();
			throw new BackupError('too-large');
		}
		text += decoder.decode(value, { stream: true });
	}
}
