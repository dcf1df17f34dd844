import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { canonicalOf } from './canonical';
import { EndUserParts, type ShownContactPoint } from './end-user-parts';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';
import type { EndUserTable } from './tables';

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
@QueryHandler(FindEndUser)
export class FindEndUserHandler implements IQueryHandler<FindEndUser> {
  private readonly profile: Prepared<OfEndUser, EndUserTable>;
  private readonly parts: EndUserParts;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.profile = database.prepare(profile);
    this.parts = new EndUserParts(database);
  }

  async execute(query: FindEndUser): Promise<FoundEndUser | undefined> {
    const [row] = await this.profile(query);
    if (!row) return undefined;
    const { parts } = this;
    const [contactPoints, tags, fields] = await Promise.all([parts.contactPoints(query), parts.tags(query), parts.fields(query)]);
    return { endUser: shown(row, { contactPoints, tags, fields }), etag: `${canonicalOf(row.id)}.${row.position}` };
  }
}

function shown(row: EndUserTable, { contactPoints, tags, fields }: Pick<ShownEndUser, 'contactPoints' | 'tags' | 'fields'>): ShownEndUser {
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
    tags,
    fields,
    contactPoints,
    organizations: [],
    mergedFrom: [],
    sources: Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (value === null ? [] : [[field, row.id]]))),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastInteractionAt: row.last_interaction_at || null,
    revision: row.revision,
  };
}
