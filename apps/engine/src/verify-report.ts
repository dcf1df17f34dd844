import type { LogFinding, LogVerified } from '@kith/application';
import { isDifferent, type ReadModelsVerified, type RowDifference, type TableCompared } from '@kith/read-models';
import type { Verified } from './parts/verify-places';

/** Whether nothing was found. */
export const isWell = ({ log, readModels }: Verified): boolean =>
  log.found === 0 && (readModels === undefined || (readModels.findings.length === 0 && !readModels.tables.some(isDifferent)));

/** What was found, for machines: one JSON object. Positions are decimal strings. */
export function asJson({ log, readModels }: Verified): string {
  const told = {
    well: isWell({ log, readModels }),
    log: { ...log, position: log.position.toString() },
    readModels: readModels && { ...readModels, position: readModels.position.toString() },
  };
  return `${JSON.stringify(told)}\n`;
}

/** What was found, for people: line by line, what differs before what it comes to. */
export function asText(verified: Verified): string {
  const lines = [...ofLog(verified.log), ...ofReadModels(verified.readModels)];
  return `${[...lines, isWell(verified) ? 'all is well' : 'something is wrong: docs/how-to/verify.md says what to do'].join('\n')}\n`;
}

function ofLog({ events, streams, position, findings, found }: LogVerified): readonly string[] {
  const untold = found - findings.length;
  return [
    `the log: ${events} events in ${streams} streams, up to position ${position}: ${found === 0 ? 'nothing found' : `${found} findings`}`,
    ...findings.map((finding) => `  ${whereOf(finding)}${finding.says}`),
    ...(untold > 0 ? [`  and ${untold} more`] : []),
  ];
}

const whereOf = ({ stream, revision, position, type, kind }: LogFinding): string =>
  `${kind}: ${stream === undefined ? '' : `${type} at position ${position}, revision ${revision} of ${stream}: `}`;

function ofReadModels(verified: ReadModelsVerified | undefined): readonly string[] {
  if (!verified) return ['the read models: none were made yet'];
  const { position, findings, tables } = verified;
  const rows = tables.reduce((sum, { serving }) => sum + serving.rows, 0);
  const different = tables.filter(isDifferent);
  return [
    `the read models, at position ${position}: ${rows} rows in ${tables.length} tables compared with a rebuild: ${different.length === 0 ? 'no table differs' : `${different.length} tables differ`}`,
    ...findings.map(({ kind, says }) => `  ${kind}: ${says}`),
    ...different.flatMap(ofTable),
  ];
}

function ofTable({ table, projection, missing, extra, differing, first, damage }: TableCompared): readonly string[] {
  const untold = missing + extra + differing - first.length;
  return [
    `  ${table} (${projection}): ${missing} rows missing, ${extra} too many, ${differing} different`,
    ...first.map((row) => `    ${rowOf(row)}`),
    ...(untold > 0 ? [`    and ${untold} more`] : []),
    ...damage.map((said) => `    the file is damaged: ${said}`),
  ];
}

const words = { missing: 'missing', extra: 'too many', differs: 'different' } as const;

function rowOf({ what, key, columns }: RowDifference): string {
  const named = Object.entries(key).map(([column, value]) => `${column}=${value}`);
  return `${words[what]}: ${named.join(' ')}${columns.length > 0 ? `, in ${columns.join(', ')}` : ''}`;
}
