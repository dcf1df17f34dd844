import type { FoundRoute } from '@kith/application';
import type { Benchmark, Measured } from './benchmark';
import { fillLog } from './fill/fill-log';
import { rebuildReadModels } from './fill/read-models';
import { adminKey, startEngine } from './http/engine';
import { PatientClient } from './http/patient-client';
import { customer, pointOf, spread } from './inputs';
import { median } from './rounds';
import { withScratch } from './scratch';
import { rangeOf, Stopwatch } from './stopwatch';

const contactPoints = 100_000;
const rules = 1_000;
/** How many times as long it may take. */
const reach = 2;
const perRound = 1_000;

/** Where a ticket would go by a thousand rules, against who is behind an address. */
export const route: Benchmark = {
  name: 'route',
  about: 'where a ticket would go by a thousand rules, against who is behind the same address, over HTTP on one connection',
  run: (options) =>
    withScratch(async (scratch) => {
      const { size = contactPoints, rounds, tell } = options;
      const customers = Math.ceil(size / 2);
      const folder = scratch.folder();
      await fillLog(folder, { customers, interactions: 0, tell });
      await rebuildReadModels(folder);
      const server = scratch.closing(await startEngine(folder));
      const client = scratch.closing(new PatientClient(server.url, adminKey));
      await client.ready();
      await setRules(server.url);
      const watch = new Stopwatch<'route' | 'lookup'>();
      let taken = 0;
      const most = options.size === undefined ? perRound : Math.min(perRound, options.size);
      for (let round = -1; round < rounds; round++) {
        for (let n = 0; n < most; n++) {
          const { channel, value } = pointOf(customer(spread(n, customers)), n);
          // Each meets another rule, so that on average half of all come before it.
          const question = { channel: 'email', language: 'en', tags: [`tag-${spread(n, rules, 3)}`], contactPoints: [{ channel, value }] };
          const asked = await client.call<FoundRoute>('POST', '/v1/route', question);
          const found = await client.call('GET', `/v1/contact-points/${channel}/${encodeURIComponent(value)}`);
          if (asked.body.route.rule === `rule-${spread(n, rules, 3)}`) taken++;
          if (round >= 0) for (const [kind, { ms }] of [['route', asked] as const, ['lookup', found] as const]) watch.note(kind, round, ms);
        }
        if (round >= 0) tell(`round ${round + 1}: route ${watch.medians('route')[round]} ms, lookup ${watch.medians('lookup')[round]} ms`);
      }
      const times = watch.times('route', 'lookup');
      const ratio = median(times);
      const asIntended = taken === most * (rounds + 1);
      const ms = { routeMs: median(watch.medians('route')), lookupMs: median(watch.medians('lookup')) };
      const detail = { rounds: times, range: rangeOf(times), unit: 'times as long', ...ms, rules, contactPoints: customers * 2, sameWork: asIntended };
      return [{ name: 'route', ratio, reach, holds: asIntended && ratio <= reach, detail } satisfies Measured];
    }),
};

/** Rules that each look at several things, one for each of a thousand tags. */
async function setRules(url: string): Promise<void> {
  const made = Array.from({ length: rules }, (_, n) => ({
    name: `rule-${n}`,
    when: { channels: ['email'], tags: [`tag-${n}`], languages: ['en', 'fr'], firstContact: false },
    // biome-ignore lint/suspicious/noThenProperty: when and then are the two halves of a rule; nobody awaits it.
    then: { queue: `queue-${n % 20}`, priority: 'normal' },
  }));
  const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v1/settings`, { method: 'PATCH', headers, body: JSON.stringify({ routing: { rules: made } }) });
  if (answer.status !== 200) throw new Error(`the rules were answered ${answer.status}: ${await answer.text()}`);
}
