import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { canonicalOf } from './canonical';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { EndUserContactPointTable, EndUserTable } from './tables';

/** A contact point as a profile shows it. */
export interface ShownContactPoint {
  readonly channel: string;
  readonly scope: string;
  readonly value: string;
  readonly key: string;
  readonly verified: boolean;
  readonly primary: boolean;
  readonly endUserId: string;
  readonly since: string;
}

/** An end user as it is shown. */
export interface ShownEndUser {
  readonly id: string;
  readonly canonicalId: string;
  readonly status: EndUserTable['status'];
  readonly name: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly origin: string;
  readonly tags: readonly string[];
  readonly details: string | null;
  readonly notes: string | null;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  readonly contactPoints: readonly ShownContactPoint[];
  readonly organizations: readonly [];
  readonly mergedFrom: readonly string[];
  /** Which profile each value comes from. */
  readonly sources: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lastInteractionAt: string | null;
  readonly revision: number;
}

/** A profile, and what changes whenever what is shown of it does. */
export interface FoundEndUser {
  readonly endUser: ShownEndUser;
  /** Canonical id and position of the last event that changed what is shown, without quotes. */
  readonly etag: string;
}

/** The profile of an end user; undefined for an id that the tenant does not know. */
export class FindEndUser extends Query<FoundEndUser | undefined> {
  static readonly needs: readonly ProjectionName[] = ['end-user-profile'];
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
  ) {
    super();
  }
}

interface OfEndUser {
  readonly tenant: string;
  readonly endUserId: string;
}

const profile = query((db, p: Params<OfEndUser>) => db.selectFrom('end_user').selectAll().where('tenant', '=', p.tenant).where('id', '=', p.endUserId));
const contactPoints = query((db, p: Params<OfEndUser>) =>
  db.selectFrom('end_user_contact_point').selectAll().where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId).orderBy('position'),
);

@QueryHandler(FindEndUser)
export class FindEndUserHandler implements IQueryHandler<FindEndUser> {
  private readonly profile: Prepared<OfEndUser, EndUserTable>;
  private readonly contactPoints: Prepared<OfEndUser, EndUserContactPointTable>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.profile = database.prepare(profile);
    this.contactPoints = database.prepare(contactPoints);
  }

  async execute(query: FindEndUser): Promise<FoundEndUser | undefined> {
    const [row] = await this.profile(query);
    return row && { endUser: shown(row, await this.contactPoints(query)), etag: `${canonicalOf(row.id)}.${row.position}` };
  }
}

function shown(row: EndUserTable, points: readonly EndUserContactPointTable[]): ShownEndUser {
  const values = {
    name: row.name,
    locale: row.locale,
    timeZone: row.time_zone,
    details: row.details,
    notes: row.notes,
  };
  return {
    id: row.id,
    canonicalId: canonicalOf(row.id),
    status: row.status,
    ...values,
    origin: row.origin,
    tags: JSON.parse(row.tags) as string[],
    fields: JSON.parse(row.fields) as ShownEndUser['fields'],
    contactPoints: shownPoints(row.id, points),
    organizations: [],
    mergedFrom: [],
    sources: Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (value === null ? [] : [[field, row.id]]))),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastInteractionAt: row.last_interaction_at,
    revision: row.revision,
  };
}

/** The first of each channel is its primary one, until one can be chosen. */
function shownPoints(endUserId: string, points: readonly EndUserContactPointTable[]): readonly ShownContactPoint[] {
  const withPrimary = new Set<string>();
  return points.map(({ channel, scope, value, key, verified, since }) => {
    const primary = !withPrimary.has(channel);
    withPrimary.add(channel);
    return { channel, scope, value, key, verified: verified === 1, primary, endUserId, since };
  });
}
