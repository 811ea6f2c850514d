/** Where in a quiz one entry of the browser's history stands, so that Back goes to the question before. */
export type Place =
	| { readonly at: 'start' }
	| { readonly at: 'question'; readonly question: string }
	| { readonly at: 'summary' }
	| { readonly at: 'result' };
