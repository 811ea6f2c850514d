import type { Locale, Text } from '#lib/base/locale';

/** What every page knows of the course. */
export interface Site {
	readonly course: {
		readonly id: string;
		readonly title: Text;
		readonly languages: readonly Locale[];
	};
	/** Versions of the course and of the code; they go onto every record. */
	readonly content: string;
	readonly app: string;
}

/** A screen's address without the language. */
export type Target =
	| { readonly to: 'home' | 'review' | 'progress' | 'certificate' | 'settings' | 'claims' }
	| { readonly to: 'about'; readonly source?: string }
	| { readonly to: 'glossary'; readonly term?: string }
	| { readonly to: 'lesson'; readonly lesson: string; readonly section?: string }
	| { readonly to: 'quiz'; readonly lesson: string }
	/** Of a student: all assignments, or one of them. */
	| { readonly to: 'assignment'; readonly assignment?: string }
	| { readonly to: 'trainer' | 'trainer-collect' | 'trainer-keys' }
	/** Makes one, or revises this one. */
	| { readonly to: 'trainer-edit'; readonly assignment?: string }
	| { readonly to: 'trainer-assignment' | 'trainer-report'; readonly assignment: string };

/** Given to every screen by whoever mounts it: the site links to addresses, a package to its hash. */
export type Href = (target: Target) => string;

/** { to: 'lesson', lesson: 'cells', section: 'size' } => 'lessons/cells/#size' */
export function pathOf(target: Target): string {
	switch (target.to) {
		case 'home':
			return '';
		case 'lesson':
			return `lessons/${target.lesson}/${target.section ? `#${target.section}` : ''}`;
		case 'quiz':
			return `lessons/${target.lesson}/quiz/`;
		case 'glossary':
			return `glossary/${target.term ? `#${target.term}` : ''}`;
		case 'about':
			return `about/${target.source ? `#source-${target.source}` : ''}`;
		case 'certificate':
			return 'progress/certificate/';
		case 'claims':
			return 'about/claims/';
		case 'assignment':
			return `assignment/${target.assignment ? `#id=${target.assignment}` : ''}`;
		case 'trainer-collect':
			return 'trainer/collect/';
		case 'trainer-keys':
			return 'trainer/keys/';
		case 'trainer-edit':
			return `trainer/edit/${target.assignment ? `#id=${target.assignment}` : ''}`;
		case 'trainer-assignment':
			return `trainer/assignment/#id=${target.assignment}`;
		case 'trainer-report':
			return `trainer/report/#id=${target.assignment}`;
		default:
			return `${target.to}/`;
	}
}
