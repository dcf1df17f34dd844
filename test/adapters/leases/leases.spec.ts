import { PostgresLeases, SoleLeases } from '@kith/adapters';
import { type LeaseHolder, type Leases } from '@kith/application';
import { leasesContract } from '../../contracts/leases.contract';
import { PostgresServer } from '../../support/postgres-server';

jest.setTimeout(30_000); // a frozen server is waited for

leasesContract('SoleLeases', () => {
  const leases = new SoleLeases();
  return { leases, reopen: () => leases };
});

describe('PostgresLeases', () => {
  let server: PostgresServer;
  const opened: Leases[] = [];
  beforeAll(async () => {
    server = await PostgresServer.start();
  });
  afterEach(() => Promise.all(opened.splice(0).map((leases) => leases.close())));
  afterAll(() => server.stop());
  const open = async (url: string): Promise<PostgresLeases> => {
    const leases = await PostgresLeases.open({ url });
    opened.push(leases);
    return leases;
  };

  leasesContract('PostgresLeases', async () => {
    const url = await server.database();
    return { leases: await open(url), reopen: () => open(url) };
  });

  it('goes by the clock of the server alone', async () => {
    const leases = await open(await server.database());
    const ahead = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'clearTimeout'], now: Date.now() + 3_600_000 });
    try {
      await leases.hold('projector', 'a', 60_000, null);
      expect(await leases.hold('projector', 'b', 60_000, null)).toBeUndefined();
      expect((await leases.find('projector'))?.ageMs).toBeLessThan(10_000);
    } finally {
      jest.useRealTimers();
      ahead.mockRestore();
    }
  });

  it('is still held after the server was killed, and goes on without being opened again', async () => {
    const url = await server.database();
    const [leases, other] = [await open(url), await open(url)];
    await leases.hold('projector', 'a', 60_000, { at: 1 });
    await server.kill();
    await expect(leases.hold('projector', 'a', 60_000, null)).rejects.toThrow();
    await expect(other.find('projector')).rejects.toThrow();
    await server.startAgain();
    expect(await other.hold('projector', 'b', 60_000, null)).toBeUndefined();
    expect(await other.find('projector')).toMatchObject({ holder: 'a', status: { at: 1 } } satisfies Partial<LeaseHolder>);
    await server.restart();
    expect(await leases.hold('projector', 'a', 60_000, null)).toEqual([]);
  });

  it('rejects within seconds while the server is frozen, and closes all the same', async () => {
    const url = await server.database();
    const [leases, idle] = [await open(url), await open(url)];
    await leases.hold('projector', 'a', 60_000, null);
    server.freeze();
    try {
      const began = performance.now();
      await expect(leases.hold('projector', 'a', 60_000, null)).rejects.toThrow('timeout');
      expect(performance.now() - began).toBeLessThan(5_000);
      await Promise.all([leases.close(), idle.close()]);
    } finally {
      server.thaw();
    }
  });
});
