import { randomUUID } from 'node:crypto';
import { operationsOf, type RouteCase, Subjects, writeCases } from '../support/route-cases';
import { type Answer, presetKey, RunningEngine } from '../support/running-engine';

jest.setTimeout(300_000);

const operatorKey = `kith_operator00_${'o'.repeat(43)}`;
const settings = { ...presetKey, KITH_OPERATOR_KEY: operatorKey, KITH_RATE_LIMIT: '0', KITH_WEBHOOK_PRIVATE_TARGETS: 'true', KITH_LOG_LEVEL: 'error' };

/** Answered with the thing as it is now: status and position are the same for ever, the rest is current. */
const current = new Set(['PATCH /v1/settings', 'POST /v1/imports', 'PATCH /v1/webhooks/{id}', 'POST /v1/webhooks/{id}/pause', 'POST /v1/webhooks/{id}/resume']);
/** What they do stands in no log: a message that is sent again. */
const outsideTheLog = new Set([
  'POST /v1/webhooks/{id}/test',
  'POST /v1/webhooks/{id}/dead-letters/replay',
  'POST /v1/webhooks/{id}/dead-letters/{position}/replay',
]);
/** A run over nobody is at its end as soon as the reactor comes to it: whether there is anything to cancel is a matter of luck. Its own spec tries it again. */
const endsByItself = new Set(['POST /v1/retention-runs/{id}/cancel', 'POST /v1/imports/{id}/cancel']);

let engine: RunningEngine;
let subjects: Subjects;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings });
  subjects = new Subjects(engine, engine.key, 'retried', operatorKey);
});
afterAll(() => engine.discard());

const methodOf = (name: string) => name.split(' ')[0] as string;
const send = (name: string, { path, body, key = engine.key }: RouteCase, headers: Record<string, string>) =>
  engine.call(methodOf(name), path, { key, headers, ...(body !== undefined && { body }) });
/** Told as it is now: reasons, who else it may be, how a webhook is doing, how far the read models are. */
const asItIs = { why: undefined, possibleDuplicates: undefined, state: undefined, complete: undefined };
/** Status, position, ids and outcome. */
const told = (name: string, { status, headers, body }: Answer) => [status, headers.get('kith-position'), current.has(name) ? '' : { ...body, ...asItIs }];

/** What was appended for the requests of this correlation id by whoever sent them, reactors and imports left out. */
async function effects(correlationId: string): Promise<string[]> {
  const tenants = [engine.key, operatorKey];
  const logs = await Promise.all(tenants.map((key) => engine.get('/v1/events', { key })));
  const events = logs.flatMap(({ text }) => text.split('\n').filter(Boolean)).map((line) => JSON.parse(line));
  return events.filter((event) => event.correlationId === correlationId && !['reactor', 'import'].includes(event.actor.kind)).map(({ type }) => type);
}

it('every write of the document has a case', async () => {
  const writes = (await operationsOf(engine)).filter(({ isWrite }) => isWrite).map(({ name }) => name);
  expect(Object.keys(writeCases).sort()).toEqual(writes.sort());
});

it('a write that is sent three times at once happens once, and its retry after a kill is answered as before', async () => {
  const done: { name: string; request: RouteCase; headers: Record<string, string>; first: Answer; appended: string[] }[] = [];
  for (const [name, make] of Object.entries(writeCases)) {
    if (outsideTheLog.has(name) || endsByItself.has(name)) continue;
    const alone = { 'idempotency-key': randomUUID(), 'kith-correlation-id': randomUUID() };
    const control = await send(name, await make(subjects), alone);
    expect([name, control.status, control.status < 300]).toEqual([name, control.status, true]);

    const request = await make(subjects);
    const headers = { 'idempotency-key': randomUUID(), 'kith-correlation-id': randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => send(name, request, headers)));
    const first = answers.find(({ status }) => status < 300) as Answer;
    expect([name, first?.status, first?.headers.get('kith-position') !== null]).toEqual([name, control.status, true]);
    for (const answer of answers)
      if (answer.status === 409) expect([name, answer.body.code]).toEqual([name, 'command-in-progress']);
      else expect([name, ...told(name, answer)]).toEqual([name, ...told(name, first)]);
    expect([name, ...told(name, await send(name, request, headers))]).toEqual([name, ...told(name, first)]);

    const appended = await effects(headers['kith-correlation-id']);
    expect([name, appended]).toEqual([name, await effects(alone['kith-correlation-id'])]);
    done.push({ name, request, headers, first, appended });
  }

  await engine.stop('SIGKILL');
  engine = await RunningEngine.start({ folder: engine.folder, settings });
  for (const { name, request, headers, first, appended } of done) {
    expect([name, ...told(name, await send(name, request, headers))]).toEqual([name, ...told(name, first)]);
    expect([name, await effects(headers['kith-correlation-id'] ?? '')]).toEqual([name, appended]);
  }
});

it('what stands in no log is answered to a retry, too', async () => {
  for (const name of outsideTheLog) {
    const request = await (writeCases[name] as (typeof writeCases)[string])(new Subjects(engine, engine.key, 'retried', operatorKey));
    const headers = { 'idempotency-key': randomUUID() };
    const first = await send(name, request, headers);
    expect([name, (await send(name, request, headers)).status]).toEqual([name, first.status]);
  }
});
