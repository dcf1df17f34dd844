import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AtScale } from '../support/at-scale';
import { tablesThatDiffer, until, wrongsAfterLoad } from '../support/at-scale-log';
import type { PostgresServer } from '../support/postgres-server';
import { ownedFolder, runner } from '../support/postgres-server-programs';
import type { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

// A small file system is the only disk that can be filled without harm: mounting one takes root.
const disk = mkdtempSync(join(tmpdir(), 'kith-small-disk-'));
let scale: AtScale | undefined;
beforeAll(() => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m,mode=755', 'tmpfs', disk]);
});
afterAll(async () => {
  await scale?.stop();
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

/** A database whose tables lie on the small disk; the server's own log lies elsewhere, so that it goes on. */
async function databaseOnDisk(postgres: PostgresServer): Promise<string> {
  const folder = join(disk, 'space');
  ownedFolder(folder, runner());
  await postgres.run('postgres', `CREATE TABLESPACE small LOCATION '${folder}'`);
  await postgres.run('postgres', 'CREATE DATABASE small TABLESPACE small');
  return postgres.url('small');
}

const health = async (engine: RunningEngine) => (await engine.get('/health/ready', { key: null })).body;
/** How far the projection that is farthest behind has come. */
async function reached(engine: RunningEngine): Promise<bigint> {
  const positions = (await health(engine)).projections.map(({ position }: { position: string }) => BigInt(position)) as bigint[];
  return positions.reduce((least, position) => (position < least ? position : least));
}

it('while the disk of the read models is full, writes and reads go on and the projector waits; it catches up when there is room', async () => {
  scale = await AtScale.start({ readDb: databaseOnDisk });
  const engine = await scale.engine();
  await engine.ready();
  const load = scale.load('disk', () => [engine], 16);
  await load.endsMore(100);
  const known = await engine.post('/v1/end-users', { name: 'Known' });
  const path = `/v1/end-users/${known.body.id}`;
  expect((await engine.get(path, { headers: { 'kith-after': known.headers.get('kith-position') ?? '' } })).status).toBe(200);

  const filler = join(disk, 'filler');
  execFileSync('sh', ['-c', `head -c 64m /dev/zero > ${filler} || true`], { stdio: 'ignore' });
  // Pages that are there already have some room: it stands still once none has.
  for (let still = 0; still < 3; ) {
    const before = await reached(engine);
    await load.endsMore(100);
    still = (await reached(engine)) === before ? still + 1 : 0;
  }
  const read = await engine.get(path);
  expect([read.status, read.body.name]).toEqual([200, 'Known']);

  rmSync(filler);
  const began = performance.now();
  await load.finish(engine);
  const head = BigInt((await health(engine)).eventStore.head);
  await until(async () => (await reached(engine)) >= head && (await health(engine)).status === 'ready', 'the projector does not catch up');
  console.log(
    `caught up ${((performance.now() - began) / 1000).toFixed(1)} s after there was room; ${load.ended.length} writes, ${load.failed.length} came again`,
  );
  expect(wrongsAfterLoad(await scale.log(), load.ended)).toEqual([]);
  expect(await tablesThatDiffer(scale.places, await scale.servers.postgres.database())).toEqual([]);
}, 240_000);
