import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isBTreePage, isSpotless, roomOn } from '../../../libs/adapters/src/sqlite-b-tree-page';
import { choicesFrom } from '../../support/seeded-choices';
import { churn, churnedTables, contentOf, verdictOn } from './churned';

interface Page {
  readonly number: number;
  readonly bytes: Buffer;
  /** Bytes without use, as SQLite counts them. */
  readonly unused: number;
}

describe.each([512, 4_096, 65_536])('pages of %i bytes', (pageBytes) => {
  let folder: string;
  let path: string;
  let pages: readonly Page[];
  let content: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-pages-'));
    path = join(folder, 'churned.sqlite');
    const db = new DatabaseSync(path);
    db.exec(`PRAGMA page_size = ${pageBytes}; PRAGMA synchronous = OFF; ${churnedTables}`);
    churn(db, { seed: pageBytes, rounds: 8 });
    content = contentOf(db);
    const counted = db.prepare("SELECT pageno, unused FROM dbstat WHERE pagetype IN ('leaf', 'internal') AND pageno > 1").all();
    db.close();
    const file = readFileSync(path);
    pages = counted.map(({ pageno, unused }) => {
      const number = Number(pageno);
      return { number, bytes: file.subarray((number - 1) * pageBytes, number * pageBytes), unused: Number(unused) };
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('have as much room as SQLite says', () => {
    expect(pages.length).toBeGreaterThan(5);
    for (const { bytes, unused } of pages) {
      let freeblocks = 0;
      for (let at = bytes.readUInt16BE(1); at !== 0; at = bytes.readUInt16BE(at)) freeblocks += 1;
      expect(roomOn(bytes)?.reduce((sum, { from, to }) => sum + to - from, 4 * freeblocks)).toBe(unused);
    }
  });

  it.each(['zeros', 'noise'])('can have %s for their room, and are read and written as before', (what) => {
    const file = readFileSync(path);
    const choose = choicesFrom(1);
    const bytes = Array.from({ length: 256 }, (_, byte) => byte);
    for (const page of pages)
      for (const { from, to } of roomOn(page.bytes) ?? []) {
        const begin = (page.number - 1) * pageBytes;
        for (let at = from; at < to; at++) file[begin + at] = what === 'noise' ? choose(bytes) : 0;
      }
    const copy = join(folder, `${what}.sqlite`);
    writeFileSync(copy, file);
    const db = new DatabaseSync(copy);
    db.exec('PRAGMA synchronous = OFF');
    expect(contentOf(db)).toBe(content);
    expect(verdictOn(db)).toBe('ok');
    churn(db, { seed: 99, rounds: 3 });
    expect(verdictOn(db)).toBe('ok');
    db.close();
    expect(pages.every(({ number }) => isSpotless(file.subarray((number - 1) * pageBytes, number * pageBytes)))).toBe(what === 'zeros');
  });

  it('have no room that anybody should touch when they are damaged', () => {
    const choose = choicesFrom(pageBytes);
    const places = Array.from({ length: 64 }, (_, at) => at);
    const bytes = Array.from({ length: 256 }, (_, byte) => byte);
    let [refused, beyond] = [0, 0];
    for (let round = 0; round < 1_000; round++) {
      const page = Buffer.from(choose(pages).bytes);
      page[choose(places)] = choose(bytes);
      const room = isBTreePage(page) ? roomOn(page) : undefined;
      if (!room) refused += 1;
      for (const { from, to } of room ?? []) if (from < 8 || from > to || to > pageBytes) beyond += 1;
    }
    expect(refused).toBeGreaterThan(250);
    expect(beyond).toBe(0);
  });
});
