import { RateLimit } from '../../apps/engine/src/http/rate-limit';
import { type Answer, RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

describe('a rate limit', () => {
  let now = 0;
  const limitOf = (perSecond: number) => new RateLimit(perSecond, () => now);
  const taken = (limit: RateLimit, keyId: string, tries: number) => Array.from({ length: tries }, () => limit.takes(keyId)).filter(Boolean).length;

  it('lets a second’s worth in at once, then as much as time gives back, and no more after a longer rest', () => {
    const limit = limitOf(10);
    expect(taken(limit, 'a', 30)).toBe(10);
    now += 99;
    expect(taken(limit, 'a', 5)).toBe(0);
    now += 1;
    expect(taken(limit, 'a', 5)).toBe(1);
    now += 500;
    expect(taken(limit, 'a', 20)).toBe(5);
    now += 60_000;
    expect(taken(limit, 'a', 30)).toBe(10);
  });

  it('counts each key by itself', () => {
    const limit = limitOf(3);
    expect([taken(limit, 'a', 9), taken(limit, 'b', 9)]).toEqual([3, 3]);
  });

  it('gives exactly its rate over time, however the requests come', () => {
    const limit = limitOf(7);
    let letIn = taken(limit, 'a', 100);
    for (let i = 0; i < 10_000; i++) {
      now += 1;
      letIn += taken(limit, 'a', i % 3);
    }
    // The last token may still lack the rounding of ten thousand additions.
    expect([76, 77]).toContain(letIn);
  });

  it('forgets keys at rest and no others when there are many', () => {
    const limit = limitOf(2);
    for (let i = 0; i < 9_999; i++) limit.takes(`old ${i}`);
    now += 999;
    expect(taken(limit, 'busy', 5)).toBe(2);
    now += 1;
    expect(taken(limit, 'new', 5)).toBe(2);
    expect(taken(limit, 'old 5', 5)).toBe(2);
    expect(taken(limit, 'busy', 5)).toBe(0);
  });
});

describe('an engine with a rate limit', () => {
  const perSecond = 20;
  let engine: RunningEngine;
  beforeAll(async () => {
    engine = await RunningEngine.start({ settings: { KITH_RATE_LIMIT: String(perSecond) } });
  });
  afterAll(() => engine.discard());
  const burst = (key: string, count = 60): Promise<Answer[]> => Promise.all(Array.from({ length: count }, () => engine.get('/v1/settings', { key })));

  it('answers 429 to a key that sends more, says when to come back, and lets other keys and health in meanwhile', async () => {
    const other = await engine.keyFor('agent');
    const began = performance.now();
    const answers = await burst(engine.key);
    const seconds = (performance.now() - began) / 1000;
    const refused = answers.filter(({ status }) => status === 429);
    // What the bucket held, and what has flowed in while the burst was under way.
    expect(answers.length - refused.length).toBeLessThanOrEqual(perSecond * (1 + seconds) + 1);
    expect(answers.filter(({ status }) => status === 200).length).toBe(answers.length - refused.length);
    expect(refused[0]?.body).toMatchObject({ code: 'rate-limited', type: '/problems/rate-limited', status: 429 });
    const headers = ['content-type', 'retry-after', 'ratelimit-policy', 'ratelimit'].map((name) => refused[0]?.headers.get(name));
    expect(headers).toEqual(['application/problem+json; charset=utf-8', '1', `"key";q=${perSecond};w=1`, '"key";r=0;t=1']);
    expect(answers.find(({ status }) => status === 200)?.headers.get('ratelimit')).toBeNull();

    expect((await engine.get('/v1/settings', { key: other })).status).toBe(200);
    const open = await Promise.all(Array.from({ length: 40 }, () => engine.get('/health/live', { key: engine.key })));
    expect(new Set(open.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await engine.get('/metrics', { key: null })).text).toMatch(/kith_refusals_total\{code="rate-limited"\} [1-9]/);

    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await engine.get('/v1/settings')).status).toBe(200);
  });

  it('lets an array of any allowed length in as one request', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const items = Array.from({ length: 200 }, (_, n) => ({ source: 's', id: String(n), channel: 'email', contactPoints: [] }));
    const { status, body } = await engine.post('/v1/interactions', items);
    expect([status, body.length]).toEqual([200, 200]);
  });
});

it('no limit is none', async () => {
  const engine = await RunningEngine.start({ settings: { KITH_RATE_LIMIT: '0' } });
  try {
    const answers = await Promise.all(Array.from({ length: 300 }, () => engine.get('/v1/settings')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  } finally {
    await engine.discard();
  }
});
