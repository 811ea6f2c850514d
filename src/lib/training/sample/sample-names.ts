/** Plants and stones, and surnames that say what they are: nobody is called that. */
const given = {
	en: ['Amber', 'Basil', 'Cedar', 'Clover', 'Coral', 'Fern', 'Garnet', 'Hazel', 'Linden', 'Opal'],
	ar: ['عنبرة', 'ريحانة', 'أرزة', 'برسيمة', 'مرجانة', 'سرخسة', 'عقيقة', 'بندقة', 'زيزفونة', 'لؤلؤة']
};
const family = {
	en: ['Example', 'Sample', 'Placeholder', 'Pretend', 'Demo', 'Specimen', 'Template', 'Trial'],
	ar: ['المثال', 'العيّنة', 'الافتراضية', 'التجريبية', 'النموذج', 'التوضيحية', 'القالب', 'التدريب']
};
const departments = ['Sample ward A', 'Sample ward B', 'القسم التجريبي', 'الصيدلية التجريبية'];
const jobTitles = ['Sample role 1', 'Sample role 2', 'دور تجريبي'];

export interface SamplePerson {
	readonly name: string;
	readonly number: string;
	readonly department: string;
	readonly jobTitle: string;
}

/** The nth invented person; two of three have names in Latin letters. */
export function samplePerson(nth: number): SamplePerson {
	const script = nth % 3 === 2 ? 'ar' : 'en';
	const first = given[script];
	const last = family[script];
	return {
		name: `${first[nth % first.length]} ${last[Math.floor(nth / first.length) % last.length]}`,
		number: `SAMPLE-${String(nth + 1).padStart(4, '0')}`,
		department: departments[nth % departments.length]!,
		jobTitle: jobTitles[nth % jobTitles.length]!
	};
}
