import type { Kith } from '@kith/client';
import { callingAnEngine, type EngineOptions, engineOf } from '../engine';
import { exitCodes } from '../exit-codes';
import type { Session } from '../session';
import type { Declare } from '../subcommand';

interface Options extends EngineOptions {
  readonly reason?: string;
  readonly dryRun?: boolean;
}

/** Makes two end users one. */
export const declare: Declare = (command, session) => {
  callingAnEngine(command)
    .description('Merges two end users: whatever id is asked for, the survivor answers from then on. It is a link, and kith unmerge undoes it.')
    .argument('<survivor>', 'id of the one who goes on')
    .argument('<merged>', 'id of the one who becomes part of it')
    .option('--reason <text>', 'why, for the history')
    .option('-n, --dry-run', 'show what would come of it, and why it would be refused; exit code 4 if it would be')
    .action(async (survivorId: string, mergedId: string, { dryRun, reason, ...options }: Options) => {
      const kith = await engineOf(session, options);
      if (dryRun) return preview(session, kith, { survivorId, mergedId }, options);
      const merge = await kith.merges.create({ survivorId, mergedId, ...(reason !== undefined && { reason }) }, { signal: session.signal });
      if (options.json) return session.terminal.printJson(merge);
      return session.terminal.print(`${merge.mergedId} is part of ${merge.survivorId} now; to undo it: kith unmerge ${merge.id}\n`);
    });
};

async function preview(session: Session, kith: Kith, pair: { survivorId: string; mergedId: string }, { json }: EngineOptions): Promise<void> {
  const shown = await kith.merges.preview(pair, { signal: session.signal });
  if (!shown.possible) session.exitCode = exitCodes.refused;
  if (json) return session.terminal.printJson(shown);
  const { after, conflicts, refusals } = shown;
  for (const { code, detail } of refusals) await session.terminal.print(`it would be refused, ${code}: ${detail}\n`);
  if (!shown.possible) return undefined;
  await session.terminal.print(
    `it is possible: ${after.name ?? '(no name)'} with ${after.contactPoints.length} contact points, ${conflicts.length} conflicts\n`,
  );
  for (const { field } of conflicts) await session.terminal.print(`  both say something of ${field}\n`);
  return undefined;
}
