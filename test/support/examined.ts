import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { examine } from '../../apps/engine/src/doctor/doctor-command';
import { asText, type Examined } from '../../apps/engine/src/doctor/report';

/** What `kith doctor` found. */
export interface Found {
  /** All of it, as people read it. */
  readonly said: string;
  /** The checks that are problems, in the order of their names. */
  readonly bad: readonly string[];
  /** What was said of a check. */
  of(check: string): string;
}

/** Lets the doctor look at what these words and variables name. */
export async function examined(words: readonly string[], env: Readonly<Record<string, string>>, cwd: string): Promise<Found> {
  const found = (await examine(words, { env, cwd })) as Examined;
  const bad = found.findings.filter(({ status }) => status === 'problem').map(({ check }) => check);
  const of = (check: string) =>
    found.findings
      .filter((finding) => finding.check === check)
      .map(({ says }) => says)
      .join('; ');
  return { said: asText(found), bad: bad.toSorted(), of };
}

/** Everything in a data folder, with sizes, times, permissions and bytes. */
export const traceOf = (data: string): readonly unknown[] =>
  [data, join(data, 'read-models')].flatMap((within) =>
    readdirSync(within).map((name) => {
      const file = join(within, name);
      const { size, mtimeMs, mode } = statSync(file);
      return [name, size, mtimeMs, mode, statSync(file).isFile() ? readFileSync(file).toString('base64') : ''];
    }),
  );
