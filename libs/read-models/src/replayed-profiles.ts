import { EventStore, PersonalData, SettingsReader, type StoredEvent } from '@kith/application';
import { type Recorded, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Reads } from './cluster-rows';
import { endUserProfile } from './end-user-profile';
import { FindEndUser, FindEndUserHandler, FindOwnProfile, FindOwnProfileHandler } from './find-end-user';
import { HeardOf } from './heard-of';
import { openEvents } from './open-events';
import { OrganizationNames } from './organization-names';
import { type PassingDatabase, PassingDatabases } from './passing-database';
import type { Handler, Projection } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import type { FoundEndUser } from './shown-end-user';
import { type Params, query, type Statement, statement } from './statement';

interface OfHolder {
  readonly tenant: string;
  readonly endUserId: string;
}

const pointsHeld = query((db, p: Params<OfHolder>) =>
  db.selectFrom('holding').select('point_id').distinct().where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId),
);
const heard = statement((db, p: Params<{ tenant: string; id: string; at: string }>) =>
  db.updateTable('end_user').set({ own_last_interaction_at: p.at, last_interaction_at: p.at }).where('tenant', '=', p.tenant).where('id', '=', p.id),
);

/** Events of a stream that are read at a time, and streams that are read at once. */
const [pageLimit, atOnce] = [500, 32];

/**
 * Profiles as they were at a place of the log: what happened to them until then is read from the log again, and goes through the same
 * projection and the same query as what is shown now. What the read models know of the present only says where to look.
 */
@Injectable()
export class ReplayedProfiles {
  private readonly pointsHeld: Prepared<OfHolder, { point_id: string }>;
  private readonly heardOf: HeardOf;
  private readonly organizations: OrganizationNames;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PersonalData) private readonly personalData: PersonalData,
    @Inject(ReadDatabase) database: Reads,
    @Inject(PassingDatabases) private readonly databases: PassingDatabases,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
  ) {
    this.pointsHeld = database.prepare(pointsHeld);
    this.heardOf = new HeardOf(database);
    this.organizations = new OrganizationNames(database);
  }

  /** What the id was shown as when the log had come to the position; undefined when it was not known then. By the policy of today, with the organizations as they are called today. */
  at(tenant: string, endUserId: string, position: bigint): Promise<FoundEndUser | undefined> {
    return this.replayed(tenant, endUserId, position, (database) =>
      new FindEndUserHandler(database, this.settings, this.organizations).execute(new FindEndUser(tenant, endUserId)),
    );
  }

  /** Likewise the profile by itself, as {@link FindOwnProfile} shows it. */
  ownAt(tenant: string, endUserId: string, position: bigint, alone: boolean): Promise<FoundEndUser | undefined> {
    return this.replayed(tenant, endUserId, position, (database) =>
      new FindOwnProfileHandler(database, this.settings, this.organizations).execute(new FindOwnProfile(tenant, endUserId, alone)),
    );
  }

  private async replayed<T>(tenant: string, endUserId: string, position: bigint, answer: (database: PassingDatabase) => Promise<T>): Promise<T> {
    const profiles = await this.clusterThen(tenant, endUserId, position);
    const ids = [...profiles.keys()];
    const points = (await this.points(tenant, ids)).flat();
    const events = [...profiles.values()].flat().concat(points.filter((event) => event.position <= position));
    events.sort((one, other) => (one.position < other.position ? -1 : 1));
    const opened = await openEvents(this.personalData, [endUserProfile], events);
    const unreadable = opened.find((one) => one.unreadable)?.unreadable;
    if (unreadable) throw unreadable;
    const lastHeard = await this.heardOf.upTo(tenant, ids, points, position);
    const database = await this.databases.make();
    try {
      // Settled before it is said when they were heard of: of a cluster that is known only from then on.
      database.write([...opened.flatMap(({ event }) => (event ? statementsOf(event) : [])), ...(endUserProfile.settle ?? [])]);
      database.write([...lastHeard].map(([id, at]) => heard({ tenant, id, at })));
      return await answer(database);
    } finally {
      database.close();
    }
  }

  /** The events until then of every profile that may have been in the cluster: whoever stood for it named them when they came. */
  private async clusterThen(tenant: string, endUserId: string, position: bigint): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
    const profiles = new Map<string, readonly StoredEvent[]>();
    const read = async (ids: readonly string[]) => {
      const unread = [...new Set(ids)].filter((id) => !profiles.has(id));
      for (const [id, events] of await each(unread, async (id) => [id, await this.until(streamOf.endUser(tenant, id), position)] as const))
        profiles.set(id, events);
      return unread.flatMap((id) => profiles.get(id) ?? []);
    };
    let named: readonly string[] = [];
    for (let next: readonly string[] = [endUserId]; next.length > 0; ) {
      const events = await read(next);
      named = [...named, ...membersNamed(events)];
      next = survivorIn(events).filter((id) => !profiles.has(id));
    }
    while (named.length > 0) named = membersNamed(await read(named));
    return profiles;
  }

  /** All events of every contact point that these profiles ever held. */
  private async points(tenant: string, endUserIds: readonly string[]): Promise<readonly (readonly StoredEvent[])[]> {
    const held = await Promise.all(endUserIds.map(async (endUserId) => this.pointsHeld({ tenant, endUserId })));
    return each([...new Set(held.flat().map(({ point_id }) => point_id))], (pointId) => this.until(streamOf.contactPoint(tenant, pointId)));
  }

  private async until(stream: string, position?: bigint): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    for (;;) {
      const page = await this.store.readStream(stream, { from: events.length, limit: pageLimit });
      for (const event of page) {
        if (position !== undefined && event.position > position) return events;
        events.push(event);
      }
      if (page.length < pageLimit) return events;
    }
  }
}

/** Whom a profile was linked to after these events of its stream; nobody, or one. */
function survivorIn(events: readonly StoredEvent[]): readonly string[] {
  const last = events.findLast(({ type }) => type === 'EndUserMerged' || type === 'EndUserUnmerged');
  return last?.type === 'EndUserMerged' ? [last.data.survivorId as string] : [];
}

/** Whoever came, or was about to: the link of the other profile may lie in the log before the word of it here, or after. */
const membersNamed = (events: readonly StoredEvent[]): readonly string[] =>
  events.flatMap(({ type, data }) => {
    if (type === 'EndUserAbsorbed') return data.members as readonly string[];
    return type === 'MergeReserved' && data.role === 'survivor' ? [data.otherId as string] : [];
  });

function statementsOf(event: Recorded): readonly Statement[] {
  return (endUserProfile.on[event.type as keyof Projection['on']] as Handler<never> | undefined)?.(event as Recorded<never>) ?? [];
}

/** Does the work for each, some at once. */
async function each<T>(ids: readonly string[], work: (id: string) => Promise<T>): Promise<readonly T[]> {
  const done: T[] = [];
  for (let i = 0; i < ids.length; i += atOnce) done.push(...(await Promise.all(ids.slice(i, i + atOnce).map(work))));
  return done;
}
