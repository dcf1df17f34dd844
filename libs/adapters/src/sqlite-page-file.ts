import { closeSync, fdatasyncSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { isBTreePage, isSpotless, isZero, roomOn, type Stretch } from './sqlite-b-tree-page';

/** Which pages are free: of those that list others, how far their list reaches. */
export interface Freelist {
  /** Bytes at the beginning of the page that are its list. */
  readonly trunks: ReadonlyMap<number, number>;
  readonly leaves: ReadonlySet<number>;
}

/** Pages are read so many bytes at a time. */
const chunkBytes = 1 << 20;
/** SQLite keeps its locks on a page of its own and never writes it. https://www.sqlite.org/fileformat.html#the_lock_byte_page */
const lockByte = 2 ** 30;
/** Files of more pages have pages of other kinds that begin as b-tree pages do. */
const mostPages = 2 ** 25;
const zeros = Buffer.alloc(65_536);

/**
 * The bytes of an SQLite file, past SQLite. To close it drops every lock that this process has on the file (POSIX, fcntl): it may only be
 * opened where no connection to the file outlives it, in practice in a process of its own.
 */
export class PageFile {
  readonly pageBytes: number;
  private readonly fd: number;
  private readonly chunk: Buffer;

  /** @throws Error when the file is not laid out as this program lays them out; ENOENT */
  constructor(readonly path: string) {
    this.fd = openSync(path, 'r+');
    try {
      this.pageBytes = checkedPageBytes(this.read(0, 100), path);
    } catch (error) {
      this.close();
      throw error;
    }
    this.chunk = Buffer.allocUnsafe(Math.max(chunkBytes, this.pageBytes));
  }

  /** @throws Error when there are more than this program can tell apart */
  pages(): number {
    const pages = Math.floor(fstatSync(this.fd).size / this.pageBytes);
    if (pages >= mostPages) throw new Error(`${this.path} has more than ${mostPages} pages`);
    return pages;
  }

  page(number: number): Buffer {
    return this.read((number - 1) * this.pageBytes, this.pageBytes);
  }

  /** All whole pages there are, but the first and that of the locks, in stretches of the file. Their bytes are only there until the next stretch. */
  *inChunks(): Generator<readonly { readonly number: number; readonly page: Buffer }[]> {
    const atOnce = Math.floor(this.chunk.length / this.pageBytes);
    for (let first = 1; ; first += atOnce) {
      const read = Math.floor(readSync(this.fd, this.chunk, 0, atOnce * this.pageBytes, (first - 1) * this.pageBytes) / this.pageBytes);
      if (read === 0) return;
      yield Array.from({ length: read }, (_, index) => ({
        number: first + index,
        page: this.chunk.subarray(index * this.pageBytes, (index + 1) * this.pageBytes),
      })).filter(({ number }) => number !== 1 && (number - 1) * this.pageBytes !== lockByte);
    }
  }

  /** As the file says at this moment: only to be gone by while nobody can write. @throws Error when its chain is broken */
  freelist(): Freelist {
    const header = this.read(0, 100);
    const [trunks, leaves] = [new Map<number, number>(), new Set<number>()];
    const [pages, free] = [this.pages(), header.readUInt32BE(36)];
    for (let number = header.readUInt32BE(32); number !== 0; ) {
      if (number > pages || trunks.has(number)) throw new Error(`${this.path}: its chain of free pages is broken at page ${number}`);
      const trunk = this.page(number);
      const count = trunk.readUInt32BE(4);
      if (count > this.pageBytes / 4 - 2) throw new Error(`${this.path}: page ${number} lists more free pages than it has room for`);
      trunks.set(number, 8 + 4 * count);
      for (let leaf = 0; leaf < count; leaf++) leaves.add(trunk.readUInt32BE(8 + 4 * leaf));
      number = trunk.readUInt32BE(0);
    }
    if (trunks.size + leaves.size !== free) throw new Error(`${this.path}: ${trunks.size + leaves.size} free pages were found, and ${free} are said to be`);
    return { trunks, leaves };
  }

  /** Whether the page holds what nobody reads, or is not a page at all: one that is read while others write may be half of what it was before. */
  isSuspect(number: number, page: Buffer, { trunks, leaves }: Freelist): boolean {
    const list = trunks.get(number);
    if (list !== undefined) return !isZero(page, { from: list, to: page.length });
    if (leaves.has(number)) return !isZero(page, { from: 0, to: page.length });
    return isBTreePage(page) && !isSpotless(page);
  }

  /**
   * Makes zero what nobody reads on a page, which nobody may write meanwhile.
   * @returns whether there was anything. @throws Error, having written nothing, when it is not laid out as the file format says
   */
  clear(number: number, page: Buffer, free: Freelist): boolean {
    const dirty = this.roomOf(number, page, free).filter((stretch) => !isZero(page, stretch));
    for (const { from, to } of dirty) {
      const written = writeSync(this.fd, zeros, 0, to - from, (number - 1) * this.pageBytes + from);
      if (written !== to - from) throw new Error(`${this.path}: ${written} of ${to - from} bytes were overwritten`);
    }
    return dirty.length > 0;
  }

  /** Makes what was written durable. */
  sync(): void {
    fdatasyncSync(this.fd);
  }

  close(): void {
    closeSync(this.fd);
  }

  private roomOf(number: number, page: Buffer, { trunks, leaves }: Freelist): readonly Stretch[] {
    const list = trunks.get(number);
    if (list !== undefined) return [{ from: list, to: page.length }];
    if (leaves.has(number)) return [{ from: 0, to: page.length }];
    if (!isBTreePage(page)) return [];
    const room = roomOn(page);
    if (!room) throw new Error(`page ${number} of ${this.path} is not laid out as pages are: the file is damaged, rebuild it or restore it from a backup`);
    return room;
  }

  private read(at: number, bytes: number): Buffer {
    const buffer = Buffer.allocUnsafe(bytes);
    const read = readSync(this.fd, buffer, 0, bytes, at);
    if (read !== bytes) throw new Error(`${this.path} ends within the page at byte ${at}`);
    return buffer;
  }
}

/** https://www.sqlite.org/fileformat.html#the_database_header */
function checkedPageBytes(header: Buffer, path: string): number {
  const asExpected =
    header.toString('latin1', 0, 16) === 'SQLite format 3\0' &&
    header[20] === 0 && // bytes that an extension keeps at the end of each page
    header.readUInt32BE(52) === 0; // auto_vacuum, which has pages of pointers
  if (!asExpected) throw new Error(`${path} is not laid out as this program lays out its files`);
  const bytes = header.readUInt16BE(16);
  return bytes === 1 ? 65_536 : bytes;
}
