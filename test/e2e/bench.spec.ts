import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve(__dirname, '../../dist/test/bench/main.js');

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Only `npm run test:bench` runs them: they take some minutes. */
const everyOne = process.env.KITH_BENCHES === 'all';
const others: [string, string[]][] = [
  ['rebuild', ['rebuild']],
  ['lookup', ['lookup-nest', 'lookup-fastify']],
  ['first-contact', ['first-contact']],
  ['known-contact', ['known-contact']],
  ['stream', ['stream']],
  ['single', ['single', 'single-p99']],
  ['feed', ['feed', 'feed-personal']],
  ['rebuild-growth', ['rebuild-growth']],
];
const apart = (...test: Parameters<typeof it>): void => void (everyOne && it(...test));

/** Benchmarks at a size at which their figures say nothing: what is checked is that they work, and compare like with like. */
describe('the benchmarks', () => {
  let scratch: string;
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'kith-bench-spec-'));
    // A database server that is started by root runs as somebody else, who has to get through.
    chmodSync(scratch, 0o711);
  });
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  const bench = (...args: string[]) =>
    new Promise<Ended>((done) => {
      const env = { PATH: process.env['PATH'], TMPDIR: scratch };
      execFile(process.execPath, [program, ...args], { env }, (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }));
    });
  const tiny = async (name: string) => {
    const { code, out, err } = await bench(name, '--json', '--rounds', '2', '--size', '150', '--seconds', '1', '--no-install');
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  };

  for (const [name, figures] of others)
    apart(
      `${name} lets both sides do the same work and prints one line of JSON for each figure`,
      async () => {
        const lines = await tiny(name);
        expect(lines.map((line) => line.name)).toEqual(figures);
        for (const line of lines) {
          expect(Object.keys(line)).toEqual(['name', 'ratio', 'reach', 'holds', 'detail']);
          expect(line).toMatchObject({ ratio: expect.any(Number), reach: expect.any(Number), holds: expect.any(Boolean) });
          expect(line.detail).toMatchObject({
            sameWork: true,
            rounds: [expect.any(Number), expect.any(Number)],
            range: [expect.any(Number), expect.any(Number)],
          });
        }
        expect(lines.map((line) => line.detail.wrong ?? 0)).toEqual(figures.map(() => 0));
        expect(readdirSync(scratch)).toEqual([]);
      },
      300_000,
    );

  apart(
    'those on EventStoreDB and PostgreSQL let both sides do the same work',
    async () => {
      const names = ['eventstoredb', 'projector-postgres', 'lookup-postgres'];
      const { code, out, err } = await bench(...names, '--json', '--rounds', '1', '--size', '60', '--seconds', '1');
      expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
      const lines = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map(({ name, ratio, detail }) => ({ name, isMeasured: ratio > 0, sameWork: detail.sameWork, wrong: detail.wrong ?? 0 }))).toEqual(
        names.map((name) => ({ name, isMeasured: true, sameWork: true, wrong: 0 })),
      );
      // The first, empty state of a database server is kept for the next one.
      expect(readdirSync(scratch).filter((name) => !/^kith-postgres-\d+$/.test(name))).toEqual([]);
    },
    300_000,
  );

  apart(
    'emmett lets all sides do the same work, or says that it is not installed',
    async () => {
      const lines = await tiny('emmett');
      expect(lines.map((line) => line.name)).toEqual(['emmett-known-contact', 'emmett-first-contact']);
      for (const { ratio, holds, detail } of lines) {
        if (ratio === null) expect({ holds, detail }).toEqual({ holds: false, detail: { skipped: 'emmett is not installed' } });
        else expect(detail).toMatchObject({ sameWork: true, rounds: [expect.any(Number), expect.any(Number)] });
      }
      expect(readdirSync(scratch)).toEqual([]);
    },
    300_000,
  );

  apart(
    'import brings in the same people as a bare script, and nothing the second time',
    async () => {
      const lines = await tiny('import');
      expect(lines.map((line) => line.name)).toEqual(['import', 'import-again', 'import-lookup-p99', 'import-memory']);
      for (const line of lines) expect(line).toMatchObject({ ratio: expect.any(Number), detail: { rows: 150, sameWork: true } });
      expect(lines[1].detail.events).toBe(0);
      expect(readdirSync(scratch)).toEqual([]);
    },
    300_000,
  );

  apart(
    'memory records everything it sends, and tells the growth in MiB',
    async () => {
      const [line, ...more] = await tiny('memory');
      expect(more).toEqual([]);
      expect(line).toMatchObject({ name: 'memory', ratio: expect.any(Number), reach: 150, detail: { unit: 'MiB', sameWork: true } });
      expect(readdirSync(scratch)).toEqual([]);
    },
    300_000,
  );

  apart(
    'search finds people in both stores, and tells the slowest of a hundred searches in milliseconds',
    async () => {
      const [line, ...more] = await tiny('search');
      expect(more).toEqual([]);
      const waits = { p50Ms: expect.any(Number), p99Ms: expect.any(Number), maxMs: expect.any(Number) };
      expect(line).toMatchObject({ name: 'search', ratio: expect.any(Number), reach: 30 });
      expect(line.detail).toMatchObject({ large: waits, small: waits, timesSmall: expect.any(Number), endUsers: { large: 150, small: 15 }, searches: 2000 });
      expect(line.detail.found).toBeGreaterThan(2000);
      expect(readdirSync(scratch)).toEqual([]);
    },
    300_000,
  );

  apart(
    'merge and cluster let both sides do the same work, in process and over HTTP',
    async () => {
      const { code, out, err } = await bench('merge', 'cluster', '--json', '--rounds', '1', '--size', '60');
      expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
      const lines = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map(({ name, ratio, detail }) => ({ name, isMeasured: ratio > 0, sameWork: detail.sameWork }))).toEqual(
        [
          ...['merge-pair', 'unmerge-pair', 'merge-pair-http', 'unmerge-pair-http', 'merge-crud'],
          ...['cluster-profile', 'cluster-timeline', 'cluster-profile-http', 'cluster-timeline-http'],
        ].map((name) => ({ name, isMeasured: true, sameWork: true })),
      );
      expect(readdirSync(scratch)).toEqual([]);
    },
    300_000,
  );

  apart(
    'desk, route and backfill answer the same as what they are compared with',
    async () => {
      const { code, out, err } = await bench('desk', 'route', 'backfill', '--json', '--rounds', '1', '--size', '60');
      expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
      const lines = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines.map(({ name, ratio, detail }) => ({ name, isMeasured: ratio > 0, sameWork: detail.sameWork }))).toEqual(
        [
          ...['page', 'tickets', 'report'].flatMap((what) => [`desk-${what}-growth`, `desk-${what}-sql`]),
          ...['backfill-scanned', 'backfill-joined', 'route'],
        ].map((name) => ({ name, isMeasured: true, sameWork: true })),
      );
      expect(readdirSync(scratch)).toEqual([]);
    },
    300_000,
  );

  it('names the benchmarks there are when it is asked for another one', async () => {
    const { code, out } = await bench('speed');
    expect(code).toBe(2);
    expect(out).toContain('known-contact');
  });
});
