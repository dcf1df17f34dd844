import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { ImportProgress, Kith } from '@kith/client';
import { exitCodes } from './exit-codes';
import { durationText, progressOn } from './progress';
import type { Session } from './session';

/**
 * Shows how far an import is until it goes no further. Interrupted, it says that the engine goes on.
 * @returns its last word
 */
export async function followImport(session: Session, kith: Kith, id: string): Promise<ImportProgress> {
  const bar = progressOn(session.terminal);
  let waited = false;
  try {
    return await kith.imports.finished(id, {
      signal: session.signal,
      onProgress: (progress) => {
        bar.show(progress.bytesRead, progress.bytes, wordsOf(progress));
        if (progress.status === 'waiting' && !waited) session.terminal.say(`import ${id} waits: no engine that runs has its file`);
        waited = progress.status === 'waiting';
      },
    });
  } catch (error) {
    bar.end();
    if (session.signal.aborted)
      session.terminal.say(`import ${id} goes on in the engine; to see it: kith imports follow ${id}; to stop it: kith imports cancel ${id}`);
    throw error;
  } finally {
    bar.end();
  }
}

const figure = new Intl.NumberFormat('en').format;

function wordsOf({ status, rows, rowsPerSecond, secondsLeft, refused }: ImportProgress): string {
  const rate = rowsPerSecond === null ? [] : [`${figure(rowsPerSecond)}/s`];
  const left = secondsLeft === null ? [] : [`${durationText(secondsLeft)} left`];
  const wrong = refused === 0 ? [] : [`${figure(refused)} refused`];
  return [status === 'reverting' ? 'taking back' : `${figure(rows)} rows`, ...rate, ...left, ...wrong].join(', ');
}

/** What an import came to, in a few lines. */
export function importText({ id, status, dryRun, rows, created, changed, unchanged, refused, organizations, failure, undone, kept }: ImportProgress): string {
  const [would, were] = dryRun ? ['would be ', 'would be '] : ['', ''];
  const counts = [
    `${figure(created)} ${were}created`,
    `${figure(changed)} ${would}changed`,
    `${figure(unchanged)} unchanged`,
    `${figure(refused)} refused`,
    ...(organizations > 0 ? [`${figure(organizations)} organizations`] : []),
  ].join(', ');
  return [
    `${dryRun ? 'dry run' : 'import'} ${id}: ${status}`,
    `  ${figure(rows)} rows: ${counts}`,
    ...(failure ? [`  ${failure.code}: ${failure.sentence}`] : []),
    ...(undone + kept > 0 ? [`  taken back: ${figure(undone)}, kept: ${figure(kept)}`] : []),
    '',
  ].join('\n');
}

/** The exit code for how an import ended, or is. */
export function exitCodeOf({ status, refused }: ImportProgress): number {
  if (status === 'failed' || status === 'cancelled') return exitCodes.failed;
  return refused > 0 && status !== 'reverted' ? exitCodes.incomplete : exitCodes.done;
}

/** Writes the rows that were refused, as CSV, to a file for this user alone, or with `-` to stdout. */
export async function writeErrors(session: Session, kith: Kith, id: string, file: string): Promise<void> {
  const pieces = kith.imports.errors(id, { signal: session.signal });
  if (file === '-') {
    for await (const piece of pieces) await session.terminal.print(piece);
    return;
  }
  const out = createWriteStream(file, { mode: 0o600 });
  await once(out, 'open');
  for await (const piece of pieces) if (!out.write(piece)) await once(out, 'drain');
  out.end();
  await finished(out);
}
