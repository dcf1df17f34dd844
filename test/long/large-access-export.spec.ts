import { readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { RunningEngine } from '../support/running-engine';

jest.setTimeout(1_800_000);

/** Interactions of one person. */
const count = Number(process.env.KITH_EXPORT_INTERACTIONS ?? 100_000);
/** So much more may the engine take while it exports them, in MiB: far less than they are. */
const mostMiB = 96;

let engine: RunningEngine;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { KITH_LOG_LEVEL: 'warn' } });
});
afterAll(() => engine.discard());

const email = { channel: 'email', value: 'often@example.org' };
/** What the engine takes of the machine's memory, in MiB. */
const memory = (): number => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${engine.process.pid}/status`, 'utf8'))?.[1]) / 1024;

async function record(): Promise<void> {
  const perRequest = 5_000;
  for (let from = 0; from < count; from += perRequest) {
    const lines = Array.from({ length: Math.min(perRequest, count - from) }, (_, i) =>
      JSON.stringify({
        source: 'desk',
        id: `mail ${from + i}`,
        channel: 'email',
        contactPoints: [email],
        summary: `${'Where is my order? '.repeat(10)}${from + i}`,
      }),
    );
    const headers = { 'content-type': 'application/x-ndjson' };
    const { status } = await engine.call('POST', '/v1/interactions', { raw: `${lines.join('\n')}\n`, headers, described: false });
    expect(status).toBe(200);
  }
}

it(`the export of a person with ${count} interactions is whole, and takes no more memory than one with a few`, async () => {
  const id = (await engine.post('/v1/end-users', { name: 'Often', contactPoints: [email] })).body.id;
  await record();
  await engine.get(`/v1/end-users/${id}`, { headers: { 'kith-after': await engine.head() } });
  for (const accept of ['application/json', 'text/html']) {
    const before = memory();
    let [most, length, tail] = [before, 0, ''];
    const watch = setInterval(() => {
      most = Math.max(most, memory());
    }, 20);
    const begin = performance.now();
    const answer = await new Promise<IncomingMessage>((resolve, reject) =>
      httpRequest(`${engine.url}/v1/end-users/${id}/export`, { headers: { authorization: `Bearer ${engine.key}`, accept } }, resolve)
        .on('error', reject)
        .end(),
    );
    for await (const piece of answer.setEncoding('utf8')) {
      length += piece.length;
      tail = (tail + piece).slice(-1_000);
    }
    clearInterval(watch);
    const seconds = (performance.now() - begin) / 1000;
    process.stderr.write(
      `${accept}: ${(length / 2 ** 20).toFixed(0)} MiB in ${seconds.toFixed(1)} s, ${before.toFixed(0)} MiB of memory before, ${most.toFixed(0)} MiB at most\n`,
    );
    const whole = accept === 'text/html' ? `<dt>Interactions</dt><dd><bdi>${count}</bdi>` : `"interactions":${count}`;
    expect([accept, tail.includes(whole), /(?:"complete":true\}|<\/body><\/html>)\s*$/.test(tail)]).toEqual([accept, true, true]);
    expect(most - before).toBeLessThan(mostMiB);
  }
});
