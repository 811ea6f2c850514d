/** Tables of a report that can be taken away. */
export const takenTables = ['gradebook', 'answers', 'items'] as const;
export type TakenTable = (typeof takenTables)[number];
