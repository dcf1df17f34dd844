import { importSentence, neutralCell } from '@kith/application';
import type { ImportProblem } from '@kith/domain';

export const errorsHeader = 'row,field,code,sentence\r\n';

/** A line a problem. */
export const errorLines = (problems: readonly ImportProblem[]): string =>
  problems.map(({ row, field, code }) => `${row},${quoted(neutralCell(field))},${code},${quoted(importSentence(code))}\r\n`).join('');

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
