import { expect, it } from 'vitest';
import { exampleAssignment } from '#lib/training/examples-of-assignments';
import { reminderValues } from './reminder';

const show = (_: number, locale: string, zone: string) => `${locale} by ${zone}`;

it('names the zone by whose clocks it says the date', () => {
	expect(reminderValues(exampleAssignment, 'link', show)).toMatchObject({
		date: 'en by Asia/Dubai (Asia/Dubai)',
		dateAr: 'ar by Asia/Dubai (Asia/Dubai)'
	});
	const newer = { ...exampleAssignment, timeZone: 'Europe/Newtown' };
	expect(reminderValues(newer, 'link', show).date).toBe('en by UTC (UTC)');
});
