import { AtScale } from '../support/at-scale';
import { Ordeal } from '../support/at-scale-faults';
import { pause } from '../support/at-scale-load';
import { tablesThatDiffer, until } from '../support/at-scale-log';
import type { PostgresServer } from '../support/postgres-server';
import type { RunningEngine } from '../support/running-engine';

jest.setTimeout(180_000);

let scale: AtScale;
let postgres: PostgresServer;
let vault: PostgresServer;
let engine: RunningEngine;
let ordeal: Ordeal;
beforeAll(async () => {
  scale = await AtScale.start({ apart: true });
  ({ postgres, vault } = scale.servers);
  const engines = await Promise.all([scale.engine(), scale.engine()]);
  await Promise.all(engines.map((one) => one.ready()));
  engine = engines[0] as RunningEngine;
  ordeal = new Ordeal(scale, engines);
});
afterAll(async () => {
  console.log(ordeal.report.join('\n'));
  await scale.stop();
});

it('engines survive a restart of PostgreSQL', () =>
  ordeal.survives({ name: 'postgres restarted', begin: () => postgres.restart(), end: () => undefined, meanwhile: () => pause(500) }));

it('engines survive kill -9 of PostgreSQL', () =>
  ordeal.survives({ name: 'postgres killed', begin: () => postgres.kill(), end: () => postgres.startAgain(), meanwhile: () => pause(4_000) }));

it('engines survive a PostgreSQL that is stopped where it is', () =>
  ordeal.survives({ name: 'postgres frozen', begin: () => postgres.freeze(), end: () => postgres.thaw(), meanwhile: () => pause(8_000) }));

it('without the key vault, what needs a new key is asked to come again, and the rest goes on', () => {
  const meanwhile = async () => {
    // Keys are made ahead: it takes a while until there are none.
    const refused = async () => (await engine.post('/v1/end-users', { name: 'Needs a key' })).body.code === 'storage-unavailable';
    await until(refused, 'a person is made without a key');
    expect((await engine.get('/v1/contact-points/email/nobody@example.org')).status).toBe(404);
    expect((await engine.get('/health/ready', { key: null })).body.keyVault).toEqual({ status: 'unavailable' });
  };
  return ordeal.survives({ name: 'vault killed', begin: () => vault.kill(), end: () => vault.startAgain(), meanwhile });
});

it('the read models are as the log is, after all of it', async () => {
  expect(await tablesThatDiffer(scale.places, await postgres.database())).toEqual([]);
});
