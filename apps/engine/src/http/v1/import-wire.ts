import { importSentence, isOver, type TimedImport } from '@kith/application';
import type { ImportStarted, Recorded } from '@kith/domain';
import type { ShownImport } from '@kith/read-models';
import type { ImportAnswerDto, ImportProgressAnswer } from './imports.dto';

type Told = Omit<ShownImport, 'importId'>;

/** An import as it is told. @param isHeld whether an engine that is running has the file */
export function importProgress(id: string, job: Told, isHeld: boolean): ImportProgressAnswer {
  const { failure, status, startedAt, advancedAt, endedAt, revertedAt } = job;
  const { mode, dryRun, format, startedBy, onBehalfOf, bytes, bytesRead, rows, created, changed, unchanged, refused, organizations, undone, kept } = job;
  return {
    id,
    ...{ mode, dryRun, format, startedBy, onBehalfOf, startedAt, advancedAt, endedAt, revertedAt },
    ...{ bytes, bytesRead, rows, created, changed, unchanged, refused, organizations, undone, kept },
    status: status === 'running' && !isHeld ? 'waiting' : status,
    failure: failure === null ? null : { code: failure, sentence: importSentence(failure) },
    ...paceOf(job),
  };
}

/** The same, with how its file is read; what is erased of it is left out. */
export function importAnswer(id: string, job: Told, { data, erased }: Recorded<ImportStarted>, isHeld: boolean): ImportAnswerDto {
  const { encoding, delimiter, columns, fileName = null } = data;
  const named = erased ? { fileName: null, columns: [] } : { fileName, columns: columns.map(({ column, to }) => ({ column, to })) };
  return { ...importProgress(id, job, isHeld), encoding, delimiter, ...named };
}

/** An import by its own events: what the read models will say of it. */
export function jobOf({ data, metadata }: Recorded<ImportStarted>, at: TimedImport): Told {
  const { mode, dryRun, format, bytes } = data;
  const { bytesRead, rows, created, changed, unchanged, refused, organizations, undone, kept, failure = null } = at;
  const { startedAt, advancedAt, endedAt, revertedAt } = at;
  return {
    mode,
    dryRun,
    format,
    status: at.status === 'unknown' ? 'running' : at.status,
    startedBy: { kind: metadata.actor.kind, id: metadata.actor.id },
    onBehalfOf: metadata.onBehalfOf ?? null,
    startedAt,
    advancedAt,
    endedAt,
    revertedAt,
    failure,
    bytes,
    bytesRead,
    rows,
    created,
    changed,
    unchanged,
    refused,
    organizations,
    undone,
    kept,
  };
}

function paceOf({ startedAt, advancedAt, rows, bytes, bytesRead, status }: Told): Pick<ImportProgressAnswer, 'rowsPerSecond' | 'secondsLeft'> {
  const seconds = advancedAt === null ? 0 : Math.max(Date.parse(advancedAt) - Date.parse(startedAt), 1) / 1_000;
  if (seconds === 0 || rows === 0) return { rowsPerSecond: null, secondsLeft: null };
  const left = isOver(status) || status === 'reverting' || bytesRead === 0 ? null : Math.ceil(((bytes - bytesRead) * seconds) / bytesRead);
  return { rowsPerSecond: Math.round(rows / seconds), secondsLeft: left };
}
