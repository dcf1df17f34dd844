import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openMasterKey } from '@kith/adapters';
import { builtFile } from '../support/built-file';
import { type Found, foundIn, foundInFolder, foundInPostgres, withEveryKey } from '../support/bytes-left';
import { PlantedPerson, talkative } from '../support/planted-people';
import { PostgresServer } from '../support/postgres-server';
import { writeCases } from '../support/route-cases';
import { presetKey, RunningEngine, scratchFolder } from '../support/running-engine';

/** All of it with KITH_WHOLE: `npm run test:erasure`. */
const whole = Boolean(process.env.KITH_WHOLE);
const counts = whole ? { erased: 50, others: 5 } : { erased: 2, others: 1 };
jest.setTimeout(whole ? 1_800_000 : 180_000);

/** How long after an erasure no byte may be left, in milliseconds. */
const within = 60_000;

/** What is told by these is of an organization, the tenant, a key or a webhook, or no text at all. */
const ofNobody = [
  'POST /v1/keys',
  'DELETE /v1/keys/{keyId}',
  'POST /v1/tenants',
  'POST /v1/end-users/{id}/erase',
  'GET /v1/end-users/{id}/erasure',
  'POST /v1/imports/{id}/cancel',
  'POST /v1/imports/{id}/revert',
  'POST /v1/retention-runs',
  'POST /v1/retention-runs/{id}/cancel',
  'DELETE /v1/end-users/{id}',
  'DELETE /v1/organizations/{id}/members/{endUserId}',
  'PUT /v1/end-users/{id}/default-organization',
  'PATCH /v1/settings',
];
/** What these are told goes the way of a merge or a declaration. */
const asOthers = ['POST /v1/duplicates/{id}/merge', 'POST /v1/duplicates/{id}/dismiss'];
const isOfNobody = (route: string) =>
  ofNobody.includes(route) || /\/v1\/(organizations$|organizations\/\{id\}(?!\/members)|organization-merges|webhooks)/.test(route);

const folders: string[] = [];
const newFolder = () => {
  folders.push(scratchFolder());
  return folders.at(-1) as string;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** People of two kinds, told of in every way, some of whose read models have been built anew since. */
async function populated(engine: RunningEngine): Promise<{ erased: readonly PlantedPerson[]; others: readonly PlantedPerson[] }> {
  expect((await engine.patch('/v1/settings', talkative)).status).toBe(200);
  const { body: organization } = await engine.post('/v1/organizations', { name: 'Acme' });
  const planted = async (count: number) => {
    const people = Array.from({ length: count }, () => new PlantedPerson(engine, organization.id));
    for (const person of people) await person.plant();
    return people;
  };
  const people = { erased: await planted(counts.erased), others: await planted(counts.others) };
  await ready(engine);
  await rebuilt(engine);
  for (const person of people.erased) await person.tellMore();
  return people;
}

const ready = (engine: RunningEngine) => until(async () => (await engine.get('/health/ready', { key: null })).status === 200);

async function rebuilt(engine: RunningEngine): Promise<void> {
  expect((await engine.post('/v1/operations/projections/rebuild', undefined)).status).toBe(202);
  await until(async () => (await engine.get('/v1/operations/projections')).body.rebuild.state === 'done');
}

async function until(come: () => Promise<boolean>, ms = within): Promise<void> {
  for (const end = Date.now() + ms; !(await come()); ) {
    if (Date.now() > end) throw new Error(`it has not come after ${ms / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Erases them all. @returns the ids of the keys that exist no more, once all is certified */
async function erase(engine: RunningEngine, people: readonly PlantedPerson[]): Promise<{ keys: readonly string[]; overwritten: readonly string[] }> {
  const began = Date.now();
  for (const { profiles } of people) for (const id of profiles) expect((await engine.post(`/v1/end-users/${id}/erase`, { scope: 'person' })).status).toBe(200);
  const [keys, overwritten] = [new Set<string>(), new Set<string>()];
  for (const { profiles } of people)
    for (const id of profiles) {
      const erasure = async () => (await engine.get(`/v1/end-users/${id}/erasure`)).body;
      await until(async () => (await erasure()).state === 'certified', within - (Date.now() - began));
      const { certificate } = await erasure();
      for (const key of certificate.keys) keys.add(key);
      for (const store of certificate.overwritten) overwritten.add(store);
    }
  return { keys: [...keys], overwritten: [...overwritten].sort() };
}

const needlesOf = (people: readonly PlantedPerson[]): readonly string[] => people.flatMap(({ needles }) => needles);
const textsOf = (found: readonly Found[]): ReadonlySet<string> => new Set(found.map(({ text }) => text));
const said = ({ lines, errors }: RunningEngine): Buffer => Buffer.from([...lines, ...errors].join('\n'));

/** Everything that is answered about people. */
async function digestOf(engine: RunningEngine, people: readonly PlantedPerson[]): Promise<string> {
  const hash = createHash('sha256');
  for (const { profiles } of people)
    for (const id of profiles)
      for (const path of ['', '/timeline?limit=200', '/history?limit=200']) hash.update((await engine.get(`/v1/end-users/${id}${path}`)).text);
  return hash.digest('hex');
}

/** Runs a program of the engine as its script does. @returns its exit code and what it printed */
function run(program: string, folder: string): Promise<{ code: number | null; printed: string }> {
  const child = spawn(process.execPath, [builtFile('apps', 'engine', 'src', `${program}.js`), '--data', folder], {
    cwd: folder,
    env: { PATH: '/usr/bin:/bin', ...presetKey },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, printed })));
}

it('no byte of what was told of the erased is left in the data folder or the logs, nothing opens what is sealed, and others are as they were', async () => {
  const folder = newFolder();
  let engine = await RunningEngine.start({ folder, settings: { ...presetKey, KITH_LOG_LEVEL: 'trace' } });
  try {
    const { erased, others } = await populated(engine);
    const untold = (route: string) => !isOfNobody(route) && !asOthers.includes(route) && !erased[0]?.routes.has(route);
    expect(Object.keys(writeCases).filter(untold)).toEqual([]);
    const [gone, kept] = [needlesOf(erased), needlesOf(others)];
    expect(textsOf(await foundInFolder(folder, [...gone, ...kept]))).toEqual(new Set([...gone, ...kept]));
    const before = await digestOf(engine, others);

    const { keys, overwritten } = await erase(engine, erased);
    expect(await foundInFolder(folder, gone)).toEqual([]);
    expect(overwritten).toEqual(['key-vault', 'read-models']);
    expect(await digestOf(engine, others)).toBe(before);
    expect(textsOf(await foundInFolder(folder, kept))).toEqual(new Set(kept));
    expect(foundIn(said(engine), [...gone, ...kept], 'the log')).toEqual([]);
    await engine.stop();

    const db = new DatabaseSync(join(folder, 'keys.sqlite'));
    const keyIds = db
      .prepare('SELECT id FROM data_key')
      .all()
      .map(({ id }) => String(id));
    db.close();
    const tried = await withEveryKey(folder, openMasterKey(folder).key, keyIds);
    const theirs = tried.filter(({ keyId }) => keys.includes(keyId));
    expect(theirs.length).toBeGreaterThan(erased.length * 40);
    expect(theirs.filter(({ opened }) => opened !== undefined)).toEqual([]);
    expect(foundIn(Buffer.from(tried.map(({ opened }) => opened).join('\n')), gone, 'what is sealed')).toEqual([]);
    expect(tried.filter(({ opened, keyId }) => opened === undefined && !keys.includes(keyId))).toEqual([]);

    if (whole) expect(await run('rebuild', folder)).toMatchObject({ code: 0 });
    expect(await foundInFolder(folder, gone)).toEqual([]);
    const verified = await run('verify', folder);
    expect([verified.code, verified.printed]).toEqual([0, verified.printed]);
    engine = await RunningEngine.start({ folder, settings: presetKey });
    await ready(engine);
    expect(await digestOf(engine, others)).toBe(before);
  } finally {
    await engine.stop('SIGKILL');
  }
});

const inPostgres = async (): Promise<void> => {
  const [server, folder] = [await PostgresServer.start(), newFolder()];
  const [readDb, keyVault] = [await server.database(), await server.database()];
  const settings = { ...presetKey, KITH_READ_DB: readDb, KITH_KEY_VAULT: keyVault, KITH_MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };
  const engine = await RunningEngine.start({ folder, settings });
  try {
    const { erased, others } = await populated(engine);
    const [gone, kept] = [needlesOf(erased), needlesOf(others)];
    expect(textsOf(await foundInPostgres(readDb, [...gone, ...kept]))).toEqual(new Set([...gone, ...kept]));
    const before = await digestOf(engine, others);
    expect((await erase(engine, erased)).overwritten).toEqual([]);
    // Tables that a rebuild has replaced go once other processes have had their time to leave them.
    await until(async () => (await foundInPostgres(readDb, gone)).length === 0);
    expect(await foundInPostgres(keyVault, gone)).toEqual([]);
    expect(await foundInFolder(folder, gone)).toEqual([]);
    expect(await digestOf(engine, others)).toBe(before);
  } finally {
    await engine.stop('SIGKILL');
    await server.stop();
  }
};
if (whole) it('no row of PostgreSQL has a word of the erased', inPostgres);
