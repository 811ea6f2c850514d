import { describe, expect, it } from 'vitest';
import { exampleAssignment } from '../examples-of-assignments';
import { calendarOf } from './calendar';

describe('a calendar', () => {
	const words = {
		summary: 'Week 1: cells; genes, and more',
		description: 'Open the link.\nThank you, شكرًا لكم على إتمام الاختبار في موعده',
		url: 'https://example.org/en/assignment/#a=abc',
		product: 'Durus'
	};
	const due = calendarOf(exampleAssignment, words)!;
	const unfolded = due.replace(/\r\n /g, '');

	it('has the due date as an instant, whatever the zone', () => {
		// 23:59 in Dubai.
		expect(unfolded).toContain('DTSTART:20261126T195900Z');
		expect(unfolded).toContain('DTSTAMP:20261123T080000Z');
		expect(unfolded).toContain(`UID:${exampleAssignment.id}`);
		expect(unfolded).toContain('TRIGGER:-P1D');
		expect(unfolded).not.toContain('TZID');
	});

	it('says the minute at whose end it is due', () => {
		const end = calendarOf({ ...exampleAssignment, due: exampleAssignment.due! + 59_999 }, words)!;
		expect(end).toContain('DTSTART:20261126T195900Z');
	});

	it('escapes text, and folds lines at 75 octets', () => {
		expect(unfolded).toContain('SUMMARY:Week 1: cells\\; genes\\, and more');
		expect(unfolded).toContain('DESCRIPTION:Open the link.\\nThank you\\, شكرًا');
		const lines = due.split('\r\n');
		expect(due).not.toMatch(/[^\r]\n/);
		for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
		expect(lines.length).toBeGreaterThan(unfolded.split('\r\n').length);
	});

	it('is revised and cancelled under the same id', () => {
		const revised = calendarOf({ ...exampleAssignment, revision: 3, withdrawn: true }, words)!;
		expect(revised).toContain(`UID:${exampleAssignment.id}`);
		expect(revised).toContain('SEQUENCE:3');
		expect(revised).toContain('STATUS:CANCELLED');
		expect(revised).toContain('METHOD:CANCEL');
	});

	it('is none without a due date', () => {
		expect(calendarOf({ ...exampleAssignment, due: null }, words)).toBeNull();
	});
});
