/** What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection). */
const formula = /^'*[=+\-@\t\r]/;
const neutralised = /^'+[=+\-@\t\r]/;

/** A cell that no spreadsheet takes for a formula: with an apostrophe in front, which {@link plainCell} takes away again. */
export const neutralCell = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

/** The cell as it was before it was neutralised; any other as it is. */
export const plainCell = (cell: string): string => (neutralised.test(cell) ? cell.slice(1) : cell);
