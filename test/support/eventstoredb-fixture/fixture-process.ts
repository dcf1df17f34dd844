import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Fault } from './faults';
import type { AppendCounts } from './node';

/** The compiled program: the source does not run by itself. */
export const fixtureProgram = join(
  __dirname.replace(/([\\/]dist)?[\\/]test[\\/]support[\\/]eventstoredb-fixture$/, ''),
  'dist',
  'test',
  'support',
  'eventstoredb-fixture',
  'main.js',
);

/** An event as the control tells of it. */
export interface LoggedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly id: string;
  readonly type: string;
}

/** A fixture in a process of its own, for several engines to share. It ends with this process. */
export class FixtureProcess {
  readonly #process: ChildProcess;
  readonly #control: string;

  private constructor(
    child: ChildProcess,
    readonly url: string,
    control: string,
  ) {
    this.#process = child;
    this.#control = control;
  }

  /** Resolves when it listens. Options are those of the program: --port or --nodes, --no-system-events, --unary-only. */
  static async start(options: readonly string[] = []): Promise<FixtureProcess> {
    const child = spawn(process.execPath, [fixtureProgram, ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      said.push(line.slice(line.lastIndexOf(' ') + 1));
      if (said.length === 2) break;
    }
    const [url, control] = said;
    if (url === undefined || control === undefined) throw new Error('the fixture ended before it listened');
    child.stdout.resume();
    return new FixtureProcess(child, url, control);
  }

  /** Begins a fault, of a cluster at the node named or at all, else at its leader; answers how to lift it. */
  async fault(fault: Fault, node?: number | 'all'): Promise<() => Promise<void>> {
    const { id } = await this.#ask<{ id: string }>('POST', `/faults${node === undefined ? '' : `?node=${node}`}`, fault);
    return async () => {
      await this.#ask('DELETE', `/faults/${id}`);
    };
  }

  /** Lifts every fault. */
  async lift(): Promise<void> {
    await this.#ask('DELETE', '/faults');
  }

  async restart(downMs = 0): Promise<void> {
    await this.#ask('POST', '/restart', { downMs });
  }

  /** Elects another leader of a cluster and answers its number. */
  async moveLeader(): Promise<number> {
    return (await this.#ask<{ leader: number }>('POST', '/leader')).leader;
  }

  /** Number of a cluster's leader. */
  async leader(): Promise<number> {
    return (await this.#ask<{ leader: number }>('GET', '/leader')).leader;
  }

  /** Kills a node of a cluster; resolves when there is a leader again, if there can be one. */
  async killNode(number: number): Promise<void> {
    await this.#ask('POST', `/nodes/${number}/kill`);
  }

  async reviveNode(number: number): Promise<void> {
    await this.#ask('POST', `/nodes/${number}/revive`);
  }

  /** How many events its clients have stored. */
  async count(): Promise<number> {
    return (await this.#ask<{ count: number }>('GET', '/log.count')).count;
  }

  async appends(): Promise<AppendCounts> {
    return this.#ask('GET', '/appends');
  }

  /** All events that its clients have stored, in commit order. */
  async log(): Promise<readonly LoggedEvent[]> {
    const all: LoggedEvent[] = [];
    for (let from = 0; ; ) {
      const { events, next, atEnd } = await this.#ask<{ events: LoggedEvent[]; next: number; atEnd: boolean }>('GET', `/log?from=${from}`);
      all.push(...events);
      if (atEnd) return all;
      from = next;
    }
  }

  /** Stops the process where it is: it does not even answer keepalive pings. */
  freeze(): void {
    this.#process.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGCONT');
    this.#process.kill('SIGTERM');
    await ended;
  }

  async #ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(this.#control + path, { method, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }
}
