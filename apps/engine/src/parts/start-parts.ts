import type { Part } from '@kith/config';
import { type ReadDatabase, ReadModels, watchOffered } from '@kith/read-models';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import { Metrics } from '../http/metrics';
import { keepAccessLog } from './access-log-part';
import { Elsewhere } from './elsewhere';
import { startImports } from './import-part';
import type { Opened } from './opened';
import { ProjectorAtRest, ReactorAtRest, WebhooksAtRest } from './parts-at-rest';
import { ProjectorElsewhere, ReactorElsewhere, WebhooksElsewhere } from './parts-elsewhere';
import { startProjector } from './projector-part';
import { startReactors } from './reactor-part';
import { rebuildPart } from './rebuild-part';
import { RunningParts } from './running-parts';
import { startWebhooks } from './webhook-part';

/** Starts the parts that a process runs, on data that was opened; those that it does not run are looked at elsewhere. */
export async function startParts(app: INestApplicationContext, opened: Opened, run: readonly Part[], log: Logger): Promise<void> {
  const [parts, readModels, commands, metrics] = [app.get(RunningParts), app.get(ReadModels), app.get(CommandBus), app.get(Metrics)];
  const readersSwap = async (name: string) => {
    if (opened.readDatabase.serving === name) return;
    await opened.readDatabase.swap(name);
    await parts.reactor?.swap(name);
    await parts.imports?.swap(name);
    log.info({ database: name }, 'rebuilt read models are in use');
  };
  readModels.progressed(Object.fromEntries(await opened.readDatabase.checkpoints()), opened.readDatabase.serving);
  if (opened.past) return rest(parts, opened.past.of.position);
  const elsewhere = new Elsewhere(opened.leases);
  parts.elsewhere = elsewhere;
  parts.projector = run.includes('projector')
    ? await startProjector(opened, { readModels, readersSwap, elsewhere, log, metrics })
    : new ProjectorElsewhere(elsewhere);
  parts.reactor = run.includes('reactor') ? startReactors(opened, commands, elsewhere, log, metrics) : new ReactorElsewhere(elsewhere);
  parts.webhooks = run.includes('reactor') ? startWebhooks(opened, commands, elsewhere, log, metrics) : new WebhooksElsewhere(elsewhere);
  if (run.includes('api')) parts.imports = startImports(app, opened, log, metrics);
  parts.rebuild = rebuildPart(opened, log);
  parts.others.push(keepAccessLog(app, opened.accessLog, log));
  if (opened.readDatabase.shared) parts.others.push(followOffers(opened.readDatabase, readersSwap));
}

/** A past moment has come as far as it ever will: it is read, and nothing else. */
function rest(parts: RunningParts, position: bigint): void {
  parts.projector = new ProjectorAtRest(position);
  parts.reactor = new ReactorAtRest();
  parts.webhooks = new WebhooksAtRest(position);
}

/** Another process may rebuild: every reader of this one changes over, too. @returns how to end looking */
function followOffers(database: ReadDatabase, readersSwap: (name: string) => Promise<void>): () => Promise<void> {
  const stopping = new AbortController();
  const watching = watchOffered(database, readersSwap, stopping.signal);
  return () => {
    stopping.abort();
    return watching;
  };
}
