import { sql } from 'kysely';
import { type Params, type Statement, type Statements, statement } from './statement';
import type {
  ReportActivityTable,
  ReportDeltaTable,
  ReportLinkTable,
  ReportOpenTable,
  ReportPartyTable,
  ReportStayTable,
  ReportTicketEventTable,
} from './tables';

type OfOne = { readonly tenant: string; readonly id: string };
type OfStay = Pick<ReportStayTable, 'tenant' | 'end_user_id' | 'kind' | 'subject'>;
type Moment = { readonly position: number; readonly slot: number; readonly month: number };

export const count = statement((db, p: Params<Omit<ReportDeltaTable, 'value' | 'n'>>) =>
  db
    .insertInto('report_delta')
    .values({ tenant: p.tenant, organization_id: p.organization_id, measure: p.measure, value: 0, slot: p.slot, month: p.month, n: 1 }),
);

export const hear = statement((db, p: Params<ReportActivityTable>) =>
  db.insertInto('report_heard').values({ tenant: p.tenant, end_user_id: p.end_user_id, organization_id: p.organization_id, slot: p.slot, month: p.month }),
);

export const keepOpen = statement((db, p: Params<ReportOpenTable>) =>
  db.insertInto('report_open').values({ tenant: p.tenant, id: p.id, slot: p.slot, month: p.month, measure: p.measure }),
);
/** The open interaction is somebody's: it was theirs when it took place. */
export const hearOpen = statement((db, p: Params<OfOne & { endUserId: string; organizationId: string }>) =>
  db
    .insertInto('report_heard')
    .columns(['tenant', 'end_user_id', 'organization_id', 'slot', 'month'])
    .expression((eb) =>
      eb
        .selectFrom('report_open')
        .select([p.tenant.as('tenant'), p.endUserId.as('end_user_id'), p.organizationId.as('organization_id'), 'slot', 'month'])
        .where('tenant', '=', p.tenant)
        .where('id', '=', p.id),
    ),
);
export const countOpen = statement((db, p: Params<OfOne & { organizationId: string }>) =>
  db
    .insertInto('report_delta')
    .columns(['tenant', 'organization_id', 'measure', 'value', 'slot', 'month', 'n'])
    .expression((eb) =>
      eb
        .selectFrom('report_open')
        .select((e) => [p.tenant.as('tenant'), p.organizationId.as('organization_id'), 'measure', e.lit(0).as('value'), 'slot', 'month', e.lit(1).as('n')])
        .where('tenant', '=', p.tenant)
        .where('id', '=', p.id),
    ),
);
export const forgetOpen = statement((db, p: Params<OfOne>) => db.deleteFrom('report_open').where('tenant', '=', p.tenant).where('id', '=', p.id));

export const tell = statement((db, p: Params<ReportTicketEventTable>) =>
  db.insertInto('report_told').values({
    tenant: p.tenant,
    ticket_id: p.ticket_id,
    at: p.at,
    position: p.position,
    month: p.month,
    opened: p.opened,
    done: p.done,
    organization_id: p.organization_id,
  }),
);

function linksOf(table: 'report_link' | 'report_organization_link', changes: 'report_relinked' | 'report_organization_relinked') {
  // The two are alike, which Kysely's types cannot say of a union of tables.
  const [links, relinked] = [table as 'report_link', changes as 'report_relinked'];
  return {
    link: statement((db, p: Params<Omit<ReportLinkTable, 'canonical_id'>>) =>
      db
        .insertInto(links)
        .values({ tenant: p.tenant, id: p.id, survivor_id: p.survivor_id, canonical_id: p.id })
        .onConflict((c) => c.columns(['tenant', 'id']).doUpdateSet((eb) => ({ survivor_id: eb.ref('excluded.survivor_id') }))),
    ),
    unlink: statement((db, p: Params<OfOne>) => db.updateTable(links).set({ survivor_id: null }).where('tenant', '=', p.tenant).where('id', '=', p.id)),
    changed: statement((db, p: Params<OfOne>) =>
      db
        .insertInto(relinked)
        .values({ tenant: p.tenant, id: p.id })
        .onConflict((c) => c.doNothing()),
    ),
  };
}
export const endUserLinks = linksOf('report_link', 'report_relinked');
export const organizationLinks = linksOf('report_organization_link', 'report_organization_relinked');

/** Something of a profile begins: nothing when it is so already, which an index of what has not ended says. */
const begin = statement((db, p: Params<OfStay & Moment & { channel: string }>) =>
  db
    .insertInto('report_stay')
    .values({
      tenant: p.tenant,
      end_user_id: p.end_user_id,
      kind: p.kind,
      subject: p.subject,
      from_position: p.position,
      channel: p.channel,
      from_slot: p.slot,
      from_month: p.month,
      opened_new: sql.lit(1),
      closed_new: sql.lit(0),
    })
    .onConflict((c) => c.doNothing()),
);
const end = statement((db, p: Params<OfStay & Moment>) =>
  db
    .updateTable('report_stay')
    .set({ to_position: p.position, to_slot: p.slot, to_month: p.month, closed_new: 1 })
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.end_user_id)
    .where('kind', '=', p.kind)
    .where('subject', '=', p.subject)
    .where('to_position', 'is', null),
);
const stale = statement((db, p: Params<{ tenant: string; end_user_id: string }>) =>
  db
    .insertInto('report_stale')
    .values({ part: 'stay', tenant: p.tenant, end_user_id: p.end_user_id })
    .onConflict((c) => c.doNothing()),
);
const noted = ({ tenant, end_user_id }: OfStay): Statement => stale({ tenant, end_user_id });
/** Something of a profile is so from here on. */
export const began = (stay: OfStay & Moment & { readonly channel: string }): readonly Statement[] => [begin(stay), noted(stay)];
/** Something of a profile is so no more. */
export const ended = (stay: OfStay & Moment): readonly Statement[] => [end(stay), noted(stay)];
/** After these, {@link ReportStayTable} has to be settled. */
export const staysChanged: readonly Statements<never>[] = [begin, end] as never;

export const takePart = statement((db, p: Params<ReportPartyTable>) =>
  db
    .insertInto('report_party')
    .values({ tenant: p.tenant, end_user_id: p.end_user_id, merge_id: p.merge_id, kind: p.kind, slot: p.slot, position: p.position }),
);
/** Whom the profile was merged into takes part in undoing that, too. */
export const survivorTakesPart = statement((db, p: Params<ReportPartyTable>) =>
  db
    .insertInto('report_party')
    .columns(['tenant', 'end_user_id', 'merge_id', 'kind', 'slot', 'position'])
    .expression((eb) =>
      eb
        .selectFrom('report_link')
        .select((e) => [
          p.tenant.as('tenant'),
          e.ref('survivor_id').$notNull().as('end_user_id'),
          p.merge_id.as('merge_id'),
          p.kind.as('kind'),
          p.slot.as('slot'),
          p.position.as('position'),
        ])
        .where('tenant', '=', p.tenant)
        .where('id', '=', p.end_user_id)
        .where('survivor_id', 'is not', null),
    ),
);
