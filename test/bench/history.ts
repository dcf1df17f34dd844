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
/** Events of the end user with a long history, and of the one with a short one. */
const lengths = { long: 10_000, short: 100 } as const;
/** How many times as long a lookup in the past may take as one now, and a first page of the long history as one of the short. */
const reaches = { 'as-of': 3, 'history-page': 2 } as const;
const perRound = 500;
/** Notes that are written in one request. */
const batch = 100;

interface Looked {
  readonly holders: readonly { readonly endUserId: string }[];
}
interface Paged {
  readonly items: readonly object[];
}

/** Who held an address, against who holds it now; the first page of a long history, against that of a short one. */
export const history: Benchmark = {
  name: 'history',
  about: 'a lookup in the past against one now, and the first page of a history of 10,000 events against one of 100, over HTTP on one connection',
  run: (options) =>
    withScratch(async (scratch) => {
      const { size = contactPoints, rounds, tell } = options;
      const customers = Math.ceil(size / 2);
      const folder = scratch.folder();
      await fillLog(folder, { customers, interactions: 0, tell });
      await rebuildReadModels(folder);
      const client = scratch.closing(new PatientClient(scratch.closing(await startEngine(folder)).url, adminKey));
      await client.ready();
      const most = options.size === undefined ? perRound : Math.min(perRound, options.size);
      const events = options.size === undefined ? lengths : { ...lengths, long: lengths.short * 2 };
      const [long, short] = [await withHistory(client, events.long), await withHistory(client, events.short)];
      const watch = new Stopwatch<'then' | 'now' | 'long' | 'short'>();
      const same = { 'as-of': 0, 'history-page': 0 };
      const past = new Date().toISOString();
      for (let round = -1; round < rounds; round++) {
        for (let n = 0; n < most; n++) {
          const { channel, value } = pointOf(customer(spread(n, customers)), n);
          const path = `/v1/contact-points/${channel}/${encodeURIComponent(value)}`;
          const then = await client.call<Looked>('GET', `${path}?asOf=${past}`);
          const now = await client.call<Looked>('GET', path);
          const ofLong = await client.call<Paged>('GET', `/v1/end-users/${long}/history`);
          const ofShort = await client.call<Paged>('GET', `/v1/end-users/${short}/history`);
          if (then.body.holders[0]?.endUserId === now.body.holders[0]?.endUserId) same['as-of']++;
          if (ofLong.body.items.length === ofShort.body.items.length) same['history-page']++;
          if (round < 0) continue;
          for (const [kind, { ms }] of Object.entries({ then, now, long: ofLong, short: ofShort })) watch.note(kind as 'then', round, ms);
        }
        if (round >= 0) tell(`round ${round + 1}: then ${watch.medians('then')[round]} ms, now ${watch.medians('now')[round]} ms`);
      }
      const figure = (name: keyof typeof reaches, one: 'then' | 'long', other: 'now' | 'short'): Measured => {
        const times = watch.times(one, other);
        const [ratio, reach, sameWork] = [median(times), reaches[name], same[name] === most * (rounds + 1)];
        const ms = { [`${one}Ms`]: median(watch.medians(one)), [`${other}Ms`]: median(watch.medians(other)) };
        const detail = { rounds: times, range: rangeOf(times), unit: 'times as long', ...ms, contactPoints: customers * 2, events, sameWork };
        return { name, ratio, reach, holds: sameWork && ratio <= reach, detail };
      };
      return [figure('as-of', 'then', 'now'), figure('history-page', 'long', 'short')];
    }),
};

/** An end user of whom so many notes were written. */
async function withHistory(client: PatientClient, events: number): Promise<string> {
  const { body } = await client.call<{ id: string }>('POST', '/v1/end-users', { name: 'Somebody' });
  for (let from = 0; from < events; from += batch) {
    const notes = Array.from({ length: Math.min(batch, events - from) }, (_, i) => ({
      type: 'NoteEndUser',
      data: { endUserId: body.id, note: `note ${from + i}` },
    }));
    await client.call('POST', '/v1/commands', notes);
  }
  return body.id;
}
