import { Unreadable } from './unreadable';

/** `gzip` for files; `deflate-raw` is 18 bytes shorter, for links. */
export type Packing = 'gzip' | 'deflate-raw';

/** Text => its bytes in UTF-8, compressed. */
export async function packed(text: string, packing: Packing = 'gzip'): Promise<Uint8Array> {
	const stream = new Response(text).body!.pipeThrough(new CompressionStream(packing));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * The other way. Stops at the limit in bytes, however little there was to inflate; rejects what is cut off or no UTF-8
 * with whatever the platform throws, and what is too large with an Unreadable.
 */
export async function unpacked(
	bytes: Uint8Array,
	most: number,
	packing: Packing = 'gzip'
): Promise<string> {
	const { body } = new Response(bytes as Uint8Array<ArrayBuffer>);
	const stream = body!.pipeThrough(new DecompressionStream(packing));
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
			throw new Unreadable('too-large');
		}
		text += decoder.decode(value, { stream: true });
	}
}
