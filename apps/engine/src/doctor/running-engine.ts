import { createServer } from 'node:net';
import type { Config } from '@kith/config';
import type { AliveAnswer, HealthAnswer } from '../http/health.dto';
import { version } from '../version';
import { type Finding, ok, problem, reasonOf, warning } from './finding';
import type { Holder } from './folder';

/** How long the engine may take to say how it is, in milliseconds. */
const answerMs = 5_000;

/** Whether an engine runs here, and what it says of itself; where none does, whether one could listen. */
export async function engineFindings(config: Config, holder: Holder | undefined): Promise<{ readonly findings: readonly Finding[]; readonly runs: boolean }> {
  if (config.port === 0) return { findings: [holderFinding(holder, false), ok('engine', 'its port is any free one, so it cannot be asked')], runs: false };
  const url = urlOf(config);
  const health = await answerOf<HealthAnswer>(`${url}/health/ready`);
  if (!isHealth(health)) return { findings: [holderFinding(holder, false), await portFinding(config, health !== undefined)], runs: false };
  const runs = [ok('engine', `one runs at ${url}`), await versionFinding(url), ...partFindings(health)];
  return { findings: [holderFinding(holder, true), ...runs], runs: true };
}

function holderFinding(holder: Holder | undefined, runs: boolean): Finding {
  if (!holder) return ok('holder', 'no process holds the data folder');
  const who = `process ${holder.pid} on ${holder.host} holds the data folder since ${holder.since}`;
  return runs
    ? ok('holder', who)
    : warning('holder', `${who}, and answers on no port that is configured here`, 'say with --host and --port where it listens, or stop it');
}

function partFindings({ status, eventStore, keyVault, readModels, projections, reactors, webhooks }: HealthAnswer): readonly Finding[] {
  const found: Finding[] = [];
  for (const [name, part] of Object.entries({ 'event store': eventStore, 'key vault': keyVault, 'read models': readModels }))
    if (part.status !== 'ok') found.push(problem('engine', `its ${name} is ${part.status}`, 'its log tells more; see disk and servers'));
  for (const { name, status: how, lagEvents, lagSeconds, stopped } of projections) {
    if (how === 'stopped')
      found.push(
        problem(
          'projections',
          `${name} is stopped at position ${stopped?.position} (${stopped?.type}): ${stopped?.reason}`,
          `mend the cause, then kith projections retry ${name}; or kith rebuild`,
        ),
      );
    else if (how === 'behind')
      found.push(
        warning(
          'projections',
          `${name} is ${lagEvents} events and ${Math.round(lagSeconds)} s behind`,
          'wait for it; when it does not catch up, look at disk and processor',
        ),
      );
  }
  for (const { name, stopped } of reactors)
    if (stopped)
      found.push(problem('reactors', `${name} is stopped at position ${stopped.position}: ${stopped.reason}`, 'mend the cause; it tries again by itself'));
  if (webhooks.status === 'troubled') found.push(warning('webhooks', `deliveries do not go on: ${webhooks.reason}`, 'its log tells more'));
  if (found.length > 0) return found;
  const lag = Math.max(0, ...projections.map(({ lagSeconds }) => lagSeconds));
  return [
    status === 'ready'
      ? ok('projections', `the engine is ready; ${projections.length} projections, the last ${lag.toFixed(1)} s behind`)
      : warning('engine', 'it is not ready yet', 'wait a moment, then look again'),
  ];
}

async function versionFinding(url: string): Promise<Finding> {
  const theirs = (await answerOf<AliveAnswer>(`${url}/health/live`))?.version;
  return theirs === version
    ? ok('version', version)
    : warning('version', `the engine has version ${theirs ?? 'unknown'}, this command ${version}`, 'start the engine anew, or use the command of its version');
}

async function portFinding(config: Config, taken: boolean): Promise<Finding> {
  const { host, port } = config;
  const advice = 'stop what listens there, or choose another port with KITH_PORT';
  if (taken) return problem('port', `something that is not Kith listens on port ${port} of ${host}`, advice);
  try {
    await listenOnce(host, port);
    return ok('port', `no engine runs on port ${port} of ${host}, and the port is free`);
  } catch (error) {
    return problem('port', `no engine can listen on port ${port} of ${host}: ${reasonOf(error)}`, advice);
  }
}

function listenOnce(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}

const isHealth = (answer: Partial<HealthAnswer> | undefined): answer is HealthAnswer => answer?.eventStore !== undefined && answer.projections !== undefined;

/** The body as JSON, `{}` for one that is none; undefined when nobody answers. */
async function answerOf<T extends object>(url: string): Promise<Partial<T> | undefined> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(answerMs) });
    return (await answer.json().catch(() => ({}))) as Partial<T>;
  } catch {
    return undefined;
  }
}

/** An engine that listens on all addresses listens on this machine's own, too. */
function urlOf({ host, port }: Config): string {
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}
