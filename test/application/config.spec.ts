import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Config, ConfigInvalid, configurationReference, HelpRequested, loadConfig } from '@kith/config';

const masterKey = Buffer.alloc(32, 7).toString('base64');
const adminKey = `kith_admin0001_${'aB3_-'.repeat(8)}`;

describe('the configuration', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'kith-config-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  const load = (env: Record<string, string | undefined> = {}, argv: readonly string[] = []): Config => loadConfig({ env, argv, cwd });
  const problemsOf = (env: Record<string, string | undefined>, argv: readonly string[] = []): readonly string[] => {
    try {
      load(env, argv);
    } catch (error) {
      if (error instanceof ConfigInvalid) return error.problems;
      throw error;
    }
    return [];
  };

  it('needs nothing to be set', () => {
    expect(load()).toEqual({
      host: '127.0.0.1',
      port: 7450,
      data: join(cwd, 'data'),
      eventStore: 'sqlite',
      streamPrefix: '',
      readDb: 'sqlite',
      keyVault: 'sqlite',
      masterKey: undefined,
      adminKey: undefined,
      operatorKey: undefined,
      parts: ['api', 'projector', 'reactor'],
      logLevel: 'info',
      rateLimit: 2000,
      webhookBackOff: [5_000, 30_000, 120_000, 600_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 50_400_000, 72_000_000, 86_400_000],
      webhookPrivateTargets: false,
      defaultRegion: undefined,
    });
  });

  it('takes every setting from the environment', () => {
    const config = load({
      KITH_HOST: '::1',
      KITH_PORT: '0',
      KITH_DATA: 'elsewhere/kith',
      KITH_EVENT_STORE: 'sqlite',
      KITH_STREAM_PREFIX: 'staging',
      KITH_READ_DB: 'sqlite',
      KITH_KEY_VAULT: 'sqlite',
      KITH_MASTER_KEY: masterKey,
      KITH_ADMIN_KEY: adminKey,
      KITH_OPERATOR_KEY: adminKey.replace('admin0001', 'operator1'),
      KITH_PARTS: 'reactor, api,projector',
      KITH_LOG_LEVEL: 'trace',
      KITH_RATE_LIMIT: '0',
      KITH_WEBHOOK_BACK_OFF: '0.25, 60',
      KITH_WEBHOOK_PRIVATE_TARGETS: 'true',
      KITH_DEFAULT_REGION: 'fr',
    });
    expect(config).toEqual({
      host: '::1',
      port: 0,
      data: resolve(cwd, 'elsewhere/kith'),
      eventStore: 'sqlite',
      streamPrefix: 'staging',
      readDb: 'sqlite',
      keyVault: 'sqlite',
      masterKey,
      adminKey,
      operatorKey: adminKey.replace('admin0001', 'operator1'),
      parts: ['api', 'projector', 'reactor'],
      logLevel: 'trace',
      rateLimit: 0,
      webhookBackOff: [250, 60_000],
      webhookPrivateTargets: true,
      defaultRegion: 'FR',
    });
  });

  it('takes flags in both spellings, .env before the environment before flags, and the last of repeated flags', () => {
    writeFileSync(join(cwd, '.env'), '# ours\nKITH_HOST=from-file\nKITH_PORT=1\nKITH_LOG_LEVEL="warn"\nOTHER=ignored\n');
    const config = load({ KITH_PORT: '2', KITH_HOST: 'from-environment', HOME: '/' }, ['--port', '3', '--event-store=memory', '--port=4']);
    expect(config).toMatchObject({ host: 'from-environment', port: 4, logLevel: 'warn', eventStore: 'memory' });
    expect(load({ KITH_PORT: '2' })).toMatchObject({ host: 'from-file', port: 2 });
  });

  it('takes an empty text as not given, wherever it stands', () => {
    writeFileSync(join(cwd, '.env'), 'KITH_HOST=from-file\nKITH_PORT=\n');
    expect(load({ KITH_HOST: '', KITH_MASTER_KEY: '', KITH_PARTS: undefined }, ['--host=', '--data', ''])).toMatchObject({
      host: 'from-file',
      port: 7450,
      data: join(cwd, 'data'),
      masterKey: undefined,
    });
  });

  it('keeps everything in memory when the events are', () => {
    expect(load({ KITH_EVENT_STORE: 'memory', KITH_READ_DB: 'sqlite' })).toMatchObject({ eventStore: 'memory', readDb: 'memory', keyVault: 'memory' });
  });

  const atSize = {
    KITH_EVENT_STORE: 'esdb+discover://kith:hunter22@one:2113,two:2113,three:2113/?tls=true&nodePreference=leader',
    KITH_READ_DB: 'postgres://kith:hunter22@db:5432/read_models?sslmode=require',
    KITH_KEY_VAULT: 'postgresql://kith:hunter22@db/keys',
    KITH_MASTER_KEY: masterKey,
  };

  it('takes EventStoreDB and PostgreSQL by their connection strings, and then any of the parts', () => {
    expect(load({ ...atSize, KITH_PARTS: 'projector' })).toMatchObject({
      eventStore: atSize.KITH_EVENT_STORE,
      readDb: atSize.KITH_READ_DB,
      keyVault: atSize.KITH_KEY_VAULT,
      parts: ['projector'],
    });
    expect(load({ KITH_EVENT_STORE: 'kurrentdb://one' }).eventStore).toBe('kurrentdb://one');
  });

  it('refuses some of the parts where anything lies in a data folder, and a vault elsewhere without its master key', () => {
    for (const variable of ['KITH_EVENT_STORE', 'KITH_READ_DB', 'KITH_KEY_VAULT'])
      expect(problemsOf({ ...atSize, [variable]: 'sqlite', KITH_PARTS: 'api' })).toEqual([expect.stringMatching(/^KITH_PARTS must name all/)]);
    expect(problemsOf({ ...atSize, KITH_MASTER_KEY: undefined })).toEqual([
      expect.stringMatching(/^KITH_MASTER_KEY must be given with a key vault in PostgreSQL/),
    ]);
    expect(problemsOf({ ...atSize, KITH_EVENT_STORE: 'memory' })).toEqual([expect.stringMatching(/^KITH_READ_DB and KITH_KEY_VAULT must not be given/)]);
  });

  it('reads a secret from the file that is named, and nothing else so', () => {
    writeFileSync(join(cwd, 'key'), `${masterKey}\n`);
    expect(load({ KITH_MASTER_KEY_FILE: 'key' }).masterKey).toBe(masterKey);
    expect(load({ KITH_MASTER_KEY_FILE: '' }).masterKey).toBeUndefined();
    expect(problemsOf({ KITH_MASTER_KEY_FILE: 'hunter22' })).toEqual(['KITH_MASTER_KEY_FILE (environment) names a file that cannot be read (ENOENT)']);
    expect(problemsOf({ KITH_PORT_FILE: 'key' })).toEqual([expect.stringMatching(/^KITH_PORT_FILE \(environment\) is no setting/)]);
    writeFileSync(join(cwd, 'key'), 'hunter22');
    expect(problemsOf({ KITH_MASTER_KEY_FILE: 'key' })).toEqual([expect.stringMatching(/^KITH_MASTER_KEY \(environment\) must be the base64/)]);
  });

  it('cannot be changed afterwards', () => {
    for (const config of [load(), load({ KITH_EVENT_STORE: 'memory' })]) {
      expect(Object.isFrozen(config)).toBe(true);
      expect(Object.isFrozen(config.parts)).toBe(true);
    }
  });

  it.each<[variable: string, text: string, allowed: string]>([
    ['KITH_HOST', 'http://localhost', 'a host name or an IP address'],
    ['KITH_PORT', '65536', '0 to 65535'],
    ['KITH_PORT', '-1', '0 to 65535'],
    ['KITH_PORT', '80.5', '0 to 65535'],
    ['KITH_PORT', '0x50', '0 to 65535'],
    ['KITH_PORT', 'tcp://10.0.0.1:7450', '0 to 65535'],
    ['KITH_RATE_LIMIT', '-1', 'a whole number from 0 to 1000000'],
    ['KITH_RATE_LIMIT', '1000001', 'a whole number from 0 to 1000000'],
    ['KITH_RATE_LIMIT', '1e3', 'a whole number from 0 to 1000000'],
    ['KITH_DATA', 'da\0ta', 'the path of a folder'],
    ['KITH_EVENT_STORE', 'SQLite', '`sqlite`, `memory`'],
    ['KITH_EVENT_STORE', 'esdb:/user:hunter22@db:2113', '`esdb://<host>:<port>`'],
    ['KITH_EVENT_STORE', 'esdb://user:hunter22@?tls=false', '`esdb://<host>:<port>`'],
    ['KITH_EVENT_STORE', 'esdb://user:hunter22@db:2113?tls=False', '`tls` is `true` or `false`'],
    ['KITH_EVENT_STORE', 'http://db:2113', '`esdb://<host>:<port>`'],
    ['KITH_STREAM_PREFIX', 'a-b', 'up to 40 letters'],
    ['KITH_READ_DB', 'postgres://user:hunter22@db', '`postgres://<user>:<password>@<host>:<port>/<database>`'],
    ['KITH_READ_DB', 'memory', '`sqlite`'],
    ['KITH_KEY_VAULT', 'postgres://user:hunter22@db:port/kith', '`postgres://<user>:<password>@<host>:<port>/<database>`'],
    ['KITH_MASTER_KEY', Buffer.alloc(31, 7).toString('base64'), 'the base64 of exactly 32 bytes'],
    ['KITH_MASTER_KEY', Buffer.alloc(33, 7).toString('base64'), 'the base64 of exactly 32 bytes'],
    ['KITH_MASTER_KEY', masterKey.slice(0, -1), 'the base64 of exactly 32 bytes'],
    ['KITH_MASTER_KEY', Buffer.alloc(32, 7).toString('hex'), 'the base64 of exactly 32 bytes'],
    ['KITH_ADMIN_KEY', adminKey.replace('kith_', ''), '`kith_<keyId>_<secret>`'],
    ['KITH_ADMIN_KEY', adminKey.replace('admin0001', 'Admin0001'), '`kith_<keyId>_<secret>`'],
    ['KITH_ADMIN_KEY', adminKey.replace('admin0001', 'short'), '`kith_<keyId>_<secret>`'],
    ['KITH_ADMIN_KEY', `kith_admin0001_${'a'.repeat(31)}`, '`kith_<keyId>_<secret>`'],
    ['KITH_OPERATOR_KEY', `${adminKey}!`, '`kith_<keyId>_<secret>`'],
    ['KITH_PARTS', 'api,projecter,reactor', '`api`, `projector`, `reactor`'],
    ['KITH_PARTS', 'api,,reactor', '`api`, `projector`, `reactor`'],
    ['KITH_PARTS', 'api,projector', 'all of `api`, `projector` and `reactor`'],
    ['KITH_LOG_LEVEL', 'verbose', '`fatal`, `error`'],
    ['KITH_WEBHOOK_BACK_OFF', '5,,30', '1 to 50 numbers of seconds'],
    ['KITH_WEBHOOK_BACK_OFF', '5,-1', '1 to 50 numbers of seconds'],
    ['KITH_WEBHOOK_BACK_OFF', '604801', '1 to 50 numbers of seconds'],
    ['KITH_WEBHOOK_PRIVATE_TARGETS', 'yes', '`true` or `false`'],
    ['KITH_DEFAULT_REGION', 'FRA', 'a country code of two letters'],
    ['KITH_DEFAULT_REGION', 'QX', 'a country code of two letters'],
  ])('refuses %s=%s with what is allowed, without repeating it', (variable, text, allowed) => {
    const [problem = '', ...more] = problemsOf({ [variable]: text });
    expect(more).toEqual([]);
    expect(problem).toMatch(new RegExp(`^${variable} `));
    expect(problem).toContain(allowed);
    for (const given of [text, 'hunter22', masterKey.slice(0, 20), 'aB3_-']) expect(problem).not.toContain(given);
  });

  it('names everything that is wrong at once, and where each wrong text came from', () => {
    writeFileSync(join(cwd, '.env'), 'KITH_LOG_LEVEL=loud\n');
    const problems = problemsOf({ KITH_PORT: 'x', KITH_MASTER_KEY: 'y', KITH_PROT: '1' }, ['--event-store', 'z', '--prot', '80']);
    expect(problems).toEqual([
      'KITH_PROT (environment) is no setting; did you mean KITH_PORT?',
      '--prot is no flag; did you mean --port?',
      'KITH_PORT (environment) must be a whole number from 0 to 65535',
      expect.stringMatching(/^--event-store must be `sqlite`, `memory`, or/),
      'KITH_MASTER_KEY (environment) must be the base64 of exactly 32 bytes (`openssl rand -base64 32` makes one)',
      expect.stringMatching(/^KITH_LOG_LEVEL \(\.env\) must be `fatal`/),
    ]);
    expect(() => load({ KITH_PORT: 'x' })).toThrow(/KITH_PORT \(environment\) must be a whole number/);
  });

  it.each([
    ['KITH_ADMINKEY', 'KITH_ADMIN_KEY'],
    ['KITH_EVENTSTORE', 'KITH_EVENT_STORE'],
    ['KITH_LOGLEVEL', 'KITH_LOG_LEVEL'],
    ['KITH_DEFAULT_REGON', 'KITH_DEFAULT_REGION'],
  ])('suggests for the unknown %s the nearest name, %s', (unknown, known) => {
    expect(problemsOf({ [unknown]: 'x' })).toEqual([`${unknown} (environment) is no setting; did you mean ${known}?`]);
    writeFileSync(join(cwd, '.env'), `${unknown}=x\n`);
    expect(problemsOf({})).toEqual([`${unknown} (.env) is no setting; did you mean ${known}?`]);
  });

  it('refuses arguments that are no flags, and flags without a value, without repeating what may be a secret', () => {
    expect(problemsOf({}, ['--master-key', '--port', '0', 'hunter22'])).toEqual(['--master-key lacks a value', 'argument 4 belongs to no flag']);
    expect(problemsOf({}, ['--port'])).toEqual(['--port lacks a value']);
    expect(problemsOf({}, ['--adminkey=hunter22'])).toEqual(['--adminkey is no flag; did you mean --admin-key?']);
  });

  it('keeps a value that holds an equals sign whole', () => {
    expect(load({}, [`--master-key=${masterKey}`]).masterKey).toBe(masterKey);
    expect(load({}, ['--master-key', masterKey]).masterKey).toBe(masterKey);
  });

  it('refuses one key for admin and operator, which would be one role too many', () => {
    expect(problemsOf({ KITH_ADMIN_KEY: adminKey, KITH_OPERATOR_KEY: `${adminKey}x` })).toEqual([
      'KITH_OPERATOR_KEY must be another key than KITH_ADMIN_KEY, with another key id',
    ]);
  });

  it('names a replay by a folder, or where read models are in PostgreSQL by a short name', () => {
    const postgres = { KITH_READ_DB: 'postgres://kith:secret@db:5432/kith' };
    expect(load({ KITH_REPLAY: 'march' }).replay).toBe(resolve(cwd, 'march'));
    expect(load({ ...postgres, KITH_REPLAY: 'march' }).replay).toBe('march');
    expect(problemsOf({ ...postgres, KITH_REPLAY: '../March' })).toEqual([
      'KITH_REPLAY must be a name of 1 to 32 of `a-z0-9_` where KITH_READ_DB is PostgreSQL',
    ]);
    expect(problemsOf({ KITH_EVENT_STORE: 'memory', KITH_REPLAY: 'march' })).toEqual([expect.stringMatching(/^KITH_REPLAY must not be given/)]);
  });

  it('says so when .env is there and cannot be read', () => {
    mkdirSync(join(cwd, '.env'));
    expect(problemsOf({})).toEqual(['.env in the working directory cannot be read (EISDIR)']);
  });

  it('shows every setting on --help, whatever else is wrong', () => {
    for (const flag of ['--help', '-h']) {
      let help: unknown;
      try {
        load({ KITH_PORT: 'x' }, [flag, '--nonsense']);
      } catch (error) {
        help = error;
      }
      expect(help).toBeInstanceOf(HelpRequested);
      expect((help as HelpRequested).message.match(/^--[a-z-]+, KITH_[A-Z_]+$/gm)).toHaveLength(Object.keys(load()).length);
    }
  });

  it('is described by docs/configuration.md as it is: when this fails, run `npm run docs:configuration`', () => {
    const reference = readFileSync(join(__dirname, '..', '..', 'docs', 'configuration.md'), 'utf8');
    expect(reference).toBe(configurationReference());
  });
});
