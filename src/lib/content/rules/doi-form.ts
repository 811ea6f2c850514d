import type { CourseDraft } from '../draft';
import type { Problem } from '../problem';

/** Every source can be found: by a DOI or a safe address, or as a printed document that is marked as one. */
export const doiForm = ({ sources }: CourseDraft): Problem[] =>
	sources.entries.flatMap(({ file, line, value, raw }): Problem[] => {
		if (!value) return [];
		const { doi, url } = value;
		const wrong = (key: string, message: string): Problem[] => [
			{ file, line: line(key), rule: 'doi-form', message }
		];
		return [
			...(doi !== undefined && !/^10\.\d{4,9}\/\S+$/.test(doi)
				? wrong(
						'doi',
						'the DOI stands alone, like 10.1126/science.aau6977, without https://doi.org/'
					)
				: []),
			...(url !== undefined && !/^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/.test(url)
				? wrong('url', 'the address must start with https://')
				: []),
			...(doi === undefined && url === undefined && !isPrinted(raw)
				? wrong(
						'id',
						'the source has neither "doi:" nor "url:"; add one, or "printed: true" for a book or paper that has none'
					)
				: [])
		];
	});

const isPrinted = (raw: unknown) => (raw as { printed?: unknown }).printed === true;
