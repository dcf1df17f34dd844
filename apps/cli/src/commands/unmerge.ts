import type { Kith } from '@kith/client';
import { callingAnEngine, type EngineOptions, engineOf } from '../engine';
import { exitCodes } from '../exit-codes';
import type { Session } from '../session';
import type { Declare } from '../subcommand';

interface Options extends EngineOptions {
  readonly alone?: boolean;
  readonly reason?: string;
  readonly dryRun?: boolean;
}

/** Undoes a merge. */
export const declare: Declare = (command, session) => {
  callingAnEngine(command)
    .description('Undoes a merge: the merged profile comes back as it was, with its own addresses and history.')
    .argument('<merge>', 'id of the merge, which kith merge printed; also GET /v1/merges')
    .option('--alone', 'the merged profile comes back alone, without those that were merged into it before')
    .option('--reason <text>', 'why, for the history')
    .option('-n, --dry-run', 'show what would come of it; exit code 4 if it would be refused')
    .action(async (id: string, { dryRun, alone, reason, ...options }: Options) => {
      const kith = await engineOf(session, options);
      const how = { signal: session.signal, ...(alone && { alone }) };
      if (dryRun) return preview(session, kith, id, how, options);
      const undone = await kith.merges.undo(id, { ...how, ...(reason !== undefined && { reason }) });
      if (options.json) return session.terminal.printJson(undone);
      await session.terminal.print(`${undone.mergedId} is somebody of their own again, beside ${undone.survivorId}\n`);
      return residue(session, undone.residueTotal);
    });
};

async function preview(session: Session, kith: Kith, id: string, how: { signal: AbortSignal; alone?: boolean }, { json }: EngineOptions): Promise<void> {
  const shown = await kith.merges.previewUndo(id, how);
  if (!shown.possible) session.exitCode = exitCodes.refused;
  if (json) return session.terminal.printJson(shown);
  for (const { code, detail } of shown.refusals) await session.terminal.print(`it would be refused, ${code}: ${detail}\n`);
  if (!shown.possible) return undefined;
  await session.terminal.print(`it is possible: ${shown.merged.id} would leave ${shown.survivorAfter.id}\n`);
  return residue(session, shown.residueTotal);
}

const residue = async ({ terminal }: Session, total: number): Promise<void> => {
  if (total > 0) await terminal.print(`${total} things came after the merge and may belong to either; --json lists them\n`);
};
