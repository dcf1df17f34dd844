import { rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { RunningEngine, scratchFolder } from '../support/running-engine';

jest.setTimeout(60_000);

const engines: RunningEngine[] = [];
const start = async (...options: Parameters<typeof RunningEngine.start>) => {
  const engine = await RunningEngine.start(...options);
  engines.push(engine);
  return engine;
};
const folders: string[] = [];
const scratch = () => {
  const folder = scratchFolder();
  folders.push(folder);
  return folder;
};
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.discard();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('starting', () => {
  it('prints the first admin key once, and one line when it listens', async () => {
    const engine = await start();
    expect(engine.lines.filter((line) => /^admin key of tenant default \(shown once\): kith_[a-z0-9]{8,32}_[\w-]{32,}$/.test(line))).toHaveLength(1);
    expect(engine.lines.filter((line) => /^kith listening on http:\/\/127\.0\.0\.1:\d+$/.test(line))).toHaveLength(1);
    await engine.ready();
    expect(await engine.stop()).toBe(0);
    const again = await start({ folder: engine.folder });
    expect(again.key).toBe('');
    again.key = engine.key;
    expect((await again.get('/v1/settings')).status).toBe(200);
  });

  it('takes the keys that the configuration presets', async () => {
    const preset = `kith_presetadmin_${'a'.repeat(43)}`;
    const engine = await start({ settings: { KITH_ADMIN_KEY: preset } });
    expect(engine.lines.filter((line) => line.startsWith('admin key'))).toEqual([]);
    expect((await engine.get('/v1/settings', { key: preset })).status).toBe(200);
  });

  it('works in memory alone, too', async () => {
    const engine = await start({ settings: { KITH_EVENT_STORE: 'memory' } });
    await engine.ready();
    const made = await engine.post('/v1/end-users', { contactPoints: [{ channel: 'email', value: 'memory@example.org' }] });
    expect(
      (await engine.get('/v1/contact-points/email/memory@example.org', { headers: { 'kith-after': made.headers.get('kith-position') ?? '' } })).status,
    ).toBe(200);
    expect(await engine.stop()).toBe(0);
  });

  it('on a folder that another engine holds is refused in one line that says who', async () => {
    const first = await start();
    const { code, errors } = await RunningEngine.failing({ folder: first.folder });
    expect([code, errors.split('\n').length]).toEqual([1, 1]);
    expect(errors).toContain(`process ${first.process.pid}`);
    expect((await first.get('/health/live', { key: null })).status).toBe(200);
  });

  it('on a port that is taken is refused in one line, and leaves the folder free', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const folder = scratch();
    const { code, errors } = await RunningEngine.failing({ folder, settings: { KITH_PORT: String(port) } });
    server.close();
    expect([code, errors.split('\n').length]).toEqual([1, 1]);
    expect(errors).toContain(`port ${port}`);
    await (await start({ folder })).stop();
  });

  it('with a wrong setting is refused with its name and without a stack', async () => {
    const { code, errors } = await RunningEngine.failing({ folder: scratch(), settings: { KITH_PORT: 'many', KITH_ADMIN_KEY: 'secret-but-wrong' } });
    expect(code).toBe(2);
    expect(errors).toMatch(/KITH_PORT/);
    expect(errors).toMatch(/KITH_ADMIN_KEY/);
    expect(errors).not.toMatch(/secret-but-wrong|\n\s+at /);
  });

  it('on a folder that is none is refused in one line', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'file'), '');
    const { code, errors } = await RunningEngine.failing({ folder, settings: { KITH_DATA: join(folder, 'file', 'data') } });
    expect([code, errors.split('\n').length]).toEqual([1, 1]);
    expect(errors).toContain(join(folder, 'file'));
  });
});

describe('stopping', () => {
  it('under load loses nothing that was acknowledged, and ends with 0', async () => {
    const engine = await start();
    const acknowledged: { id: string; value: string }[] = [];
    let stopping = false;
    const client = async (n: number) => {
      for (let i = 0; !stopping || i < 5; i++) {
        const value = `load-${n}-${i}@example.org`;
        try {
          const { status, body, headers } = await engine.post('/v1/end-users', { contactPoints: [{ channel: 'email', value }] });
          if (status === 201) acknowledged.push({ id: body.id, value });
          else expect([status, body.code, headers.get('connection')]).toEqual([503, 'stopping', 'close']);
          if (status !== 201) return;
        } catch (error) {
          // The connection was closed before the request was read: the client knows that it must try again.
          if (!stopping) throw error;
          return;
        }
      }
    };
    const clients = Promise.all(Array.from({ length: 16 }, (_, n) => client(n)));
    while (acknowledged.length < 100) await new Promise((resolve) => setTimeout(resolve, 10));
    stopping = true;
    expect(await engine.stop()).toBe(0);
    await clients;
    const again = await start({ folder: engine.folder });
    again.key = engine.key;
    const head = { headers: { 'kith-after': await again.head() } };
    for (let i = 0; i < acknowledged.length; i += 1000) {
      const part = acknowledged.slice(i, i + 1000);
      const { body } = await again.post('/v1/contact-points/lookup', { contactPoints: part.map(({ value }) => ({ channel: 'email', value })) }, head);
      expect(body.items.map((item: { holders: { endUserId: string }[] } | null) => item?.holders[0]?.endUserId)).toEqual(part.map(({ id }) => id));
    }
  });

  it('does not wait for a client that does not finish its request', async () => {
    const engine = await start();
    const { hostname, port } = new URL(engine.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(
      `POST /v1/end-users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${engine.key}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    expect(await engine.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(20_000);
    socket.destroy();
  });

  it('at once on a second signal that is not part of the first', async () => {
    const engine = await start();
    const { hostname, port } = new URL(engine.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(
      `POST /v1/end-users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${engine.key}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    engine.process.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await engine.stop('SIGINT')).toBe(1);
    expect(performance.now() - began).toBeLessThan(8_000);
    socket.destroy();
  });
});
