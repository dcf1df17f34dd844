import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { run } from '../../apps/cli/src/run';
import { builtFile } from './built-file';

/** The compiled command line: what customers run. */
const program = builtFile('apps', 'cli', 'src', 'main.js');

/** How a command is run. */
export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Written to stdin, which then ends. */
  readonly input?: string;
}

/** What a command ended with. */
export interface CommandEnd {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Settings of whoever runs the tests must not reach the command that is tested. */
const bare = { PATH: process.env.PATH ?? '/usr/bin:/bin', HOME: process.env.HOME ?? '/' };

/** Runs `kith` with pipes on all sides, as a script would. */
export async function inPipe(words: readonly string[], { env = {}, cwd, input = '' }: CommandOptions = {}): Promise<CommandEnd> {
  const child = spawn(process.execPath, [program, ...words], { env: { ...bare, ...env }, ...(cwd !== undefined && { cwd }) });
  const said = { out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.errors += chunk.toString();
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

/** Runs `kith` in this process, with pipes on all sides: the same words and answers, in a tenth of the time. */
export async function inThisProcess(words: readonly string[], { env = {}, input = '' }: CommandOptions = {}): Promise<CommandEnd> {
  const streams = { in: new PassThrough(), out: new PassThrough(), err: new PassThrough() };
  streams.in.end(input);
  const said = [streams.out, streams.err].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString();
  });
  const code = await run(words, streams, undefined, env);
  await new Promise((resolve) => setImmediate(resolve));
  return { code, out: said[0]?.() ?? '', errors: said[1]?.() ?? '' };
}

/** A `kith` in a terminal of its own (util-linux, `script`), where somebody types and sees all that is written. */
export class TerminalRun {
  /** Everything that was shown, with what moves the cursor and colours it. */
  shown = '';
  private readonly child;
  private readonly closed: Promise<unknown[]>;

  constructor(words: readonly string[], { env = {}, cwd }: CommandOptions = {}) {
    const command = [process.execPath, program, ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
    // exec: a signal of the terminal meets the command itself, and its exit code is that of the terminal.
    this.child = spawn('script', ['-qfec', `exec ${command}`, '/dev/null'], {
      env: { ...bare, TERM: 'xterm-256color', ...env },
      ...(cwd !== undefined && { cwd }),
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.shown += chunk.toString();
      });
    this.child.stdin.on('error', () => undefined);
    this.closed = once(this.child, 'close');
  }

  type(text: string): void {
    this.child.stdin.write(text);
  }

  /** Waits until it is shown. @throws Error with all that was shown instead */
  async until(text: string | RegExp, ms = 20_000): Promise<void> {
    for (const end = Date.now() + ms; !this.shows(text); await new Promise((resolve) => setTimeout(resolve, 20)))
      if (Date.now() > end || this.child.exitCode !== null) {
        if (this.shows(text)) return;
        throw new Error(`${text} is not shown, but: ${JSON.stringify(this.shown)}`);
      }
  }

  /** @returns the exit code */
  async ended(): Promise<number> {
    const [code] = await this.closed;
    return code as number;
  }

  private shows(text: string | RegExp): boolean {
    return typeof text === 'string' ? this.shown.includes(text) : text.test(this.shown);
  }
}

/** The same without colours. */
export const plain = (text: string): string => text.replaceAll(/\u001b\[[0-9;?]*[A-Za-z]/g, '');

/** Each line of a result as the JSON that it is. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
export const jsonLines = (text: string): any[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
