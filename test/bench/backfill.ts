import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { CreateOrganizationAnswer, SettingsAnswer } from '@kith/application';
import { ChangeSettings, CreateOrganization, type GivenDomain, SetOrganizationDomains } from '@kith/domain';
import { ListMembershipSweeps, type ShownMembershipSweep } from '@kith/read-models';
import type { Benchmark, Measured } from './benchmark';
import { ComposedEngine, context } from './contenders/composed-engine';
import { fillLog, tenant } from './fill/fill-log';
import { readDatabaseFile } from './fill/one-file';
import { rebuildReadModels } from './fill/read-models';
import { median, rounded } from './rounds';
import { withScratch } from './scratch';
import { rangeOf } from './stopwatch';

const endUsers = 100_000;
/** End users in a second. */
const reach = { scanned: 20_000, joined: 3_000 } as const;
const domain = 'example.org';

type Rates = Record<'scanned' | 'joined' | 'left' | 'raw', number[]>;

/** Everybody's address is looked at, and everybody joins: as work behind the domains of an organization, until the read models have its end. */
export const backfill: Benchmark = {
  name: 'backfill',
  about: 'existing end users are looked at, and join, when an organization claims the domain of their addresses; beside a raw scan of the same addresses',
  run: (options) =>
    withScratch(async (scratch) => {
      const { size = endUsers, rounds, tell } = options;
      const folder = scratch.folder();
      await fillLog(folder, { customers: size, interactions: 0, tell });
      await rebuildReadModels(folder);
      const engine = scratch.closing(await ComposedEngine.start(folder));
      const created = await engine.execute<CreateOrganizationAnswer>(new CreateOrganization(context, 'api', { name: 'Everybody' }));
      await claim(engine, created.organizationId, [{ domain: 'nobody.example' }]);
      const rates: Rates = { scanned: [], joined: [], left: [], raw: [] };
      let isSame = true;
      for (let round = 0; round < rounds; round++) {
        const scan = await scanned(engine, round);
        const joined = await claim(engine, created.organizationId, [{ domain }]);
        const left = await claim(engine, created.organizationId, [{ domain: 'nobody.example' }]);
        rates.scanned.push(scan.rate);
        rates.joined.push(joined.rate);
        rates.left.push(left.rate);
        rates.raw.push(rawScan(readDatabaseFile(folder)));
        isSame &&= [scan.sweep.scanned, joined.sweep.joined, left.sweep.left].every((count) => count === size);
        tell(`round ${round + 1}: ${(['scanned', 'joined', 'left', 'raw'] as const).map((kind) => `${kind} ${rates[kind][round]}/s`).join(', ')}`);
      }
      return (['scanned', 'joined'] as const).map((kind) => figure(kind, rates, size, isSame));
    }),
};

/** A change of settings that changes nothing for anybody, and makes everybody be looked at. */
function scanned(engine: ComposedEngine, round: number): Promise<Swept> {
  const changes = { membership: { freeMail: [`round-${round}.example`] } };
  return swept(engine, () => engine.execute<SettingsAnswer>(new ChangeSettings(context, changes)));
}

const claim = (engine: ComposedEngine, organizationId: string, domains: readonly GivenDomain[]): Promise<Swept> =>
  swept(engine, () => engine.execute(new SetOrganizationDomains(context, organizationId, domains)));

interface Swept {
  readonly sweep: ShownMembershipSweep;
  /** End users in a second, from the command to the end of the work in the read models. */
  readonly rate: number;
}

/** Begins when everything before is done. */
async function swept(engine: ComposedEngine, begin: () => Promise<unknown>): Promise<Swept> {
  const latest = async () => (await engine.ask(new ListMembershipSweeps(tenant, { limit: 1 }))).items[0];
  await quiet(engine);
  const before = await latest();
  const began = performance.now();
  await begin();
  for (;;) {
    const sweep = await latest();
    if (sweep && sweep.sweepId !== before?.sweepId && sweep.endedAt !== null)
      return { sweep, rate: Math.round((sweep.scanned / (performance.now() - began)) * 1000) };
    await pause(5);
  }
}

/** Until the reactors have looked at all that came of the work, too: they have when they are past something that was written after it. */
async function quiet(engine: ComposedEngine): Promise<void> {
  const { settings } = await engine.execute<SettingsAnswer>(new ChangeSettings(context, { quarantineDays: 1 }));
  await engine.execute(new ChangeSettings(context, { quarantineDays: settings.quarantineDays - 1 }));
  await engine.caughtUp();
  await engine.reacted();
}

/** All addresses by domain in the order of the end users, as one statement reads them. */
function rawScan(file: string): number {
  const db = new DatabaseSync(file, { readOnly: true });
  const began = performance.now();
  let count = 0;
  for (const _ of db.prepare('SELECT end_user_id, domain, verified FROM email_domain WHERE tenant = ? AND own = 1 ORDER BY end_user_id').iterate(tenant))
    count += 1;
  const rate = Math.round((count / (performance.now() - began)) * 1000);
  db.close();
  return rate;
}

function figure(kind: keyof typeof reach, rates: Rates, endUsers: number, sameWork: boolean): Measured {
  const rounds = rates[kind].map((rate) => rounded(rate / reach[kind]));
  const ratio = median(rounds);
  const perSecond = Object.fromEntries(Object.entries(rates).map(([name, all]) => [`${name}PerSecond`, median(all)]));
  const detail = { rounds, range: rangeOf(rounds), unit: `${reach[kind]} a second`, endUsers, ...perSecond, sameWork };
  return { name: `backfill-${kind}`, ratio, reach: 1, holds: sameWork && ratio >= 1, detail };
}
