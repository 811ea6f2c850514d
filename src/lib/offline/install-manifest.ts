import type { Direction, Locale } from '#lib/base/locale';

interface InstalledCourse {
	readonly locale: Locale;
	readonly direction: Direction;
	readonly title: string;
	readonly summary: string;
	/** Paths in the site of the screenshots that there are: 'pictures/cells/home-narrow-720x1280-ar.png'. */
	readonly pictures: readonly string[];
	/** Of the main menu. */
	readonly words: {
		readonly name: string;
		readonly home: string;
		readonly review: string;
		readonly progress: string;
	};
}

/** The manifest at `<language>/app.webmanifest`: both languages start at the root, and are one app by that. */
export function installManifest(course: InstalledCourse) {
	const { locale, direction, title, summary, pictures, words } = course;
	const icon = (src: string, sizes: string, purpose: string) => ({
		src: `../${src}`,
		sizes,
		type: src.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
		purpose
	});
	const screenshots = pictures.flatMap((src) => {
		const [, screen, form_factor, sizes, language] =
			/([\w-]+)-(narrow|wide)-(\d+x\d+)-(\w+)\.png$/.exec(src) ?? [];
		if (language !== locale) return [];
		const label = screen === 'home' ? words.home : title;
		return [{ src: `../${src}`, sizes, type: 'image/png', form_factor, label }];
	});
	return {
		name: `${title} · ${words.name}`,
		short_name: words.name,
		description: summary,
		lang: locale,
		dir: direction,
		start_url: '../',
		scope: '../',
		display: 'standalone',
		background_color: '#fbfaf7',
		theme_color: '#fbfaf7',
		categories: ['education'],
		icons: [
			icon('icon.svg', 'any', 'any'),
			icon('icons/192.png', '192x192', 'any'),
			icon('icons/512.png', '512x512', 'any'),
			icon('icons/maskable.png', '512x512', 'maskable')
		],
		screenshots,
		shortcuts: [
			{ name: words.review, url: './review/' },
			{ name: words.progress, url: './progress/' }
		]
	};
}
