import { MemoryEventStore } from '@kith/adapters';
import { Histories, type HistoryEntry, type HistoryPage, type HistoryRequest, type StoredEvent } from '@kith/application';
import {
  AttachContactPoint,
  ChangeEndUserProfile,
  ChangeTicketStatus,
  CreateEndUser,
  CreateOrganization,
  DeleteEndUser,
  DetachContactPoint,
  type GivenPoint,
  idInStream,
  JoinOrganization,
  MergeOrganizations,
  MergeUsers,
  NoteEndUser,
  OpenTicket,
  RecordInteraction,
  RestoreEndUser,
  SetOrganizationDomains,
  SuspendEndUser,
  streamOf,
  TagEndUser,
  TransferContactPoint,
  UnmergeUsers,
} from '@kith/domain';
import fc from 'fast-check';
import { asking, type InMemoryEngine, inMemoryEngine } from '../support/in-memory-engine';
import { type Act, acts, performActs } from '../support/past-acts';
import { reactTo } from '../support/reactions';
import { StreamDirectoryInLog } from '../support/stream-directory-in-log';

/** Counts the events that are read from streams. */
class CountingStore extends MemoryEventStore {
  read = 0;
  override async readStream(stream: string, options?: { from?: number; limit?: number }): Promise<readonly StoredEvent[]> {
    const events = await super.readStream(stream, options);
    this.read += events.length;
    return events;
  }
}

const email: GivenPoint = { channel: 'email', value: 'lea@example.org' };
const phone: GivenPoint = { channel: 'phone', value: '+33612345678' };

let engine: InMemoryEngine;
let histories: Histories;
async function begin(store = new MemoryEventStore()): Promise<void> {
  engine = await inMemoryEngine({ store });
  histories = new Histories(engine.store, engine.personal, new StreamDirectoryInLog(engine.store), engine.organizationClusters);
}
beforeEach(() => begin());

const everything: HistoryRequest = { after: 0n, limit: 10_000 };
const create = async (name: string, ...points: GivenPoint[]) => (await engine.create.execute(new CreateEndUser(asking(), 'api', { name }, points))).endUserId;
const ofEndUser = async (id: string) => (await histories.ofEndUser('acme', id, everything)).entries;
const types = (entries: readonly HistoryEntry[]) => entries.map(({ type }) => type);
const change = ({ changes }: HistoryEntry, field: string) => changes.find((one) => one.field === field);
const all = async () => (await engine.store.readAll({ after: 0n, limit: 100_000 })).events;

it('a change is told with who, when, by which command, and what was before', async () => {
  const lea = await create('Lea', email);
  const context = asking({ actor: { kind: 'agent', id: 'key-1' }, onBehalfOf: 'agent-17', occurredAt: '2026-03-02T09:00:00.000Z' });
  await engine.change.execute(new ChangeEndUserProfile(context, lea, { name: 'Léa', fields: { plan: 'gold' } }));
  await engine.tag.execute(new TagEndUser(asking(), lea, ['vip', 'new']));
  await engine.suspend.execute(new SuspendEndUser(asking(), lea, 'abuse'));
  const [attached, created, changed, tagged, suspended] = (await ofEndUser(lea)) as HistoryEntry[];
  expect([attached?.type, created?.type]).toEqual(['ContactPointAttached', 'EndUserCreated']);
  expect(attached?.of.kind).toBe('contact-point');
  const [, , stored] = await all();
  expect(changed).toMatchObject({
    position: stored?.position,
    eventId: stored?.metadata.eventId,
    of: { kind: 'end-user', id: lea },
    occurredAt: '2026-03-02T09:00:00.000Z',
    recordedAt: stored?.metadata.recordedAt,
    actor: { kind: 'agent', id: 'key-1' },
    onBehalfOf: 'agent-17',
    commandId: stored?.metadata.commandId,
    causationId: stored?.metadata.commandId,
    correlationId: stored?.metadata.correlationId,
    says: 'What is known of the end user was changed.',
    erased: false,
    changes: [
      { field: 'name', before: 'Lea', after: 'Léa' },
      { field: 'fields.plan', before: null, after: 'gold' },
    ],
  });
  expect(tagged).toMatchObject({ says: 'Tagged “vip”, “new”.', changes: [{ field: 'tags', before: null, after: ['vip', 'new'] }] });
  expect(suspended).toMatchObject({ reason: 'abuse', changes: [{ field: 'status', before: 'active', after: 'suspended' }] });
});

it('a person is told of as a whole while profiles are one, and each alone after that is undone', async () => {
  const [lea, max] = [await create('Léa', email), await create('Max', phone)];
  const { mergeId } = await engine.merge.execute(new MergeUsers(asking(), lea, max, 'same person'));
  await engine.note.execute(new NoteEndUser(asking(), max, 'called back'));
  const whole = await ofEndUser(max);
  expect(whole).toEqual(await ofEndUser(lea));
  expect(new Set(whole.map(({ of }) => of.id)).size).toBe(4);
  const seal = whole.find(({ type }) => type === 'EndUserMerged') as HistoryEntry;
  expect(seal).toMatchObject({ reason: 'same person', of: { id: max } });
  expect(change(seal, 'mergedInto')).toEqual({ field: 'mergedInto', before: null, after: lea });
  expect(change(whole.find(({ type }) => type === 'EndUserAbsorbed') as HistoryEntry, 'members')?.after).toEqual([max]);
  expect(whole.at(-1)).toMatchObject({ of: { id: lea }, changes: [{ field: 'note', before: null, after: 'called back' }] });

  await engine.unmerge.execute(new UnmergeUsers(asking(), mergeId));
  await reactTo(engine, 0n);
  const [alone, theirs] = [await ofEndUser(max), await ofEndUser(lea)];
  expect(change(alone.at(-1) as HistoryEntry, 'mergedInto')).toEqual({ field: 'mergedInto', before: lea, after: null });
  expect(types(alone)).not.toContain('EndUserNoted');
  expect(types(theirs)).toContain('EndUserNoted');
  expect(theirs.some(({ of }) => of.id === max)).toBe(false);
});

it('the contact points of a person are told as far as they concern it, those that it let go of too', async () => {
  const [lea, max] = [await create('Léa', email), await create('Max')];
  await engine.transfer.execute(new TransferContactPoint(asking(), lea, email, max, 'reassigned'));
  await engine.detach.execute(new DetachContactPoint(asking(), max, email));
  expect(types(await ofEndUser(lea))).toEqual(['ContactPointAttached', 'EndUserCreated', 'ContactPointReleased']);
  expect(types(await ofEndUser(max))).toEqual(['EndUserCreated', 'ContactPointAttached', 'ContactPointReleased']);
  const { digest } = await engine.points.identify('acme', email, '');
  const { entries } = (await histories.ofContactPoint('acme', digest, everything)) as HistoryPage;
  expect(entries.map((entry) => change(entry, 'holders'))).toEqual([
    { field: 'holders', before: null, after: [lea] },
    { field: 'holders', before: [lea], after: [] },
    { field: 'holders', before: [], after: [max] },
    { field: 'holders', before: [max], after: [] },
  ]);
  expect(await histories.ofContactPoint('acme', 'f'.repeat(64), everything)).toBeUndefined();
});

it('a deletion and a restoration are told with what the reactor did about the contact points', async () => {
  const lea = await create('Léa', email);
  await engine.remove.execute(new DeleteEndUser(asking(), lea, 'asked for it'));
  await reactTo(engine, 0n);
  await engine.restore.execute(new RestoreEndUser(asking(), lea));
  const entries = await ofEndUser(lea);
  expect(types(entries).slice(2)).toEqual(['EndUserDeleted', 'ContactPointReleased', 'EndUserRestored', 'ContactPointAttached']);
  expect(entries.flatMap((entry) => change(entry, 'status')?.after ?? [])).toEqual(['active', 'deleted', 'active']);
});

it('of the erased the facts stay and the words are gone', async () => {
  const lea = await create('Léa Secret', email);
  await engine.note.execute(new NoteEndUser(asking(), lea, 'secret words'));
  await engine.suspend.execute(new SuspendEndUser(asking(), lea, 'secret reason'));
  const before = await ofEndUser(lea);
  await engine.vault.destroy((await engine.creations.endUser('acme', lea)).state.keyId ?? '');
  const after = await ofEndUser(lea);
  expect(after.map(({ position, type, of }) => ({ position, type, of }))).toEqual(before.map(({ position, type, of }) => ({ position, type, of })));
  expect(after.every(({ erased, reason, says }) => erased && reason === null && says.endsWith('erased.'))).toBe(true);
  const words = JSON.stringify(after, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  expect(words).not.toMatch(/secret|lea@example|Léa/i);
  expect(change(after.at(-1) as HistoryEntry, 'status')).toEqual({ field: 'status', before: 'active', after: 'suspended' });
});

it('an organization is told of with all that are one with it, a ticket and an interaction each by itself', async () => {
  const [one, other] = await Promise.all(
    ['Acme', 'Initech'].map(async (name) => (await engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name }))).organizationId),
  );
  await engine.setOrganizationDomains.execute(new SetOrganizationDomains(asking(), one ?? '', [{ domain: 'acme.example' }]));
  await engine.mergeOrganizations.execute(new MergeOrganizations(asking(), one ?? '', other ?? ''));
  const { entries } = await histories.ofOrganization('acme', other ?? '', everything);
  expect(types(entries).filter((type) => !type.includes('Reserved'))).toEqual(
    expect.arrayContaining(['OrganizationCreated', 'OrganizationCreated', 'OrganizationDomainsChanged', 'OrganizationMerged', 'OrganizationAbsorbed']),
  );
  expect(entries.find(({ type }) => type === 'OrganizationDomainsChanged')?.says).toContain('acme.example');

  const lea = await create('Léa', email);
  await engine.join.execute(new JoinOrganization(asking(), lea, one ?? ''));
  const given = { source: 'desk', id: 'T-1', channel: 'email', requesterId: lea, subject: 'Where?' };
  const { ticketId } = await engine.openTicket.execute(new OpenTicket(asking(), given));
  await engine.changeTicketStatus.execute(new ChangeTicketStatus(asking(), ticketId, 'solved'));
  const told = (await histories.ofTicket('acme', ticketId, everything)).entries;
  expect(types(told)).toEqual(['TicketOpened', 'TicketRouted', 'TicketStatusChanged']);
  expect(change(told[2] as HistoryEntry, 'status')).toMatchObject({ before: 'open', after: 'solved' });

  const interaction = { source: 'desk', id: 'I-1', channel: 'email', via: 'email', direction: 'inbound' as const, points: [] };
  const { interactionId } = await engine.record.execute(new RecordInteraction(asking(), interaction));
  expect(types((await histories.ofInteraction('acme', interactionId ?? '', everything)).entries)).toEqual(['InteractionRecorded']);
});

it('nothing is told of what there is not', async () => {
  const nobody = '00000000-0000-4000-8000-00000000ffff';
  await expect(histories.ofEndUser('acme', nobody, everything)).rejects.toMatchObject({ code: 'end-user-not-found' });
  await expect(histories.ofOrganization('acme', nobody, everything)).rejects.toMatchObject({ code: 'organization-not-found' });
  await expect(histories.ofTicket('acme', 'f'.repeat(64), everything)).rejects.toMatchObject({ code: 'ticket-not-found' });
  await expect(histories.ofInteraction('acme', 'f'.repeat(64), everything)).rejects.toMatchObject({ code: 'interaction-not-found' });
  const lea = await create('Léa', email);
  await expect(histories.ofEndUser('other', lea, everything)).rejects.toMatchObject({ code: 'end-user-not-found' });
});

it('a first page reads as much of a long stream as of a short one', async () => {
  const store = new CountingStore();
  await begin(store);
  const lea = await create('Léa', email);
  const readBy = async (asked: HistoryRequest) => {
    store.read = 0;
    const { more } = await histories.ofEndUser('acme', lea, asked);
    return [store.read, more] as const;
  };
  for (let n = 0; n < 10; n++) await engine.note.execute(new NoteEndUser(asking(), lea, `note ${n}`));
  const [short] = await readBy({ after: 0n, limit: 5 });
  for (let n = 0; n < 600; n++) await engine.note.execute(new NoteEndUser(asking(), lea, `more ${n}`));
  expect(await readBy({ after: 0n, limit: 5 })).toEqual([short, true]);
});

it('pages of any size, one after the other, are the whole history, and that is all that was ever recorded of a person', async () => {
  for (let seed = 1; seed <= 12; seed++) {
    await begin();
    const [sequence = []] = fc.sample(acts, { seed, numRuns: 1 }) as Act[][];
    const ids = await performActs(engine, sequence);
    const events = await all();
    for (const id of ids) {
      const whole = await ofEndUser(id);
      const { profileIds } = await new StreamDirectoryInLog(engine.store).ofPerson('acme', id);
      const theirs = events.filter(({ stream, data }) =>
        stream.startsWith('endUser-') ? profileIds.includes(idInStream(stream)) : profileIds.includes(data.endUserId as string),
      );
      const isSharing = ({ type }: HistoryEntry) => type === 'ContactPointShared' || type === 'ContactPointUnshared';
      expect(whole.filter((entry) => !isSharing(entry)).map(({ position }) => position)).toEqual(theirs.map(({ position }) => position));
      const limit = (seed % 5) + 1;
      const paged: HistoryEntry[] = [];
      for (let page: HistoryPage | undefined; page?.more !== false; paged.push(...page.entries))
        page = await histories.ofEndUser('acme', id, { after: paged.at(-1)?.position ?? 0n, limit });
      expect(paged).toEqual(whole);
    }
  }
});

it('what a contact point is, each fact changes into what the next one found', async () => {
  const lea = await create('Léa', email);
  await engine.attach.execute(new AttachContactPoint(asking(), lea, phone));
  const { digest } = await engine.points.identify('acme', phone, '');
  expect(streamOf.contactPoint('acme', digest)).toContain(digest);
  const { entries } = (await histories.ofContactPoint('acme', digest, everything)) as HistoryPage;
  expect(entries[0]).toMatchObject({ says: 'A contact point on phone was attached to an end user.' });
  expect(change(entries[0] as HistoryEntry, 'key')).toEqual({ field: 'key', before: null, after: '+33612345678' });
});
