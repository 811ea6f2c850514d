import { describe, expect, it } from 'vitest';
import { StoreError } from '#lib/store/store';
import { InputError, type InputProblem } from '#lib/training/problem';
import { TakingIn } from './taking-in.svelte';
import type { TrainerFileDoor } from './trainer-file-door';

const preview = { name: 'Huda', at: 0, assignments: 2, handIns: 30, keys: 'added' } as const;
const file = (size = 4) => ({ size, text: async () => 'text' }) as unknown as File;

function takingWith(part: Partial<TrainerFileDoor> = {}) {
	const asked: string[] = [];
	const taking = new TakingIn({
		async read(text, passphrase) {
			asked.push(`${text}/${passphrase}`);
			return preview;
		},
		async take() {
			asked.push('taken');
		},
		...part
	});
	return { taking, asked };
}
const refusing = (problem: InputProblem) =>
	takingWith({ read: () => Promise.reject(new InputError(problem)) }).taking;

describe("taking a trainer's file in", () => {
	it('shows what it holds before anything is changed', async () => {
		const { taking, asked } = takingWith();
		await taking.choose(file());
		expect(taking.phase).toBe('passphrase');
		await taking.unlock('a long one');
		expect([taking.phase, taking.preview]).toEqual(['preview', preview]);
		expect(asked).toEqual(['text/a long one']);
		await taking.take();
		expect([taking.phase, asked.at(-1)]).toEqual(['done', 'taken']);
	});

	it('asks again where the passphrase is not the right one, and for another file otherwise', async () => {
		for (const [problem, phase, said] of [
			['wrong-passphrase', 'passphrase', 'wrong-passphrase'],
			['passphrase-needed', 'passphrase', 'wrong-passphrase'],
			['damaged', 'choose', 'damaged'],
			['changed', 'choose', 'damaged'],
			['other-course', 'choose', 'other-course']
		] as const) {
			const taking = refusing(problem);
			await taking.choose(file());
			await taking.unlock('x');
			expect([taking.phase, taking.problem]).toEqual([phase, said]);
		}
	});

	it('says where the file cannot be read', async () => {
		const { taking } = takingWith();
		const text = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
		await taking.choose({ size: 4, text } as unknown as File);
		expect([taking.phase, taking.problem]).toEqual(['choose', 'unreadable']);
	});

	it('does not read a file that is too large, and changes nothing when it is cancelled', async () => {
		const { taking, asked } = takingWith();
		await taking.choose(file(2 ** 31));
		expect(taking.problem).toBe('too-large');
		await taking.choose(file());
		taking.cancel();
		expect([taking.phase, taking.problem, asked]).toEqual(['choose', null, []]);
	});

	it('says where this device keeps nothing, and hides no other mistake', async () => {
		const { taking } = takingWith({ take: () => Promise.reject(new StoreError('blocked')) });
		await taking.choose(file());
		await taking.unlock('x');
		await taking.take();
		expect(taking.problem).toBe('not-kept');
		const broken = takingWith({ read: () => Promise.reject(new TypeError('oops')) }).taking;
		await broken.choose(file());
		await expect(broken.unlock('x')).rejects.toThrow('oops');
	});
});
