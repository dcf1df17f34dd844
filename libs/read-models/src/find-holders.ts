import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type HolderRow, lookups } from './contact-lookup';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type LookupTableName, lookupTableOf } from './tables';

/** A contact point by its identity: the normalised key, not the value as given. */
export interface PointKey {
  readonly channel: string;
  readonly scope: string;
  readonly key: string;
}

/** Who is behind a contact point. */
export interface Holders extends PointKey {
  readonly shared: boolean;
  readonly holders: readonly {
    /** The profile that the contact point is attached to. */
    readonly endUserId: string;
    /** Who stands for it today. */
    readonly canonicalId: string;
    /** Of the cluster: the canonical end user's, or without one that of who was merged first. */
    readonly name: string | null;
    /** RFC 3339 UTC. */
    readonly since: string;
    readonly verified: boolean;
  }[];
}

/** Who holds this contact point now; undefined when nobody does. */
export class FindHolders extends Query<Holders | undefined> {
  static readonly needs: readonly ProjectionName[] = ['contact-lookup'];
  constructor(
    readonly tenant: string,
    readonly channel: string,
    readonly scope: string,
    readonly key: string,
  ) {
    super();
  }
}

/** Who holds each of these contact points, in their order; null where nobody does. */
export class LookUpContactPoints extends Query<readonly (Holders | null)[]> {
  static readonly needs = FindHolders.needs;
  constructor(
    readonly tenant: string,
    readonly points: readonly PointKey[],
  ) {
    super();
  }
}

type HoldersRead = Prepared<PointKey & { tenant: string }, HolderRow>;

@QueryHandler(FindHolders)
export class FindHoldersHandler implements IQueryHandler<FindHolders> {
  private readonly reads: ReadonlyMap<LookupTableName, HoldersRead>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.reads = new Map([...lookups].map(([table, { holders }]) => [table, database.prepare(holders)]));
  }

  /** The hot path of the whole engine: one prepared point read, no awaiting where the database answers at once. */
  async execute(query: FindHolders): Promise<Holders | undefined> {
    const rows = (this.reads.get(lookupTableOf(query.channel)) as HoldersRead)(query);
    return shown(query, Array.isArray(rows) ? rows : await rows);
  }
}

@QueryHandler(LookUpContactPoints)
export class LookUpContactPointsHandler implements IQueryHandler<LookUpContactPoints> {
  private readonly one: FindHoldersHandler;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    this.one = new FindHoldersHandler(database);
  }

  async execute({ tenant, points }: LookUpContactPoints): Promise<readonly (Holders | null)[]> {
    const found = await Promise.all(points.map(({ channel, scope, key }) => this.one.execute(new FindHolders(tenant, channel, scope, key))));
    return found.map((holders) => holders ?? null);
  }
}

function shown({ channel, scope, key }: PointKey, rows: readonly HolderRow[]): Holders | undefined {
  if (rows.length === 0) return undefined;
  const inOrder = rows.length === 1 ? rows : [...rows].sort((one, other) => one.position - other.position);
  return {
    channel,
    scope,
    key,
    shared: rows.some((row) => row.shared === 1),
    holders: inOrder.map(({ end_user_id, canonical_id, name, shown_name, since, verified }) => ({
      endUserId: end_user_id,
      canonicalId: canonical_id ?? end_user_id,
      name: shown_name ?? name,
      since,
      verified: verified === 1,
    })),
  };
}
