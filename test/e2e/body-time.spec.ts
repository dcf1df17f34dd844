import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { limitBodyTime } from '../../apps/engine/src/http/stream/body-time';

let server: FastifyInstance;
let late: number;
beforeEach(async () => {
  late = 0;
  server = Fastify();
  const tooLate = limitBodyTime(({ raw }) => {
    late++;
    raw.socket.destroy();
  }, 200);
  server.addHook('preParsing', tooLate);
  server.addContentTypeParser('application/x-ndjson', (_request, payload, done) => done(null, payload));
  server.post('/', async ({ body }) => {
    if (body && typeof body === 'object' && Symbol.asyncIterator in body) for await (const _ of body as AsyncIterable<Buffer>);
    return 'ok';
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => server.close());

/** Sends a body with a rest of 500 ms in the middle. */
async function dribble(type: string): Promise<number | string> {
  const sending = request({ port: (server.server.address() as AddressInfo).port, method: 'POST', headers: { 'content-type': type } });
  const answer = Promise.race([
    once(sending, 'response').then(([response]) => response.statusCode as number),
    once(sending, 'error').then(([error]) => String(error.code)),
  ]).catch(({ code }) => String(code));
  sending.write('{"a":');
  await new Promise((resolve) => setTimeout(resolve, 500));
  sending.end('1}');
  return answer;
}

it('a body that takes too long is cut', async () => {
  expect(await dribble('application/json')).toBe('ECONNRESET');
  expect(late).toBe(1);
});

it('a stream may take as long as it likes', async () => {
  expect(await dribble('application/x-ndjson; charset=utf-8')).toBe(200);
  expect(late).toBe(0);
});

it('a body that is there in time leaves nothing behind that could cut the next one', async () => {
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/`;
  const post = () => fetch(url, { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } }).then(({ status }) => status);
  expect(await post()).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect([await post(), late]).toEqual([200, 0]);
});
