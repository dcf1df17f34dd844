import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..').replace(/[\\/]dist$/, '');
const entry = join(root, 'dist', 'apps', 'engine', 'src', 'main.js');
/** How long a start may take on a busy machine, in milliseconds. */
const startWithinMs = 60_000;

/** The admin key of tenant `default` in every engine that tests start. */
export const adminKey = `kith_testadmin_${'a'.repeat(43)}`;
/** May make tenants. */
export const operatorKey = `kith_testoperator_${'o'.repeat(43)}`;

/** An HTTP answer, its body parsed when it is JSON. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Call {
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

/** A real engine in a process of its own, over a data folder that outlives it. */
export class EngineProcess {
  private printed = '';

  private constructor(
    readonly folder: string,
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(folder: string, env: Record<string, string> = {}): Promise<EngineProcess> {
    const child = spawn(process.execPath, [entry, '--port', '0', '--data', folder], {
      cwd: folder,
      env: { PATH: process.env['PATH'], KITH_ADMIN_KEY: adminKey, KITH_OPERATOR_KEY: operatorKey, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const url = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the engine did not start: ${printed}`)), startWithinMs);
      const onData = (chunk: Buffer) => {
        printed += chunk.toString();
        const [, found] = /^kith listening on (http:\S+)$/m.exec(printed) ?? [];
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(found);
      };
      child.stdout.on('data', onData);
      child.stderr.on('data', onData);
      child.on('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`the engine ended with ${code}: ${printed}`));
      });
    });
    const engine = new EngineProcess(folder, child, url);
    running.add(engine);
    engine.printed = printed;
    const onData = (chunk: Buffer) => {
      engine.printed += chunk.toString();
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    return engine;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** All it wrote to standard output and error. */
  get output(): string {
    return this.printed;
  }

  async call<Body = Record<string, unknown>>(method: string, path: string, { body, key = adminKey, headers = {} }: Call = {}): Promise<Answer<Body>> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...(key !== '' && { authorization: `Bearer ${key}` }), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, body: (json && text !== '' ? JSON.parse(text) : text) as Body };
  }

  get = <Body = Record<string, unknown>>(path: string, more: Call = {}): Promise<Answer<Body>> => this.call<Body>('GET', path, more);
  post = <Body = Record<string, unknown>>(path: string, body: unknown, more: Call = {}): Promise<Answer<Body>> => this.call<Body>('POST', path, { body, ...more });

  /** Ends it as a power cut would. */
  kill(): Promise<number | null> {
    return this.end('SIGKILL');
  }

  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  private end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve(this.child.exitCode);
    return new Promise((resolve) => {
      this.child.once('exit', (code) => resolve(code));
      this.child.kill(signal);
    });
  }
}

const running = new Set<EngineProcess>();
const folders: string[] = [];
/** A folder that is gone after the test file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kith-e2e-'));
  folders.push(folder);
  return folder;
}
// What a failed test left running would keep the test runner, and the next test from the processor.
if (typeof afterAll === 'function')
  afterAll(async () => {
    for (const engine of running) await engine.kill();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
