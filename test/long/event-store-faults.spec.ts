import { AtScale } from '../support/at-scale';
import { Ordeal } from '../support/at-scale-faults';
import { pause } from '../support/at-scale-load';
import { tablesThatDiffer } from '../support/at-scale-log';
import type { Fault } from '../support/eventstoredb-fixture/faults';

jest.setTimeout(180_000);

const faultMs = Number(process.env['FAULT_MS'] ?? 4_000);

let scale: AtScale;
let ordeal: Ordeal;
beforeAll(async () => {
  scale = await AtScale.start();
  const engines = await Promise.all([scale.engine(), scale.engine()]);
  await Promise.all(engines.map((engine) => engine.ready()));
  ordeal = new Ordeal(scale, engines);
});
afterAll(async () => {
  console.log(ordeal.report.join('\n'));
  await scale.stop();
});

const faults: Readonly<Record<string, Fault>> = {
  'connections that break before an append is stored': { kind: 'drop', stored: 'never', share: 0.2 },
  'connections that break after an append is stored': { kind: 'drop', stored: 'before', on: ['appends'], share: 0.2 },
  'connections that break while an append is stored later': { kind: 'drop', stored: 'after', lateMs: 1_500, on: ['appends'], share: 0.2 },
  'all connections breaking again and again': { kind: 'drop', all: true, share: 0.05 },
  'appends that are frozen and stored at last': { kind: 'freeze', on: ['appends'], stored: 'after' },
  'appends that are stored and not answered': { kind: 'freeze', on: ['appends'], stored: 'before', share: 0.3 },
  'a server that takes calls and answers none': { kind: 'freeze' },
  'reads that are frozen': { kind: 'freeze', on: ['reads'] },
  'subscriptions that are frozen': { kind: 'freeze', on: ['subscriptions'] },
  'subscriptions that break': { kind: 'drop', on: ['subscriptions'], share: 0.5 },
  'a second reply that comes late': { kind: 'late-reply', afterMs: 700 },
  'a server that is not the leader and knows none': { kind: 'not-leader' },
  'refusals of a revision that is right': { kind: 'wrong-revision', share: 0.3 },
  'a slow server': { kind: 'slow', fromMs: 100, toMs: 1_500 },
  'a server that is slow to answer what it has stored': { kind: 'slow', fromMs: 4_000, toMs: 8_000, stored: 'before', on: ['appends'], share: 0.2 },
  'a server that is starting': { kind: 'not-ready' },
  'a server that is unavailable': { kind: 'unavailable', stored: 'never' },
  'a server that stores and says it is unavailable': { kind: 'unavailable', stored: 'before', share: 0.3 },
  'a leader without a quorum': { kind: 'timeout', afterMs: 2_000, stored: 'after', lateMs: 1_000 },
  'a server that lets nobody in': { kind: 'access-denied' },
};

it.each(Object.entries(faults))('engines survive %s', (name, fault) => {
  const { eventStore } = scale.servers;
  return ordeal.survives({ name, begin: () => eventStore.fault(fault), end: () => eventStore.lift(), meanwhile: () => pause(faultMs) });
});

it('engines survive a restart of the event store', () => {
  const { eventStore } = scale.servers;
  return ordeal.survives({ name: 'a restart', begin: () => eventStore.restart(2_000), end: () => undefined, meanwhile: () => pause(faultMs) });
});

it('engines survive an event store that is stopped where it is', () => {
  const { eventStore } = scale.servers;
  return ordeal.survives({ name: 'a process that is stopped', begin: () => eventStore.freeze(), end: () => eventStore.thaw(), meanwhile: () => pause(8_000) });
});

it('the read models are as the log is, after all of it', async () => {
  expect(await tablesThatDiffer(scale.places, await scale.servers.postgres.database())).toEqual([]);
});
