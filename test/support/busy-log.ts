import {
  AssignInteraction,
  AttachContactPoint,
  ChangeEndUserProfile,
  ChangeOrganization,
  ChangeSettings,
  CreateEndUser,
  DeleteEndUser,
  MergeUsers,
  NoteEndUser,
  RecordInteraction,
  RestoreEndUser,
  ShareContactPoint,
  SuspendEndUser,
  TagEndUser,
  TransferContactPoint,
  UnmergeUsers,
} from '@kith/domain';
import { asking, type InMemoryEngine } from './in-memory-engine';
import { desk, email, phone } from './ticket-desk';

const third = { channel: 'email', value: 'max@example.org' } as const;

/**
 * A little of everything that can happen to people, points, organizations and tickets, by real commands.
 * @returns the end users: one who was merged and parted again, one whom it was merged with, one who only has a name
 */
export async function busyLog(engine: InMemoryEngine): Promise<{ readonly lea: string; readonly max: string; readonly ann: string }> {
  const at = desk(() => engine);
  await engine.tenants.create(asking({ tenant: 'globex' }));
  const { keyId } = await engine.keys.issue(asking(), { role: 'agent', clientName: 'desk' });
  await engine.keys.revoke(asking(), keyId);
  await engine.changeSettings.execute(new ChangeSettings(asking(), { quarantineDays: 3 }));
  const [lea, max] = [await at.create(email), await at.create(phone)];
  const { endUserId: ann } = await engine.create.execute(new CreateEndUser(asking(), 'api', { name: 'Ann', notes: 'likes tea', tags: ['vip'] }, []));
  await engine.change.execute(new ChangeEndUserProfile(asking(), lea, { name: 'Léa', fields: { 10: 'ten', size: 4 } }));
  await engine.tag.execute(new TagEndUser(asking(), lea, ['vip', 'paris']));
  await engine.note.execute(new NoteEndUser(asking(), lea, 'called twice'));
  await engine.suspend.execute(new SuspendEndUser(asking(), ann, 'asked for it'));
  await engine.attach.execute(new AttachContactPoint(asking(), max, third));
  await engine.transfer.execute(new TransferContactPoint(asking(), max, third, ann, 'reassigned'));
  await engine.share.execute(new ShareContactPoint(asking(), phone));
  const acme = await at.organization({ name: 'Acme', notes: 'a client' }, { queue: 'acme', priority: 'high' });
  await engine.changeOrganization.execute(new ChangeOrganization(asking(), acme, { name: 'Acme Ltd' }));
  await at.join(lea, acme);
  const { ticketId } = await at.open({ subject: 'Broken', tags: ['a'] });
  await at.tell(ticketId, 'solved');
  await at.move(ticketId, null, 'not theirs');
  const { mergeId } = await engine.merge.execute(new MergeUsers(asking(), lea, max, 'the same'));
  await engine.unmerge.execute(new UnmergeUsers(asking(), mergeId));
  const given = { source: 'mail', channel: 'email', via: 'email', direction: 'inbound' } as const;
  await engine.record.execute(new RecordInteraction(asking(), { ...given, id: 'm-1', points: [email], summary: 'a question' }));
  const open = await engine.record.execute(new RecordInteraction(asking(), { ...given, id: 'm-2', points: [], summary: 'who?' }));
  await engine.assign.execute(new AssignInteraction(asking(), open.interactionId as string, max, 'by the voice'));
  await engine.remove.execute(new DeleteEndUser(asking(), ann));
  await engine.restore.execute(new RestoreEndUser(asking(), ann));
  return { lea, max, ann };
}
