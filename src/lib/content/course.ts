import type { Locale, Text } from '#lib/base/locale';
import type { Counting } from '#lib/quiz/counting';
import type { Question } from '#lib/quiz/question';

/** The four evidence levels, from what is settled to what is only advertised. */
export const evidenceLevels = ['established', 'early', 'overstated', 'promotional'] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

export interface Source {
	readonly id: string;
	readonly authors: string;
	readonly year: number;
	readonly title: string;
	/** Journal, volume and pages, or the publisher. */
	readonly published: string;
	readonly doi?: string;
	readonly url?: string;
	/** ISO date at which a page that changes was read. */
	readonly asOf?: string;
	/** False where nobody has yet compared the entry with the source itself. */
	readonly checked: boolean;
}

export interface Claim {
	readonly id: string;
	/** What the article says, in our words. */
	readonly says: Text;
	readonly evidence: EvidenceLevel;
	/** Qualifies a mixed verdict. */
	readonly note?: Text;
	readonly sources: readonly string[];
}

/** A claim as the table of claims shows it. */
export interface TaughtClaim extends Claim {
	readonly lessons: readonly { readonly id: string; readonly title: Text }[];
}

export interface Term {
	readonly id: string;
	readonly term: Text;
	readonly variants: { readonly [L in Locale]?: readonly string[] };
	readonly definition: Text;
}

export interface Objective {
	readonly id: string;
	readonly text: Text;
}

export interface Figure {
	readonly id: string;
	/** Size of the viewBox. */
	readonly width: number;
	readonly height: number;
	readonly title: Text;
	/** The long description: everything that the drawing says, in sentences. */
	readonly description: Text;
	/** The whole `<svg>` element with the labels of each language, checked against a list of allowed elements. */
	readonly svg: { readonly [L in Locale]?: string };
}

/** HTML here is written by the compiler from Markdown: no raw HTML of an author gets into it. */
export type Block =
	| { readonly type: 'html'; readonly html: string }
	| { readonly type: 'claim'; readonly claim: string; readonly html: string }
	| { readonly type: 'figure'; readonly figure: string }
	| { readonly type: 'check'; readonly question: string }
	| { readonly type: 'key-points'; readonly html: string };

export interface Section {
	readonly id: string;
	/** Plain text. */
	readonly title: string;
	readonly blocks: readonly Block[];
}

/** What a menu needs to know of a lesson. */
export interface LessonStub {
	readonly id: string;
	readonly module: string;
	readonly title: Text;
	readonly summary: Text;
	/** To read it, without the quiz; at least 1. */
	readonly minutes: number;
	readonly sections: readonly { readonly id: string; readonly title: Text }[];
	readonly objectives: readonly Objective[];
	/** Questions in one attempt, and in the pool it is drawn from (without retired ones). */
	readonly draw: number;
	readonly pool: number;
}

export interface ModuleStub {
	readonly id: string;
	readonly title: Text;
	readonly summary: Text;
	readonly lessons: readonly LessonStub[];
}

export interface Lesson extends LessonStub {
	/** Before the first section, and the sections, in each language. */
	readonly body: {
		readonly [L in Locale]?: {
			readonly opening: readonly Block[];
			readonly sections: readonly Section[];
		};
	};
	/** Everything the body refers to. */
	readonly claims: readonly Claim[];
	readonly sources: readonly Source[];
	readonly terms: readonly Term[];
	readonly figures: readonly Figure[];
	/** The "check yourself" questions. */
	readonly checks: readonly Question[];
	/** The question pool of its quiz, with the retired ones. */
	readonly questions: readonly Question[];
}

/** The rules of tests in a course. */
export interface TestRules {
	/** Time limit; null: none. */
	readonly minutes: number | null;
	/** How many attempts are allowed for each lesson; null: any number. */
	readonly attempts: number | null;
	/** Which attempt counts. */
	readonly counts: Counting;
	/** Whether each answer is asked how sure one is of it. */
	readonly confidence: boolean;
}

export interface Course {
	readonly id: string;
	readonly title: Text;
	readonly summary: Text;
	readonly languages: readonly Locale[];
	/** Share of a quiz's points that passes, 0 to 1. */
	readonly passMark: number;
	readonly test: TestRules;
	/** ISO date up to which facts and rules were checked. */
	readonly asOf: string;
	/** One or two sentences that stand on every lesson (a medical disclaimer, say). */
	readonly notice?: Text;
	/** The course's own part of the about page: `about.<language>.md`. */
	readonly about: { readonly [L in Locale]?: readonly Section[] };
	readonly modules: readonly (Omit<ModuleStub, 'lessons'> & {
		readonly lessons: readonly Lesson[];
	})[];
	readonly glossary: readonly Term[];
	readonly sources: readonly Source[];
	readonly claims: readonly Claim[];
	/**
	 * Changes when lessons come, go or move, and with the rules of marking. Not with words: every page carries it, and an
	 * edited lesson must not change the pages of all others. Papers name their questions by the hashes of what they hold.
	 */
	readonly version: string;
}
