import { createIndex, type Db, type ReadIndex, table } from './table';

/** Makes the tables of tickets and of what organizations see, with the indexes by which the projection itself finds rows. */
export async function createTickets(db: Db): Promise<void> {
  await table(db, 'ticket', ['tenant', 'id'], {
    required: [
      'source',
      'requester_id',
      'organization_at',
      'channel',
      'via',
      'tags',
      'status',
      'status_at',
      'route_tags',
      'opened_at',
      'created_at',
      'updated_at',
    ],
    optional: ['source_id', 'opened_for', 'organization_id', 'subject', 'language', 'queue', 'priority', 'assignee', 'rule'],
    numbers: ['erased', 'first_contact', 'done', 'opened_position', 'revision', 'position'],
    optionalNumbers: ['settings_version'],
  });
  await table(db, 'ticket_status', ['tenant', 'ticket_id', 'at', 'position'], { required: ['status'] });
  await table(db, 'ticket_route', ['tenant', 'ticket_id'], { required: ['reasons', 'organization_tags'] });
  await table(db, 'organization_interaction', ['tenant', 'organization_id', 'occurred_at', 'position'], { required: ['end_user_id'] });
  await table(db, 'waiting_interaction', ['tenant', 'id'], { required: ['occurred_at'], numbers: ['position'] });
  await table(db, 'interaction_move', ['tenant', 'from_id', 'position'], { required: ['to_id'] });
  // Who is erased is looked for by these.
  await createIndex(db, page('requester', ['requester_id']));
  await createIndex(db, { name: 'ticket_opened_for', on: 'ticket', columns: ['tenant', 'opened_for'], unique: false, where: 'opened_for is not null' });
}

/** Tickets in the order of their lists, of those that are alike in these columns. */
const page = (name: string, alike: readonly string[], where?: string): ReadIndex => ({
  name: `ticket_${name}`,
  on: 'ticket',
  columns: ['tenant', ...alike, 'opened_at', 'opened_position'],
  unique: true,
  ...(where !== undefined && { where }),
});
/** Most tickets are done, and mostly those that are not are asked for. */
const unsolved = 'done = 0';

/** By which lists of tickets are read. */
export const ticketIndexes: readonly ReadIndex[] = [
  page('page', []),
  page('organization', ['organization_id'], 'organization_id is not null'),
  page('assignee', ['assignee'], 'assignee is not null'),
  page('queue', ['queue']),
  page('rule', ['rule']),
  page('unsolved', [], unsolved),
  page('unsolved_requester', ['requester_id'], unsolved),
  page('unsolved_organization', ['organization_id'], unsolved),
  page('unsolved_assignee', ['assignee'], unsolved),
  page('unsolved_queue', ['queue'], unsolved),
];
