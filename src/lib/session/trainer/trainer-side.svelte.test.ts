import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { StoreError } from '#lib/store/store';
import { DexieTrainerStore } from '#lib/store/trainer/dexie-trainer-store';
import { exampleMember, exampleTrainerContext } from '#lib/store/trainer/examples';
import { readAssignment } from '#lib/training/wire/link';
import { exampleAssignment, exampleNow } from '#lib/training/examples';
import { latestOf, stateOf } from '#lib/training/given';
import { pathOf, type Href } from '../site';
import { linkFor, personalLinks } from './links';
import { TrainerSide } from './trainer-side.svelte';

const href: Href = (target) => `/course/en/${pathOf(target)}`;

async function opened(store = new DexieTrainerStore(exampleTrainerContext())) {
	const side = new TrainerSide(async () => store);
	await side.open();
	return { side, store };
}

it('makes keys silently, once, and asks for a backup until there is one', async () => {
	const { side, store } = await opened();
	expect(side.own?.signing.private.extractable).toBe(false);
	expect(side).toMatchObject({ needsBackup: true, trouble: null, assignments: [] });
	const again = (await opened(store)).side;
	expect(again.own?.id).toBe(side.own?.id);
	expect(await again.rename(' Dr Huda ')).toBe(true);
	await vi.waitFor(() => expect(side.trainer?.name).toBe('Dr Huda'));
	await store.changeTrainer((now) => ({ ...now!, backedUp: 1 }));
	await vi.waitFor(() => expect(side.needsBackup).toBe(false));
	expect(side.trainer?.name).toBe('Dr Huda');
	expect(side.keys).toHaveLength(1);
});

it('keeps, sends, extends and withdraws an assignment under one id, by higher revisions', async () => {
	const { side } = await opened();
	const assignment = exampleAssignment(side.own!);
	const given = () => side.assignments![0]!;
	await side.keep(assignment);
	await side.keep({ ...assignment, title: 'Corrected' });
	expect(given().revisions).toMatchObject([{ revision: 1, title: 'Corrected' }]);
	await side.noteSent(assignment.id);
	expect(stateOf(given())).toBe('sent');
	await side.keep({ ...assignment, title: 'Corrected', due: exampleNow + 5 });
	expect(latestOf(given())).toMatchObject({ revision: 2, due: exampleNow + 5 });
	expect(stateOf(given())).toBe('changed');
	await side.noteSent(assignment.id);
	await side.withdraw(assignment.id);
	expect(latestOf(given())).toMatchObject({ revision: 3, withdrawn: true });
	expect(side.assignments).toHaveLength(1);
});

it('signs a group link without names, and personal links with a name and a token each', async () => {
	const { side } = await opened();
	const assignment = exampleAssignment(side.own!);
	const { link } = await linkFor(assignment, null, side.keysFor(assignment)!, href);
	expect(link).toMatch(/^http:\/\/localhost(:\d+)?\/course\/en\/assignment\/#a=/);
	const reading = { course: assignment.course, now: exampleNow };
	expect(await readAssignment(link, reading)).toMatchObject({ assignment, addressee: null });
	const members = [exampleMember({ token: 'q83vEjRWeJq83vEjRWeJqw' })];
	for await (const { link, member } of personalLinks(assignment, members, side.own!, href)) {
		const { name, number, token } = member;
		const { addressee } = await readAssignment(link, reading);
		expect(addressee).toEqual({ name, number, token });
	}
	expect.assertions(3);
});

it('changes a roster without a new revision', async () => {
	const { side } = await opened();
	const assignment = exampleAssignment(side.own!);
	await side.keep(assignment);
	const member = exampleMember();
	expect(await side.changeRoster(assignment.id, (roster) => [...roster, member])).toBe(true);
	expect(side.assignments).toMatchObject([{ roster: [member], edition: 2 }]);
	expect(side.assignments![0]!.revisions).toHaveLength(1);
});

it('says why nothing can be kept', async () => {
	const { side, store } = await opened();
	const failing = new TrainerSide(async () => {
		throw new StoreError('blocked');
	});
	await failing.open();
	expect(failing).toMatchObject({ trouble: 'blocked', assignments: null });
	store.changeAssignment = async () => {
		throw new StoreError('full');
	};
	expect(await side.keep(exampleAssignment(side.own!))).toBe(false);
	expect(side.trouble).toBe('full');
});
