import 'fake-indexeddb/auto';
import { PerformanceObserver } from 'node:perf_hooks';
import { bench, describe } from 'vitest';
import { randomFrom } from '#lib/quiz/random';
import { exampleQuestion } from '#lib/store/examples';
import { Collecting } from '#lib/session/trainer/collecting.svelte';
import { ExampleClass, exampleFile, exampleSource } from '#lib/session/trainer/examples';
import { loadMarkingCourse, type MarkingSource } from '#lib/session/trainer/marking-course';
import { Reporting } from '#lib/session/trainer/reporting.svelte';
import { makeDeviceKeys } from '#lib/training/keys/make-keys';
import { difficultyIn } from '#lib/training/sample/sample-class';
import { sampleHandIn } from '#lib/training/sample/sample-hand-in';

// What comes in: a test of twelve lessons, eight questions each, from a device of its own.
const lessons = Array.from({ length: 12 }, (_, nth) => `lesson-${nth}`);
const source: MarkingSource = exampleSource({
	lessons: lessons.map((id) => ({ id, draw: 8 })),
	questions: async (lesson) =>
		Array.from({ length: 12 }, (_, nth) => ({ ...exampleQuestion(`${lesson}-${nth}`), lesson }))
});
const course = await loadMarkingCourse(source);
const difficulty = difficultyIn(course);

/** COLLECT=10000 takes so many at most; a thousand otherwise. */
const most = Number(process.env.COLLECT ?? 1000);
const sizes = [100, 1000, 10_000].filter((size) => size <= most);

Object.assign(globalThis, {
	document: { documentElement: { dataset: { course: 'exosome-therapy', prefix: 'bench' } } }
});

/** Processor time of this process, in milliseconds: what else the machine does is not counted. */
function worked(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
const inMegabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;

async function classOf(size: number): Promise<{ group: ExampleClass; files: File[] }> {
	const group = await ExampleClass.of(size, { lessons });
	const files: File[] = [];
	for (const [nth, { name, number, token }] of group.members.entries()) {
		const handIn = sampleHandIn(
			course,
			group.assignment,
			{
				...{ id: `sample-${nth}`, name, number, locale: nth % 2 ? 'ar' : 'en', ability: 1 },
				...{ begins: group.assignment.made, lessons: 12, leaves: false },
				random: randomFrom(`learner ${nth}`)
			},
			difficulty
		);
		const learner = { name, number, token, profile: 'profile-1' };
		const text = await group.text({ ...handIn, learner }, await makeDeviceKeys());
		files.push(exampleFile(`${nth}.txt`, text));
	}
	return { group, files };
}

/** Takes them all in; gives the processor time of each, and says what it took. */
async function take(size: number): Promise<number> {
	const { group, files } = await classOf(size);
	const collecting = new Collecting(group.openStore, source);
	let longest = 0;
	let heap = 0;
	let last = performance.now();
	// Every millisecond, if it is let: the longest time that it was not is that in which a page would not answer.
	const watch = setInterval(() => {
		longest = Math.max(longest, performance.now() - last);
		last = performance.now();
	}, 1);
	const look = setInterval(() => (heap = Math.max(heap, process.memoryUsage().heapUsed)), 100);
	// Told apart: the database of a test stands in the heap, and what goes through a heap takes longer the larger it is.
	let cleaning = 0;
	const cleaned = new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) cleaning += duration;
	});
	cleaned.observe({ entryTypes: ['gc'] });
	const before = process.memoryUsage().heapUsed;
	const begun = worked();
	await collecting.takeFiles(files);
	const each = (worked() - begun - cleaning) / size;
	clearInterval(watch);
	clearInterval(look);
	cleaned.disconnect();
	if (collecting.taken !== size) throw new Error(`Only ${collecting.taken} of ${size} were taken.`);
	const reporting = new Reporting(group.openStore, source, group.assignment.id, () => null);
	const reported = worked();
	await reporting.open();
	if (reporting.report?.gradebook.length !== size) throw new Error('The report lacks learners.');
	const report = worked() - reported;
	const stored = (await group.store.records()).handIns;
	const bytes = stored.reduce((sum, { packed }) => sum + packed.length, 0);
	console.log(
		`${size} hand-ins: ${each.toFixed(1)} ms of processor time each and ${(cleaning / size).toFixed(1)} ms of garbage collection, the page kept for ${longest.toFixed(0)} ms at most; ` +
			`heap grew by ${inMegabytes(heap - before)}, the database of this test in it (${inMegabytes(bytes)} of hand-ins); ` +
			`report in ${report.toFixed(0)} ms, ${(report / size).toFixed(2)} ms each`
	);
	group.store.close();
	return each;
}

// Once, so that the first size does not pay for code that has not run before.
await take(50);
const costs: number[] = [];
for (const size of sizes) costs.push(await take(size));
// Twice the smallest would be another law than a flat one; less is what sorting and a busy machine come to.
if (Math.max(...costs) > 2 * Math.min(...costs))
	throw new Error(`The cost of a hand-in is not flat: ${costs.map((cost) => cost.toFixed(1))} ms`);

describe('a hand-in of 12 lessons', () => {
	bench('is taken in, with 25 others', () => void take(25), { iterations: 1, time: 0 });
});
