import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { chmodSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { SmallDisk } from './postgres-server-disk';
import { Guardian, processesOf, signal, until } from './postgres-server-guardian';
import { freshCluster, ownedFolder, type PostgresPrograms, type ProgramSource, postgresPrograms, type Runner, runner } from './postgres-server-programs';

export interface PostgresServerOptions {
  /** Whether what is committed survives a loss of power, and is flushed for it; a killed server loses nothing either way. False by default. */
  readonly durable?: boolean;
  /** Settings of the server (postgresql.conf). */
  readonly settings?: Readonly<Record<string, string | number>>;
  /** Keeps the data here, also after the end; otherwise they are in a folder of their own, which goes. */
  readonly folder?: string;
  /** By default the machine's programs, else the package's. */
  readonly programs?: ProgramSource;
  /** Puts the data on a disk of their own of so many megabytes (in memory; 64 is the least), which {@link PostgresServer.fillDisk} fills. */
  readonly diskMb?: number;
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  shared_buffers: '64MB',
  dynamic_shared_memory_type: 'mmap',
  jit: 'off',
  log_destination: 'stderr',
  logging_collector: 'off',
  lc_messages: 'C',
  timezone: 'UTC',
} as const;
/** A small disk has no room for the usual gigabyte. */
const shortLog = { min_wal_size: '32MB', max_wal_size: '32MB' } as const;
const careless = { fsync: 'off', full_page_writes: 'off' } as const;

/**
 * A real PostgreSQL server of its own on a free port of 127.0.0.1: a superuser `kith`, no password. It ends with this process, whatever
 * ends that. POSIX only.
 */
export class PostgresServer {
  private child: ChildProcess | undefined;
  private port = 0;
  private stopped = false;

  private constructor(
    private readonly programs: PostgresPrograms,
    private readonly as: Runner,
    private readonly folder: string,
    private readonly settings: Readonly<Record<string, string | number>>,
    private readonly guardian: Guardian,
    private readonly disk: SmallDisk | undefined,
  ) {}

  /** Resolves when the server takes connections: after about 0.2 s, 1 s the first time. */
  static async start({ durable = false, settings: more = {}, folder, programs: source, diskMb }: PostgresServerOptions = {}): Promise<PostgresServer> {
    const [programs, as] = [postgresPrograms(source), runner()];
    const home = folder ?? mkdtempSync(join(tmpdir(), 'kith-postgres-server-'));
    mkdirSync(home, { recursive: true });
    chmodSync(home, 0o755); // nobody has to get through
    const disk = diskMb === undefined ? undefined : new SmallDisk(join(home, 'data'), diskMb, as);
    const guardian = new Guardian(home, { remove: folder === undefined });
    const server = new PostgresServer(programs, as, home, { ...settings, ...(durable ? {} : careless), ...(disk && shortLog), ...more }, guardian, disk);
    try {
      server.makeData();
      await server.startOnFreePort();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** As the program says it, for example `postgres (PostgreSQL) 15.14`. */
  get version(): string {
    return this.programs.version;
  }

  /** Connection string of a database of this server. */
  url(database: string): string {
    return `postgres://kith@127.0.0.1:${this.port}/${database}`;
  }

  /** Makes a new empty database. @returns its connection string */
  async database(): Promise<string> {
    const name = `kith_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    await this.run('postgres', `CREATE DATABASE ${name}`);
    return this.url(name);
  }

  /** Whatever the server wrote since the data were made. */
  log(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  /** Ends all connections in the middle of what they do (`pg_ctl restart -m fast`), and starts again on the same port. */
  async restart(): Promise<void> {
    await this.end('SIGINT');
    await this.startAgain();
  }

  /** kill -9 of all its processes at once. */
  async kill(): Promise<void> {
    const { child } = this;
    const pid = child?.pid;
    if (!child || pid === undefined) return;
    const ended = exitOf(child);
    signal(pid, 'SIGSTOP'); // so that it makes no more children
    for (const one of processesOf(pid).toReversed()) signal(one, 'SIGKILL');
    await ended;
  }

  /** After {@link kill}, on the same port. */
  async startAgain(): Promise<void> {
    if (this.stopped) throw new Error('the server was stopped for good');
    this.launch();
    await this.ready();
  }

  /** Stops all its processes where they are: connections stay open and answer nothing, new ones are taken and answer nothing. */
  freeze(): void {
    const { pid } = this.running;
    signal(pid, 'SIGSTOP');
    for (const one of processesOf(pid).slice(1)) signal(one, 'SIGSTOP');
  }

  thaw(): void {
    for (const one of processesOf(this.running.pid).toReversed()) signal(one, 'SIGCONT');
  }

  /** Takes what room is left on the disk: whatever needs more fails, until {@link freeDisk}. For a server that was started with `diskMb`. */
  fillDisk(): void {
    if (!this.disk) throw new Error('the server has no small disk');
    this.disk.fill(processesOf(this.running.pid));
  }

  freeDisk(): void {
    this.disk?.free(this.child?.pid === undefined ? [] : processesOf(this.child.pid));
  }

  /** Ends the server and removes its folder; fine when repeated. */
  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    if (this.child?.pid !== undefined) this.thaw();
    await this.end('SIGQUIT'); // unlike SIGKILL it gives back shared memory
    await this.guardian.end();
  }

  /** Runs statements in a database over a connection of their own. */
  async run(database: string, sql: string): Promise<void> {
    const client = new Client({ connectionString: this.url(database) });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private get logFile(): string {
    return join(this.folder, 'server.log');
  }

  private get running(): { readonly pid: number } {
    if (this.child?.pid === undefined) throw new Error('the server does not run');
    return { pid: this.child.pid };
  }

  private makeData(): void {
    if (existsSync(this.data)) return;
    const template = freshCluster(this.programs, this.as);
    ownedFolder(this.data, this.as);
    this.disk?.mount();
    execFileSync('cp', ['-R', `${template}/.`, this.data], { cwd: '/', ...this.as });
    chmodSync(this.data, 0o700);
  }

  /** Below the ports that systems give to outgoing connections, so that nobody takes it during a restart. */
  private async startOnFreePort(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      this.port = randomInt(15_000, 32_000);
      if (!(await isFree(this.port))) continue;
      this.launch();
      try {
        return await this.ready();
      } catch (error) {
        if (tries === 5) throw error;
      }
    }
  }

  private launch(): void {
    const log = openSync(this.logFile, 'a');
    const values = Object.entries(this.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(this.programs.folder, 'postgres'), ['-D', this.data, '-p', String(this.port), ...values], {
      stdio: ['ignore', log, log],
      detached: true, // Ctrl-C is for whoever runs the tests
      cwd: '/',
      ...this.as,
    });
    closeSync(log);
    child.unref();
    this.child = child;
    child.on('error', () => undefined); // it has no pid then, and is never ready
    child.once('exit', () => {
      if (this.child !== child) return;
      this.child = undefined;
      this.guardian.watch(undefined);
    });
    this.guardian.watch(child.pid);
  }

  /** The eighth line of postmaster.pid is the state that pg_ctl waits for. */
  private async ready(): Promise<void> {
    const file = join(this.data, 'postmaster.pid');
    await until('PostgreSQL takes connections', () => {
      if (this.child?.pid === undefined) throw new Error(`PostgreSQL does not start:\n${this.log().split('\n').slice(-20).join('\n')}`);
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
      return Number(lines[0]) === this.child.pid && lines[7]?.trim() === 'ready';
    });
  }

  private async end(how: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child?.pid) return;
    const ended = exitOf(child);
    signal(child.pid, how);
    await ended;
  }
}

function exitOf(child: ChildProcess): Promise<void> {
  child.ref();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    if (child.exitCode !== null || child.signalCode !== null) resolve();
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
