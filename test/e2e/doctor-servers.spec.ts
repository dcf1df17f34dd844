import { rmSync } from 'node:fs';
import { type Places, ScaleServers } from '../support/at-scale-places';
import { examined } from '../support/examined';
import { presetKey, RunningEngine, scratchFolder } from '../support/running-engine';

jest.setTimeout(120_000);

let servers: ScaleServers;
let places: Places;
let folder: string;
beforeAll(async () => {
  folder = scratchFolder();
  servers = await ScaleServers.start();
  places = await servers.places();
});
afterAll(async () => {
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
});

const doctor = (other: Partial<Places> = {}) => examined(['--data', folder, '--port', '0'], { ...places, ...other }, folder);

it('finds empty servers before the first start, and makes nothing there', async () => {
  for (let look = 0; look < 2; look++) {
    const { bad, of } = await doctor();
    expect(bad).toEqual([]);
    expect(of('key-vault')).toContain('there is no vault yet');
    expect(of('read-models')).toContain('there are no read models yet');
    expect(of('log')).toContain('EventStoreDB answers');
  }
});

describe('of servers that an engine used', () => {
  beforeAll(async () => {
    const engine = await RunningEngine.start({ folder, settings: { ...presetKey, ...places } });
    const point = { channel: 'email', value: 'lea@example.org' };
    try {
      await engine.post('/v1/end-users', { name: 'Léa', contactPoints: [point] });
      const looked = await engine.get('/v1/contact-points/email/lea@example.org', { headers: { 'kith-after': await engine.head() } });
      expect(looked).toMatchObject({ status: 200 });
    } finally {
      await engine.stop();
    }
  });

  it('finds nothing wrong', async () => {
    const { bad, of, said } = await doctor();
    expect(bad).toEqual([]);
    expect(of('key-vault')).toMatch(/it has all \d+ keys/);
    expect(of('read-models')).toMatch(/PostgreSQL answers; \d+ projections, none more than a minute behind/);
    expect(said).not.toContain(places.KITH_MASTER_KEY);
  });

  it('finds a vault that is another one', async () => {
    const { KITH_KEY_VAULT } = await servers.places();
    const { bad, said } = await doctor({ KITH_KEY_VAULT });
    expect([bad, said]).toEqual([['key-vault'], expect.stringContaining('holds no vault, and the log needs one')]);
  });

  it('finds servers that are away, and tells no password', async () => {
    const nowhere = 'postgres://kith:opensesame@127.0.0.1:1/kith';
    const { bad, said } = await doctor({ KITH_EVENT_STORE: 'esdb://127.0.0.1:1?tls=false', KITH_KEY_VAULT: nowhere, KITH_READ_DB: nowhere });
    expect(bad).toEqual(['key-vault', 'log']);
    expect(said).not.toContain('opensesame');
  });
});
