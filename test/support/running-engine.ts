import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { placesFor, scaled } from './at-scale-places';
import { builtFile } from './built-file';
import { DescribedAnswers, type OpenApi } from './described-answers';

/** The compiled engine: what customers run. */
const program = builtFile('apps', 'engine', 'src', 'main.js');

/** How long an engine may take to say that it listens, in milliseconds; machines that run tests are busy. */
const startMs = 60_000;

/** What a request is answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

/** A body that is sent as it is, and as what. */
export class SentFile {
  constructor(
    readonly type: string,
    readonly text: string,
  ) {}
}

export interface Call {
  readonly body?: unknown;
  /** As it is, instead of JSON of `body`. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The admin key of tenant `default` when absent; null sends none. */
  readonly key?: string | null;
  /** False for an answer that no route gives: its form is not held against the OpenAPI document. */
  readonly described?: boolean;
}

export interface EngineOptions {
  /** A data folder to start on; a new one in the folder for temporary files when absent. */
  readonly folder?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** What all engines of this build say of their answers; read from the first one that can tell. */
let described: DescribedAnswers | undefined;

/** An engine in a process of its own, over real HTTP. Every answer is held against its OpenAPI document. */
export class RunningEngine {
  /** Everything it wrote, line by line. */
  readonly lines: string[] = [];
  readonly errors: string[] = [];
  url = '';
  key = '';
  private readonly undescribed: string[] = [];

  private constructor(
    readonly process: ChildProcess,
    readonly folder: string,
  ) {}

  /** Starts an engine and waits until it listens. @throws Error with what it wrote when it ends before */
  static async start({ folder = scratchFolder(), settings = {} }: EngineOptions = {}): Promise<RunningEngine> {
    const engine = new RunningEngine(launch(folder, await placed(folder, settings)), folder);
    await engine.listening();
    engine.key = settings.KITH_ADMIN_KEY ?? engine.key;
    described ??= new DescribedAnswers((await (await fetch(`${engine.url}/openapi.json`)).json()) as OpenApi);
    return engine;
  }

  /** Lets a program fail to start. */
  static async failing({ folder = scratchFolder(), settings = {} }: EngineOptions = {}): Promise<{ code: number | null; errors: string }> {
    const engine = new RunningEngine(launch(folder, await placed(folder, settings)), folder);
    engine.listen();
    const [code] = (await once(engine.process, 'close')) as [number | null];
    return { code, errors: engine.errors.join('\n') };
  }

  async call(method: string, path: string, { body, raw, headers = {}, key = this.key, described: check = true }: Call = {}): Promise<Answer> {
    const content = raw ?? (body instanceof SentFile ? body.text : body === undefined ? undefined : JSON.stringify(body));
    const type = body instanceof SentFile ? body.type : 'application/json';
    const response = await fetch(this.url + path, {
      method,
      ...(content !== undefined && { body: content }),
      headers: { ...(content !== undefined && { 'content-type': type }), ...(key !== null && { authorization: `Bearer ${key}` }), ...headers },
    });
    const text = await response.text();
    if (check) this.assertDescribed(method, path, response, text);
    return { status: response.status, headers: response.headers, text, body: json(text) };
  }

  get(path: string, call?: Call): Promise<Answer> {
    return this.call('GET', path, call);
  }
  post(path: string, body: unknown, call?: Call): Promise<Answer> {
    return this.call('POST', path, { body, ...call });
  }

  patch(path: string, body: unknown, call?: Call): Promise<Answer> {
    return this.call('PATCH', path, { body, ...call });
  }
  delete(path: string, call?: Call): Promise<Answer> {
    return this.call('DELETE', path, call);
  }

  /** Makes a key of the role for a client of the same name. */
  async keyFor(role: string, key?: string): Promise<string> {
    const { body } = await this.post('/v1/keys', { role, clientName: role }, key === undefined ? {} : { key });
    return body.key;
  }

  /** Position of the last event in the log. */
  async head(): Promise<string> {
    return (await this.get('/health/ready', { key: null })).body.eventStore.head;
  }

  /** How many events the log has after a position. Positions count events in some stores only. */
  async eventsAfter(position: string): Promise<number> {
    const { text } = await this.get(`/v1/events?after=${position}`);
    return text.split('\n').filter((line) => line.includes('"position"')).length;
  }

  /** Waits until it says that it is ready. */
  async ready(): Promise<void> {
    for (let left = 200; (await this.get('/health/ready', { key: null })).status !== 200; left--) {
      if (left === 0) throw new Error('the engine does not get ready');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends it. @returns its exit code; null when the signal ended it outright */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return this.process.exitCode;
    const closed = once(this.process, 'close') as Promise<[number | null]>;
    this.process.kill(signal);
    return (await closed)[0];
  }

  /** Ends it and removes its data. @throws Error with the answers that were not as described, should nobody have looked at the first throw */
  async discard(): Promise<void> {
    await this.stop('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
    if (this.undescribed.length > 0) throw new Error(this.undescribed.join('\n'));
  }

  /** @throws Error when the OpenAPI document does not describe the answer */
  assertDescribed(method: string, path: string, { status, headers }: Pick<Response, 'status' | 'headers'>, text: string): void {
    const mismatch = described?.mismatch({ method, path, status, contentType: headers.get('content-type'), text });
    if (mismatch === undefined) return;
    this.undescribed.push(mismatch);
    throw new Error(mismatch);
  }

  private listen(): void {
    createInterface({ input: this.process.stdout as NodeJS.ReadableStream }).on('line', (line) => this.lines.push(line));
    createInterface({ input: this.process.stderr as NodeJS.ReadableStream }).on('line', (line) => this.errors.push(line));
  }

  private async listening(): Promise<void> {
    this.listen();
    const ended = once(this.process, 'close').then(() => {
      throw new Error(`the engine ended: ${this.errors.join('\n')}`);
    });
    const said = (async () => {
      for (let left = startMs / 20; left > 0; left--) {
        const line = this.lines.find((one) => one.startsWith('kith listening on '));
        if (line) return line.slice('kith listening on '.length);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`the engine does not listen: ${[...this.lines, ...this.errors].join('\n')}`);
    })();
    ended.catch(() => undefined);
    this.url = await Promise.race([said, ended]);
    this.key = this.lines.find((line) => line.startsWith('admin key'))?.split(': ')[1] ?? '';
  }
}

/** Settings of an engine whose admin key is known, also when it starts again on the same folder. */
export const presetKey = { KITH_ADMIN_KEY: `kith_testadmin_${'a'.repeat(43)}` };

/** A new folder that is the caller's to remove. */
export const scratchFolder = (): string => mkdtempSync(join(tmpdir(), 'kith-e2e-'));

/** On servers where the tests run so, unless the test says where. */
async function placed(folder: string, settings: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  return scaled && settings['KITH_EVENT_STORE'] === undefined ? { ...(await placesFor(folder)), ...settings } : settings;
}

/** Settings of whoever runs the tests must not reach the engine that is tested. */
function launch(folder: string, settings: Readonly<Record<string, string>>): ChildProcess {
  const env = { PATH: '/usr/bin:/bin', KITH_PORT: '0', KITH_DATA: folder, KITH_LOG_LEVEL: 'debug', KITH_RATE_LIMIT: '0', ...settings };
  return spawn(process.execPath, [program], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
