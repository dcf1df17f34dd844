import { MemoryAccessLog } from '@kith/adapters';
import { AccessLogUnavailable, AccessNotes, Clock, type Identifiers } from '@kith/application';
import { defaultSettings, type Settings } from '@kith/domain';
import type { FastifyRequest } from 'fastify';
import { AccessNoting } from '../../apps/engine/src/http/access-noting';
import type { RecentSettings } from '../../apps/engine/src/http/recent-settings';
import { ShownMoment } from '../../apps/engine/src/parts/running-parts';

class SetClock extends Clock {
  time = Date.parse('2026-03-03T10:00:00.000Z');
  override now(): number {
    return this.time;
  }
}

/** A tenant that keeps a log; its settings come from `read` each time. */
function noting({ enabled = true, most = 10, moment = undefined as ShownMoment['of'] } = {}) {
  const log = new MemoryAccessLog();
  const notes = new AccessNotes(log, { most });
  const clock = new SetClock();
  const settings: Settings = { ...defaultSettings, accessLog: { enabled, days: 180 } };
  const source = { read: async (): Promise<Settings> => settings, reads: 0 };
  const recent = {
    of: () => {
      source.reads += 1;
      return source.read();
    },
  } as unknown as RecentSettings;
  const access = new AccessNoting(notes, recent, {} as Identifiers, clock, new ShownMoment(moment));
  const entries = async () => {
    await notes.flush();
    return log.list('acme', {}, { limit: 99 });
  };
  return { access, notes, clock, source, entries };
}

const request = {
  method: 'GET',
  headers: {},
  caller: { tenant: 'acme', keyId: 'k', role: 'agent', clientName: 'desk' },
  route: { url: '/v1/end-users/:id/contact-points/:channel', shows: { kind: 'profile', of: undefined } },
} as unknown as FastifyRequest;
const shown = { endUserIds: ['a', null, 'b', undefined, 'a'], count: 1 };

it('names the operation as the API is described, and each person once', async () => {
  const { access, entries } = noting();
  await access.note(request, shown);
  expect(await entries()).toMatchObject([
    { operation: 'GET /v1/end-users/{id}/contact-points/{channel}', endUserIds: ['a', 'b'], keyId: 'k', at: '2026-03-03T10:00:00.000Z' },
  ]);
});

it('has notes of one millisecond in the order in which they were made', async () => {
  const { access, entries } = noting({ most: 1_000 });
  for (let count = 0; count < 50; count++) await access.note(request, { endUserIds: [], count });
  expect((await entries()).map(({ count }) => count)).toEqual(Array.from({ length: 50 }, (_, i) => 49 - i));
});

it('lets in while there is room, and nobody whose tenant keeps a log once there is none', async () => {
  const [on, off] = [noting(), noting({ enabled: false })];
  for (const { access, notes } of [on, off]) {
    await access.admit('acme');
    for (let n = 0; n < 10; n++) notes.take({ endUserIds: [], contactPointIds: [] } as never);
  }
  await expect(on.access.admit('acme')).rejects.toThrow(AccessLogUnavailable);
  await off.access.admit('acme');
});

it('shows nothing while it cannot know whether to note it', async () => {
  const { access, source } = noting();
  source.read = async () => {
    throw new Error('away');
  };
  await expect(access.note(request, shown)).rejects.toThrow('away');
});

it('notes nothing where a past moment is shown', async () => {
  const { access, entries, source } = noting({ moment: { position: 7n, asked: { position: 7n } as never } });
  await access.note(request, shown);
  expect([await entries(), source.reads]).toEqual([[], 0]);
});
