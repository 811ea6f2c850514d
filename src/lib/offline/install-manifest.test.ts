import { expect, it } from 'vitest';
import { installManifest } from './install-manifest';

const words = { name: 'دروس', home: 'المقرر', review: 'المراجعة', progress: 'التقدّم' };
const manifest = installManifest({
	locale: 'ar',
	direction: 'rtl',
	title: 'الخلايا',
	summary: 'عن الخلايا.',
	pictures: [
		'pictures/cells/home-narrow-720x1280-ar.png',
		'pictures/cells/home-narrow-720x1280-en.png',
		'pictures/cells/lesson-wide-1280x800-ar.png'
	],
	words
});

it('is in the language of its course, and starts where the language is chosen', () => {
	const { name, lang, dir, start_url, scope } = manifest;
	expect({ name, lang, dir, start_url, scope }).toEqual({
		name: 'الخلايا · دروس',
		lang: 'ar',
		dir: 'rtl',
		start_url: '../',
		scope: '../'
	});
});

it('shows the screenshots of its own language', () => {
	expect(manifest.screenshots).toEqual([
		{
			src: '../pictures/cells/home-narrow-720x1280-ar.png',
			sizes: '720x1280',
			type: 'image/png',
			form_factor: 'narrow',
			label: 'المقرر'
		},
		{
			src: '../pictures/cells/lesson-wide-1280x800-ar.png',
			sizes: '1280x800',
			type: 'image/png',
			form_factor: 'wide',
			label: 'الخلايا'
		}
	]);
});
