import { beforeAll, describe, expect, it } from 'vitest';
import { exampleAddressee, exampleAssignment, exampleKeys, exampleNow } from './examples';
import type { TrainerKeys } from './keys/key-pair';
import { fileOf, fragmentOf, readAssignment, writeAssignment } from './link';

const course = 'exosome-therapy';
const read = (text: string, now = exampleNow) => readAssignment(text, { course, now });
let keys: Awaited<ReturnType<typeof exampleKeys>>;
let trainer: TrainerKeys;
let signed: string;
let link: string;

beforeAll(async () => {
	keys = await exampleKeys();
	trainer = keys.trainer;
	signed = await writeAssignment(exampleAssignment(trainer), null, trainer);
	link = `https://example.org/durus/en/assignment/${fragmentOf(signed)}`;
});

it('comes back as it was', async () => {
	expect(await read(link)).toEqual({
		assignment: exampleAssignment(trainer),
		addressee: null,
		signed
	});
	const personal = await writeAssignment(exampleAssignment(trainer), exampleAddressee, trainer);
	expect((await read(fileOf(personal))).addressee).toEqual(exampleAddressee);
});
