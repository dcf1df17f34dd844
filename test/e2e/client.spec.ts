import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Interaction, Kith, type KithEvent, KithProblem, KithUnreachable } from '@kith/client';
import { presetKey, RunningEngine } from '../support/running-engine';

jest.setTimeout(120_000);

let engine: RunningEngine;
let kith: Kith;
beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { ...presetKey, KITH_DEFAULT_REGION: 'FR' } });
  kith = new Kith({ url: engine.url, key: engine.key, pauseMs: 20 });
});
afterAll(() => engine.discard());

const email = (value: string) => ({ channel: 'email', value });
const mail = (id: string, value = `${id}@example.org`): Interaction => ({ source: 'client', id, channel: 'email', contactPoints: [email(value)] });
const everything = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

/** A `fetch` of the client's whose n-th call, from 1, goes wrong as told. */
function faulty(fault: (call: number, send: () => Promise<Response>) => Promise<Response>): { kith: Kith; sent: Request[] } {
  const sent: Request[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const request = input as Request;
    sent.push(request.clone());
    return fault(sent.length, () => globalThis.fetch(request, init));
  };
  return { kith: new Kith({ url: engine.url, key: engine.key, pauseMs: 5, fetch }), sent };
}

describe('a write', () => {
  it('tells where it ended, and a read after it knows of it', async () => {
    const { id, position } = await kith.endUsers.create({ name: 'Léa', contactPoints: [email('lea@example.org')] });
    const lea = await kith.after(position).endUsers.find(id);
    expect(lea).toMatchObject({ id, name: 'Léa', contactPoints: [expect.objectContaining({ key: 'lea@example.org' })] });
    const changed = await kith.endUsers.change(id, { name: 'Léa Martin' }, { ifMatch: lea.etag ?? '' });
    expect((await kith.after(changed.position).endUsers.find(id)).name).toBe('Léa Martin');
    await expect(kith.endUsers.change(id, { name: 'Lea' }, { ifMatch: lea.etag ?? '' })).rejects.toMatchObject({ code: 'state-changed', status: 412 });
  });

  it('that is refused throws the problem, with the holder', async () => {
    const { id } = await kith.endUsers.create({ contactPoints: [email('taken@example.org')] });
    const refused = await kith.endUsers.create({ contactPoints: [email('taken@example.org')] }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(KithProblem);
    expect(refused).toMatchObject({ code: 'contact-point-taken', status: 409, holderId: id });
  });

  it('whose answer is lost is sent again with its key, and happens once', async () => {
    const before = await engine.head();
    const lossy = faulty(async (call, send) => {
      const answer = await send();
      if (call < 3) throw new TypeError('the connection was lost');
      return answer;
    });
    const { id, position } = await lossy.kith.endUsers.create({ name: 'Once' });
    expect(new Set(lossy.sent.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
    expect([lossy.sent.length, await engine.eventsAfter(before), await engine.head()]).toEqual([3, 1, position]);
    expect((await kith.after(position).endUsers.find(id)).name).toBe('Once');
  });

  it('whose answer breaks off in the middle is sent again, too', async () => {
    const cut = faulty(async (call, send) => (call === 1 ? broken(await send(), 10) : send()));
    expect(await cut.kith.endUsers.create({ name: 'Cut' })).toMatchObject({ id: expect.any(String) });
    expect(cut.sent).toHaveLength(2);
  });

  it('waits as long as a server without room wants, and gives up in the end', async () => {
    const times: number[] = [];
    const busy = faulty((call, send) => {
      times.push(performance.now());
      return call === 1 ? Promise.resolve(new Response(null, { status: 503, headers: { 'retry-after': '1' } })) : send();
    });
    await busy.kith.endUsers.create({ name: 'Patient' });
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(950);
    const dead = faulty(() => Promise.reject(new TypeError('no route')));
    await expect(dead.kith.endUsers.create({ name: 'Never' })).rejects.toBeInstanceOf(KithUnreachable);
    expect(dead.sent).toHaveLength(6);
  });

  it('is not tried again when it is refused, nor when its caller does not want to wait any more', async () => {
    const refused = faulty((_call, send) => send());
    await expect(refused.kith.endUsers.tag('no-uuid', ['vip'])).rejects.toMatchObject({ code: 'end-user-not-found' });
    expect(refused.sent).toHaveLength(1);
    const stop = new AbortController();
    const slow = faulty((_call, send) => {
      stop.abort(new Error('enough'));
      return send();
    });
    await expect(slow.kith.endUsers.create({ name: 'Late' }, { signal: stop.signal })).rejects.toThrow('enough');
    expect(slow.sent).toHaveLength(1);
  });

  it('is not waited for longer than asked', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const began = performance.now();
    await expect(new Kith({ url, key: 'kith_x_y', attempts: 2, timeoutMs: 100, pauseMs: 1 }).endUsers.find('x')).rejects.toBeInstanceOf(KithUnreachable);
    expect(performance.now() - began).toBeGreaterThan(190);
    silent.closeAllConnections();
    silent.close();
  });
});

/** The answer, whose body breaks off after so many bytes. */
function broken(answer: Response, after: number): Response {
  let left = after;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) controller.error(new TypeError('terminated'));
    },
  });
  return new Response(answer.body?.pipeThrough(cut), { status: answer.status, headers: answer.headers });
}

describe('a stream of interactions', () => {
  it('is answered in order, a refused one alone', async () => {
    const lines = Array.from({ length: 1_200 }, (_, i) =>
      i === 700 ? { ...mail(`o-${i}`), contactPoints: [{ channel: 'fax', value: '1' }] } : mail(`o-${i}`),
    );
    const answers = await everything(kith.interactions.record(lines));
    expect(answers).toHaveLength(1_200);
    expect(answers.findIndex(({ outcome }) => outcome === 'refused')).toBe(700);
    expect(answers[700]).toMatchObject({ outcome: 'refused', problem: { code: 'channel-unknown' } });
    const positions = answers.flatMap((answer) => (answer.outcome === 'refused' ? [] : [answer.endUserId]));
    const again = await everything(kith.interactions.record(lines));
    expect(again.flatMap((answer) => (answer.outcome === 'refused' ? [] : [answer.endUserId]))).toEqual(positions);
  });

  it('that breaks off goes on where the answers end, and each is recorded once', async () => {
    const cut = faulty(async (call, send) => (call % 3 === 0 ? send() : broken(await send(), 20_000)));
    const lines = Array.from({ length: 300 }, (_, i) => mail(`c-${i}`));
    const answers = await everything(cut.kith.interactions.record(lines));
    expect(answers.map((answer) => answer.outcome === 'refused')).toEqual(lines.map(() => false));
    expect(cut.sent.length).toBeGreaterThan(2);
    const ids = answers.map((answer) => (answer.outcome === 'refused' ? '' : answer.endUserId));
    expect(new Set(ids).size).toBe(300);
  });

  it('that comes in slowly is answered as it comes, and is not taken in faster than it is answered', async () => {
    let taken = 0;
    const slow = async function* () {
      for (let i = 0; i < 5; i++) {
        taken++;
        yield mail(`s-${i}`);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    };
    let answered = 0;
    for await (const { outcome } of kith.interactions.record(slow())) {
      expect(outcome).toBe('created');
      answered++;
      expect(taken - answered).toBeLessThanOrEqual(2);
    }
    expect(answered).toBe(5);
  });

  it('refused as a whole throws', async () => {
    const stranger = new Kith({ url: engine.url, key: `kith_nobody_${'b'.repeat(43)}` });
    await expect(everything(stranger.interactions.record([mail('x')]))).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

it('lists are gone through page by page, without one left out', async () => {
  const { id } = await kith.endUsers.create({ name: 'Long', contactPoints: [email('long@example.org')] });
  const mails = Array.from({ length: 25 }, (_, i) => mail(`l-${i}`, 'long@example.org'));
  const last = (await everything(kith.interactions.record(mails))).at(-1);
  const known = kith.after(last && last.outcome !== 'refused' ? last.position : null);
  const entries = await everything(known.endUsers.timeline(id, { limit: 7 }));
  expect(entries.filter(({ kind }) => kind === 'interaction')).toHaveLength(25);
  const pages = await everything(known.endUsers.timeline(id, { limit: 7 }).pages());
  expect(pages.flatMap(({ items }) => items)).toEqual(entries);
});

it('two profiles are looked at, merged, found in the ledger, parted again, and kept apart', async () => {
  const [survivorId, mergedId] = [(await kith.endUsers.create({ name: 'Ada' })).id, (await kith.endUsers.create({ name: 'Ada L' })).id];
  const known = kith.after((await kith.endUsers.tag(mergedId, ['vip'])).position);
  expect(await known.merges.preview({ survivorId, mergedId })).toMatchObject({ possible: true, after: { tags: ['vip'] } });
  const { id, survivor, merged, position } = await kith.merges.create({ survivorId, mergedId, reason: 'one person' });
  expect([survivor?.name, survivor?.tags, merged?.name]).toEqual(['Ada', ['vip'], 'Ada L']);
  const after = kith.after(position);
  expect(await everything(after.merges.list({ endUserId: mergedId, undone: false }))).toMatchObject([{ id, reason: 'one person' }]);
  expect(await after.merges.previewUndo(id, { alone: true })).toMatchObject({ possible: true, merged: { name: 'Ada L' } });
  const undone = await kith.merges.undo(id, { reason: 'two persons' });
  expect(undone).toMatchObject({ status: 'undone', restored: { endUserId: mergedId }, residue: [] });
  expect(await kith.after(undone.position).merges.find(id)).toMatchObject({ status: 'undone', undone: { reason: 'two persons' } });

  const declared = await kith.differences.declare({ endUserId: survivorId, otherId: mergedId });
  await expect(kith.merges.create({ survivorId, mergedId })).rejects.toMatchObject({ code: 'declared-different' });
  expect(await everything(kith.differences.list({ endUserId: mergedId, standing: true }))).toMatchObject([{ id: declared.id }]);
  await kith.differences.withdraw(declared.id, { reason: 'one person after all' });
  expect(await everything(kith.differences.list({ endUserId: mergedId, standing: true }))).toEqual([]);
});

it('a suggestion is listed with its rule, dismissed, and taken up once that was withdrawn', async () => {
  const number = { channel: 'phone', value: '+33612000001' };
  const caller = await kith.endUsers.create({ name: 'Caller', contactPoints: [number] });
  const writer = await kith.endUsers.create({ name: 'Writer', contactPoints: [{ ...number, channel: 'whatsapp' }] });
  const [suggested] = await everything(kith.after(writer.position).duplicates.list({ endUserId: caller.id }));
  expect(suggested).toMatchObject({ rule: 'same-number', endUserIds: [caller.id, writer.id].sort() });
  const dismissed = await kith.duplicates.dismiss(suggested?.id ?? '', { reason: 'a family' });
  expect(await everything(kith.duplicates.list({ endUserId: caller.id }))).toEqual([]);
  await kith.differences.withdraw(dismissed.id);
  const taken = await kith.duplicates.merge(suggested?.id ?? '', { survivorId: writer.id });
  expect(taken).toMatchObject({ survivorId: writer.id, mergedId: caller.id, rule: 'same-number' });
});

it('an organization gets a member, a ticket that is routed to it, and a report; and follows a merge and its undoing', async () => {
  const { id, position } = await kith.organizations.create({ name: 'Client Ltd', routing: { queue: 'clients', priority: 'high' } });
  const { etag } = await kith.after(position).organizations.find(id);
  const renamed = await kith.organizations.change(id, { name: 'Client Group' }, { ifMatch: etag ?? '' });
  await expect(kith.organizations.change(id, { notes: 'late' }, { ifMatch: etag ?? '' })).rejects.toMatchObject({ code: 'state-changed' });
  expect(await everything(kith.after(renamed.position).organizations.list({ query: 'client g' }))).toMatchObject([{ id, name: 'Client Group' }]);
  const endUserId = (await kith.endUsers.create({ name: 'Cleo', contactPoints: [email('cleo@client.example')] })).id;
  expect(await kith.organizations.join(id, endUserId, { asDefault: true })).toMatchObject({ defaultOrganizationId: id });
  expect(await kith.tickets.route({ channel: 'email', requesterId: endUserId })).toMatchObject({ organizationId: id, route: { queue: 'clients' } });
  const ticket = await kith.tickets.open({ source: 'desk', id: 'C-1', channel: 'email', requesterId: endUserId, at: '2026-03-03T10:00:00Z' });
  const solved = await kith.tickets.changeStatus(ticket.id, 'solved', { at: '2026-03-04T10:00:00Z' });
  const after = kith.after(solved.position);
  expect(await everything(after.organizations.tickets(id))).toMatchObject([{ id: ticket.id, status: 'solved' }]);
  expect(await everything(after.tickets.list({ source: 'desk', sourceId: 'C-1' }))).toMatchObject([{ id: ticket.id }]);
  expect(await everything(after.organizations.members(id))).toMatchObject([{ id: endUserId, default: true }]);
  expect(await after.organizations.page(id)).toMatchObject({ organization: { memberCount: 1 }, unsolved: { count: 0 } });
  const span = { from: '2026-03-01', to: '2026-04-01', by: 'month' as const };
  expect((await after.organizations.report(id, span)).totals.tickets).toMatchObject({ opened: 1, solved: 1 });
  expect((await after.reports.find(span)).totals.tickets).toMatchObject({ opened: 1, solved: 1 });
  const proposed = { rules: [], fallback: { queue: 'elsewhere', priority: 'low' as const } };
  expect(await everything(after.tickets.whatIf({ routing: proposed }))).toEqual([]);

  const other = (await kith.organizations.create({ name: 'Client Two' })).id;
  const merge = await kith.organizationMerges.create({ survivorId: other, mergedId: id });
  expect(merge.survivor).toMatchObject({ name: 'Client Two', memberCount: 1, mergedFrom: [id] });
  expect((await kith.organizationMerges.undo(merge.id)).merged).toMatchObject({ id, canonicalId: id, name: 'Client Group' });
  expect(await everything(kith.organizationMerges.list({ organizationId: id }))).toMatchObject([{ id: merge.id, status: 'undone' }]);
  const moved = await kith.tickets.move(ticket.id, other, { reason: 'theirs' });
  const corrected = await kith.tickets.correctRequester(ticket.id, { contactPoints: [email('cleo@client.example')] });
  expect([corrected.requesterId, (await kith.after(moved.position).tickets.find(ticket.id)).organization]).toEqual([
    endUserId,
    { id: other, canonicalId: other, name: 'Client Two' },
  ]);
  await kith.organizations.setDomains(other, [{ domain: 'client.example' }]);
  await kith.organizations.setRouting(id, null);
  await kith.organizations.chooseDefault(endUserId, null);
  await kith.organizations.leave(id, endUserId);
  const gone = await kith.organizations.delete(id);
  expect(await kith.after(gone.position).organizations.find(id)).toMatchObject({ status: 'deleted' });
  const [sweep] = await everything(kith.organizations.sweeps());
  expect(await kith.organizations.findSweep(sweep?.id ?? '')).toMatchObject({ id: sweep?.id, because: sweep?.because });
});

describe('events', () => {
  it('are read to the end of the log, across connections that break off', async () => {
    await everything(kith.interactions.record(Array.from({ length: 60 }, (_, i) => mail(`e-${i}`))));
    const whole = await everything(kith.events.read());
    expect(whole.length).toBeGreaterThan(100);
    const cut = faulty(async (call, send) => (call % 2 === 0 ? send() : broken(await send(), 30_000)));
    expect(await everything(cut.kith.events.read())).toEqual(whole);
    const some = await everything(kith.events.read({ types: ['EndUserCreated'], limit: 3 }));
    expect(some.map(({ type }) => type)).toEqual(['EndUserCreated', 'EndUserCreated', 'EndUserCreated']);
  });

  it('are followed as they happen, across a killed engine, without a gap or a repeat', async () => {
    const port = await freePort();
    const settings = { ...presetKey, KITH_PORT: String(port) };
    let followed = await RunningEngine.start({ settings });
    const client = new Kith({ url: followed.url, key: followed.key, pauseMs: 20 });
    const seen: KithEvent[] = [];
    const stop = new AbortController();
    const following = (async () => {
      for await (const event of client.events.live({ after: '0', types: ['EndUserCreated'], signal: stop.signal })) seen.push(event);
    })();
    const created = [];
    for (let i = 0; i < 3; i++) created.push((await client.endUsers.create({ name: `F${i}` })).id);
    await until(() => seen.length === 3);
    await followed.stop('SIGKILL');
    followed = await RunningEngine.start({ folder: followed.folder, settings });
    for (let i = 3; i < 6; i++) created.push((await client.endUsers.create({ name: `F${i}` })).id);
    await until(() => seen.length >= 6);
    stop.abort();
    await following;
    expect(seen.map(({ subject }) => subject)).toEqual(created);
    await followed.discard();
  });
});

async function until(reached: () => boolean): Promise<void> {
  for (let left = 400; !reached(); left--) {
    if (left === 0) throw new Error('it does not happen');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
