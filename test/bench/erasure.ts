import { setTimeout as pause } from 'node:timers/promises';
import type { Benchmark, Measured } from './benchmark';
import { fillLog } from './fill/fill-log';
import { rebuildReadModels } from './fill/read-models';
import { adminKey, startEngine } from './http/engine';
import { PatientClient } from './http/patient-client';
import { customer, pointOf } from './inputs';
import { median, rounded } from './rounds';
import { isSameWork } from './same-work';
import { type Scratch, withScratch } from './scratch';
import type { Tally } from './side';
import { rangeOf, Stopwatch } from './stopwatch';

/** End users of the large store; the small one has a hundredth of them. */
const endUsers = 1_000_000;
/** How many times as long it may take in the large store. */
const reach = 1.5;
/** End users of each store that are erased in a round. */
const perRound = 30;
/** Within what time an erasure must be certified, in milliseconds, and how often it is looked at. */
const certified = { within: 60_000, lookEvery: 100 };

const stores = ['large', 'small'] as const;
type Store = (typeof stores)[number];

/** End users are erased from a large store and from a small one, over HTTP, one after the other. */
export const erasure: Benchmark = {
  name: 'erasure',
  about: 'an end user erased from a store of one million end users, against one of ten thousand, over HTTP on one connection',
  run: (options) =>
    withScratch(async (scratch) => {
      const { size = endUsers, rounds, tell } = options;
      const sizes = { large: size, small: Math.max(Math.ceil(size / 100), 2 * (rounds + 1)) };
      const most = Math.min(perRound, Math.floor(sizes.small / (rounds + 1)));
      const clients = {} as Record<Store, PatientClient>;
      for (const name of stores) clients[name] = await filled(scratch, sizes[name], tell);
      const watch = new Stopwatch<Store | `${Store} until certified`>();
      const ended: Record<Store, Certificate[]> = { large: [], small: [] };
      for (let round = -1; round < rounds; round++) {
        const last = {} as Record<Store, string>;
        for (let n = 0; n < most; n++)
          for (const name of n % 2 === 0 ? stores : stores.toReversed()) {
            const { id, ms } = await erase(clients[name], (round + 1) * most + n);
            last[name] = id;
            if (round >= 0) watch.note(name, round, ms);
          }
        for (const name of stores) {
          const { ms, certificate } = await untilCertified(clients[name], last[name]);
          ended[name].push(certificate);
          if (round >= 0) watch.note(`${name} until certified`, round, ms);
        }
        if (round >= 0)
          tell(
            `round ${round + 1}: ${stores.map((name) => `${name} ${watch.medians(name)[round]} ms, certified after ${watch.medians(`${name} until certified`)[round]} ms`).join('; ')}`,
          );
      }
      return [figure(watch, { endUsers: sizes, erasedEach: most * (rounds + 1), sameWork: isSameWork(workOf(ended.large), workOf(ended.small)) })];
    }),
};

/** An engine on so many end users, each with an address and a number. */
async function filled(scratch: Scratch, customers: number, tell: (line: string) => void): Promise<PatientClient> {
  const folder = scratch.folder();
  tell(`filling in ${customers} end users`);
  await fillLog(folder, { customers, interactions: 0, tell });
  tell('building the read models');
  await rebuildReadModels(folder);
  const client = scratch.closing(new PatientClient(scratch.closing(await startEngine(folder)).url, adminKey));
  await client.ready();
  return client;
}

/** The one who has an address. */
async function erase(client: PatientClient, n: number): Promise<{ readonly id: string; readonly ms: number }> {
  const { channel, value } = pointOf(customer(n), 0);
  const { body } = await client.call<{ holders: { endUserId: string }[] }>('GET', `/v1/contact-points/${channel}/${encodeURIComponent(value)}`);
  const id = body.holders[0]?.endUserId;
  if (id === undefined) throw new Error(`nobody has the address of customer ${n}`);
  const { ms } = await client.call('POST', `/v1/end-users/${id}/erase`, { scope: 'person' });
  return { id, ms };
}

/** Of each store, the last one of each round. */
interface Certificate {
  readonly at: string;
  readonly keys: readonly string[];
  readonly contactPoints: readonly string[];
  readonly overwritten: readonly string[];
}

const workOf = (certificates: readonly Certificate[]): Tally => ({
  keys: certificates.flatMap(({ keys }) => keys).length,
  contactPoints: certificates.flatMap(({ contactPoints }) => contactPoints).length,
  overwritten: certificates.flatMap(({ overwritten }) => overwritten).length,
});

/** `ms`: from the erasure to its certificate, by the engine's clock. */
async function untilCertified(client: PatientClient, id: string): Promise<{ readonly ms: number; readonly certificate: Certificate }> {
  for (const until = performance.now() + certified.within; performance.now() < until; await pause(certified.lookEvery)) {
    const { body } = await client.call<{ erasedAt: string; certificate: Certificate | null }>('GET', `/v1/end-users/${id}/erasure`);
    if (body.certificate) return { ms: Date.parse(body.certificate.at) - Date.parse(body.erasedAt), certificate: body.certificate };
  }
  throw new Error(`an erasure was not certified within ${certified.within / 1000} s`);
}

function figure(watch: Stopwatch<Store | `${Store} until certified`>, more: Readonly<Record<string, unknown>>): Measured {
  const times = watch.times('large', 'small');
  const ratio = median(times);
  const ms = (kind: Parameters<typeof watch.medians>[0]) => rounded(median(watch.medians(kind)));
  const detail = {
    rounds: times,
    range: rangeOf(times),
    unit: 'times as long',
    largeMs: ms('large'),
    smallMs: ms('small'),
    largeUntilCertifiedMs: ms('large until certified'),
    smallUntilCertifiedMs: ms('small until certified'),
    ...more,
  };
  return { name: 'erasure', ratio, reach, holds: more.sameWork === true && ratio <= reach, detail };
}
