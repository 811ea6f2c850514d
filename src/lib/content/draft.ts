import type { Locale } from '#lib/base/locale';
import type { KindSchema } from '#lib/quiz/authoring';
import type { QuestionBase } from '#lib/quiz/question';
import type { Claim, Source, Term } from './course';
import type { SvgElement } from './figure/parse-svg';
import type { DocumentDraft } from './markdown/read-document';
import type { ReleasedDraft } from './read-released';
import type { CourseFile, FigureFile, FrontMatter, ModuleFile } from './shapes';

/** A piece of a YAML file: known by its id even where its shape is wrong, so that one mistake is told once. */
export interface Entry<T> {
	readonly file: string;
	/** As written; null where there is none. */
	readonly id: string | null;
	/** Null where the shape is wrong, which is then among the problems. */
	readonly value: T | null;
	/** As written. */
	readonly raw: unknown;
	line(...path: (string | number)[]): number;
}

export interface ListDraft<T> {
	readonly file: string;
	/** False where the file could not be read: nothing can be said of ids then. */
	readonly readable: boolean;
	readonly entries: readonly Entry<T>[];
}

export interface QuestionDraft extends Entry<QuestionBase> {
	readonly list: 'pool' | 'checks';
	readonly kind: string;
	readonly objective: string;
	readonly section: string;
	readonly retired: boolean;
	readonly schema: KindSchema | null;
}

export interface QuizDraft {
	readonly file: string;
	/** Null where it is not a number. */
	readonly draw: number | null;
	readonly questions: readonly QuestionDraft[];
	line(...path: (string | number)[]): number;
}

export interface FigureDraft {
	readonly id: string;
	readonly svgFile: string;
	readonly infoFile: string;
	/** Null where it is missing or wrong. */
	readonly drawing: SvgElement | null;
	readonly info: Entry<FigureFile> | null;
}

/** lesson.<language>.md */
export interface LessonTextDraft extends DocumentDraft {
	readonly front: Entry<FrontMatter> | null;
	/** Ids as written, even where the front matter is wrong; null where it cannot be read. */
	readonly objectives: readonly string[] | null;
}

export interface LessonDraft {
	readonly id: string;
	readonly folder: string;
	readonly texts: ReadonlyMap<Locale, LessonTextDraft>;
	/** Null where it cannot be read. */
	readonly quiz: QuizDraft | null;
	readonly figures: ReadonlyMap<string, FigureDraft>;
}

export interface ModuleDraft {
	readonly id: string;
	readonly folder: string;
	readonly info: Entry<ModuleFile> | null;
	readonly lessons: readonly LessonDraft[];
}

/** Everything that was read, right or wrong: what the rules look at. */
export interface CourseDraft {
	readonly course: Entry<CourseFile> | null;
	/** Of the course, or all there are where it does not say. */
	readonly languages: readonly Locale[];
	readonly modules: readonly ModuleDraft[];
	readonly glossary: ListDraft<Term>;
	readonly sources: ListDraft<Source>;
	readonly claims: ListDraft<Claim>;
	readonly about: ReadonlyMap<Locale, DocumentDraft>;
	/** What earlier releases held; null where there was none, or it cannot be read. */
	readonly released: ReleasedDraft | null;
	/** Files that nothing read. */
	readonly unread: readonly string[];
}

export const lessonsOf = (draft: CourseDraft): LessonDraft[] =>
	draft.modules.flatMap((module) => module.lessons);
