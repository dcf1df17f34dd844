import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import * as fc from 'fast-check';
import { DescribedAnswers, type OpenApi } from '../support/described-answers';
import { type HostileRequest, hostileRequests } from '../support/hostile-requests';
import { presetKey, RunningEngine } from '../support/running-engine';

jest.setTimeout(300_000);

const requests = 5_000;
/** Requests under way at once. */
const lanes = 12;
/** The same requests again: KITH_SEED of the environment of the tests is what a failure printed. */
const seed = Number(process.env.KITH_SEED ?? Date.now() % 2 ** 31);

const operatorKey = `kith_operator00_${'o'.repeat(43)}`;
const agent = new Agent({ keepAlive: true, maxSockets: lanes });
let engine: RunningEngine;
let document: OpenApi;
beforeAll(async () => {
  engine = await RunningEngine.start({
    settings: {
      ...presetKey,
      KITH_OPERATOR_KEY: operatorKey,
      KITH_RATE_LIMIT: '0',
      KITH_WEBHOOK_PRIVATE_TARGETS: 'true',
      KITH_LOG_LEVEL: 'error',
      KITH_DEFAULT_REGION: 'FR',
    },
  });
  await engine.ready();
  document = (await engine.get('/openapi.json', { key: null })).body;
});
afterAll(async () => {
  agent.destroy();
  await engine.discard();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends a request byte for byte. A stream that never ends is left after its head. */
const send = ({ method, path, headers, body }: HostileRequest, key: string): Promise<Answer> =>
  new Promise<Answer>((resolve, reject) => {
    // Node says nothing of the body of a DELETE by itself, and the engine would read it as the next request.
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(`${engine.url}/`, { agent, method, path, headers: { authorization: `Bearer ${key}`, ...length, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      const done = () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() });
      if (answer.headers['content-type']?.startsWith('text/event-stream')) {
        done();
        answer.on('error', () => undefined);
        sent.destroy();
        return;
      }
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', done);
      answer.on('error', reject);
    });
    sent.setTimeout(60_000, () => sent.destroy(new Error('no answer within 60 s')));
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // A connection kept alive can end just as the next request goes out: HTTP lets a client send that one again.
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(send({ operation: '', method, path, headers, body }, key));
      else reject(error);
    });
    sent.end(body);
  });

it(`${requests} requests made from the document find no 5xx, and no answer that the document does not describe`, async () => {
  const { body: lea } = await engine.post('/v1/end-users', { name: 'Léa', contactPoints: [{ channel: 'email', value: 'Lea@Example.org' }] });
  const { body: mail } = await engine.post('/v1/interactions', { source: 's', id: 'open', channel: 'email', contactPoints: [] });
  const { body: acme } = await engine.post('/v1/organizations', { name: 'Hostile' });
  const { body: ticket } = await engine.post('/v1/tickets', { source: 's', id: 'T-1', channel: 'email', requesterId: lea.id });
  /** Of the thing that the path of an operation is about. */
  const idFor = (operation: string, given: unknown): unknown => {
    if (operation.includes('/organizations')) return acme.id;
    if (operation.includes('/tickets')) return ticket.id;
    if (operation.includes('/interactions')) return mail.interactionId;
    return operation.includes('/webhooks') ? given : lea.id;
  };
  /** Examples, with ids that this engine knows, and no host that is somebody's. */
  const usable = (operation: string, name: string, given: unknown): unknown => {
    if (name === 'id') return idFor(operation, given);
    if (name === 'keyId') return 'ffffffffffffffff';
    return JSON.parse(JSON.stringify(given ?? null).replaceAll(/https:\/\/[\w.]*example\.\w+/g, 'http://127.0.0.1:9'));
  };
  const described = new DescribedAnswers(document);
  const generated = fc.sample(hostileRequests(document, usable), { numRuns: requests, seed });
  const found: string[] = [];
  const statuses = new Map<number, number>();
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < generated.length; i = next++) {
      const hostile = generated[i] as HostileRequest;
      const told = `seed ${seed}, request ${i}: ${JSON.stringify(hostile).slice(0, 1_500)}`;
      try {
        const { status, headers, text } = await send(hostile, i % 3 === 0 ? operatorKey : engine.key);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        const mismatch = described.mismatch({ method: hostile.method, path: hostile.path, status, contentType: headers['content-type'] ?? null, text });
        // Read models that are waited for, and an engine that is not ready for all it was given, may say so.
        const mayWait = status === 503 && (hostile.headers['kith-after'] !== undefined || hostile.operation === 'get /health/ready');
        const inside = status >= 500 && !mayWait ? `${hostile.operation} answered ${status}: ${text}` : undefined;
        if (mismatch ?? inside) found.push(`${mismatch ?? inside}\n  ${told}`);
      } catch (error) {
        // A body that is too large is answered before it has arrived, and Node's client may see the connection end first.
        if ((hostile.body?.length ?? 0) < 1_000_000) found.push(`${String(error)}\n  ${told}`);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  expect(found.slice(0, 10).join('\n')).toBe('');
  // Requests that are refused at the door would find nothing: a good part gets through.
  const through = [...statuses].reduce((sum, [status, count]) => sum + (status < 300 ? count : 0), 0);
  expect([through > requests / 10, seed]).toEqual([true, seed]);
  expect(engine.errors).toEqual([]);
});
