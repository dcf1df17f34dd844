import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Keys } from '@kith/application';
import type { Config } from '@kith/config';
import { ReadModels } from '@kith/read-models';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { EngineModule } from './engine.module';
import { firstStart } from './first-start';
import { Admission } from './http/admission';
import { Metrics } from './http/metrics';
import { serveDocs } from './http/openapi';
import { RateLimit } from './http/rate-limit';
import { httpServer, prepare } from './http/server';
import { type Opened, open } from './parts/opened';
import { startProjector } from './parts/projector-part';
import { startReactors } from './parts/reactor-part';
import { rebuildPart } from './parts/rebuild-part';
import { RunningParts } from './parts/running-parts';
import { startWebhooks } from './parts/webhook-part';

/** How long requests in flight may take to end when the engine stops, in milliseconds. */
const drainMs = 10_000;

/** A running engine. */
export interface Engine {
  /** `http://<host>:<port>`, with the port that was taken. */
  readonly url: string;
  /** Lets nobody in any more, lets requests and appends in flight end, and lets go of everything. */
  stop(): Promise<void>;
}

/**
 * Starts an engine on the data that the configuration names, listening. The first admin key is shown when it is made.
 * @throws DataFolderInUse, KeyVaultUnusable, UnknownEventFileFormat; an error with code EADDRINUSE when the port is taken
 */
export async function startEngine(config: Config, log: Logger, showAdminKey: (key: string) => void): Promise<Engine> {
  const opened = await open(config);
  if (opened.masterKeyMade)
    log.warn({ folder: config.data }, 'a master key was made in the data folder: keep a copy of it apart, without it no personal data can be read');
  let app: NestFastifyApplication | undefined;
  try {
    app = await application(opened, config, log);
    const madeAdminKey = await firstStart(app, config);
    if (madeAdminKey !== undefined) showAdminKey(madeAdminKey);
    await startParts(app, opened, log);
    await app.listen(config.port, config.host);
    const running = app;
    return { url: urlOf(app, config.host), stop: () => stop(running, opened) };
  } catch (error) {
    await app?.get(RunningParts).stop();
    await app?.close();
    await opened.close();
    throw error;
  }
}

async function application(opened: Opened, { rateLimit }: Config, log: Logger): Promise<NestFastifyApplication> {
  const adapter = httpServer();
  const app = await NestFactory.create<NestFastifyApplication>(EngineModule.of(opened, log), adapter, {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  prepare(adapter.getInstance(), {
    admission: app.get(Admission),
    keys: app.get(Keys),
    rateLimit: rateLimit === 0 ? undefined : new RateLimit(rateLimit),
    log,
    metrics: app.get(Metrics),
  });
  serveDocs(app);
  await app.init();
  return app;
}

async function startParts(app: NestFastifyApplication, opened: Opened, log: Logger): Promise<void> {
  const parts = app.get(RunningParts);
  const readersSwap = async (name: string) => {
    await opened.readDatabase.swap(name);
    await parts.reactor?.swap(name);
  };
  parts.projector = await startProjector(opened, app.get(ReadModels), readersSwap, log, app.get(Metrics));
  parts.reactor = startReactors(opened, app.get(CommandBus), log, app.get(Metrics));
  parts.webhooks = startWebhooks(opened, app.get(CommandBus), log, app.get(Metrics));
  parts.rebuild = rebuildPart(opened, log);
}

async function stop(app: NestFastifyApplication, opened: Opened): Promise<void> {
  await app.get(Admission).close(drainMs);
  // What is open now is idle, or has had its time.
  (app.getHttpServer() as Server).closeAllConnections();
  await app.close();
  await app.get(RunningParts).stop();
  await opened.close();
}

function urlOf(app: NestFastifyApplication, host: string): string {
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
