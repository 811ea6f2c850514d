/** Which of several attempts counts. */
export const countings = ['best', 'last', 'first', 'mean'] as const;
export type Counting = (typeof countings)[number];
