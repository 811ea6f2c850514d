/** How many questions are due for review today, as the home page last saw it: for the menu. */
export const dueBadge = $state({ questions: 0 });
