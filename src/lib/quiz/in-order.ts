/** The list in the order of these ids; what the order does not name comes last, in its own order. */
export function inOrder<T extends { readonly id: string }>(
	list: readonly T[],
	order: readonly string[]
): T[] {
	const place = (item: T) => {
		const index = order.indexOf(item.id);
		return index < 0 ? order.length : index;
	};
	return [...list].sort((a, b) => place(a) - place(b));
}
