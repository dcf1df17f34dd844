import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings, type NormaliserName, normalise } from '@kith/domain';
import { scratchFolder as newFolder } from '../support/running-engine';

const root = join(__dirname, '..', '..');
const sample = readFileSync(join(root, 'samples', 'support-desk.ndjson'), 'utf8');

interface Line {
  readonly source: string;
  readonly id: string;
  readonly contactPoints: readonly { readonly channel: string; readonly value: unknown }[];
}
const lines: readonly Line[] = sample
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Starts the demo as `npm run demo` does, with scratch space of its own. */
function startDemo(scratch: string): { readonly demo: ChildProcess; readonly printed: () => string; readonly complained: () => string } {
  const demo = spawn(process.execPath, [join(root, 'dist', 'apps', 'demo', 'src', 'main.js')], {
    env: { PATH: process.env.PATH, TMPDIR: scratch, TMP: scratch, TEMP: scratch },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [printed, complained] = ['', ''];
  demo.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  demo.stderr?.on('data', (chunk) => {
    complained += chunk;
  });
  return { demo, printed: () => printed, complained: () => complained };
}

/** The closing table: how many interactions ended how. */
const tableIn = (printed: string): Record<string, number> =>
  Object.fromEntries([...printed.matchAll(/^ {2}(\w+|in all) +([\d,]+) {3}/gm)].map(([, outcome, count = '']) => [outcome, Number(count.replace(',', ''))]));

describe('the sample', () => {
  it('is what its generator makes, byte for byte', () => {
    expect(execFileSync(process.execPath, [join(root, 'samples', 'make-support-desk.mjs')], { encoding: 'utf8', maxBuffer: 2 ** 24 })).toBe(sample);
  });

  it('has only numbers that are kept for fiction, and only domains that are kept for examples', () => {
    const fiction =
      /^\+(?:33(?:19900|26191|35301|46571|53649|63998)\d{4}|44(?:7700900|2079460)\d{3}|49(?:3023125|6990009|4066969|2214710|8999998)\d{3}|1\d{3}55501\d\d)$/;
    const example = /@(?:[a-z-]+\.)?example\.(?:org|com|net)$/;
    const normalisers: Readonly<Record<string, { readonly normaliser: NormaliserName }>> = defaultSettings.channels;
    const keys = lines.flatMap(({ contactPoints }) =>
      contactPoints.flatMap(({ channel, value }) => {
        const rules = normalisers[channel];
        const made = rules && typeof value === 'string' ? normalise(rules.normaliser, value, { defaultRegion: 'FR' }) : undefined;
        return made?.kind === 'key' ? [{ channel, key: made.key }] : [];
      }),
    );
    const of = (...channels: readonly string[]) => keys.filter(({ channel }) => channels.includes(channel)).map(({ key }) => key);
    expect(of('phone', 'whatsapp').length).toBeGreaterThan(500);
    expect(of('phone', 'whatsapp').filter((key) => !fiction.test(key))).toEqual([]);
    expect(of('email').length).toBeGreaterThan(500);
    expect(of('email').filter((key) => !example.test(key))).toEqual([]);
  });
});

const folders: string[] = [];
const scratchFolder = (): string => {
  const folder = newFolder();
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the demo', () => {
  it('shows what came of every line of the sample, in two runs at once, and leaves nothing behind', async () => {
    const scratch = scratchFolder();
    const runs = [startDemo(scratch), startDemo(scratch)];
    const codes = await Promise.all(runs.map(async ({ demo }) => (await once(demo, 'close'))[0]));
    expect({ codes, complaints: runs.map(({ complained }) => complained()) }).toEqual({ codes: [0, 0], complaints: ['', ''] });
    expect(readdirSync(scratch)).toEqual([]);

    const repeated = lines.length - new Set(lines.map(({ source, id }) => JSON.stringify([source, id]))).size;
    for (const { printed } of runs) {
      const { 'in all': all, ...outcomes } = tableIn(printed());
      expect(all).toBe(lines.length);
      expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(all);
      expect(outcomes).toMatchObject({ repeated, refused: 14, unidentified: 62, ambiguous: 34 });
    }
  }, 300_000);

  it('tells why in plain words, and finds the one person behind three channels', async () => {
    const { demo, printed } = startDemo(scratchFolder());
    await once(demo, 'close');
    expect(printed()).toContain('nobody held whatsapp +33639981234, but the same number on a sibling channel belongs to Léa Martin');
    expect(printed()).toContain('Paul Moreau keeps phone +33199001717');
    expect(printed()).toContain('phone +33199004200 is shared, and Nadia Verdier is one of those who use it');
    expect(printed()).toContain('what was given for phone is no address (withheld)');
    expect(printed()).toMatch(/→ refused: .*not-a-number/);
    expect(printed()).toContain('reachable by email lea.martin@example.org, phone +33639981234, whatsapp +33639981234');
    const timeline = [...printed().matchAll(/^ {4}\d\d \w{3} \d\d:\d\d {2}(\w+)/gm)].map(([, via]) => via);
    expect(timeline).toEqual(['email', 'voice', 'whatsapp', 'voice', 'email', 'email']);
  }, 300_000);

  it('ends its engine and removes its folder when it is interrupted', async () => {
    const scratch = scratchFolder();
    const { demo, printed } = startDemo(scratch);
    const ended = once(demo, 'close');
    while (!printed().includes('Streaming') && demo.exitCode === null) await Promise.race([once(demo.stdout ?? demo, 'data'), ended]);
    const url = /http:\S+/.exec(printed())?.[0] ?? '';
    demo.kill('SIGINT');
    // As a terminal and npm send it: twice.
    demo.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(readdirSync(scratch)).toEqual([]);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  }, 120_000);
});
