import { addTables } from './t';

/** What assignments say, to students and to trainers: tables of their own, so that no lesson lists their files. */
addTables({
	assignment: {
		en: () => import('./messages/assignment.en.json'),
		ar: () => import('./messages/assignment.ar.json')
	},
	report: {
		en: () => import('./messages/report.en.json'),
		ar: () => import('./messages/report.ar.json')
	},
	terms: {
		en: () => import('./messages/terms.en.json'),
		ar: () => import('./messages/terms.ar.json')
	},
	trainer: {
		en: () => import('./messages/trainer.en.json'),
		ar: () => import('./messages/trainer.ar.json')
	}
});
