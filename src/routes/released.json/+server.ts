import { json } from '@sveltejs/kit';
import { loadReleased } from '#lib/content/course.server';

export const prerender = true;
export const trailingSlash = 'never';

/** Which questions were ever released, in which versions: for marking papers that were drawn with an earlier one. */
export const GET = async () => json(await loadReleased());
