import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { embeddedOnly } from '../support/at-scale-places';
import { LineStream } from '../support/line-stream';
import { presetKey, RunningEngine, scratchFolder } from '../support/running-engine';

jest.setTimeout(120_000);

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start();
});
afterAll(() => engine.discard());

const path = '/v1/interactions';
const email = (name: string) => ({ channel: 'email', value: `${name}@example.org` });
const mail = (id: string, from: string, more: object = {}) => ({ source: 'stream', id, channel: 'email', contactPoints: [email(from)], ...more });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A figure that the engine measures of itself. */
async function metric(name: string, of = engine): Promise<number> {
  const { text } = await of.get('/metrics', { key: null });
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let left = 200; !(await holds()); left--) {
    if (left === 0) throw new Error('it never came to be');
    await pause(50);
  }
}

it('answers each line while the next are still to come, and keeps the connection for others', async () => {
  const stream = new LineStream(engine, path);
  expect(await stream.status()).toBe(200);
  expect(stream.response?.headers).toMatchObject({ 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
  for (let n = 0; n < 3; n++) {
    await stream.line(mail(`duplex-${n}`, 'duplex'));
    expect((await stream.answered(n + 1))[n]).toMatchObject({ outcome: n === 0 ? 'created' : 'matched', position: expect.stringMatching(/^\d+$/) });
  }
  expect(await stream.all()).toHaveLength(3);
  expect(stream.broken).toBeUndefined();
});

it('refuses each bad line alone, and takes every end of line', async () => {
  const stream = new LineStream(engine, path);
  const lines: (string | Buffer)[] = [
    JSON.stringify(mail('bad-0', 'bad')),
    'nonsense',
    '',
    '  \r',
    Buffer.from([0x22, 0xff, 0x22]),
    '[]',
    '7',
    '{"source":"stream"}',
    `"${'x'.repeat(1024 * 1024)}"`,
    JSON.stringify(mail('bad-1', 'bad', { __proto__x: 1 })),
    '{"source":"s","id":"1","channel":"email","contactPoints":[],"__proto__":{}}',
    JSON.stringify(mail('bad-2', 'no address')),
    `${JSON.stringify(mail('bad-3', 'bad'))}\r`,
  ];
  for (const line of lines) {
    await stream.bytes(line);
    await stream.bytes('\n');
  }
  await stream.bytes(JSON.stringify(mail('bad-4', 'bad')));
  const answers = await stream.all();
  expect(answers.map(({ outcome, problem }) => problem?.code ?? outcome)).toEqual([
    'created',
    'request-malformed',
    'request-malformed',
    'request-malformed',
    'request-malformed',
    'request-invalid',
    'line-too-long',
    'request-invalid',
    'request-invalid',
    'contact-point-invalid',
    'matched',
    'matched',
  ]);
  expect(answers[5].problem.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/id', '/channel', '/contactPoints']);
  expect(answers[9].problem.errors[0].pointer).toBe('/contactPoints/0/value');
});

it('handles lines of one contact point in their order, others side by side, in two streams at once', async () => {
  const [one, other] = [new LineStream(engine, path), new LineStream(engine, path)];
  const send = async (stream: LineStream, name: string) => {
    for (let n = 0; n < 400; n++) await stream.line(mail(`${name}-${n}`, `both-${n % 10}`, { summary: `${n}` }));
    return stream.all();
  };
  const answers = await Promise.all([send(one, 'one'), send(other, 'other')]);
  for (let person = 0; person < 10; person++) {
    const theirs = answers.map((all) => all.filter((_, n) => n % 10 === person));
    expect(new Set(theirs.flat().map(({ endUserId }) => endUserId)).size).toBe(1);
    expect(theirs.flat().filter(({ outcome }) => outcome === 'created')).toHaveLength(1);
    // The log has them in the order of each stream.
    for (const all of theirs) {
      const positions = all.map(({ position }) => Number(position));
      expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    }
  }
});

it('answers 20,000 lines in their order, in memory that does not grow with them', async () => {
  // 400 MiB in all: what is kept of a stream would stand out from what the engine keeps of the streams it has written to.
  const padding = ' '.repeat(20 * 1024);
  const run = async (name: string, many: number) => {
    const stream = new LineStream(engine, path);
    for (let n = 0; n < many; n++) {
      if (n % 100 === 50) await stream.bytes(`not json ${n}\n`);
      else await stream.bytes(`${JSON.stringify(mail(`${name}-${n}`, `huge-${n % 500}`))}${padding}\n`);
    }
    return stream.all();
  };
  await run('warm', 4_000);
  const before = await metric('process_resident_memory_bytes');
  const answers = await run('huge', 20_000);
  const after = await metric('process_resident_memory_bytes');
  expect(answers).toHaveLength(20_000);
  expect(answers.every(({ outcome }, n) => outcome === (n % 100 === 50 ? 'refused' : 'matched'))).toBe(true);
  expect((after - before) / 2 ** 20).toBeLessThan(300);
});

it('takes no more lines than it may while nobody reads the answers, and goes on when somebody does', async () => {
  const stream = new LineStream(engine, path, {}, false);
  // Lines and answers that are long fill the buffers of both kernels soon.
  const line = { ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`unknown${n}`, n])), long: 'x'.repeat(2_000) };
  const before = await metric('process_resident_memory_bytes');
  const many = 40_000;
  let sent = 0;
  const sending = (async () => {
    for (; sent < many; sent++) await stream.line(line);
  })();
  await stream.status();
  for (let left = 60, last = -1; !(stream.stuck && last === sent); left--) {
    if (left === 0 || sent === many) throw new Error(`${sent} lines were taken`);
    last = sent;
    await pause(500);
  }
  const grown = (await metric('process_resident_memory_bytes')) - before;
  expect(grown / 2 ** 20).toBeLessThan(100);
  stream.read();
  await sending;
  expect(await stream.all()).toHaveLength(many);
});

it('takes a line that comes a byte at a time', async () => {
  const stream = new LineStream(engine, path);
  for (const byte of Buffer.from(`${JSON.stringify(mail('bytes', 'bytes', { summary: 'été' }))}\n`)) await stream.bytes(Uint8Array.of(byte));
  expect(await stream.answered(1)).toMatchObject([{ outcome: 'created' }]);
  expect(await stream.all()).toHaveLength(1);
});

it('forgets a client that goes away, and the line that it had not ended', async () => {
  const stream = new LineStream(engine, path);
  await stream.line(mail('gone-0', 'gone'));
  await stream.answered(1);
  await stream.bytes(JSON.stringify(mail('gone-1', 'gone')));
  await pause(100);
  stream.abort();
  await eventually(async () => (await metric('kith_http_requests_in_flight')) <= 1);
  const again = await engine.post(path, mail('gone-1', 'gone'));
  expect([again.status, again.body.outcome]).toEqual([201, 'matched']);
});

it('a stream under an idempotency key is answered the same again, and only once at a time', async () => {
  const send = async () => {
    const stream = new LineStream(engine, path, { 'idempotency-key': 'stream-1' });
    for (let n = 0; n < 5; n++) await stream.line(mail(`keyed-${n}`, `keyed-${n % 2}`));
    return stream;
  };
  const first = await send();
  await first.answered(5);
  const meanwhile = new LineStream(engine, path, { 'idempotency-key': 'stream-1' });
  expect([await meanwhile.status(), meanwhile.response?.headers['connection']]).toEqual([409, 'close']);
  expect(await meanwhile.rest()).toMatchObject([{ code: 'command-in-progress' }]);
  const answers = await first.all();
  const told = (lines: { outcome: string; endUserId: string; position: string }[]) =>
    lines.map(({ outcome, endUserId, position }) => [outcome, endUserId, position]);
  expect(told(await (await send()).all())).toEqual(told(answers));
});

it('stops when its key is revoked, and says so', async () => {
  const key = await engine.keyFor('service');
  const stream = new LineStream({ url: engine.url, key }, path);
  await stream.line(mail('revoked-0', 'revoked'));
  await stream.answered(1);
  const keyId = key.split('_')[1] ?? '';
  expect((await engine.call('DELETE', `/v1/keys/${keyId}`)).status).toBe(204);
  expect(await stream.rest()).toMatchObject([{ outcome: 'created' }, { outcome: 'stopped', problem: { code: 'unauthenticated', status: 401 } }]);
  expect((await engine.post(path, mail('revoked-0', 'revoked'))).body.outcome).toBe('repeated');
});

it('only routes that say so take streams', async () => {
  const answer = await engine.call('POST', '/v1/end-users', { raw: '{}\n', headers: { 'content-type': 'application/x-ndjson' } });
  expect([answer.status, answer.body.code]).toEqual([415, 'media-type-unsupported']);
});

it('waits for 100 Continue when it is asked to', async () => {
  const stream = new LineStream(engine, path, { expect: '100-continue' });
  expect(await stream.status()).toBe(200);
  await stream.line(mail('continue', 'continue'));
  expect(await stream.all()).toMatchObject([{ outcome: 'created' }]);
});

it('the call of its page works', async () => {
  const page = readFileSync(join(__dirname, '../../docs/how-to/send-streams.md'), 'utf8');
  const call = /^printf (?:.*\\\n)+.*$/m.exec(page)?.[0] ?? '';
  const { stdout } = await promisify(execFile)('sh', ['-c', call], { env: { PATH: process.env['PATH'] ?? '', KITH: engine.url, KEY: engine.key } });
  const lines = stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).outcome)).toEqual(['created', 'created']);
});

describe('when the engine ends', () => {
  let folder: string;
  let own: RunningEngine;
  beforeEach(async () => {
    folder = scratchFolder();
    own = await RunningEngine.start({ folder, settings: presetKey });
  });
  afterEach(() => own.discard());

  /** Sends until it is stopped; sends all again to the next engine, and sees that each was done once. */
  async function sentAgain(stream: LineStream, end: () => Promise<unknown>) {
    const lines = Array.from({ length: 1_500 }, (_, n) => mail(`end-${n}`, `end-${n % 150}`));
    const sending = (async () => {
      for (const line of lines) await stream.line(line);
    })();
    await stream.answered(100);
    await end();
    const answers = await stream.rest();
    await sending;
    own = await RunningEngine.start({ folder, settings: presetKey });
    const again = new LineStream(own, path);
    for (const line of lines) await again.line(line);
    const retried = await again.all();
    expect(retried).toHaveLength(lines.length);
    const answered = answers.filter(({ outcome }) => outcome !== 'stopped' && outcome !== 'failed');
    for (const [n, { outcome, endUserId }] of answers.entries())
      if (outcome !== 'stopped' && outcome !== 'failed') expect([n, retried[n].outcome, retried[n].endUserId]).toEqual([n, 'repeated', endUserId]);
    const people = new Map(retried.map(({ endUserId }, n) => [`${n % 150} ${endUserId}`, true]));
    expect(people.size).toBe(150);
    return { answers, answered };
  }

  it('on SIGTERM, lines that were begun are answered, the last line says that it stops, and nothing holds it up', async () => {
    const stream = new LineStream(own, path);
    let tookMs = 0;
    const { answers } = await sentAgain(stream, async () => {
      const began = performance.now();
      expect(await own.stop()).toBe(0);
      tookMs = performance.now() - began;
    });
    expect(answers.at(-1)).toMatchObject({ outcome: 'stopped', problem: { code: 'stopping' } });
    expect(answers.length).toBeLessThan(1_501);
    expect(tookMs).toBeLessThan(9_000);
  });

  it('on kill -9, whatever was answered was done, and sending all again does each once', async () => {
    const { answered } = await sentAgain(new LineStream(own, path), () => own.stop('SIGKILL'));
    expect(answered.length).toBeGreaterThanOrEqual(100);
  });

  embeddedOnly('on a full disk, stops with the failure, and what has no answer can be sent again', async () => {
    const stream = new LineStream(own, path);
    for (let n = 0; n < 50; n++) await stream.line(mail(`full-${n}`, `full-${n}`));
    await stream.answered(50);
    execFileSync('prlimit', ['--pid', String(own.process.pid), '--fsize=1:unlimited']);
    for (let n = 50; n < 100; n++) await stream.line(mail(`full-${n}`, `full-${n}`));
    const answers = await stream.rest();
    const last = answers.at(-1);
    expect(last).toMatchObject({ outcome: 'stopped', problem: { status: 503 } });
    expect(answers.slice(50, -1).every(({ outcome }) => outcome === 'failed')).toBe(true);
    expect(answers.slice(50, -1).length).toBeGreaterThan(0);
    execFileSync('prlimit', ['--pid', String(own.process.pid), '--fsize=unlimited:unlimited']);
    // After a failure the vault lets a tenth of a second pass before it makes keys again.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const again = new LineStream(own, path);
    for (let n = 0; n < 100; n++) await again.line(mail(`full-${n}`, `full-${n}`));
    const retried = await again.all();
    expect(retried).toHaveLength(100);
    expect(retried.slice(0, 50).every(({ outcome }) => outcome === 'repeated')).toBe(true);
  });
});
