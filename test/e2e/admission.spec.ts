import { EventEmitter } from 'node:events';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Admission } from '../../apps/engine/src/http/admission';
import { HttpProblem } from '../../apps/engine/src/http/problems';

let admission: Admission;
beforeEach(() => {
  admission = new Admission();
});
afterEach(() => admission.close(0));

/** A request that knocks: why it is not let in, and how it leaves. */
function knock(config: object = {}) {
  const raw = new EventEmitter();
  const headers: Record<string, string> = {};
  let refused: Error | undefined;
  const reply = { raw, header: (name: string, value: string) => Object.assign(headers, { [name]: value }) } as unknown as FastifyReply;
  admission.enter({ route: config } as unknown as FastifyRequest, reply, (error) => {
    refused = error;
  });
  return { code: refused instanceof HttpProblem ? refused.problem.code : undefined, headers, leave: () => raw.emit('close') };
}

it('lets in what it can work on, and tells one more to come back', () => {
  const inside = Array.from({ length: 2_000 }, () => knock());
  expect(inside.every(({ code }) => code === undefined)).toBe(true);
  expect(knock().code).toBe('overloaded');
  expect(knock({ alwaysOpen: true }).code).toBeUndefined();
  inside[0]?.leave();
  inside[1]?.leave();
  expect(knock().code).toBeUndefined();
});

it('lets nobody in while stopping, and waits for those inside', async () => {
  const inside = knock();
  let closed = false;
  const closing = admission.close(60_000).then(() => {
    closed = true;
  });
  const late = knock();
  expect([late.code, late.headers]).toEqual(['stopping', { connection: 'close' }]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(closed).toBe(false);
  inside.leave();
  await closing;
});

it('does not wait for ever for who does not leave', async () => {
  knock();
  const began = performance.now();
  await admission.close(50);
  expect(performance.now() - began).toBeLessThan(5_000);
});

it('is overloaded while the event loop comes too late, and no longer', async () => {
  const turns = async (count: number, blockMs: number) => {
    for (let i = 0; i < count; i++) {
      const until = performance.now() + blockMs;
      while (performance.now() < until);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  await turns(6, 700);
  expect(knock().code).toBe('overloaded');
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(knock().code).toBeUndefined();
}, 30_000);
