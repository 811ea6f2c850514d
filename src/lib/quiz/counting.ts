/** Which of several attempts at a test counts; `mean` is the mean of all. */
export const countings = ['best', 'last', 'first', 'mean'] as const;
export type Counting = (typeof countings)[number];
