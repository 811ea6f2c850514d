import { expect, it } from 'vitest';
import { pathOf, type Target } from './site';

it.each<[Target, string]>([
	[{ to: 'home' }, ''],
	[{ to: 'settings' }, 'settings/'],
	[{ to: 'about' }, 'about/'],
	[{ to: 'glossary' }, 'glossary/'],
	[{ to: 'glossary', term: 'exosome' }, 'glossary/#exosome'],
	[{ to: 'lesson', lesson: 'cells' }, 'lessons/cells/'],
	[{ to: 'lesson', lesson: 'cells', section: 'size' }, 'lessons/cells/#size'],
	[{ to: 'quiz', lesson: 'cells' }, 'lessons/cells/quiz/']
])('%j has the address "%s"', (target, path) => {
	expect(pathOf(target)).toBe(path);
});
