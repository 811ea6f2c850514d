import { beyondTheEdge, movingIn, violationsIn } from './findings';
import { isOneOfTwo, looksAt, nameOf, wear, widths, type Look } from './looks';
import { afterQuiz, quizOfFirstKinds, quizOfOtherKinds, testWithConfidence } from './quiz-screens';
import { everyLesson, pagesAtFirst, pagesToLookUp, type Visit, type Walk } from './screens';
import { expect, languages, shortlyIn, test } from './site';
import { acceptingAndCollecting, givingAndSending, sampleReport } from './trainer-screens';

// Requests are answered by the test here and there, and a service worker would answer them first.
test.use({ serviceWorkers: 'block' });
// Each test is one walk in one language, so that two workers share them and each stays short.
test.describe.configure({ mode: 'parallel', timeout: 300_000 });

const walks: Readonly<Record<string, Walk>> = {
	'on the pages of a first visit': pagesAtFirst,
	'on the pages to look things up': pagesToLookUp,
	'in a quiz of some kinds': quizOfFirstKinds,
	'in a quiz of the other kinds': quizOfOtherKinds,
	'after a quiz': afterQuiz,
	'in a test': testWithConfidence,
	'where an assignment is given': givingAndSending,
	'where it is accepted, handed in and collected': acceptingAndCollecting,
	'in a report': sampleReport
};
const phone: Look = { width: 360, theme: 'light', textSize: 'normal' };
const desk: Look = { width: 1280, theme: 'dark', textSize: 'normal' };

interface How {
	/** Each screen in one of the looks only. */
	readonly inTurn?: boolean;
	/** In which looks axe is asked too, which takes longest. */
	readonly axe?: (look: Look) => boolean;
}

/** Walks, and looks at each screen in each of these looks: what is wrong, a line each. */
async function wrongIn(
	visit: Visit,
	walk: Walk,
	looks: readonly Look[],
	{ inTurn = false, axe = () => true }: How = {}
): Promise<string[]> {
	const { page } = visit;
	const wrong: string[] = [];
	let next = [...looks];
	await wear(page, next[0]!);
	for await (const screen of walk(visit)) {
		for (const look of inTurn ? next.slice(0, 1) : next) {
			await wear(page, look);
			// What sticks to the edge of a phone's screen lies where it belongs at the end of the page.
			await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
			for (const finding of [
				...(axe(look) ? await violationsIn(page) : []),
				...(await beyondTheEdge(page)),
				...(await movingIn(page))
			])
				wrong.push(`${screen}, ${nameOf(look)}: ${finding}`);
		}
		// The next screen is opened in the look that this one ends in.
		next = next.reverse();
	}
	return wrong;
}

test('what is looked for would be found', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 740 });
	// Twice the same colours, so that what is known of them is used.
	await page.setContent(`<html lang="en"><title>Faults</title><main><h1>Faults</h1>
		<p style="color: oklch(75% 0.02 220); background: oklch(98% 0.01 95)">Faint</p>
		<p style="color: oklch(75% 0.02 220); background: oklch(98% 0.01 95)">Faint again</p>
		<p style="color: oklch(25% 0.02 220); background: oklch(98% 0.01 95)">Clear</p>
		<button style="transition: color 1s">Slow</button><div style="inline-size: 400px">Wide</div>
		<button style="font-size: 8px; padding: 0">.</button><button style="font-size: 8px; padding: 0">.</button></main>`);
	const found = await violationsIn(page);
	expect(found.filter((line) => line.startsWith('color-contrast'))).toHaveLength(2);
	expect(found.filter((line) => line.startsWith('target-size'))).toHaveLength(2);
	expect(found).toHaveLength(4);
	expect(await beyondTheEdge(page)).toHaveLength(2);
	expect(await movingIn(page)).toHaveLength(1);
});

const title = 'axe finds nothing wrong, nothing moves and nothing is too wide';
for (const language of languages)
	for (const [index, [where, walk]] of Object.entries(walks).entries()) {
		// Each screen in one of two looks and in one language here, both in turn; all of it with @all.
		const short = shortlyIn(languages[index % languages.length]!, language);
		test(`${title} ${where} (${language})${short}`, async ({ page, site }) => {
			const how = { inTurn: !process.env.TEST_ALL };
			expect(await wrongIn({ page, site, language }, walk, [phone, desk], how)).toEqual([]);
		});
		for (const width of widths)
			test(`${title} ${where}, in any colours and size of text (${language}, ${width} px) @all`, async ({
				page,
				site
			}) => {
				const how = { axe: isOneOfTwo };
				expect(await wrongIn({ page, site, language }, walk, looksAt(width), how)).toEqual([]);
			});
	}

for (const language of languages)
	for (const looks of [
		[phone, { ...phone, theme: 'dark' }],
		[{ ...desk, theme: 'light' }, desk]
	] as const)
		test(`${title} in every lesson (${language}, ${looks[0].width} px) @all`, async ({
			page,
			site
		}) => {
			expect(await wrongIn({ page, site, language }, everyLesson, looks)).toEqual([]);
		});
