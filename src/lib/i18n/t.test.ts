import { get } from 'svelte/store';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { digits } from './digits';
import { date, shortDate, weekday } from './formats';
import { dateTime } from './times';
import { speak, speakOf, t, type MessageKey, type MessageValues } from './t';
import './work-tables';
import ar from './quiz-tables/ar';
import assignment from './messages/assignment.ar.json';
import device from './messages/device.ar.json';
import home from './messages/home.ar.json';
import offline from './messages/offline.ar.json';
import page from './messages/ar.json';
import people from './messages/people.ar.json';
import progress from './messages/progress.ar.json';
import reference from './messages/reference.ar.json';
import report from './messages/report.ar.json';
import save from './messages/save.ar.json';
import terms from './messages/terms.ar.json';
import trainer from './messages/trainer.ar.json';

const say = (key: MessageKey, values?: MessageValues) =>
	// `Intl` puts marks of direction beside its signs.
	get(t)(key, values).replace(/[\u061C\u200E\u200F]/g, '');

beforeAll(async () => {
	await speakOf('home');
	await speakOf('quiz');
	await speakOf('reference');
	await speakOf('progress');
	await speakOf('save');
	await speakOf('offline');
	await speakOf('people');
	await speakOf('device');
	await speakOf('report');
	await speakOf('assignment');
	await speakOf('terms');
	await speakOf('trainer');
});
beforeEach(() => speak('ar'));
afterEach(() => digits.set('latn'));

const counts = [0, 1, 2, 3, 11, 100, 103] as const;

const minutes = [
	'0 دقيقة',
	'دقيقة واحدة',
	'دقيقتان',
	'3 دقائق',
	'11 دقيقة',
	'100 دقيقة',
	'103 دقائق'
];
const questions = [
	'لا أسئلة',
	'سؤال واحد',
	'سؤالان',
	'3 أسئلة',
	'11 سؤالًا',
	'100 سؤال',
	'103 أسئلة'
];
const points = [
	'0 نقطة مئوية',
	'نقطة مئوية واحدة',
	'نقطتين مئويتين',
	'3 نقاط مئوية',
	'11 نقطة مئوية',
	'100 نقطة مئوية',
	'103 نقاط مئوية'
];
const claims = [
	'لا ادعاءات',
	'ادعاء واحد',
	'ادعاءان',
	'3 ادعاءات',
	'11 ادعاءً',
	'100 ادعاء',
	'103 ادعاءات'
];

const answers = [
	'لا إجابات',
	'إجابة واحدة',
	'إجابتان',
	'3 إجابات',
	'11 إجابة',
	'100 إجابة',
	'103 إجابات'
];

/** Every counted message, and the whole of what it says at each of `counts`. */
const counted: { readonly [K in MessageKey]?: readonly string[] } = {
	'home.minutes': minutes,
	'home.firstVisit': minutes.map(
		(text) =>
			`البداية من الدرس الأول. يستغرق نحو ${text.replace('دقيقتان', 'دقيقتين')}، ويليه الاختبار.`
	),
	'lesson.minutes': minutes.map((text) => `القراءة: ${text}`),
	'home.questions': questions,
	'lesson.quizInvite': questions.map((text) => `${text}، ولكل سؤال شرح. درجة النجاح 70%.`),
	'claims.count': claims,
	'about.sourcesCount': [
		'لا مصادر',
		'مصدر واحد',
		'مصدران',
		'3 مصادر',
		'11 مصدرًا',
		'100 مصدر',
		'103 مصادر'
	],
	'glossary.count': [
		'لا مصطلحات',
		'مصطلح واحد',
		'مصطلحان',
		'3 مصطلحات',
		'11 مصطلحًا',
		'100 مصطلح',
		'103 مصطلحات'
	],
	'settings.dataCount': [
		'لا محاولات بعد، ولا إجابات مصحَّحة بعد.',
		'محاولة واحدة، وإجابة مصحَّحة واحدة.',
		'محاولتان، وإجابتان مصحَّحتان.',
		'3 محاولات، و3 إجابات مصحَّحة.',
		'11 محاولة، و11 إجابة مصحَّحة.',
		'100 محاولة، و100 إجابة مصحَّحة.',
		'103 محاولات، و103 إجابات مصحَّحة.'
	],
	'people.nameWrong': [
		'0 حرف',
		'حرف واحد',
		'حرفين',
		'3 أحرف',
		'11 حرفًا',
		'100 حرف',
		'103 أحرف'
	].map((text) => `المطلوب اسم لا يزيد على ${text}.`),
	'backup.passphraseNote': [
		'0 حرف',
		'حرف واحد',
		'حرفان',
		'3 أحرف',
		'11 حرفًا',
		'100 حرف',
		'103 أحرف'
	].map(
		(text) =>
			`مع عبارة مرور لا يستطيع أحد قراءة الملف بدونها، ولا يمكن استرجاعها عند نسيانها. ${text} على الأقل.`
	),
	'people.eraseMeans': [
		'لا محاولات في هذا الملف، وستُزال سجلاته كلها',
		'ستُزال محاولة واحدة وسائر سجلات هذا الملف',
		'ستُزال محاولتان وسائر سجلات هذا الملف',
		'ستُزال 3 محاولات وسائر سجلات هذا الملف',
		'ستُزال 11 محاولة وسائر سجلات هذا الملف',
		'ستُزال 100 محاولة وسائر سجلات هذا الملف',
		'ستُزال 103 محاولات وسائر سجلات هذا الملف'
	].map(
		(text) =>
			`${text} من هذا الجهاز. لا رجوع عن ذلك هنا، ولن تعيدها نسخة احتياطية تُستعاد على هذا الجهاز لاحقًا.`
	),
	'backup.person': [
		'لا محاولات، ولا إجابات مصحَّحة',
		'محاولة واحدة، وإجابة مصحَّحة واحدة',
		'محاولتان، وإجابتان مصحَّحتان',
		'3 محاولات، و3 إجابات مصحَّحة',
		'11 محاولة، و11 إجابة مصحَّحة',
		'100 محاولة، و100 إجابة مصحَّحة',
		'103 محاولات، و103 إجابات مصحَّحة'
	],
	'home.review': [
		'مراجعة 0 سؤال',
		'مراجعة سؤال واحد',
		'مراجعة سؤالين',
		'مراجعة 3 أسئلة',
		'مراجعة 11 سؤالًا',
		'مراجعة 100 سؤال',
		'مراجعة 103 أسئلة'
	],
	'home.says.review': [
		'لا أسئلة حان وقت مراجعتها؛ تستغرق نحو ثلاث دقائق.',
		'حان وقت مراجعة سؤال واحد؛ تستغرق نحو ثلاث دقائق.',
		'حان وقت مراجعة سؤالين؛ تستغرق نحو ثلاث دقائق.',
		'حان وقت مراجعة 3 أسئلة؛ تستغرق نحو ثلاث دقائق.',
		'حان وقت مراجعة 11 سؤالًا؛ تستغرق نحو ثلاث دقائق.',
		'حان وقت مراجعة 100 سؤال؛ تستغرق نحو ثلاث دقائق.',
		'حان وقت مراجعة 103 أسئلة؛ تستغرق نحو ثلاث دقائق.'
	],
	'quiz.attemptsAllowed': [
		'لا محاولات مسموح بها.',
		'المسموح محاولة واحدة.',
		'المسموح محاولتان.',
		'المسموح 3 محاولات.',
		'المسموح 11 محاولة.',
		'المسموح 100 محاولة.',
		'المسموح 103 محاولات.'
	],
	'quiz.attemptsLeft': [
		'لم تبقَ محاولة.',
		'بقيت محاولة واحدة.',
		'بقيت محاولتان.',
		'بقيت 3 محاولات.',
		'بقيت 11 محاولة.',
		'بقيت 100 محاولة.',
		'بقيت 103 محاولات.'
	],
	'quiz.summaryOpen': [
		'أُجيب عن كل الأسئلة.',
		'بقي سؤال واحد لم تكتمل إجابته، وقد لا تُحتسب له درجة.',
		'بقي سؤالان لم تكتمل إجابتهما، وقد لا تُحتسب لهما درجة.',
		'بقيت 3 أسئلة لم تكتمل إجاباتها، وقد لا تُحتسب لها درجة.',
		'بقي 11 سؤالًا لم تكتمل إجاباتها، وقد لا تُحتسب لها درجة.',
		'بقي 100 سؤال لم تكتمل إجاباتها، وقد لا تُحتسب لها درجة.',
		'بقيت 103 أسئلة لم تكتمل إجاباتها، وقد لا تُحتسب لها درجة.'
	],
	'quiz.minutesLeft': [
		'انتهى الوقت.',
		'بقيت دقيقة واحدة. ما أُدخل محفوظ وسيُسلَّم من تلقاء نفسه.',
		'بقيت دقيقتان.',
		'بقيت 3 دقائق.',
		'بقيت 11 دقيقة.',
		'بقيت 100 دقيقة.',
		'بقيت 103 دقائق.'
	],
	'review.due': [
		'لا أسئلة حان وقتها. يستغرق ذلك نحو ثلاث دقائق.',
		'حان وقت سؤال واحد. يستغرق ذلك نحو ثلاث دقائق.',
		'حان وقت سؤالين. يستغرق ذلك نحو ثلاث دقائق.',
		'حان وقت 3 أسئلة. يستغرق ذلك نحو ثلاث دقائق.',
		'حان وقت 11 سؤالًا. يستغرق ذلك نحو ثلاث دقائق.',
		'حان وقت 100 سؤال. يستغرق ذلك نحو ثلاث دقائق.',
		'حان وقت 103 أسئلة. يستغرق ذلك نحو ثلاث دقائق.'
	],
	'review.doneToday': [
		'هذا يكفي اليوم. لا أهداف تنتظر إلى الغد.',
		'هذا يكفي اليوم. يمكن أن ينتظر هدف واحد إلى الغد.',
		'هذا يكفي اليوم. يمكن أن ينتظر هدفان إلى الغد.',
		'هذا يكفي اليوم. يمكن أن تنتظر 3 أهداف إلى الغد.',
		'هذا يكفي اليوم. يمكن أن ينتظر 11 هدفًا إلى الغد.',
		'هذا يكفي اليوم. يمكن أن ينتظر 100 هدف إلى الغد.',
		'هذا يكفي اليوم. يمكن أن تنتظر 103 أهداف إلى الغد.'
	],
	'terms.attemptsCount': [
		'لا محاولات',
		'محاولة واحدة',
		'محاولتان',
		'3 محاولات',
		'11 محاولة',
		'100 محاولة',
		'103 محاولات'
	],
	'terms.minutes': minutes.map((text) => `${text} لكل محاولة`),
	'assignment.nameWrong': [
		'0 حرف',
		'حرف واحد',
		'حرفين',
		'3 أحرف',
		'11 حرفًا',
		'100 حرف',
		'103 أحرف'
	].map((text) => `المطلوب اسم لا يزيد على ${text}.`),
	'assignment.left': [
		'لم تبقَ محاولة.',
		'بقيت محاولة واحدة.',
		'بقيت محاولتان.',
		'بقيت 3 محاولات.',
		'بقيت 11 محاولة.',
		'بقيت 100 محاولة.',
		'بقيت 103 محاولات.'
	],
	'assignment.todo': [
		'انتهت الدروس كلها',
		'بقي درس واحد',
		'بقي درسان',
		'بقيت 3 دروس',
		'بقي 11 درسًا',
		'بقي 100 درس',
		'بقيت 103 دروس'
	],
	'assignment.limit': minutes.map((text) => `الحد الزمني: ${text}.`),
	'assignment.handIn.count': [
		'لا محاولات بدأت لهذا التكليف',
		'محاولة واحدة بدأت لهذا التكليف',
		'محاولتان بدأتا لهذا التكليف',
		'3 محاولات بدأت لهذا التكليف',
		'11 محاولة بدأت لهذا التكليف',
		'100 محاولة بدأت لهذا التكليف',
		'103 محاولات بدأت لهذا التكليف'
	].map((text) => `${text}، مع الإجابات والأوقات والتلميحات.`),
	'quiz.timeLimit': minutes.map((text) => `الحد الزمني: ${text}.`),
	'quiz.extraTimeOf': minutes.map((text) => `زيادة 25%: المجموع ${text}`),
	'quiz.jump': minutes.map(
		(text) => `تقدّمت ساعة هذا الجهاز منذ آخر إجابة ${text.replace('دقيقتان', 'دقيقتين')}.`
	),
	'result.allAttempts': [
		'عرض المحاولات',
		'عرض المحاولة الواحدة',
		'عرض المحاولتين',
		...[3, 11, 100, 103].map((count) => `عرض المحاولات كلها، وهي ${count}`)
	],
	'result.better': points.map((text) => `أعلى من المرة السابقة بمقدار ${text}.`),
	'result.lower': points.map((text) => `أدنى من المرة السابقة بمقدار ${text}.`),
	'progress.answersCount': answers,
	'progress.calibrationMore': [
		'لم تبقَ إجابات',
		'بقيت إجابة واحدة',
		'بقيت إجابتان',
		'بقيت 3 إجابات',
		'بقيت 11 إجابة',
		'بقيت 100 إجابة',
		'بقيت 103 إجابات'
	].map((text) => `${text} مع بيان درجة التأكد، ثم تُرسم هنا دقة التقدير الذاتي.`),
	'progress.streak': [
		'كل يوم عودة مكسب',
		'يوم تعلّم واحد',
		'يومان متتاليان',
		'3 أيام متتالية',
		'11 يومًا متتاليًا',
		'100 يوم متتالٍ',
		'103 أيام متتالية'
	].map((text) => `${text}، والتوقف لا يُنقص شيئًا.`),
	'progress.activeDays': [
		'لا أيام تعلّم',
		'يوم تعلّم واحد',
		'يوما تعلّم',
		'3 أيام تعلّم',
		'11 يوم تعلّم',
		'100 يوم تعلّم',
		'103 أيام تعلّم'
	].map((text) => `${text} في الأسابيع الثمانية الأخيرة.`),
	'quiz.unanswered': [
		'لم يبقَ سؤال بلا إجابة.',
		'بقي سؤال واحد بلا إجابة، ولن تُحتسب له درجة.',
		'بقي سؤالان بلا إجابة، ولن تُحتسب لهما درجة.',
		'بقيت 3 أسئلة بلا إجابة، ولن تُحتسب لها درجة.',
		'بقي 11 سؤالًا بلا إجابة، ولن تُحتسب لها درجة.',
		'بقي 100 سؤال بلا إجابة، ولن تُحتسب لها درجة.',
		'بقيت 103 أسئلة بلا إجابة، ولن تُحتسب لها درجة.'
	],
	'report.took': minutes,
	'report.answersCount': answers,
	'report.unmarkedCount': questions.map((text) => `${text} بلا تصحيح`),
	'report.unreadableCount': [
		'لا تسليمات تعذّر فتحها',
		'تسليم واحد تعذّر فتحه',
		'تسليمان تعذّر فتحهما',
		'3 تسليمات تعذّر فتحها',
		'11 تسليمًا تعذّر فتحها',
		'100 تسليم تعذّر فتحها',
		'103 تسليمات تعذّر فتحها'
	],
	'report.otherChoices': [
		'لم تُكتب نصوص أخرى.',
		'كُتب نص آخر واحد.',
		'كُتب نصان آخران.',
		'كُتبت 3 نصوص أخرى.',
		'كُتب 11 نصًا آخر.',
		'كُتب 100 نص آخر.',
		'كُتبت 103 نصوص أخرى.'
	],
	'report.givenBack': [
		'لا محاولات تُعاد.',
		...['محاولة واحدة', 'محاولتان', '3 محاولات', '11 محاولة', '100 محاولة', '103 محاولات'].map(
			(text) => `سُلِّم إلى المتصفح ملف فيه ${text}.`
		)
	],
	'report.givenWithout': [
		'لا أسئلة مفقودة.',
		'سؤال واحد لم تعد نسخته على هذا الموقع، ويعود بلا نصه.',
		'سؤالان لم تعد نسختاهما على هذا الموقع، ويعودان بلا نصيهما.',
		...['3 أسئلة', '11 سؤالًا', '100 سؤال', '103 أسئلة'].map(
			(text) => `${text} لم تعد نسخها على هذا الموقع، وتعود بلا نصوصها.`
		)
	],
	'report.certificatesCount': [
		'لم يجتز أحد الدروس كلها بعد.',
		'اجتاز متعلم واحد الدروس كلها.',
		'اجتاز متعلمان الدروس كلها.',
		'اجتاز 3 متعلمين الدروس كلها.',
		'اجتاز 11 متعلمًا الدروس كلها.',
		'اجتاز 100 متعلم الدروس كلها.',
		'اجتاز 103 متعلمين الدروس كلها.'
	],
	'certificate.nameLong': [
		'0 حرف، وطول هذا 0',
		'حرف واحد، وطول هذا 1',
		'حرفان، وطول هذا 2',
		'3 أحرف، وطول هذا 3',
		'11 حرفًا، وطول هذا 11',
		'100 حرف، وطول هذا 100',
		'103 أحرف، وطول هذا 103'
	].map((text) => `أقصى طول للاسم ${text}. المطلوب تقصيره.`),
	'report.certificatesUnconfirmed': [
		'كلهم مؤكَّدون.',
		'واحد منهم غير مؤكَّد: يُرجى التحقق من هويته قبل تسليم الشهادة.',
		...['اثنان', '3', '11', '100', '103'].map(
			(text) => `${text} منهم غير مؤكَّدين: يُرجى التحقق من الهوية قبل تسليم الشهادة.`
		)
	],
	'collect.done': [
		'لم يؤخذ شيء، ولم يُترك شيء.',
		'أُخذ تسليم واحد، وتُرك ملف واحد.',
		'أُخذ تسليمان، وتُرك ملفان.',
		'أُخذت 3 تسليمات، وتُركت 3 ملفات.',
		'أُخذ 11 تسليمًا، وتُرك 11 ملفًا.',
		'أُخذ 100 تسليم، وتُرك 100 ملف.',
		'أُخذت 103 تسليمات، وتُركت 103 ملفات.'
	],
	'collect.doneAssignments': [
		'لم يؤخذ تكليف.',
		'أُخذ تكليف واحد.',
		'أُخذ تكليفان.',
		'أُخذت 3 تكليفات.',
		'أُخذ 11 تكليفًا.',
		'أُخذ 100 تكليف.',
		'أُخذت 103 تكليفات.'
	],
	'keys.passphraseNote': [
		'0 حرف',
		'حرف واحد',
		'حرفان',
		'3 أحرف',
		'11 حرفًا',
		'100 حرف',
		'103 أحرف'
	].map((text) => `${text} على الأقل. ولا يمكن استرجاعها.`),
	'keys.tooShort': ['0 حرف', 'حرف واحد', 'حرفان', '3 أحرف', '11 حرفًا', '100 حرف', '103 أحرف'].map(
		(text) => `المطلوب ${text} على الأقل.`
	),
	'keys.assignmentsCount': [
		'لا تكليفات',
		'تكليف واحد',
		'تكليفان',
		'3 تكليفات',
		'11 تكليفًا',
		'100 تكليف',
		'103 تكليفات'
	],
	'keys.handInsCount': [
		'لا تسليمات',
		'تسليم واحد',
		'تسليمان',
		'3 تسليمات',
		'11 تسليمًا',
		'100 تسليم',
		'103 تسليمات'
	],
	'ledger.device': [
		...['لا تسليمات', 'تسليم واحد', 'تسليمان', '3 تسليمات', '11 تسليمًا', '100 تسليم', '103 تسليمات']
	].map((text) => `${text} باسم ⁨أمل⁩ من جهاز واحد. تاريخ آخر جمع: 1 يناير.`)
};

/** Every message of a table: its key and its text. */
const messagesIn = (table: object, prefix = ''): [string, string][] =>
	Object.entries(table).flatMap(([key, value]: [string, unknown]) =>
		typeof value === 'string'
			? [[prefix + key, value] as [string, string]]
			: messagesIn(value as object, `${prefix}${key}.`)
	);
const messages = [
	page,
	device,
	home,
	people,
	reference,
	report,
	assignment,
	progress,
	save,
	offline,
	terms,
	trainer,
	ar
].flatMap((table) => messagesIn(table));

describe('a counted message in Arabic', () => {
	it('is in the table below, each of them', () => {
		const keys = messages.filter(([, text]) => text.includes('plural')).map(([key]) => key);
		expect(keys.sort()).toEqual(Object.keys(counted).sort());
	});

	it.each(Object.entries(counted))('has the right form at every count: %s', (key, said) => {
		expect(
			counts.map((count) =>
				say(key as MessageKey, {
					count,
					minutes: count,
					attempts: count,
					responses: count,
					points: count,
					most: count,
					least: count,
					taken: count,
					refused: count,
					share: 0.25,
					pass: 0.7,
					name: 'أمل',
					date: '1 يناير'
				})
			)
		).toEqual(said);
	});
});

it('keeps names apart from the words around them, in both languages', async () => {
	const keys = [
		'keys.from',
		'collect.receiptOf',
		'report.pagesOf',
		'report.objectivePoint'
	] as const;
	for (const locale of ['ar', 'en'] as const) {
		await speak(locale);
		for (const key of keys)
			expect(say(key, { name: 'X', date: '', objective: 'Y', share: 1 })).toContain(
				'\u2068X\u2069'
			);
		expect(say('report.objectivePoint', { name: 'X', objective: 'Y', share: 1 })).toContain(
			'\u2068Y\u2069'
		);
	}
});

describe('digits', () => {
	it('follow the setting at once, in what was shown before too', () => {
		const shown = () => [
			say('quiz.number', { number: 3, total: 8 }),
			say('result.scoreOf', { earned: 4.5, possible: 8 }),
			say('result.percent', { share: 0.75 }),
			say('home.questions', { count: 14 }),
			get(date)('2026-11-23', 'ar'),
			get(shortDate)('2026-11-23', 'ar'),
			get(dateTime)(Date.UTC(2026, 10, 26, 19, 59), 'ar', 'Asia/Dubai'),
			say('progress.number', { value: 12.4 })
		];
		const western = [
			'السؤال 3 من 8',
			'4.5 من 8',
			'75%',
			'14 سؤالًا',
			'23 نوفمبر 2026',
			'23 نوفمبر',
			'الخميس، 26 نوفمبر 2026 في 23:59',
			'12'
		];
		expect(shown()).toEqual(western);
		digits.set('arab');
		expect(shown()).toEqual([
			'السؤال ٣ من ٨',
			'٤٫٥ من ٨',
			'٧٥٪',
			'١٤ سؤالًا',
			'٢٣ نوفمبر ٢٠٢٦',
			'٢٣ نوفمبر',
			'الخميس، ٢٦ نوفمبر ٢٠٢٦ في ٢٣:٥٩',
			'١٢'
		]);
		digits.set('latn');
		expect(shown()).toEqual(western);
	});

	it('are 0 to 9 in English, whatever the setting and what Arabic showed first', async () => {
		digits.set('arab');
		expect(say('result.percent', { share: 0.75 })).toBe('٧٥٪');
		await speak('en');
		expect(say('result.percent', { share: 0.75 })).toBe('75%');
		expect(say('quiz.number', { number: 3, total: 8 })).toBe('Question 3 of 8');
	});

	it('come from the formatter: no message shows a number that it does not format', () => {
		// What stands in braces alone is put in as it is: names and sentences.
		const plain = messages.flatMap(([, text]) => text.match(/\{\w+\}/g) ?? []);
		expect([...new Set(plain)].sort()).toEqual(
			[
				'{action}',
				'{code}',
				'{mode}',
				'{number}',
				'{trainer}',
				'{dateAr}',
				'{link}',
				'{title}',
				'{date}',
				'{item}',
				'{lesson}',
				'{level}',
				'{module}',
				'{name}',
				'{objective}',
				'{received}',
				'{section}',
				'{state}',
				'{zone}'
			].sort()
		);
	});

	it('stand in an Arabic text only where both kinds are meant, or a name has them', () => {
		const withDigits = messages
			.filter(([, text]) => /[0-9٠-٩]/.test(text.replace(/=0 \{/g, '')))
			.map(([key]) => key);
		expect(withDigits.sort()).toEqual([
			// A licence has a version.
			'about.licenceText',
			'kinds.numeric.instruction',
			'missing.not-a-number',
			// How many digits the seconds of a clock have.
			'quiz.clock',
			// A paper has a size.
			'send.sheetNote',
			'settings.digitsArab',
			'settings.digitsLatn',
			// Shown through `shownDigits`, as a sample of the setting.
			'settings.sample'
		]);
	});
});

describe('days', () => {
	it('are named in the language that is asked for', () => {
		expect([get(weekday)('2026-11-23', 'en'), get(weekday)('2026-11-23', 'ar')]).toEqual([
			'Mon',
			'الاثنين'
		]);
		expect(get(shortDate)('2026-11-23', 'en')).toBe('23 Nov');
	});

	it.each(['275760-09-13', '-271821-04-20', 'NaN-NaN-NaN', '2026-02-99', ''])(
		'shows a dash for what is no day: %s',
		(day) => {
			expect([date, shortDate, weekday].map((format) => get(format)(day, 'en'))).toEqual([
				'–',
				'–',
				'–'
			]);
		}
	);

	it('show a time in UTC, and say so, in a zone that this browser does not know', () => {
		const at = Date.UTC(2026, 10, 26, 19, 59);
		expect(get(dateTime)(at, 'en', 'Europe/Newtown')).toMatch(/26 November 2026 at 19:59 UTC$/);
		expect(get(dateTime)(at, 'ar', 'Europe/Newtown')).toContain('UTC');
	});

	it('shows a dash for what is no time', () => {
		expect([NaN, Infinity, -9e15].map((at) => get(dateTime)(at, 'ar', 'UTC'))).toEqual([
			'–',
			'–',
			'–'
		]);
	});
});

describe('speaking', () => {
	it('leaves the plain language on the page, not the tag for digits', async () => {
		expect(document.documentElement.lang).toBe('ar');
		digits.set('arab');
		expect(document.documentElement.lang).toBe('ar');
		await speak('en');
		expect(document.documentElement.lang).toBe('en');
	});

	it('ends in the language that was asked for last', async () => {
		await Promise.all([speak('en'), speak('ar')]);
		expect(say('app.close')).toBe('إغلاق');
		expect(document.documentElement.lang).toBe('ar');
	});

	it('knows the messages of each kind', () => {
		expect(say('kinds.true-false.true')).toBe('صواب');
	});

	it('shows the key of a message that is missing, and warns', () => {
		const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
		expect(say('kinds.nothing.here')).toBe('kinds.nothing.here');
		expect(warn).toHaveBeenCalledOnce();
		warn.mockRestore();
	});
});
