import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Settings, SettingsChange } from '@kith/client';
import type { Command } from 'commander';
import { changeOf, differences, valueAt } from '../assignments';
import { callingAnEngine, type EngineOptions, engineOf } from '../engine';
import { exitCodes } from '../exit-codes';
import { Failure } from '../failure';
import type { Session } from '../session';
import type { Declare } from '../subcommand';

interface Which extends EngineOptions {
  readonly version?: string;
  readonly at?: string;
}

interface Setting extends EngineOptions {
  readonly dryRun?: boolean;
  readonly file?: string;
  readonly ifVersion?: string;
}

/** The settings of the tenant. */
export const declare: Declare = (command, session) => {
  command.description('The rules of the tenant, versioned: how numbers are read, channels, what is shown of merged profiles, where tickets go.');
  get(command.command('get'), session);
  set(command.command('set'), session);
  history(command.command('history'), session);
};

function get(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('prints the settings as JSON, or one of them')
    .argument('[path]', 'one of them, such as defaultRegion or survivorship.name')
    .option('--version <number>', 'as that change left them; 0 is the defaults')
    .option('--at <position>', 'as they held at that position of the log')
    .action(async (path: string | undefined, { version, at, ...options }: Which) => {
      if (version !== undefined && !/^\d{1,9}$/.test(version)) throw new Failure(exitCodes.usage, '--version must be a whole number');
      const kith = await engineOf(session, options);
      const { etag: _, ...settings } = await kith.settings.find({
        signal: session.signal,
        ...(version !== undefined && { version: Number(version) }),
        ...(at !== undefined && { at }),
      });
      const shown = path === undefined ? settings : valueAt(settings, path);
      if (shown === undefined) throw new Failure(exitCodes.failed, `there is no setting ${path}; there are ${Object.keys(settings).join(', ')}`);
      await session.terminal.print(`${JSON.stringify(shown, null, options.json ? undefined : 2)}\n`);
    });
}

function set(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('changes settings: what is named is replaced, the rest stays; the result is checked as a whole')
    .argument('[assignment...]', 'such as defaultRegion=FR quarantineDays=30 survivorship.name=verified-first; a value is JSON, or else a text')
    .option('--file <file>', 'a JSON object with the settings to change; - for stdin')
    .option('--if-version <number>', 'only when the settings are still those of this version')
    .option('-n, --dry-run', 'show the difference')
    .action(async (assignments: string[], { dryRun, file, ifVersion, ...options }: Setting) => {
      const change = { ...(file === undefined ? {} : await objectIn(file, session)), ...changeOf(assignments) };
      if (Object.keys(change).length === 0)
        throw new Failure(exitCodes.usage, 'nothing to change: name settings, such as defaultRegion=FR, or a file with --file');
      const kith = await engineOf(session, options);
      const before = await kith.settings.find({ signal: session.signal });
      if (ifVersion !== undefined && before.version !== Number(ifVersion))
        throw new Failure(exitCodes.refused, `state-changed: the settings have version ${before.version}, not ${ifVersion}`);
      if (dryRun) return show(session, before, change, options);
      // With the version that was seen: what another one changes meanwhile is not written over.
      const after = await kith.settings.change(change as SettingsChange, { signal: session.signal, ...(before.etag !== null && { ifMatch: before.etag }) });
      if (options.json) return session.terminal.printJson(after);
      return session.terminal.print(
        before.version === after.version ? 'nothing changed: they were so before\n' : `the settings have version ${after.version} now\n`,
      );
    });
}

async function show({ terminal }: Session, before: Settings, change: object, { json }: EngineOptions): Promise<void> {
  const changed = differences(before, change);
  if (json) return terminal.printJson({ version: before.version, changes: changed });
  for (const { path, from, to } of changed) await terminal.print(`${path}: ${JSON.stringify(from ?? null)} → ${JSON.stringify(to)}\n`);
  if (changed.length === 0) await terminal.print('nothing would change\n');
  return undefined;
}

async function objectIn(file: string, { terminal }: Session): Promise<object> {
  const content = file === '-' ? await text(terminal.streams.in) : await readFile(file, 'utf8');
  try {
    const parsed: unknown = JSON.parse(content);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // told below, with what it must be
  }
  throw new Failure(exitCodes.usage, `${file === '-' ? 'stdin' : file} must hold one JSON object`);
}

function history(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('every change of the settings, the latest first')
    .action(async (options: EngineOptions) => {
      const kith = await engineOf(session, options);
      for await (const version of kith.settings.history({ signal: session.signal })) {
        if (options.json) await session.terminal.printJson(version);
        else
          await session.terminal.print(
            `version ${version.version}  ${version.at}  ${version.actor.kind} ${version.actor.id}  ${JSON.stringify(version.changes)}\n`,
          );
      }
    });
}
