import { describe, expect, it } from 'vitest';
import { member } from './marking/examples-of-marking';
import {
	memberChanged,
	memberLeft,
	memberOf,
	membersMerged,
	memberWith,
	mergeRoster,
	numberKey
} from './roster';
import { mostMembers, parseRoster } from './roster/roster-text';

const person = (number: string, name: string, department = '', jobTitle = '') => ({
	number,
	name,
	department,
	jobTitle
});
const amal = person('E-1042', 'Amal Khoury', 'Ward A', 'Nurse');
const both = [amal, person('77', 'سمير حداد', 'الصيدلية', 'صيدلي')];

describe('a list', () => {
	it.each([
		[
			'commas and English headings',
			'Staff number,Name,Department,Job title\nE-1042,Amal Khoury,Ward A,Nurse\n77,سمير حداد,الصيدلية,صيدلي\n'
		],
		[
			'semicolons, Arabic headings in another order, and a mark',
			'\uFEFFالاسم;الرقم الوظيفي;المسمى الوظيفي;القسم\r\nAmal Khoury;E-1042;Nurse;Ward A\r\nسمير حداد;77;صيدلي;الصيدلية'
		],
		[
			'tabs and no headings',
			'E-1042\tAmal Khoury\tWard A\tNurse\n\n77\tسمير حداد\tالصيدلية\tصيدلي'
		],
		[
			'columns that nobody asked for',
			'Name,E-mail,STAFF_NO.,dept,Position\nAmal Khoury,a@b.c,E-1042,Ward A,Nurse\nسمير حداد,,77,الصيدلية,صيدلي'
		]
	])('is read with %s', (_what, text) => {
		expect(parseRoster(text)).toEqual({ members: both, problems: [] });
	});

	it('of one column is names', () => {
		expect(parseRoster('Amal\nسمير').members.map(({ name }) => name)).toEqual(['Amal', 'سمير']);
		expect(parseRoster('الاسم\nAmal').members.map(({ name }) => name)).toEqual(['Amal']);
	});

	it('takes a dash for no number: two of them are two people', () => {
		expect(parseRoster('number,name\n-,Amal\n–,Badr\n-,')).toEqual({
			members: [person('', 'Amal'), person('', 'Badr')],
			problems: [{ line: 4, problem: 'no-name', text: '-' }]
		});
	});

	it('has quoted cells, over lines too, and is counted by line', () => {
		const text = 'number,name\n1,"Khoury, ""A"""\n2,"Two\nlines"\n3,\n1,Again';
		expect(parseRoster(text)).toEqual({
			members: [person('1', 'Khoury, "A"'), person('2', 'Two lines'), person('3', '')],
			problems: [{ line: 6, problem: 'duplicate-number', text: '1 Again' }]
		});
	});

	it('says by line what it leaves out', () => {
		const long = 'x'.repeat(200);
		const text = `number,name,department\n1,A,\n,,Ward\n١,B,\n2,${long},\n`;
		const { members, problems } = parseRoster(text);
		expect(members).toHaveLength(1);
		expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
			[3, 'no-name'],
			[4, 'duplicate-number'],
			[5, 'too-long']
		]);
		expect(problems[2]!.text.length).toBeLessThanOrEqual(80);
	});

	it('ends at 20,000', () => {
		const text = Array.from({ length: mostMembers + 5 }, (_, nth) => `${nth + 1},N`).join('\n');
		const { members, problems } = parseRoster(text);
		expect(members).toHaveLength(20_000);
		expect(problems).toEqual([{ line: 20_001, problem: 'too-many', text: '20001 N' }]);
	});

	it('keeps no marks that steer direction', () => {
		expect(parseRoster('1\t\u202EAmal\u0007\u200F').members[0]!.name).toBe('Amal');
	});

	it.each(['', ' \n\n', ',,,\n;', '"', '"a', '\u0000', 'a\tb\tc\td\te\tf'])(
		'that is none is no exception: %j',
		(text) => {
			expect(parseRoster(text).members.length).toBeLessThanOrEqual(1);
		}
	);
});

describe('a roster', () => {
	let made = 0;
	const ids = { id: () => `id-${++made}`, token: () => `token-${++made}` };
	const roster = [
		member('a', { number: 'E-1042', name: 'Amal', department: 'Ward A', left: 5 }),
		member('b', { name: 'Bilal' })
	];

	it('takes nobody for somebody else where neither has a number', () => {
		const dash = member('dash', { number: '-', name: 'Amal' });
		const merged = mergeRoster([dash], [person('-', 'Badr'), person('–', 'Carla')], ids);
		expect(merged[0]).toBe(dash);
		expect(merged.map(({ name }) => name)).toEqual(['Amal', 'Badr', 'Carla']);
	});

	it('takes a list in: who is there by number is brought up to date, others are added', () => {
		const merged = mergeRoster(
			roster,
			[person('e١٠٤٢', 'Amal K.', '', 'Nurse'), person('2', 'New'), person('٢', 'New again')],
			ids
		);
		expect(merged).toHaveLength(3);
		expect(merged[0]).toEqual({
			...roster[0]!,
			name: 'Amal K.',
			department: 'Ward A',
			jobTitle: 'Nurse',
			left: null
		});
		expect(merged[1]).toBe(roster[1]);
		expect(merged[2]).toMatchObject({ number: '2', name: 'New again', left: null, device: null });
		expect(merged[2]!.token).not.toBe(merged[2]!.id);
	});

	it('lets people leave, come back and be called otherwise', () => {
		expect(memberLeft(roster, 'b', 9)[1]!.left).toBe(9);
		expect(memberLeft(roster, 'a', null)[0]!.left).toBeNull();
		expect(memberChanged(roster, 'b', person('7', 'B.'))![1]).toMatchObject({ number: '7' });
		expect(memberChanged(roster, 'b', person('E1042', 'B.'))).toBeNull();
		expect(memberChanged(roster, 'a', person('E 1042', 'A.'))![0]!.name).toBe('A.');
	});

	it('makes one of two who are the same person', () => {
		const two = [
			member('a', { name: 'Amal', left: 5 }),
			member('b', { name: 'A. Khoury', number: '7', department: 'X', device: 'd', profile: 'p' })
		];
		expect(membersMerged(two, 'a', 'b')).toEqual({
			roster: [
				{
					...{ ...two[0]!, number: '7', department: 'X', left: null, device: 'd', profile: 'p' },
					joined: ['b']
				}
			],
			moved: { from: 'b', to: 'a' }
		});
		expect(membersMerged(two, 'a', 'a')).toBeNull();
		expect(membersMerged(two, 'a', 'gone')).toBeNull();
	});

	it('finds whose hand-in it is, by the token before the number', () => {
		expect(memberOf(roster, { number: 'E-1042', token: 'token-b' })).toEqual({
			member: roster[1],
			by: 'token'
		});
		expect(memberOf(roster, { number: ' e ١٠٤٢', token: 'wrong' })).toEqual({
			member: roster[0],
			by: 'number'
		});
		expect(memberOf(roster, { number: '', token: null })).toBeNull();
		expect(memberWith(roster, ' - ')).toBeNull();
	});

	it.each([
		['٠٠١٢٣', '00123'],
		['e-1042 ', 'E1042'],
		['۴۵/٦', '456'],
		['Ｅ１', 'E1'],
		['', '']
	])('compares numbers as people read them: %s', (number, key) => {
		expect(numberKey(number)).toBe(key);
	});
});
