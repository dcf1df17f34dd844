import type { DefaultOrganizationChosen, OrganizationJoined, OrganizationLeft, Recorded } from '@kith/domain';
import type { OfEndUser } from './end-user-rows';
import { type Params, type Statement, statement } from './statement';
import type { ClusterStaleTable, EndUserDefaultTable, EndUserOrganizationTable } from './tables';

const join = statement((db, p: Params<EndUserOrganizationTable>) =>
  db
    .insertInto('end_user_organization')
    .values({ tenant: p.tenant, end_user_id: p.end_user_id, organization_id: p.organization_id, cause: p.cause, since: p.since, position: p.position })
    // One who came by domain and is made a member by hand has been one all the time.
    .onConflict((c) => c.columns(['tenant', 'end_user_id', 'organization_id']).doUpdateSet((eb) => ({ cause: eb.ref('excluded.cause') }))),
);
const leave = statement((db, p: Params<OfEndUser & { organizationId: string }>) =>
  db.deleteFrom('end_user_organization').where('tenant', '=', p.tenant).where('end_user_id', '=', p.id).where('organization_id', '=', p.organizationId),
);
const setDefault = statement((db, p: Params<EndUserDefaultTable>) =>
  db
    .insertInto('end_user_default')
    .values({ tenant: p.tenant, end_user_id: p.end_user_id, organization_id: p.organization_id })
    .onConflict((c) => c.columns(['tenant', 'end_user_id']).doUpdateSet((eb) => ({ organization_id: eb.ref('excluded.organization_id') }))),
);
/** To be run before it leaves: who chose none among several did not choose it for what comes after the last has gone. */
const loseDefault = statement((db, p: Params<OfEndUser & { organizationId: string }>) =>
  db
    .deleteFrom('end_user_default')
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.id)
    .where((eb) => {
      const joined = eb
        .selectFrom('end_user_organization as one')
        .select('one.position')
        .where('one.tenant', '=', p.tenant)
        .where('one.end_user_id', '=', p.id);
      const isOnly = [eb.exists(joined), eb.not(eb.exists(joined.where('one.organization_id', '<>', p.organizationId)))];
      return eb.or([eb('organization_id', 'is not', null), eb.and(isOnly)]);
    }),
);
const forgetDefault = statement((db, p: Params<OfEndUser>) => db.deleteFrom('end_user_default').where('tenant', '=', p.tenant).where('end_user_id', '=', p.id));
const leaveAll = statement((db, p: Params<OfEndUser>) => db.deleteFrom('end_user_organization').where('tenant', '=', p.tenant).where('end_user_id', '=', p.id));

/** Notes that who is in which organization, or is listed there, has changed with a profile; nothing for who is not created. @see settleMembers */
export const membersChanged = statement((db, p: Params<OfEndUser>) =>
  db
    .insertInto('cluster_stale')
    .columns(['part', 'number'])
    .expression((eb) =>
      eb
        .selectFrom('end_user')
        .select((e) => [e.val<ClusterStaleTable['part']>('organizations').as('part'), 'number'])
        .where('tenant', '=', p.tenant)
        .where('id', '=', p.id),
    )
    .onConflict((c) => c.doNothing()),
);

const defaultOf = ({ tenant, id }: OfEndUser) => ({ tenant, end_user_id: id });

export const joined = (own: OfEndUser, { position, metadata: { occurredAt }, data }: Recorded<OrganizationJoined>): readonly Statement[] => {
  const { organizationId, cause } = data;
  return [
    join({ tenant: own.tenant, end_user_id: own.id, organization_id: organizationId, cause, since: occurredAt, position: Number(position) }),
    ...(data.default ? [setDefault({ ...defaultOf(own), organization_id: organizationId })] : []),
    membersChanged(own),
  ];
};
export const left = (own: OfEndUser, { data: { organizationId, default: next } }: Recorded<OrganizationLeft>): readonly Statement[] => [
  next === null ? loseDefault({ ...own, organizationId }) : setDefault({ ...defaultOf(own), organization_id: next }),
  leave({ ...own, organizationId }),
  membersChanged(own),
];
export const defaultChosen = (own: OfEndUser, { data: { organizationId } }: Recorded<DefaultOrganizationChosen>): Statement =>
  setDefault({ ...defaultOf(own), organization_id: organizationId });

/** Who is erased is in no organization. */
export const forgetOrganizations = (own: OfEndUser): readonly Statement[] => [leaveAll(own), forgetDefault(own), membersChanged(own)];
