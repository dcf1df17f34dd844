import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Kith } from '@kith/client';
import { loadCaller } from '@kith/config';
import { type Command, Option } from 'commander';
import { exitCodes } from './exit-codes';
import { Failure } from './failure';
import type { Session } from './session';
import { version } from './version';

/** The options of every command that calls an engine. */
export interface EngineOptions {
  readonly url?: string;
  readonly key?: string;
  readonly keyFile?: string;
  readonly onBehalfOf?: string;
  readonly waitFor?: string;
  readonly json?: boolean;
}

/** How long the engine may take to say that it is there, in milliseconds. */
const answerMs = 10_000;

const options: readonly (readonly [flags: string, description: string])[] = [
  ['--url <address>', 'where the engine is, such as http://127.0.0.1:7450'],
  ['--key <key>', 'the API key; everybody on this machine can read it here, so prefer KITH_KEY or --key-file'],
  ['--key-file <file>', 'a file whose first line is the API key; - for stdin'],
  ['--on-behalf-of <id>', 'whom you act for, by an opaque id of theirs, for the history'],
  ['--wait-for <position>', 'read no sooner than the engine knows of everything up to there; writes tell it with --json'],
];

/** Adds the options that say where the engine is, who calls, and how results are printed. */
export function callingAnEngine(command: Command): Command {
  for (const [flags, description] of options) command.addOption(new Option(flags, description).helpGroup('Calling the engine:'));
  return command.option('--json', 'print JSON, one value a line');
}

/**
 * The engine that the options and settings name, once it is known that something answers there.
 * @throws Failure when nobody does, or no key was given
 */
export async function engineOf(session: Session, { url: givenUrl, key: givenKey, keyFile, onBehalfOf, waitFor }: EngineOptions): Promise<Kith> {
  const { url, key } = loadCaller({
    ...(session.environment && { env: session.environment }),
    url: givenUrl,
    key: givenKey ?? (keyFile === undefined ? undefined : await firstLineOf(keyFile, session)),
  });
  session.url = url;
  if (key === undefined) throw new Failure(exitCodes.usage, 'an API key is missing: set KITH_KEY, or name a file that holds one with --key-file');
  await assertAnswering(url, session);
  const kith = new Kith({ url, key, attempts: 4 }).after(waitFor ?? null);
  return onBehalfOf === undefined ? kith : kith.onBehalfOf(onBehalfOf);
}

async function firstLineOf(file: string, { terminal }: Session): Promise<string> {
  const content = file === '-' ? await text(terminal.streams.in) : await readFile(file, 'utf8');
  const [line = ''] = content.split(/\r?\n/, 1);
  if (line === '') throw new Failure(exitCodes.usage, `there is no key in the first line of ${file === '-' ? 'stdin' : file}`);
  return line.trim();
}

/** Asked once and at the beginning: the client itself would try again for a while, which helps where an engine is being started anew. */
async function assertAnswering(url: string, { signal, terminal }: Session): Promise<void> {
  try {
    const answer = await fetch(`${url}/health/live`, { signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]) });
    // What stands before an engine may keep this path to itself, and answer what it likes.
    const theirs = ((await answer.json().catch(() => ({}))) as { readonly version?: unknown }).version;
    if (typeof theirs === 'string' && theirs !== version())
      terminal.say(`the engine at ${url} has version ${theirs}, this command line ${version()}: use the same on both sides`);
  } catch (error) {
    signal.throwIfAborted();
    throw new Failure(exitCodes.unreachable, whyNot(error, url));
  }
}

function whyNot(error: unknown, url: string): string {
  const { code } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  switch (code) {
    case 'ECONNREFUSED':
      return `nothing listens at ${url}: is the engine started? kith start does that; --url or KITH_URL says where else it is`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name in ${url} leads nowhere: look at --url or KITH_URL`;
    default:
      return `no engine answers at ${url} (${code ?? (error as Error).name}): look at --url or KITH_URL`;
  }
}
