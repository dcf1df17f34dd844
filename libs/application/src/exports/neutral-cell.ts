/** What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection). */
const formula = /^'*[=+\-@\t\r]/;
/** A text that is empty or nothing but apostrophes: one more tells it from a cell that says nothing. */
const apostrophes = /^'+$/;
const neutralised = /^'+(?:[=+\-@\t\r]|$)/;

/** A cell that no spreadsheet takes for a formula: with an apostrophe in front, which {@link plainCell} takes away again. */
export const neutralCell = (cell: string): string => (formula.test(cell) || apostrophes.test(cell) ? `'${cell}` : cell);

/** The same of a text that is said to be empty: an empty cell says nothing, one apostrophe says that there is an empty text. */
export const textCell = (text: string): string => (text === '' ? "'" : neutralCell(text));

/** The cell as it was before it was neutralised; any other as it is. */
export const plainCell = (cell: string): string => (neutralised.test(cell) ? cell.slice(1) : cell);
