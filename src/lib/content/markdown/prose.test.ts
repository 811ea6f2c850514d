import { describe, expect, it } from 'vitest';
import { countWords, proseOf, wordsOf } from './prose';
import { readDocument } from './read-document';

const document = readDocument(
	'lesson.en.md',
	`A *first* word :cite[S1,S2], and :term[another one]{id=other} :cite[S3].

## How it goes {#how}

- One – two
- Three

| Head | of table |
|---|---|
| 4 | 5 |

::figure{id=figure}

:::claim{id=C1}
In a claim.
:::
`
);

describe('what is read of a text', () => {
	it('has no marks and no numbers of sources', () => {
		const blocks = proseOf([...document.opening, ...document.sections[0]!.nodes]);
		expect(blocks.map(({ type, text, line }) => [type, text, line])).toEqual([
			['paragraph', 'A first word, and another one.', 1],
			['paragraph', 'One – two', 5],
			['paragraph', 'Three', 6],
			['tableCell', 'Head', 8],
			['tableCell', 'of table', 8],
			['tableCell', '4', 10],
			['tableCell', '5', 10],
			['paragraph', 'In a claim.', 15]
		]);
	});

	it('is counted with its headings, lists, tables and claims', () => {
		expect(wordsOf(document)).toBe(6 + 3 + 3 + 5 + 3);
	});
});

it.each([
	['', 0],
	['About 5 – or 6', 4],
	['قطرها 100 nm، أي أقل', 5]
])('counts the words of "%s" as %i', (text, count) => {
	expect(countWords(text)).toBe(count);
});
