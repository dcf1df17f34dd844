import { type RawBuilder, sql } from 'kysely';
import { addCounts, addGaps } from './report-add-up';
import { count, countOpen, endUserLinks, hear, hearOpen, organizationLinks, staysChanged, survivorTakesPart, takePart, tell } from './report-rows';
import { firstsAgain, forgetFirsts, gaps } from './report-settle-activity';
import { followEndUsers, followOrganizations, forgetEndUserLinks, forgetOrganizationLinks, staleAfterOrganizations } from './report-settle-links';
import { stays } from './report-settle-stays';
import { ticketEffects } from './report-settle-tickets';
import { onlyAfter, type Params, type Statement, statement } from './statement';
import type { TableName } from './tables';

type Nothing = Params<object>;

// By this name whoever works out what a statement reads is told of a table.
const [heard, told, relinked, links, stale] = (['report_heard', 'report_told', 'report_relinked', 'report_link', 'report_stale'] as const).map((name) =>
  sql.table(name),
) as [RawBuilder<unknown>, RawBuilder<unknown>, RawBuilder<unknown>, RawBuilder<unknown>, RawBuilder<unknown>];

/** All profiles of the persons that these profiles are of, as links were before. `found` has part, tenant and id. */
const markStale = (found: RawBuilder<unknown>) =>
  statement((db, _: Nothing) =>
    db
      .insertInto('report_stale')
      .columns(['part', 'tenant', 'end_user_id'])
      .expression(
        sql`with found as materialized (select part, tenant, id from ${found} as found)
        select part, tenant, id from (
          select given.part, given.tenant, coalesce(own.canonical_id, given.id) as id from found as given
            left join ${links} as own on own.tenant = given.tenant and own.id = given.id
          union
          select given.part, given.tenant, other.id from found as given
            left join ${links} as own on own.tenant = given.tenant and own.id = given.id
            cross join ${links} as other
            where other.tenant = given.tenant and other.canonical_id = coalesce(own.canonical_id, given.id)
        ) as person where true`,
      )
      .onConflict((c) => c.doNothing()),
  );

const inBothParts = (which: RawBuilder<unknown>) =>
  sql`(select part, tenant, id from ${which} as changed cross join (select 'activity' as part union all select 'stay') as parts)`;
const staleByLinks = markStale(
  inBothParts(sql`(
    select tenant, id from ${relinked}
    union
    select now.tenant, now.survivor_id from ${relinked} as given cross join ${links} as now
      where now.tenant = given.tenant and now.id = given.id and now.survivor_id is not null
  )`),
);
const staleByHeard = markStale(sql`(select distinct 'activity' as part, tenant, end_user_id as id from ${heard})`);
const staleByStays = markStale(sql`(select part, tenant, end_user_id as id from ${stale} where part = 'stay')`);

const keepHeard = statement((db, _: Nothing) =>
  db
    .insertInto('report_activity')
    .columns(['tenant', 'end_user_id', 'organization_id', 'slot', 'month'])
    .expression(sql`select tenant, end_user_id, organization_id, slot, month from ${heard} where true order by tenant, end_user_id, organization_id, slot`)
    .onConflict((c) => c.doNothing()),
);
const keepTold = statement((db, _: Nothing) =>
  db
    .insertInto('report_ticket_event')
    .columns(['tenant', 'ticket_id', 'at', 'position', 'month', 'opened', 'done', 'organization_id'])
    .expression(sql`select tenant, ticket_id, at, position, month, opened, done, organization_id from ${told}`),
);
/** What is so is settled from here on. PostgreSQL is led to the rows by their key. */
const keepStays = statement((db, _: Nothing) =>
  db
    .updateTable('report_stay')
    .from('report_stale as noted')
    .set({ opened_new: 0, closed_new: 0 })
    .where('noted.part', '=', sql.lit<'stay'>('stay'))
    .whereRef('report_stay.tenant', '=', 'noted.tenant')
    .whereRef('report_stay.end_user_id', '=', 'noted.end_user_id')
    .where((eb) => eb.or([eb('report_stay.opened_new', '=', sql.lit(1)), eb('report_stay.closed_new', '=', sql.lit(1))])),
);

/** Those organizations that a party was a member of when the merge was recorded. */
const keepMerges = statement((db, _: Nothing) =>
  db
    .insertInto('report_merge')
    .columns(['tenant', 'organization_id', 'slot', 'kind', 'merge_id'])
    .expression(
      sql`select distinct party.tenant, stay.subject, party.slot, party.kind, party.merge_id
        from ${sql.table('report_party')} as party cross join ${sql.table('report_stay')} as stay
        where stay.tenant = party.tenant and stay.end_user_id = party.end_user_id and stay.kind = 'member'
          and stay.from_position < party.position and (stay.to_position is null or stay.to_position > party.position)`,
    )
    .onConflict((c) => c.doNothing()),
);

const forget = (table: TableName) => statement((db, _: Nothing) => db.deleteFrom(table as 'report_heard'))({});

const activity = [hear, hearOpen];
const linked = [endUserLinks.changed];
const grouped = [organizationLinks.changed];
const parties = [takePart, survivorTakesPart];
const counted = [count, countOpen, tell, ...linked, ...grouped, ...staysChanged];

/**
 * Brings everything that is summed up in line with what has happened: first what tickets, days and persons counted for is taken off, as they
 * were before, then rows and links are brought up to date, then it is put on as they are now. So it does not matter where stretches end.
 */
export const settleReports: readonly Statement[] = [
  ...onlyAfter(linked, [staleByLinks({})]),
  ...onlyAfter(
    grouped,
    staleAfterOrganizations.map((mark) => mark(markStale)({})),
  ),
  ...onlyAfter(activity, [staleByHeard({})]),
  ...onlyAfter(staysChanged, [staleByStays({})]),

  ...onlyAfter([...activity, ...linked, ...grouped], [gaps.off({})]),
  ...onlyAfter([...staysChanged, ...linked, ...grouped], [stays.off({})]),
  ...onlyAfter([tell], [ticketEffects.off({})]),

  ...onlyAfter(activity, [keepHeard({})]),
  ...onlyAfter([tell], [keepTold({})]),
  ...onlyAfter(staysChanged, [keepStays({})]),
  ...onlyAfter(linked, [followEndUsers({}), forgetEndUserLinks({})]),
  ...onlyAfter(grouped, [followOrganizations({}), forgetOrganizationLinks({})]),
  ...onlyAfter([...linked, ...grouped], [forgetFirsts({})]),

  ...onlyAfter([...activity, ...linked, ...grouped], [gaps.on({}), firstsAgain({})]),
  ...onlyAfter([...staysChanged, ...linked, ...grouped], [stays.on({})]),
  ...onlyAfter([tell], [ticketEffects.on({})]),
  ...onlyAfter(parties, [keepMerges({})]),

  ...onlyAfter([...activity, ...linked, ...grouped], [...addGaps, forget('report_gap_delta')]),
  ...onlyAfter(counted, [...addCounts, forget('report_delta')]),
  ...onlyAfter([...activity, ...linked, ...grouped, ...staysChanged], [forget('report_stale')]),
  ...onlyAfter(activity, [forget('report_heard')]),
  ...onlyAfter([tell], [forget('report_told')]),
  ...onlyAfter(linked, [forget('report_relinked')]),
  ...onlyAfter(grouped, [forget('report_organization_relinked')]),
  ...onlyAfter(parties, [forget('report_party')]),
];
