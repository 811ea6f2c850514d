import { base } from '$app/paths';
import type { Locale } from '#lib/base/locale';
import { pathOf, type Href } from '#lib/session/site';

/** Addresses of screens on the site, in a language, below the path that the site is served from. */
export const hrefIn =
	(locale: Locale): Href =>
	(target) =>
		`${base}/${locale}/${pathOf(target)}`;
