import { HeldPointsBehind, StreamDirectory, type StreamsOfPerson } from '@kith/application';
import { Inject, Injectable } from '@nestjs/common';
import { memberIds, members, type OfCluster } from './cluster-members';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';

const everHeld = query((db, p: Params<OfCluster>) =>
  db.selectFrom('holding').select('point_id').distinct().where('tenant', '=', p.tenant).where('end_user_id', 'in', memberIds(db, p)),
);

/** What the directory rests on. */
const needed: readonly ProjectionName[] = ['end-user-profile', 'holding'];

/** How long the read models are waited for, and how often it is looked whether they are there. Milliseconds. */
const patience = { waitMs: 5_000, everyMs: 25 };

/** By the clusters of profiles and the intervals of holding. */
@Injectable()
export class ProjectedStreamDirectory extends StreamDirectory {
  private readonly members: Prepared<OfCluster, { id: string }>;
  private readonly everHeld: Prepared<OfCluster, { point_id: string }>;

  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {
    super();
    this.members = database.prepare(members);
    this.everHeld = database.prepare(everHeld);
  }

  async ofPerson(tenant: string, endUserId: string, upTo: bigint): Promise<StreamsOfPerson> {
    const end = performance.now() + patience.waitMs;
    for (;;) {
      const { serving } = this.database;
      const reached = await this.database.checkpoints();
      const isThere = needed.every((projection) => (reached.get(projection) ?? 0n) >= upTo);
      const [profiles, points] = isThere ? await Promise.all([this.members({ tenant, endUserId }), this.everHeld({ tenant, endUserId })]) : [[], []];
      // A rebuilt database that was taken into use meanwhile may be a little behind the one that was asked.
      if (isThere && this.database.serving === serving) return { profileIds: profiles.map(({ id }) => id), pointIds: points.map((row) => row.point_id) };
      if (performance.now() >= end) throw new HeldPointsBehind(upTo);
      await new Promise((resolve) => setTimeout(resolve, patience.everyMs));
    }
  }
}
