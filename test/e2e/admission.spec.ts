import { EventEmitter } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Admission } from '../../apps/engine/src/http/admission';
import { HttpProblem } from '../../apps/engine/src/http/problems';
import { RouteLoad } from '../../apps/engine/src/http/route-load';
import { presetKey, RunningEngine } from '../support/running-engine';

let admission: Admission;
beforeEach(() => {
  admission = new Admission();
});
afterEach(() => admission.close(0));

/** A request that knocks: why it is not let in, and how it leaves. */
function knock(config: object = {}, at: Admission = admission) {
  const raw = new EventEmitter();
  const headers: Record<string, string> = {};
  let refused: Error | undefined;
  const reply = { raw, header: (name: string, value: string) => Object.assign(headers, { [name]: value }) } as unknown as FastifyReply;
  at.enter({ route: config } as unknown as FastifyRequest, reply, (error) => {
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

/** A route that answers so many a second, one after the other, in simulated time. */
function simulated(load: RouteLoad) {
  const waits: { readonly at: number; readonly waited: number }[] = [];
  const waiting: number[] = [];
  let [now, offered, refused, done, debt] = [0, 0, 0, 0, 0];
  const run = (seconds: number, { arriving, answering }: { arriving: number; answering: number }) => {
    const start = { offered, refused, done };
    for (const end = now + seconds * 1000; now < end; now++) {
      for (const upTo = start.offered + ((now + 1 - (end - seconds * 1000)) * arriving) / 1000; offered < upTo; offered++) {
        if (load.enter()) waiting.push(now);
        else refused++;
      }
      for (debt += answering / 1000; debt >= 1 && waiting.length > 0; debt--) {
        const waited = now - (waiting.shift() ?? now);
        waits.push({ at: now, waited });
        load.answered(waited);
        load.leave();
        done++;
      }
      debt = Math.min(debt, 1);
      if ((now + 1) % 1000 === 0) load.look(1000);
    }
    return {
      refused: refused - start.refused,
      done: done - start.done,
      longest: (from: number) => waits.reduce((most, { at, waited }) => (at >= from && waited > most ? waited : most), 0),
    };
  };
  return { run };
}

describe('a route with four times more requests than it can answer', () => {
  it.each([[300], [1_000], [5_000]])('that is %d a second: answers as many as it can, each within two seconds, and refuses the others at once', (answering) => {
    const { run } = simulated(new RouteLoad());
    const { refused, done, longest } = run(60, { arriving: answering * 4, answering });
    expect(longest(10_000)).toBeLessThan(2_000);
    expect(done).toBeGreaterThan(answering * 60 * 0.97);
    expect(refused).toBeGreaterThan(answering * 60 * 2.5);
  });

  it('lets a crowd in again after there was less to do', () => {
    const load = new RouteLoad();
    const { run } = simulated(load);
    run(20, { arriving: 4_000, answering: 1_000 });
    run(4, { arriving: 100, answering: 1_000 });
    expect(Array.from({ length: 1_900 }, () => load.enter()).every(Boolean)).toBe(true);
  });

  it('finds its measure again when it gets quicker', () => {
    const { run } = simulated(new RouteLoad());
    run(20, { arriving: 4_000, answering: 500 });
    run(20, { arriving: 4_000, answering: 2_000 });
    expect(run(20, { arriving: 4_000, answering: 2_000 }).done).toBeGreaterThan(2_000 * 20 * 0.97);
  });

  it('finds its measure again when it gets slower', () => {
    const { run } = simulated(new RouteLoad());
    run(10, { arriving: 800, answering: 1_000 });
    const { longest } = run(60, { arriving: 800, answering: 400 });
    expect(longest(25_000)).toBeLessThan(2_000);
  });
});

it('few requests are let in however long they take', () => {
  const load = new RouteLoad();
  for (let i = 0; i < 20; i++) {
    load.answered(30_000);
    load.look(1_000);
  }
  expect(Array.from({ length: 251 }, () => load.enter()).filter(Boolean)).toHaveLength(250);
});

it('one route that is overloaded does not keep the others out, and what is turned away is told once', async () => {
  const told: number[] = [];
  const other = new Admission((refused) => told.push(refused));
  try {
    const slow: { door?: { load: RouteLoad } } = {};
    const entered = Array.from({ length: 300 }, () => knock(slow, other));
    slow.door?.load.answered(5_000);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect([knock(slow, other).code, knock(slow, other).code, knock({}, other).code]).toEqual(['overloaded', 'overloaded', undefined]);
    for (const { leave } of entered) leave();
    expect(knock(slow, other).code).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(told).toEqual([2]);
  } finally {
    await other.close(0);
  }
});

it('an engine with as many requests as it works on at once refuses more at once, shows its health, and recovers', async () => {
  const engine = await RunningEngine.start({ settings: { ...presetKey, KITH_RATE_LIMIT: '0', KITH_LOG_LEVEL: 'warn' } });
  const sockets: Socket[] = [];
  try {
    await engine.ready();
    const { hostname, port } = new URL(engine.url);
    // Let in by its head, and kept inside by a body that does not come.
    const head = `POST /v1/interactions HTTP/1.1\r\nhost: kith\r\nauthorization: Bearer ${engine.key}\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n`;
    for (let n = 0; n < 2_020; n++) {
      sockets.push(connect(Number(port), hostname).on('error', () => undefined));
      sockets.at(-1)?.write(head);
    }
    const inside = async () => Number(/^kith_http_requests_in_flight (\d+)$/m.exec((await engine.get('/metrics', { key: null })).text)?.[1]);
    // The request that asks is inside, too.
    for (let left = 600; (await inside()) < 2_001; left--) {
      if (left === 0) throw new Error('they do not get in');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const refused = await Promise.all(Array.from({ length: 200 }, () => engine.post('/v1/interactions', { source: 's' })));
    for (const { status, body, headers } of refused) expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'overloaded', '1']);
    expect((await engine.get('/v1/settings')).body.code).toBe('overloaded');
    expect((await engine.get('/health/live', { key: null })).status).toBe(200);
    expect((await engine.get('/health/ready', { key: null })).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    const until = async (why: string, condition: () => boolean | Promise<boolean>) => {
      for (let left = 200; !(await condition()); left--) {
        if (left === 0) throw new Error(why);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    await until('it does not recover', async () => (await engine.get('/v1/settings')).status === 200);
    // One line a second, not one for each.
    await until('it does not tell', () => engine.lines.some((line) => line.includes('turned away')));
    expect(engine.lines.length).toBeLessThan(50);
  } finally {
    for (const socket of sockets) socket.destroy();
    await engine.discard();
  }
}, 120_000);
