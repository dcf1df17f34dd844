import { HeldPoints, HeldPointsBehind, type ReleasedPoint } from '@kith/application';
import { Inject, Injectable } from '@nestjs/common';
import { memberIds } from './cluster-members';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';

interface OfEndUser {
  readonly tenant: string;
  readonly endUserId: string;
}
interface OfChannel extends OfEndUser {
  readonly channel: string;
}

const counted = query((db, p: Params<OfChannel>) =>
  db
    .selectFrom('end_user_contact_point')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('tenant', '=', p.tenant)
    .where('end_user_id', 'in', memberIds(db, p))
    .where('channel', '=', p.channel),
);
const held = query((db, p: Params<OfEndUser>) =>
  db.selectFrom('end_user_contact_point').select('point_id').where('tenant', '=', p.tenant).where('end_user_id', '=', p.endUserId),
);
const released = query((db, p: Params<OfEndUser>) =>
  db
    .selectFrom('holding')
    .select((eb) => ['point_id', eb.fn.max('to_position').as('position')])
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('cause', '=', 'deleted')
    .groupBy('point_id'),
);
const edited = query((db, p: Params<OfEndUser>) =>
  db
    .selectFrom('end_user')
    .select((eb) => eb.fn.max('edited_position').as('position'))
    .where('tenant', '=', p.tenant)
    .where('id', 'in', memberIds(db, p)),
);

/** How long a list is waited for, and how often it is looked whether it is there. Milliseconds. */
const patience = { waitMs: 5_000, everyMs: 25 };

/** What the profiles show and the intervals of holding tell. */
@Injectable()
export class ProjectedHeldPoints extends HeldPoints {
  private readonly counted: Prepared<OfChannel, { n: number }>;
  private readonly held: Prepared<OfEndUser, { point_id: string }>;
  private readonly released: Prepared<OfEndUser, { point_id: string; position: number | null }>;
  private readonly edited: Prepared<OfEndUser, { position: number | null }>;

  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {
    super();
    this.counted = database.prepare(counted);
    this.held = database.prepare(held);
    this.released = database.prepare(released);
    this.edited = database.prepare(edited);
  }

  async count(tenant: string, endUserId: string, channel: string): Promise<number> {
    const [row] = await this.counted({ tenant, endUserId, channel });
    return row?.n ?? 0;
  }

  async heldBy(tenant: string, endUserId: string, after: bigint): Promise<readonly string[]> {
    const rows = await this.listed('end-user-profile', after, () => this.held({ tenant, endUserId }));
    return rows.map((row) => row.point_id);
  }

  async releasedFrom(tenant: string, endUserId: string, after: bigint): Promise<readonly ReleasedPoint[]> {
    const rows = await this.listed('holding', after, () => this.released({ tenant, endUserId }));
    return rows.map((row) => ({ digest: row.point_id, position: BigInt(row.position ?? 0) }));
  }

  async editedAt(tenant: string, endUserId: string): Promise<bigint | undefined> {
    const [row] = await this.edited({ tenant, endUserId });
    return row && row.position !== null ? BigInt(row.position) : undefined;
  }

  /** The rows of a projection that has come to the position, all read from the database that has. */
  private async listed<Row>(projection: ProjectionName, position: bigint, read: () => readonly Row[] | Promise<readonly Row[]>): Promise<readonly Row[]> {
    for (;;) {
      const { serving } = this.database;
      await this.reached(projection, position);
      const rows = await read();
      // A rebuilt database that was taken into use meanwhile may be a little behind the one that was asked.
      if (this.database.serving === serving) return rows;
    }
  }

  /** The projector may run in another thread, which tells nobody here: the database itself is asked. */
  private async reached(projection: ProjectionName, position: bigint): Promise<void> {
    const end = performance.now() + patience.waitMs;
    while (((await this.database.checkpoints()).get(projection) ?? 0n) < position) {
      if (performance.now() >= end) throw new HeldPointsBehind(position);
      await new Promise((resolve) => setTimeout(resolve, patience.everyMs));
    }
  }
}
