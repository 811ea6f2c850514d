import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Site } from './site';

const site: Site = {
	course: { id: 'tea', title: { en: 'Tea' }, languages: ['en'] },
	content: 'c0ffee',
	app: '0.1.0'
};
/** A page's own copy of the module, with a stand-in for the store's code. */
async function onPage(openStore: () => unknown) {
	vi.resetModules();
	vi.doMock('#lib/store/open-store', () => ({ openStore }));
	return (await import('./open-store')).openStoreFor;
}

beforeEach(() => void (document.documentElement.dataset.prefix = 'durus:tea:/'));

describe('the store of a page', () => {
	it('is opened once, for all who need it, under the name of this course and address', async () => {
		const openStore = vi.fn(async () => ({}));
		const open = await onPage(openStore);
		expect(await open(site)).toBe(await open(site));
		expect(openStore).toHaveBeenCalledOnce();
		expect(openStore).toHaveBeenCalledWith(
			expect.objectContaining({ name: 'durus:tea:/', app: '0.1.0', content: 'c0ffee' }),
			expect.anything()
		);
	});

	it('can be opened later, where its code could not be fetched at first', async () => {
		const store = {};
		const openStore = vi
			.fn(async () => store)
			.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
		const open = await onPage(openStore);
		await expect(open(site)).rejects.toThrow();
		expect(await open(site)).toBe(store);
	});
});
