import type { ImportProgress } from '@kith/client';
import { type Command, Option } from 'commander';
import { columns } from '../columns';
import { callingAnEngine, type EngineOptions, engineOf } from '../engine';
import { exitCodeOf, followImport, importText, writeErrors } from '../followed-import';
import type { Session } from '../session';
import type { Declare } from '../subcommand';

interface Taking extends EngineOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly follow: boolean;
}

/** What becomes of imports. */
export const declare: Declare = (command, session) => {
  command.description('What becomes of imports: see them, follow them, read which rows were refused, stop them, take them back.');
  list(command.command('list'), session);
  show(command.command('show'), session);
  follow(command.command('follow'), session);
  errors(command.command('errors'), session);
  kept(command.command('kept'), session);
  cancel(command.command('cancel'), session);
  revert(command.command('revert'), session);
};

const importArgument = 'id of the import';

function list(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('lists imports, the latest first')
    .addOption(new Option('--limit <count>', 'so many of them').default(20).argParser(Number))
    .action(async ({ limit, ...options }: EngineOptions & { readonly limit: number }) => {
      const kith = await engineOf(session, options);
      const found: ImportProgress[] = [];
      for await (const one of kith.imports.list({ signal: session.signal, limit: Math.min(limit, 200) })) {
        if (found.push(one) >= limit) break;
      }
      if (options.json) for (const one of found) await session.terminal.printJson(one);
      else {
        const rows = found.map(({ id, startedAt, status, dryRun, rows, refused }) => [
          id,
          startedAt,
          dryRun ? `${status} (dry run)` : status,
          String(rows),
          String(refused),
        ]);
        await session.terminal.print(columns([['import', 'started', 'status', 'rows', 'refused'], ...rows]));
      }
    });
}

function show(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('tells how far an import is')
    .argument('<import>', importArgument)
    .action(async (id: string, options: EngineOptions) => {
      const job = await (await engineOf(session, options)).imports.find(id, { signal: session.signal });
      await (options.json ? session.terminal.printJson(job) : session.terminal.print(importText(job)));
    });
}

function follow(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('waits until an import goes no further')
    .argument('<import>', importArgument)
    .action(async (id: string, options: EngineOptions) => {
      const ended = await followImport(session, await engineOf(session, options), id);
      session.exitCode = exitCodeOf(ended);
      await (options.json ? session.terminal.printJson(ended) : session.terminal.print(importText(ended)));
    });
}

function errors(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('prints which rows were refused, and why, as CSV')
    .argument('<import>', importArgument)
    .option('--to <file>', 'write it there instead')
    .action(async (id: string, { to = '-', ...options }: EngineOptions & { readonly to?: string }) =>
      writeErrors(session, await engineOf(session, options), id, to),
    );
}

function kept(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('prints what the taking back of an import has kept, and why')
    .argument('<import>', importArgument)
    .action(async (id: string, options: EngineOptions) => {
      for await (const one of (await engineOf(session, options)).imports.kept(id, { signal: session.signal }))
        await (options.json ? session.terminal.printJson(one) : session.terminal.print(`${one.kind} ${one.id} ${one.field}: ${one.sentence}\n`));
    });
}

function cancel(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('stops an import; what it has done stays')
    .argument('<import>', importArgument)
    .action(async (id: string, options: EngineOptions) => {
      const kith = await engineOf(session, options);
      const { position } = await kith.imports.cancel(id, { signal: session.signal });
      const job = await kith.after(position).imports.find(id, { signal: session.signal });
      await (options.json ? session.terminal.printJson(job) : session.terminal.print(importText(job)));
    });
}

function revert(command: Command, session: Session): void {
  callingAnEngine(command)
    .description('takes back everything that an import did, but for what somebody has built on since')
    .argument('<import>', importArgument)
    .option('-y, --yes', 'do not ask')
    .option('-n, --dry-run', 'show what the import did')
    .option('--no-follow', 'end as soon as it has begun')
    .action(async (id: string, { yes, dryRun, follow: waits, ...options }: Taking) => {
      const kith = await engineOf(session, options);
      const job = await kith.imports.find(id, { signal: session.signal });
      if (dryRun) return options.json ? session.terminal.printJson(job) : session.terminal.print(importText(job));
      await session.assertSure(`Take back import ${id}, with ${job.created} end users that it created and ${job.changed} that it changed?`, yes);
      await kith.imports.revert(id, { signal: session.signal });
      if (!waits) return undefined;
      const ended = await followImport(session, kith, id);
      if (ended.kept > 0) session.terminal.say(`what was kept, and why: kith imports kept ${id}`);
      return options.json ? session.terminal.printJson(ended) : session.terminal.print(importText(ended));
    });
}
