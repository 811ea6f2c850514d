/** Reads and writes of this device's localStorage under the prefix of this course at this address; blocked storage is empty storage. */

const prefix = () => document.documentElement.dataset.prefix ?? 'durus';

/** The object kept under a name; {} where there is none or storage is blocked. */
export function kept(name: string): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(`${prefix()}:${name}`) ?? '{}');
		return value && typeof value === 'object' ? (value as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}

/** Keeps it; says whether it could. */
export function keep(name: string, value: Record<string, unknown>): boolean {
	try {
		localStorage.setItem(`${prefix()}:${name}`, JSON.stringify(value));
		return true;
	} catch {
		return false;
	}
}

/** The name of this course's database: two courses can share an origin, and one course two paths. */
export const databaseName = (): string => prefix();

/** Which lessons have an attempt under way, so that a quiz page knows whether to wait for the store: lesson => attempt. */
export const openAttempts = {
	of(lesson: string): string | null {
		const id = kept('open-attempts')[lesson];
		return typeof id === 'string' ? id : null;
	},
	set(lesson: string, attempt: string | null): void {
		const { [lesson]: _, ...others } = kept('open-attempts');
		keep('open-attempts', attempt ? { ...others, [lesson]: attempt } : others);
	}
};

/** Whether anything was assigned on this device, so that a quiz knows whether its start must wait for the store. */
export const anyAssigned = {
	get: (): boolean => kept('assigned').any === true,
	set: (any: boolean): void => void keep('assigned', { any })
};

/** What was pressed before the page was alive (its `data-early`), once; null for nothing. */
export function pressedEarly(): string | null {
	const { dataset } = document.documentElement;
	const { pressed } = dataset;
	dataset.alive = 'true';
	delete dataset.pressed;
	return pressed ?? null;
}
