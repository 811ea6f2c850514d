import type { Text } from '#lib/base/locale';
import type { GivenAssignment } from '#lib/training/collected';
import { draftOf } from '#lib/training/form/draft';
import { latestOf } from '#lib/training/given';
import { Drafting } from './drafting.svelte';
import type { EditPlace } from './edit-place';
import { suggestedDraft } from './suggestions';

interface Titled {
	readonly id: string;
	readonly title: Text;
}

/** The form as it is shown at first: of an assignment that is there, or a new one with what was suggested. */
export function formFor({
	place,
	given,
	modules,
	passMark,
	trainerName,
	titleOf,
	now = Date.now()
}: {
	readonly place: EditPlace;
	readonly given: GivenAssignment | null;
	readonly modules: readonly (Titled & { readonly lessons: readonly Titled[] })[];
	readonly passMark: number;
	readonly trainerName: string;
	readonly titleOf: (text: Text) => string;
	readonly now?: number;
}): Drafting {
	const order = modules.flatMap(({ lessons }) => lessons.map(({ id }) => id));
	if (given) return new Drafting(draftOf(latestOf(given)), order);
	const module = modules.find(({ id }) => id === place.module) ?? null;
	const title = module ? titleOf(module.title) : '';
	return new Drafting(suggestedDraft({ passMark, trainerName, now }, module, title), order);
}
