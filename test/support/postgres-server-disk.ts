import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Runner } from './postgres-server-programs';

/** A segment of the write-ahead log, and half a page. */
const limit = 16 * 1024 * 1024 + 4096;

/**
 * A small disk for a server's data: a file system in memory, where this process has the right to mount one. Where it has not, no file of the
 * server grows beyond 16 MB while the disk is "full": a table that is still smaller fails with 53100 in PostgreSQL 15, where a page that is
 * written in part counts as a full disk, and with XX000 in later ones. Linux only.
 */
export class SmallDisk {
  private mounted = false;

  constructor(
    private readonly folder: string,
    private readonly megabytes: number,
    private readonly as: Runner,
  ) {}

  mount(): void {
    const owner = this.as ? `,uid=${this.as.uid},gid=${this.as.gid}` : '';
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${this.megabytes}m,mode=0700${owner}`, 'kith-test', this.folder], { stdio: 'ignore' });
      this.mounted = true;
    } catch {
      this.mounted = false;
    }
  }

  fill(server: readonly number[]): void {
    if (this.mounted) this.write();
    else this.limitFiles(server, `${limit}:`);
  }

  free(server: readonly number[]): void {
    if (this.mounted) rmSync(this.filler, { force: true });
    else this.limitFiles(server, 'unlimited:');
  }

  private get filler(): string {
    return join(this.folder, 'filler');
  }

  private write(): void {
    const file = openSync(this.filler, 'a');
    try {
      for (const bytes of [1024 * 1024, 4096]) {
        try {
          for (;;) writeSync(file, Buffer.alloc(bytes));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
    } finally {
      closeSync(file);
    }
  }

  /** Of the postmaster first: what it starts from then on inherits the limit. */
  private limitFiles(server: readonly number[], size: string): void {
    for (const pid of server) {
      try {
        execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}`], { cwd: '/', stdio: 'ignore', ...this.as });
      } catch (error) {
        if (existsSync(`/proc/${pid}`)) throw error; // else it has ended meanwhile
      }
    }
  }
}
