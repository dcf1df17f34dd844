import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NormaliserName } from '@kith/domain';
import { read } from './shown';

/** The frozen corpora: a line is the input as a JSON string, the default region or -, and what comes of it, parted by tabs. */
const corpora: readonly (readonly [NormaliserName, file: string, atLeast: number])[] = [
  ['email/1', 'email-1.tsv', 1_000],
  ['e164/1', 'e164-1.tsv', 2_500],
  ['whatsapp/1', 'whatsapp-1.tsv', 500],
  ['handle/1', 'handle-1.tsv', 250],
  ['opaque/1', 'opaque-1.tsv', 200],
];

describe('the frozen corpus', () => {
  it.each(corpora)(
    'of %s reads today as on the day it was frozen; a difference needs a new version of the normaliser, not a new file',
    (normaliser, file, atLeast) => {
      const lines = readFileSync(join(__dirname, 'corpus', file), 'utf8')
        .trimEnd()
        .split('\n');
      expect(lines.length).toBeGreaterThanOrEqual(atLeast);
      const drifted = lines.flatMap((line, i) => {
        const [input = '', region = '', expected = ''] = line.split('\t');
        const today = read(normaliser, JSON.parse(input) as string, region === '-' ? null : region);
        return today === expected ? [] : [`${file}:${i + 1} ${input} (${region}) was ${expected}, is ${today}`];
      });
      expect(drifted).toEqual([]);
    },
  );
});
