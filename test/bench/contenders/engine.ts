import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { ResolutionAnswer } from '@kith/application';
import { loadConfig } from '@kith/config';
import { type CommandContext, RecordInteraction } from '@kith/domain';
import { projectionNames, ReadModels } from '@kith/read-models';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { EngineModule } from '../../../apps/engine/src/engine.module';
import { firstStart } from '../../../apps/engine/src/first-start';
import { Metrics } from '../../../apps/engine/src/http/metrics';
import { logger } from '../../../apps/engine/src/log';
import { open as openData } from '../../../apps/engine/src/parts/opened';
import { startProjector } from '../../../apps/engine/src/parts/projector-part';
import { startReactors } from '../../../apps/engine/src/parts/reactor-part';
import { RunningParts } from '../../../apps/engine/src/parts/running-parts';
import { tenant } from '../fill/fill-log';
import { readDatabaseFile } from '../fill/one-file';
import { eventTally, rowTally } from '../fill/tally';
import { inFlight } from '../in-flight';
import type { Side, Tally } from '../side';
import { interactionOf, type Workload } from '../workload';

/** Commands that wait for their answers at once. */
const most = 64;
/** How long the read models may take to catch up after a lap, in milliseconds. */
const catchUpMs = 300_000;

const context: CommandContext = { tenant, actor: { kind: 'service', id: 'bench' }, client: 'bench', correlationId: '01980000-0000-7000-8000-000000000000' };

/** The engine as it runs, all but its HTTP server: the store’s writer, the projector and the reactors are threads of their own. */
export async function open({ folder, workload }: { readonly folder: string; readonly workload: Workload }): Promise<Side> {
  const config = loadConfig({ env: { KITH_DATA: folder, KITH_LOG_LEVEL: 'error' }, argv: [], cwd: folder });
  const log = logger(config.logLevel);
  const opened = await openData(config);
  const app = await NestFactory.createApplicationContext(EngineModule.of(opened, log), { logger: false, abortOnError: false });
  await firstStart(app, config);
  const [commands, readModels, parts] = [app.get(CommandBus), app.get(ReadModels), app.get(RunningParts)];
  parts.projector = await startProjector(opened, readModels, (name) => opened.readDatabase.swap(name), log, app.get(Metrics));
  parts.reactor = startReactors(opened, commands, log, app.get(Metrics));
  let last = 0n;
  return {
    async work(from, count) {
      await inFlight(from, count, most, async (n) => {
        const { outcome, position } = await commands.execute<RecordInteraction, ResolutionAnswer>(new RecordInteraction(context, interactionOf(workload, n)));
        if (outcome !== workload.outcome || position === null) throw new Error(`interaction ${n} ended as ${outcome}`);
        if (position > last) last = position;
      });
      await readModels.waitFor(last, projectionNames, catchUpMs);
    },
    async settle() {
      while (!parts.reactor?.statuses()?.every(({ position }) => position >= last)) await pause(50);
    },
    tally: async () => tallyOf(folder),
    async close() {
      await parts.stop();
      await app.close();
      await opened.close();
    },
  };
}

/** What an engine left in its data folder. */
export function tallyOf(folder: string): Tally {
  const [log, rows] = [new DatabaseSync(join(folder, 'events.sqlite'), { readOnly: true }), new DatabaseSync(readDatabaseFile(folder), { readOnly: true })];
  try {
    return { ...eventTally(log), ...rowTally(rows) };
  } finally {
    log.close();
    rows.close();
  }
}
