import { PostgresDeliveries } from '@kith/adapters';
import { DeliveriesUnavailable } from '@kith/application';
import { deliveriesContract } from '../../contracts/deliveries.contract';
import { PostgresServer } from '../../support/postgres-server';

jest.setTimeout(30_000); // servers are started, killed and restarted

describe('PostgresDeliveries', () => {
  let server: PostgresServer;
  const opened: PostgresDeliveries[] = [];
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterEach(() => Promise.all(opened.splice(0).map((deliveries) => deliveries.close())));
  afterAll(() => server.stop());
  const open = async (url: string): Promise<PostgresDeliveries> => {
    const deliveries = await PostgresDeliveries.open({ url });
    opened.push(deliveries);
    return deliveries;
  };
  const nameOf = (url: string): string => new URL(url).pathname.slice(1);

  deliveriesContract('PostgresDeliveries', async () => {
    const url = await server.database();
    return { deliveries: await open(url), reopen: () => open(url) };
  });

  it('refuses a schema of a later version', async () => {
    const url = await server.database();
    await open(url);
    await server.run(nameOf(url), 'UPDATE kith_engine.format SET format = 99');
    await expect(open(url)).rejects.toThrow('later version');
  });

  it('says when it cannot be used at the moment, and can be used afterwards', async () => {
    const deliveries = await open(await server.database());
    await server.kill();
    await expect(deliveries.step('w', { reached: 5n })).rejects.toThrow(DeliveriesUnavailable);
    await expect(deliveries.replay('w', 'all', 1, { commandId: 'a', payload: 'p' })).rejects.toThrow(/cannot be used at the moment/);
    await expect(deliveries.standing('w')).rejects.toThrow(DeliveriesUnavailable);
    await server.startAgain();
    await deliveries.step('w', { reached: 5n });
    expect((await deliveries.standing('w')).reached).toBe(5n);
    await server.restart();
    expect((await deliveries.standing('w')).reached).toBe(5n);
  });

  it('stores all of a step or nothing', async () => {
    const url = await server.database();
    const deliveries = await open(url);
    await server.run(
      nameOf(url),
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = '53100'; END $$;
       CREATE TRIGGER full_disk BEFORE INSERT ON kith_engine.attempt FOR EACH ROW EXECUTE FUNCTION full_disk()`,
    );
    const attempt = {
      position: 1n,
      eventId: 'e',
      type: 'T',
      attempt: 1,
      replay: false,
      at: 1,
      durationMs: 1,
      statusCode: 204,
      error: null,
      outcome: 'delivered',
    } as const;
    await expect(deliveries.step('w', { reached: 5n, attempts: [attempt] })).rejects.toThrow('PostgreSQL 53100');
    expect((await deliveries.standing('w')).reached).toBeUndefined();
    await server.run(nameOf(url), 'DROP TRIGGER full_disk ON kith_engine.attempt');
    await deliveries.step('w', { reached: 5n, attempts: [attempt] });
    expect((await deliveries.standing('w')).reached).toBe(5n);
  });
});
