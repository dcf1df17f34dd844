import { reactorsAtRest } from './at-rest';
import type { AtScale } from './at-scale';
import { type Ended, type Failed, otherwiseNow } from './at-scale-load';
import { until, wrongsAfterLoad } from './at-scale-log';
import type { RunningEngine } from './running-engine';

/** How long it may take until all is well after a fault, in milliseconds. */
const recoveryMs = 10_000;

/** A fault that comes and goes. */
export interface Trouble {
  readonly name: string;
  begin(): unknown;
  end(): unknown;
  /** How long it lasts, and what is looked at under it. */
  meanwhile(): Promise<unknown>;
}

/** Engines under load that meet one fault after another, without ever being restarted. */
export class Ordeal {
  /** What came of each fault, in words. */
  readonly report: string[] = [];
  private readonly ended: Ended[] = [];

  constructor(
    private readonly scale: AtScale,
    private readonly engines: readonly RunningEngine[],
  ) {}

  /**
   * Meets a fault under the load of 32 clients: nothing is acknowledged that is not stored, nothing is stored twice, whatever else is
   * answered says so, and all is well within ten seconds after it. @throws Error with what is not so
   */
  async survives({ name, begin, end, meanwhile }: Trouble): Promise<void> {
    for (const { process: child } of this.engines) if (child.exitCode !== null || child.signalCode !== null) throw new Error('an engine has ended');
    const load = this.scale.load(name.replaceAll(/\W+/g, '-'), () => this.engines);
    await load.endsMore(60);
    const before = load.ended.length;
    await begin();
    try {
      await meanwhile();
    } finally {
      await end();
    }
    const under = load.ended.length - before;
    const began = performance.now();
    await Promise.all(this.engines.map((engine, i) => recovery(engine, `${load.name}-${i}`)));
    await load.endsMore(60);
    const tookMs = performance.now() - began;
    const [first, last] = [this.engines[0], this.engines.at(-1)] as [RunningEngine, RunningEngine];
    this.ended.push(...(await load.finish(first)));
    this.report.push(
      `${name}: well after ${(tookMs / 1000).toFixed(1)} s; ${under} writes ended under it, ${load.failed.length} answers were ${JSON.stringify(counted(load.failed))}`,
    );
    expect(counted(load.failed.filter((one) => !isFair(one)))).toEqual({});
    await reactorsAtRest(first);
    expect(wrongsAfterLoad(await this.scale.log(), this.ended)).toEqual([]);
    expect(await otherwiseNow(last, load.ended)).toEqual([]);
    expect(tookMs).toBeLessThan(recoveryMs);
  }
}

/** Ready, and what it writes is stored and can be read. @returns what is not so; undefined when it is well */
async function illness(engine: RunningEngine, key: string): Promise<string | undefined> {
  const { process: child, errors } = engine;
  if (child.exitCode !== null || child.signalCode !== null) throw new Error(`an engine has ended: ${errors.slice(-30).join('\n')}`);
  const health = await engine.get('/health/ready', { key: null });
  if (health.status !== 200) return health.text;
  const written = await engine.post('/v1/end-users', { name: 'Well' }, { headers: { 'idempotency-key': `well-${key}` } });
  if (written.status !== 201) return written.text;
  const after = { headers: { 'kith-after': written.headers.get('kith-position') ?? '' } };
  const read = await engine.get(`/v1/end-users/${written.body.id}`, after);
  return read.status === 200 ? undefined : read.text;
}

/** Milliseconds until it is well. @throws Error with what is not after a minute */
async function recovery(engine: RunningEngine, name: string): Promise<number> {
  let ill: string | undefined = '';
  const well = async () => {
    ill = await illness(engine, name);
    return ill === undefined;
  };
  return until(well, '').catch((error: Error) =>
    Promise.reject(new Error(`an engine does not recover from ${name}: ${ill || error.message}\n${[...engine.lines, ...engine.errors].slice(-20).join('\n')}`)),
  );
}

/** What a failed write may be answered: to come again, always with a word when. */
const isFair = ({ status, retryAfter, code }: Failed): boolean => (status === 503 && retryAfter !== null) || (status === 409 && code === 'command-in-progress');

function counted(failed: readonly Failed[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status, code } of failed) counts[`${status ?? 'none'} ${code ?? ''}`.trim()] = (counts[`${status ?? 'none'} ${code ?? ''}`.trim()] ?? 0) + 1;
  return counts;
}
