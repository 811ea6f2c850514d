import { directionOf, type Locale } from '#lib/base/locale';

export interface MissingPageWords {
	readonly title: string;
	readonly text: string;
	readonly again: string;
	readonly home: string;
	readonly kept: string;
}

interface Parts {
	readonly locale: Locale;
	readonly words: MissingPageWords;
	readonly course: string;
	/** Address of the site. */
	readonly scope: string;
	/** The kept home page in this language, whose looks it takes; null where there is none. */
	readonly home: string | null;
	/** Kept lessons: path below the site, and title as it stands in their HTML. */
	readonly lessons: readonly { readonly path: string; readonly title: string }[];
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The title of a page, still as HTML; '' for none. */
export const titleIn = (html: string): string => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';

/** File names of a page's style sheets below the site: of '../_app/a.css' => '_app/a.css' */
const stylesOf = (html: string): string[] =>
	[...html.matchAll(/<link href="(?:\.\.\/|\.\/)*([^"]+\.css)" rel="stylesheet"/g)].map(
		([, path]) => path!
	);

/** The page shown without a network in place of one that is not kept: says so, and offers what is kept. */
export function missingPage({ locale, words, course, scope, home, lessons }: Parts): string {
	const list = lessons
		.map(({ path, title }) => `<li><a href="${scope}${path}">${title}</a></li>`)
		.join('');
	const styles = stylesOf(home ?? '').map(
		(path) => `<link rel="stylesheet" href="${scope}${path}">`
	);
	return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}" data-course="${escaped(course)}" data-root="${scope.slice(0, -1)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(words.title)}</title>
<script src="${scope}first-paint.js"></script>
${styles.join('\n')}
</head>
<body>
<main data-not-kept style="max-inline-size: var(--measure); margin: var(--space-7) auto; padding: var(--space-4)">
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.text)}</p>
<p><a class="button" href="${scope}${locale}/">${escaped(words.home)}</a></p>
<p><a href="">${escaped(words.again)}</a></p>
${list && `<h2>${escaped(words.kept)}</h2><ul>${list}</ul>`}
</main>
</body>
</html>
`;
}
