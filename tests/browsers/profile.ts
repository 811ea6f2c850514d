import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a new profile folder to work with, and removes it. */
export async function onProfile(work: (profile: string) => Promise<void>): Promise<void> {
	const profile = await mkdtemp(join(tmpdir(), 'durus-browsers-'));
	try {
		await work(profile);
	} finally {
		await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}
