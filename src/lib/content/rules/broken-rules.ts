import type { CourseDraft } from '../draft';
import type { Problem } from '../problem';
import { claimSources } from './claim-sources';
import { deadReference } from './dead-reference';
import { duplicateId } from './duplicate-id';
import { figureDrawing } from './figure-drawing';
import { hints } from './hints';
import { hotSpotOutside } from './hot-spot-outside';
import { kindProblems } from './kind-problems';
import { languagesDiffer } from './languages-differ';
import { markdown } from './markdown';
import { missingTranslation } from './missing-translation';
import { neverShown } from './never-shown';
import { noFeedback } from './no-feedback';
import { objectiveUntested } from './objective-untested';
import { poolTooSmall } from './pool-too-small';
import { unreferencedFile } from './unreferenced-file';

/** A rule that is not a matter of shape: what was read => what breaks it. */
type Check = (draft: CourseDraft) => Problem[];

const checks: readonly Check[] = [
	claimSources,
	deadReference,
	duplicateId,
	figureDrawing,
	hints,
	hotSpotOutside,
	kindProblems,
	languagesDiffer,
	markdown,
	missingTranslation,
	neverShown,
	noFeedback,
	objectiveUntested,
	poolTooSmall,
	unreferencedFile
];

/** Everything in a course that breaks a rule, in no order. */
export const brokenRules = (draft: CourseDraft): Problem[] =>
	checks.flatMap((check) => check(draft));
