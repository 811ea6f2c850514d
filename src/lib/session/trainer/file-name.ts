/** Of a title, for the name of a file: letters and digits of any script. */
export const fileNameOf = (title: string): string =>
	title
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 60) || 'assignment';
