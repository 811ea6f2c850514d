import type { CourseDraft } from '../draft';
import type { Problem } from '../problem';
import { bannedTerm } from './banned-term';
import { bidi } from './bidi';
import { claimCoverage } from './claim-coverage';
import { claimSources } from './claim-sources';
import { deadReference } from './dead-reference';
import { doiForm } from './doi-form';
import { duplicateId } from './duplicate-id';
import { feedbackSaysWhy } from './feedback-says-why';
import { figureDrawing } from './figure-drawing';
import { glossaryUnused } from './glossary-unused';
import { glossaryWording } from './glossary-wording';
import { hints } from './hints';
import { hotSpotOutside } from './hot-spot-outside';
import { keyLength } from './key-length';
import { keyPosition } from './key-position';
import { kindProblems } from './kind-problems';
import { languagesDiffer } from './languages-differ';
import { markdown } from './markdown';
import { missingTranslation } from './missing-translation';
import { neverShown } from './never-shown';
import { noFeedback } from './no-feedback';
import { objectiveUntested } from './objective-untested';
import { poolTooSmall } from './pool-too-small';
import { readability } from './readability';
import { readingTime } from './reading-time';
import { retiredCheck } from './retired-check';
import { sourceUnused } from './source-unused';
import { trueFalseBalance } from './true-false-balance';
import { typography } from './typography';
import { unreferencedFile } from './unreferenced-file';
import { vanished } from './vanished';

/** A rule that is not a matter of shape: what was read => what breaks it. */
type Check = (draft: CourseDraft) => Problem[];

const checks: readonly Check[] = [
	bannedTerm,
	bidi,
	claimCoverage,
	claimSources,
	deadReference,
	doiForm,
	duplicateId,
	feedbackSaysWhy,
	figureDrawing,
	glossaryUnused,
	glossaryWording,
	hints,
	hotSpotOutside,
	keyLength,
	keyPosition,
	kindProblems,
	languagesDiffer,
	markdown,
	missingTranslation,
	neverShown,
	noFeedback,
	objectiveUntested,
	poolTooSmall,
	readability,
	readingTime,
	retiredCheck,
	sourceUnused,
	trueFalseBalance,
	typography,
	unreferencedFile,
	vanished
];

/** Everything in a course that breaks a rule, in no order. */
export const brokenRules = (draft: CourseDraft): Problem[] =>
	checks.flatMap((check) => check(draft));
