import { toBase64url } from './base64url';

/** 128 random bits for a personal link, 22 characters. */
export const makeToken = (
	random: Uint8Array = crypto.getRandomValues(new Uint8Array(16))
): string => toBase64url(random);
