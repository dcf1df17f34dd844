import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigInvalid, loadCaller, loadConfig, toldSettings } from '@kith/config';
import { withoutKey } from '../../apps/cli/src/commands/projections';

const key = `kith_caller001_${'aB3_-'.repeat(8)}`;

describe('where the engine is, and with which key', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'kith-caller-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));
  const load = (env: Record<string, string> = {}, given: { url?: string; key?: string } = {}) => loadCaller({ env, cwd, ...given });

  it.each<[env: Record<string, string>, url: string]>([
    [{}, 'http://127.0.0.1:7450'],
    [{ KITH_HOST: '0.0.0.0', KITH_PORT: '80' }, 'http://127.0.0.1:80'],
    [{ KITH_HOST: '::' }, 'http://[::1]:7450'],
    [{ KITH_URL: 'https://kith.example.org/api/' }, 'https://kith.example.org/api'],
    [{ KITH_URL: 'https://kith.example.org', KITH_PORT: '0' }, 'https://kith.example.org'],
  ])('%j leads to %s', (env, url) => {
    expect(load(env)).toEqual({ url, key: undefined });
  });

  it('what is given goes before the environment, and that before .env', () => {
    writeFileSync(join(cwd, '.env'), `KITH_URL=http://one\nKITH_KEY=${key}\n`);
    expect(load()).toEqual({ url: 'http://one', key });
    expect(load({ KITH_URL: 'http://two' })).toEqual({ url: 'http://two', key });
    expect(load({ KITH_URL: 'http://two' }, { url: 'http://three' }).url).toBe('http://three');
  });

  it('a key may lie in a file, and the secrets of the engine are not opened for it', () => {
    writeFileSync(join(cwd, 'key'), `${key}\nmore`);
    expect(load({ KITH_KEY_FILE: 'key', KITH_MASTER_KEY_FILE: '/nowhere/at/all' }).key).toBe(key);
    expect(() => load({ KITH_KEY_FILE: 'nowhere' })).toThrow(/KITH_KEY_FILE \(environment\) names a file that cannot be read/);
  });

  it('what is wrong is said without the text itself', () => {
    const wrong = () => load({ KITH_KEY: 'a secret that slipped', KITH_URL: 'kith.example.org' });
    expect(wrong).toThrow(ConfigInvalid);
    expect(wrong).toThrow(/KITH_KEY \(environment\) must be .*\n.*KITH_URL \(environment\) must be /);
    expect(wrong).not.toThrow(/slipped/);
  });

  it('an engine leaves the settings of its callers alone, and knows no flags of theirs', () => {
    expect(loadConfig({ env: { KITH_URL: 'http://elsewhere', KITH_KEY: key }, argv: [], cwd }).port).toBe(7450);
    expect(() => loadConfig({ env: {}, argv: ['--url', 'http://elsewhere'], cwd })).toThrow(/--url is no flag/);
  });

  it('every setting is told with where it came from, and no secret with it', () => {
    const told = toldSettings({ env: { KITH_KEY: key, KITH_READ_DB: 'postgres://kith:geheim@db/kith', KITH_HOST: '::1' }, argv: ['--port', '1'], cwd });
    const of = (variable: string) => told.find((one) => one.variable === variable);
    expect([of('KITH_KEY'), of('KITH_READ_DB'), of('KITH_HOST'), of('KITH_PORT'), of('KITH_DATA'), of('KITH_MASTER_KEY')]).toEqual([
      { variable: 'KITH_KEY', value: '(not shown)', from: 'environment' },
      { variable: 'KITH_READ_DB', value: 'postgres://(not shown)', from: 'environment' },
      { variable: 'KITH_HOST', value: '::1', from: 'environment' },
      { variable: 'KITH_PORT', value: '1', from: 'command line' },
      { variable: 'KITH_DATA', value: './data', from: 'default' },
      { variable: 'KITH_MASTER_KEY', value: null, from: 'nowhere' },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/geheim|aB3_/);
  });
});

it.each([
  [['retry', 'timeline', '--key', 'k', '--port', '1'], ['retry', 'timeline', '--port', '1'], 'k'],
  [['retry', '--key=k', 'timeline'], ['retry', 'timeline'], 'k'],
  [['list', '--json'], ['list', '--json'], undefined],
  [['retry', 'timeline', '--key'], ['retry', 'timeline', '--key'], undefined],
])('of %j the key is taken out before a program gets the words', (words, left, found) => {
  expect(withoutKey(words)).toEqual({ words: left, key: found });
});
