import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Keys } from '@kith/application';
import type { Config } from '@kith/config';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { EngineModule } from './engine.module';
import { firstStart } from './first-start';
import { AccessNoting } from './http/access-noting';
import { Admission } from './http/admission';
import { Metrics } from './http/metrics';
import { serveDocs } from './http/openapi';
import { whereabouts } from './http/problem.filter';
import { Queries } from './http/queries';
import { RateLimit } from './http/rate-limit';
import { httpServer, prepare } from './http/server';
import { type Opened, open } from './parts/opened';
import { openPast } from './parts/opened-past';
import { RunningParts } from './parts/running-parts';
import { startParts } from './parts/start-parts';
import { isAway } from './why-not-started';

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
 * @throws DataFolderInUse, KeyVaultUnusable, UnknownEventFileFormat, ReplayUnusable; an error with code EADDRINUSE when the port is taken
 */
export async function startEngine(config: Config, log: Logger, showAdminKey: (key: string) => void): Promise<Engine> {
  const metrics = new Metrics();
  const opened = await whileAway(() => openWhatIsNamed(config, metrics), config, log);
  if (opened.masterKeyMade)
    log.warn({ folder: config.data }, 'a master key was made in the data folder: keep a copy of it apart, without it no personal data can be read');
  // A past moment answers, and nothing else of it is done.
  const parts = opened.past ? (['api'] as const) : config.parts;
  if (opened.past) log.info({ position: opened.past.of.position.toString(), asked: opened.past.of.asked }, 'shows a past moment, and changes nothing');
  let app: NestFastifyApplication | undefined;
  try {
    app = await application(opened, { ...config, parts }, metrics, log);
    const running = app;
    const madeAdminKey = parts.includes('api') && !opened.past ? await whileAway(() => firstStart(running, opened, config), config, log) : undefined;
    if (madeAdminKey !== undefined) showAdminKey(madeAdminKey);
    await startParts(app, opened, parts, log);
    await app.listen(config.port, config.host);
    return { url: urlOf(app, config.host), stop: () => stop(running, opened) };
  } catch (error) {
    await app?.get(RunningParts).stop();
    await app?.close();
    await opened.close();
    throw error;
  }
}

function openWhatIsNamed(config: Config, metrics: Metrics): Promise<Opened> {
  return config.replay === undefined ? open(config, (what) => metrics.eventStoreDb(what)) : openPast(config, config.replay);
}

async function application(opened: Opened, { rateLimit, parts }: Config, metrics: Metrics, log: Logger): Promise<NestFastifyApplication> {
  const adapter = httpServer();
  const app = await NestFactory.create<NestFastifyApplication>(EngineModule.of({ opened, parts, metrics, log }), adapter, {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  prepare(adapter.getInstance(), {
    access: app.get(AccessNoting),
    admission: app.get(Admission),
    keys: app.get(Keys),
    queries: app.get(Queries),
    rateLimit: rateLimit === 0 ? undefined : new RateLimit(rateLimit),
    log,
    metrics,
    upTo: opened.past?.of.position,
  });
  serveDocs(app);
  await app.init();
  return app;
}

/** Servers may come up after the engine, as in a cluster that starts as a whole. Milliseconds. */
const patience = { within: 60_000, between: 1_000 };

/** Again while a server that is needed is away, for a while. @throws what still was in the way then */
async function whileAway<T>(work: () => Promise<T>, config: Config, log: Logger): Promise<T> {
  for (const until = Date.now() + patience.within; ; ) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error, config) || Date.now() > until) throw error;
      log.warn({ error: whereabouts(error).name }, 'a server that is needed is away: trying again');
      await new Promise((resolve) => setTimeout(resolve, patience.between));
    }
  }
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
