import { setTimeout as pause } from 'node:timers/promises';
import type { ResolutionAnswer } from '@kith/application';
import { loadConfig } from '@kith/config';
import { type CommandContext, RecordInteraction } from '@kith/domain';
import { projectionNames, ReadModels } from '@kith/read-models';
import { NestFactory } from '@nestjs/core';
import { CommandBus, type Query, QueryBus } from '@nestjs/cqrs';
import { EngineModule } from '../../../apps/engine/src/engine.module';
import { firstStart } from '../../../apps/engine/src/first-start';
import { Metrics } from '../../../apps/engine/src/http/metrics';
import { logger } from '../../../apps/engine/src/log';
import { open as openData } from '../../../apps/engine/src/parts/opened';
import { RunningParts } from '../../../apps/engine/src/parts/running-parts';
import { startParts } from '../../../apps/engine/src/parts/start-parts';
import { tenant } from '../fill/fill-log';
import { inFlight } from '../in-flight';
import { interactionOf, type Workload } from '../workload';

/** Commands that wait for their answers at once. */
export const most = 64;
/** How long the read models may take to catch up after a lap, in milliseconds. */
const catchUpMs = 300_000;

/** Who asks in benchmarks. */
export const context: CommandContext = {
  tenant,
  actor: { kind: 'service', id: 'bench' },
  client: 'bench',
  correlationId: '01980000-0000-7000-8000-000000000000',
};

/** The engine as it runs, all but its HTTP server: the store’s writer, the projector and the reactors are threads of their own. */
export class ComposedEngine {
  private last = 0n;

  private constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly readModels: ReadModels,
    private readonly parts: RunningParts,
    readonly close: () => Promise<void>,
  ) {}

  /** @param settings as the environment gives them */
  static async start(folder: string, settings: Readonly<Record<string, string>> = {}): Promise<ComposedEngine> {
    const config = loadConfig({ env: { KITH_DATA: folder, KITH_LOG_LEVEL: 'error', ...settings }, argv: [], cwd: folder });
    const log = logger(config.logLevel);
    const opened = await openData(config);
    const module = EngineModule.of({ opened, parts: config.parts, metrics: new Metrics(), log });
    const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
    await firstStart(app, opened, config);
    await startParts(app, opened, config.parts, log);
    const parts = app.get(RunningParts);
    const engine = new ComposedEngine(app.get(CommandBus), app.get(QueryBus), app.get(ReadModels), parts, async () => {
      await parts.stop();
      await app.close();
      await opened.close();
    });
    engine.last = await opened.store.head();
    return engine;
  }

  /** Records interactions, so many at once; resolves when all are durable. @throws Error when one ends otherwise than it is meant to */
  async record(workload: Workload, from: number, count: number): Promise<void> {
    await inFlight(from, count, most, async (n) => {
      const { outcome, position } = await this.commands.execute<RecordInteraction, ResolutionAnswer>(
        new RecordInteraction(context, interactionOf(workload, n)),
      );
      if (outcome !== workload.outcome || position === null) throw new Error(`interaction ${n} ended as ${outcome}`);
      if (position > this.last) this.last = position;
    });
  }

  /** Sends a command as a controller does. */
  async execute<Answer extends { readonly position: bigint | null }>(command: object): Promise<Answer> {
    const answer = await this.commands.execute<object, Answer>(command);
    if (answer.position !== null && answer.position > this.last) this.last = answer.position;
    return answer;
  }

  /** Asks the read models as a controller does. */
  ask<Answer>(query: Query<Answer>): Promise<Answer> {
    return this.queries.execute(query);
  }

  /** Resolves when all read models have what was recorded. */
  async caughtUp(): Promise<void> {
    await this.readModels.waitFor(this.last, projectionNames, catchUpMs);
  }

  /** Resolves when the reactors have looked at it, too. */
  async reacted(): Promise<void> {
    while (!this.parts.reactor?.work().status?.every(({ position }) => position >= this.last)) await pause(50);
  }
}
