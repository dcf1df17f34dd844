import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { builtFile } from '../support/built-file';
import { inPipe, inThisProcess, jsonLines, plain, TerminalRun } from '../support/command-line';
import { endlessImport } from '../support/endless-import';
import { examined, traceOf } from '../support/examined';
import { presetKey, scratchFolder } from '../support/running-engine';

jest.setTimeout(60_000);

let folder: string;
let data: string;
let engine: TerminalRun;
let calling: Record<string, string>;
beforeAll(async () => {
  folder = scratchFolder();
  data = join(folder, 'data');
  // Started as people start it: in a terminal, by the command line.
  engine = new TerminalRun(['start', '--data', data, '--port', '0', '--log-level', 'error'], { cwd: folder, env: presetKey });
  await engine.until(/kith listening on http:\/\/127\.0\.0\.1:\d+/, 60_000);
  calling = { KITH_URL: /http:\S+/.exec(engine.shown)?.[0] ?? '', KITH_KEY: presetKey.KITH_ADMIN_KEY };
}, 120_000);
afterAll(async () => {
  engine.type('\u0003');
  await engine.ended();
  rmSync(folder, { recursive: true, force: true });
});

const kith = (words: readonly string[], input = '', env: Record<string, string> = calling) => inThisProcess(words, { env, input });
const head = async () => ((await (await fetch(`${calling.KITH_URL}/health/ready`)).json()) as { eventStore: { head: string } }).eventStore.head;

describe('the command line, calling an engine', () => {
  it('resolves, looks up, merges, unmerges and audits people, and previews each write without a trace', async () => {
    const before = await head();
    const dry = await kith(['resolve', 'lea@example.org', '--create', '--name', 'Léa', '--dry-run']);
    expect([dry.code, dry.out, dry.errors]).toEqual([0, expect.stringMatching(/^unidentified/), expect.stringContaining('would be created')]);
    expect(await head()).toBe(before);

    const lea = JSON.parse((await kith(['resolve', 'lea@example.org', '--create', '--name', 'Léa', '--json'])).out);
    const other = JSON.parse((await kith(['resolve', 'phone=+33639981234', '--create', '--json'])).out);
    expect([lea.outcome, other.outcome]).toEqual(['created', 'created']);

    const looked = await inPipe(['lookup', '-', '--json', '--wait-for', other.position], {
      env: calling,
      input: 'lea@example.org\n\nphone=+33639981234\nnobody@example.org\n',
    });
    expect([looked.code, looked.errors]).toEqual([0, '']);
    expect(jsonLines(looked.out).map(({ found }) => found?.holders[0].canonicalId ?? null)).toEqual([lea.canonicalId, other.canonicalId, null]);

    const then = await head();
    const preview = await kith(['merge', lea.canonicalId, other.canonicalId, '--dry-run', '--wait-for', other.position]);
    expect([preview.code, preview.out]).toEqual([0, expect.stringContaining('it is possible: Léa with 2 contact points')]);
    expect(await head()).toBe(then);
    const merged = JSON.parse((await kith(['merge', lea.canonicalId, other.canonicalId, '--reason', 'one person', '--json'])).out);
    const again = await kith(['merge', lea.canonicalId, other.canonicalId, '--dry-run']);
    expect([again.code, again.out]).toEqual([4, expect.stringContaining('it would be refused, already-merged')]);
    expect((await kith(['unmerge', merged.id, '--dry-run'])).out).toContain('it is possible');
    expect((await kith(['unmerge', merged.id])).out).toContain('is somebody of their own again');

    const history = await kith(['history', lea.canonicalId, '--limit', '2']);
    expect([history.code, history.out.split('\n').filter((line) => /^\d{4}-/.test(line))]).toEqual([
      0,
      [expect.stringContaining('A new end user'), expect.anything()],
    ]);
    expect(jsonLines((await kith(['history', 'lea@example.org', '--json'])).out).map(({ of }) => of.kind)).toContain('contact-point');
  });

  it('shows settings, changes them as a whole, and tells the difference before', async () => {
    const dry = await kith(['settings', 'set', 'quarantineDays=30', 'survivorship.name=oldest', '--dry-run']);
    expect([dry.code, dry.out]).toEqual([0, 'quarantineDays: 0 → 30\nsurvivorship.name: "survivor-first" → "oldest"\n']);
    expect((await kith(['settings', 'get', 'quarantineDays'])).out).toBe('0\n');
    expect((await kith(['settings', 'set', '--file', '-'], '{"quarantineDays": 30}')).code).toBe(0);
    expect((await kith(['settings', 'get', 'quarantineDays'])).out).toBe('30\n');
    const refused = await kith(['settings', 'set', 'quarantineDays=-1']);
    expect([refused.code, refused.out, refused.errors]).toEqual([4, '', expect.stringContaining('kith: request-invalid: ')]);
    expect(await kith(['settings', 'set', 'quarantineDays=5', '--if-version', '0'])).toMatchObject({
      code: 4,
      errors: expect.stringContaining('state-changed'),
    });
    expect(jsonLines((await kith(['settings', 'history', '--json'])).out)).toMatchObject([{ changes: { quarantineDays: 30 } }]);
  });

  it('makes a key once, shows it once, and revokes it after a question, or with --yes', async () => {
    const made = await kith(['keys', 'create', '--role', 'auditor', '--name', 'revision']);
    const [, keyId = ''] = /^kith_([a-z0-9]+)_/.exec(made.out) ?? [];
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^kith_[a-z0-9]+_[\w-]+\n$/)]);
    const file = join(folder, 'auditor.key');
    writeFileSync(file, made.out, { mode: 0o600 });
    const auditor = { KITH_URL: calling.KITH_URL ?? '' };
    expect((await kith(['settings', 'get', 'version', '--key-file', file], '', auditor)).code).toBe(0);
    expect((await kith(['settings', 'set', 'quarantineDays=1', '--key-file', '-'], made.out, auditor)).errors).toContain('kith: not-allowed: ');

    expect(await kith(['keys', 'revoke', keyId])).toMatchObject({ code: 2, errors: expect.stringContaining('say so with --yes') });
    const asked = new TerminalRun(['keys', 'revoke', keyId], { env: calling });
    await asked.until('[y/N]');
    asked.type('n\r');
    expect([await asked.ended(), plain(asked.shown)]).toEqual([1, expect.stringContaining('nothing was done')]);
    expect((await kith(['keys', 'revoke', keyId, '--dry-run'])).out).toContain('would be revoked');
    expect((await kith(['keys', 'revoke', keyId, '--yes'])).code).toBe(0);
    expect(await kith(['settings', 'get', '--key-file', file], '', auditor)).toMatchObject({
      code: 4,
      errors: expect.stringContaining('kith: unauthenticated: '),
    });
    expect((await kith(['keys', 'list'])).out).toMatch(new RegExp(`^${keyId} +auditor +revision +revoked `, 'm'));
  });

  it.each<[words: string[], env: Record<string, string>, code: number, says: RegExp]>([
    [['lookup'], {}, 2, /^kith: missing required argument 'address'$/m],
    [['loookup', 'x'], {}, 2, /unknown command 'loookup'\n\(Did you mean lookup\?\)/],
    [['lookup', 'x@example.org', '--jsn'], {}, 2, /unknown option '--jsn'/],
    [['lookup', 'x@example.org'], {}, 2, /an API key is missing: set KITH_KEY/],
    [['lookup', 'x@example.org', '--key', 'secret-that-slipped'], {}, 2, /the key must be/],
    [['lookup', 'x@example.org', '--url', 'ftp://x'], {}, 2, /--url must be/],
    [['lookup', 'x@example.org'], { KITH_PORTT: '1' }, 2, /KITH_PORTT \(environment\) is no setting; did you mean KITH_PORT\?/],
    [['lookup', 'x@example.org'], { KITH_PORT: '0' }, 2, /KITH_PORT is 0/],
    [['lookup', 'x@example.org', '--key-file', '/nowhere'], {}, 1, /there is no file \/nowhere/],
    [['keys', 'create', '--role', 'king', '--name', 'x'], {}, 2, /Allowed choices are admin, agent, auditor, service/],
  ])('says what is wrong with %j, and no secret with it', async (words, env, code, says) => {
    const end = await kith(words, '', env);
    expect([end.code, end.out, end.errors]).toEqual([code, '', expect.stringMatching(says)]);
    expect(end.errors).not.toContain('secret-that-slipped');
  });

  it('tells an engine that is not started, and something that is none, from a refusal', async () => {
    const server = createServer((_, answer) => answer.writeHead(404, { 'content-type': 'text/html' }).end('<h1>no</h1>')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const taken = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await kith(['lookup', 'x@example.org', '--url', taken])).toMatchObject({ code: 3, errors: expect.stringContaining(taken) });
    server.close();
    await once(server, 'close');
    expect(await kith(['lookup', 'x@example.org', '--url', taken])).toMatchObject({
      code: 3,
      errors: expect.stringMatching(/nothing listens at .*kith start/),
    });
  });

  it('says so when the engine has another version', async () => {
    const server = createServer((_, answer) => answer.end('{"status":"alive","version":"99.0.0"}')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const end = await kith(['settings', 'get', '--url', `http://127.0.0.1:${(server.address() as AddressInfo).port}`]);
    expect(end.errors).toContain('has version 99.0.0, this command line');
    server.close();
  });

  it('help and version go to stdout, and are no failure', async () => {
    expect(await kith(['--version'])).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), errors: '' });
    for (const words of [['--help'], ['help', 'settings', 'set'], ['keys', 'create', '-h']])
      expect(await kith(words)).toEqual({ code: 0, out: expect.stringContaining('Usage: kith '), errors: '' });
  });
});

describe('kith import', () => {
  const csv = 'Kunde,email,phone\nLena,lena@example.org,+33639980001\nNobody,this is no address,\n"Moritz, Max",max@example.org,\n';
  let file: string;
  beforeAll(() => {
    file = join(folder, 'people.csv');
    writeFileSync(file, csv);
  });

  it('refuses unknown columns before anything is written, and takes them mapped', async () => {
    const refused = await kith(['import', file]);
    expect([refused.code, refused.out, refused.errors]).toEqual([4, '', expect.stringContaining('kith: import-columns-unknown: ')]);
    const dry = await kith(['import', file, '--map', 'Kunde=name', '--dry-run', '--json']);
    expect([dry.code, JSON.parse(dry.out)]).toMatchObject([5, { status: 'ended', dryRun: true, rows: 3, created: 2, refused: 1 }]);
    expect((await kith(['lookup', 'lena@example.org'])).out).toContain('nobody');
  });

  it('brings in what is right of a file or of stdin, writes down what is not, and is quiet in a pipe', async () => {
    const errors = join(folder, 'errors.csv');
    const end = await inPipe(['import', '-', '--map', 'Kunde=name', '--errors', errors], { env: calling, input: csv });
    expect([end.code, end.out]).toEqual([5, expect.stringMatching(/: ended\n {2}3 rows: 2 created, 0 changed, 0 unchanged, 1 refused\n$/)]);
    expect(end.errors.split('\n')).toEqual([expect.stringMatching(/^import \S+ has begun: csv in utf-8, delimiter ","; Kunde as name, email, phone$/), '']);
    expect(readFileSync(errors, 'utf8')).toMatch(/^row,field,code,sentence\r\n2,email,/);
    expect(statSync(errors).mode & 0o077).toBe(0);

    const again = await kith(['import', file, '--map', 'Kunde=name', '--mode', 'upsert', '--errors', '-']);
    expect([again.code, again.out]).toEqual([5, expect.stringMatching(/^row,field,code,sentence\r\n2,email,/)]);
    expect(again.errors).toContain('0 created, 0 changed, 2 unchanged, 1 refused');
  });

  it('takes an import back', async () => {
    const [, first] = jsonLines((await kith(['imports', 'list', '--json'])).out);
    expect((await kith(['imports', 'revert', first.id])).code).toBe(2);
    const end = await kith(['imports', 'revert', first.id, '--yes', '--json']);
    expect([end.code, JSON.parse(end.out)]).toMatchObject([0, { status: 'reverted', undone: 2 }]);
  });

  it('is taken out again, and what was cut off goes on behind its last whole line', async () => {
    const [whole, csv] = [join(folder, 'whole.ndjson'), join(folder, 'people.out.csv')];
    expect(await kith(['export', 'events', '--to', whole, '--up-to', '8'])).toMatchObject({ code: 0, errors: expect.stringMatching(/^\d+ lines written to /) });
    const text = readFileSync(whole, 'utf8');
    expect(jsonLines(text)[0]).toMatchObject({ specversion: '1.0', kithposition: expect.any(String) });
    const cut = join(folder, 'cut.ndjson');
    writeFileSync(`${cut}.part`, text.slice(0, text.indexOf('\n', 400) + 30));
    expect((await kith(['export', 'events', '--to', cut, '--up-to', '8'])).code).toBe(2);
    expect((await kith(['export', 'events', '--to', cut, '--up-to', '8', '--resume'])).code).toBe(0);
    expect(readFileSync(cut, 'utf8')).toBe(text);
    expect((await kith(['export', 'events', '--to', '-', '--up-to', '8'])).out).toBe(text);

    expect((await kith(['export', 'end-users', '--to', csv])).code).toBe(0);
    const table = readFileSync(csv, 'utf8');
    expect([table, statSync(csv).mode & 0o077]).toEqual([expect.stringContaining('lea@example.org'), 0]);
    const cutTable = join(folder, 'cut.csv');
    writeFileSync(`${cutTable}.part`, table.slice(0, table.lastIndexOf('\n', table.length - 2) + 5));
    expect((await kith(['export', 'end-users', '--to', cutTable, '--resume'])).code).toBe(0);
    expect(readFileSync(cutTable, 'utf8')).toBe(table);
  });

  it('shows a bar in a terminal alone, and at Ctrl-C says that the import goes on', async () => {
    const endless = await endlessImport();
    const run = new TerminalRun(['imports', 'follow', 'i', '--url', endless.url], { env: calling });
    await run.until('1,500 rows, 500/s, 6 s left, 2 refused');
    expect(plain(run.shown)).toMatch(/██████░░░░░░░░░░░░░░░░░░ 25 %/);
    run.type('\u0003');
    expect([await run.ended(), plain(run.shown)]).toEqual([130, expect.stringContaining('import i goes on in the engine; to see it: kith imports follow i')]);
    endless.end();
  });
});

describe('the command line, in a terminal and in a pipe', () => {
  it('has colours in a terminal alone, and neither in a dumb one nor for whoever wants none', async () => {
    const shown = async (words: readonly string[], env: Record<string, string>) => {
      const run = new TerminalRun(['resolve', 'nobody@example.org', ...words], { env: { ...calling, ...env } });
      await run.ended();
      expect(plain(run.shown)).toMatch(/^unidentified/);
      return run.shown.includes('\u001b');
    };
    expect(await Promise.all([shown([], {}), shown(['--no-color'], {}), shown([], { NO_COLOR: '1' }), shown([], { TERM: 'dumb' })])).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('ends quietly when the reader of its pipe has seen enough', async () => {
    const script = `"$0" "$1" keys list --json | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}" >&2`;
    const child = spawn('bash', ['--norc', '--noprofile', '-c', script, process.execPath, builtFile('apps', 'cli', 'src', 'main.js')], {
      env: { PATH: process.env.PATH, ...calling },
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    await once(child, 'close');
    expect(errors).toBe('0\n');
  });

  it('ends at Ctrl-C while it waits, with 130', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const run = new TerminalRun(['lookup', 'x@example.org', '--url', `http://127.0.0.1:${(silent.address() as AddressInfo).port}`], { env: calling });
    await once(silent, 'request');
    run.type('\u0003');
    expect(await run.ended()).toBe(130);
    silent.closeAllConnections();
    silent.close();
  });

  it('hands words and exit codes on to the programs of the engine, which name whoever holds a folder', async () => {
    const refused = await inPipe(['log', 'copy', '--from', data, '--to', join(folder, 'copy')]);
    expect([refused.code, refused.out, refused.errors]).toEqual([1, '', expect.stringMatching(/in use by process \d+ on /)]);
  });
});

describe('kith backup, kith restore and kith keys rotate-master', () => {
  it('copy an engine that runs, make another one of it with keys wrapped anew, and tell programs what they did', async () => {
    const [backup, keys, there] = [join(folder, 'backup'), join(folder, 'backup-keys'), join(folder, 'restored')];
    const copied = await inPipe(['backup', '--data', data, '--to', backup, '--vault-to', keys, '--with-master-key', '--json']);
    expect([copied.code, JSON.parse(copied.out)]).toMatchObject([0, { position: await head() }]);
    expect(await inPipe(['backup', '--data', data, '--to', backup])).toMatchObject({ code: 1, errors: expect.stringContaining(backup) });

    const from = ['restore', '--data', there, '--from', backup, '--vault-from', keys, '--master-key-from', join(keys, 'master.key')];
    expect(await inPipe(from)).toMatchObject({ code: 2, out: '', errors: expect.stringContaining('--no-erasures') });
    expect((await inPipe([...from, '--no-erasures', '--dry-run', '--json'])).code).toBe(0);
    expect(existsSync(there)).toBe(false);
    expect((await inPipe([...from, '--no-erasures', '--json'])).code).toBe(0);

    const masterKey = () => readFileSync(join(there, 'master.key'), 'utf8');
    const before = masterKey();
    expect((await inPipe(['keys', 'rotate-master', '--data', there])).code).toBe(2);
    expect((await inPipe(['keys', 'rotate-master', '--data', there, '--yes'])).code).toBe(0);
    expect(masterKey()).not.toBe(before);
    const second = new TerminalRun(['start', '--data', there, '--port', '0', '--log-level', 'error'], { cwd: folder });
    await second.until(/kith listening on http:\/\/127\.0\.0\.1:\d+/, 60_000);
    const url = /http:\S+/.exec(second.shown)?.[0] ?? '';
    const looked = await kith(['lookup', 'lea@example.org', '--url', url, '--wait-for', JSON.parse(copied.out).position]);
    expect([looked.code, looked.out]).toEqual([0, expect.stringContaining('Léa')]);
    second.type('\u0003');
    expect(await second.ended()).toBe(0);
  });
});

/** What the doctor finds in the data folder. */
const doctor = (words: readonly string[] = [], env: Record<string, string> = {}) =>
  examined(['--data', data, '--port', new URL(calling.KITH_URL ?? '').port, ...words], env, folder);

describe('kith doctor', () => {
  it('finds nothing wrong beside an engine that runs, and says how that is', async () => {
    const { bad, of } = await doctor();
    expect(bad).toEqual([]);
    expect(of('engine')).toContain(calling.KITH_URL);
    expect(of('projections')).toContain('the engine is ready');
    expect(of('key-vault')).toMatch(/it has all \d+ keys/);
    expect(of('holder')).toMatch(/^process \d+ on \S+ holds the data folder since/);
  });

  it('looks at the same data once Ctrl-C has ended the engine in order, and leaves no trace', async () => {
    engine.type('\u0003');
    expect(await engine.ended()).toBe(0);
    const before = traceOf(data);
    const { bad, of } = await doctor();
    expect(bad).toEqual([]);
    expect([of('holder'), of('port')]).toEqual(['no process holds the data folder', expect.stringContaining('the port is free')]);
    expect(traceOf(data)).toEqual(before);
  });

  it('finds a master key that is another one, and tells no secret', async () => {
    const masterKey = Buffer.alloc(32, 9).toString('base64');
    const { bad, said } = await doctor([], { KITH_MASTER_KEY: masterKey });
    expect([bad, said]).toEqual([['master-key'], expect.stringMatching(/PROBLEM master-key: KITH_MASTER_KEY does not open the vault\n +→ /)]);
    expect(said).toContain('KITH_MASTER_KEY = (not shown) (environment)');
    expect(said).not.toContain(masterKey);
  });

  it('finds a vault that is older than the log, and a clock that is behind it', async () => {
    const vault = new DatabaseSync(join(data, 'keys.sqlite'));
    const log = new DatabaseSync(join(data, 'events.sqlite'));
    const { position, metadata } = log.prepare('SELECT position, metadata FROM event ORDER BY position DESC LIMIT 1').get() as {
      position: number;
      metadata: string;
    };
    const put = (text: string) => log.prepare('UPDATE event SET metadata = ? WHERE position = ?').run(text, position);
    try {
      vault.exec('CREATE TABLE kept AS SELECT * FROM data_key; DELETE FROM data_key');
      put(metadata.replace(/"recordedAt":"\d{4}/, '"recordedAt":"2999'));
      const { bad, said } = await doctor();
      expect([bad, said]).toEqual([['clock', 'key-vault'], expect.stringContaining('set the clock right')]);
    } finally {
      put(metadata);
      vault.exec('INSERT INTO data_key SELECT * FROM kept; DROP TABLE kept');
      log.close();
      vault.close();
    }
    expect((await doctor()).bad).toEqual([]);
  });

  it('finds what others may read, files of a later version, and files that are none', async () => {
    chmodSync(join(data, 'events.sqlite'), 0o644);
    writeFileSync(join(data, 'deliveries.sqlite'), 'this is no database, and long enough to be taken for the header of one: '.repeat(20));
    const log = new DatabaseSync(join(data, 'access-log.sqlite'));
    log.exec('PRAGMA user_version = 99');
    log.close();
    const { bad, of } = await doctor();
    expect(bad).toEqual(['files', 'files', 'permissions']);
    expect(of('permissions')).toBe('other users of this machine may open events.sqlite');
    expect(of('files')).toMatch(/^deliveries\.sqlite cannot be read: .*; access-log\.sqlite has format 99, which a later version wrote/);
  });

  it('finds a folder that is none, a port that something else has, and settings that are wrong', async () => {
    const other = createServer((_, answer) => answer.end('hello')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = String((other.address() as AddressInfo).port);
    expect((await doctor(['--port', taken])).of('port')).toContain(`something that is not Kith listens on port ${taken}`);
    other.close();
    const file = join(folder, 'file');
    writeFileSync(file, '');
    mkdirSync(join(folder, 'empty'), { mode: 0o700 });
    expect((await doctor(['--data', file])).of('data-folder')).toContain('is no folder');
    expect((await doctor(['--data', join(folder, 'empty')])).bad).toEqual([]);
    const { bad, said } = await doctor(['--log-level', 'loud'], { KITH_DTAA: 'x' });
    expect([bad, said]).toEqual([['configuration', 'configuration'], expect.stringMatching(/PROBLEM configuration: KITH_DTAA .*did you mean KITH_DATA\?/)]);
  });
});
