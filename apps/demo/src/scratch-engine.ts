import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** An engine of its own for the demo: real, on a folder that goes away with it. */
export interface ScratchEngine {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly adminKey: string;
  /** Lets the engine end in order, then removes its folder. @throws Error when it did not end with exit code 0 */
  stop(): Promise<void>;
}

const startMs = 120_000;
/** An engine that is asked to stop gives requests in flight 10 s. */
const stopMs = 30_000;
/** Of what the engine logs, as much as an error message can carry. */
const keptLog = 4_000;

/** Starts an engine on a new folder and a free port; its tenant reads national phone numbers as French ones. */
export async function startScratchEngine(program: string, signal: AbortSignal): Promise<ScratchEngine> {
  signal.throwIfAborted();
  const folder = mkdtempSync(join(tmpdir(), 'kith-demo-'));
  const adminKey = `kith_${randomBytes(8).toString('hex')}_${randomBytes(32).toString('base64url')}`;
  const env = { KITH_PORT: '0', KITH_DATA: join(folder, 'data'), KITH_ADMIN_KEY: adminKey, KITH_DEFAULT_REGION: 'FR', KITH_LOG_LEVEL: 'error' };
  // Settings of whoever runs the demo must not reach it: hence its own environment, and a working directory without a `.env`.
  // In a group of its own it does not get the terminal's Ctrl-C as well, which as a second signal would cut its stop short.
  const engine = spawn(process.execPath, [program], { cwd: folder, env, detached: true, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  engine.stderr.on('data', (chunk) => {
    log = `${log}${chunk}`.slice(-keptLog);
  });
  const stop = async () => {
    const code = await ended(engine);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    if (code !== 0) throw new Error(`the engine ended with ${code}\n${log}`);
  };
  try {
    return { url: await listening(engine, signal), adminKey, stop };
  } catch (error) {
    await stop().catch((failure: unknown) => {
      if (!signal.aborted) throw failure;
    });
    throw error;
  }
}

/** The address from the line that the engine prints when it is ready. */
async function listening(engine: ChildProcess & { stdout: NodeJS.ReadableStream }, signal: AbortSignal): Promise<string> {
  const tooLate = AbortSignal.timeout(startMs);
  const lines = createInterface({ input: engine.stdout, signal: AbortSignal.any([signal, tooLate]) });
  let url: string | undefined;
  for await (const line of lines) {
    url = /^kith listening on (\S+)$/.exec(line)?.[1];
    if (url !== undefined) break;
  }
  // Nobody reads on: a full pipe must not hold up the engine.
  engine.stdout.resume();
  if (url !== undefined) return url;
  signal.throwIfAborted();
  throw new Error(tooLate.aborted ? `the engine was not ready within ${startMs / 1000} s` : 'the engine ended before it was ready');
}

/** Asks the engine to end, and waits: its exit code, or the signal that ended it. */
async function ended(engine: ChildProcess): Promise<number | string | null> {
  if (engine.exitCode === null && engine.signalCode === null) {
    const exit = once(engine, 'exit');
    engine.kill('SIGTERM');
    const tooLate = setTimeout(() => engine.kill('SIGKILL'), stopMs);
    await exit;
    clearTimeout(tooLate);
  }
  return engine.exitCode ?? engine.signalCode;
}
