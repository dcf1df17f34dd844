import { AssignedInteractions, HeldPointsBehind } from '@kith/application';
import { Inject, Injectable } from '@nestjs/common';
import { patience, standsAt } from './come-to';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';

interface OfEndUser {
  readonly tenant: string;
  readonly endUserId: string;
}

const assigned = query((db, p: Params<OfEndUser>) =>
  db
    .selectFrom('timeline_entry')
    .select('interaction_id')
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('words_of', 'is', null)
    .where('kind', '=', 'interaction')
    .where('assigned_position', 'is not', null)
    // They went on to another one, with the contact point that they came by.
    .unionAll(
      db
        .selectFrom('timeline_entry')
        .select('interaction_id')
        .where('tenant', '=', p.tenant)
        .where('words_of', '=', p.endUserId)
        .where('kind', '=', 'interaction')
        .where('assigned_position', 'is not', null),
    ),
);

/** By the timelines. */
@Injectable()
export class ProjectedAssignedInteractions extends AssignedInteractions {
  private readonly assigned: Prepared<OfEndUser, { interaction_id: string | null }>;

  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {
    super();
    this.assigned = database.prepare(assigned);
  }

  async to(tenant: string, endUserId: string, upTo: bigint): Promise<readonly string[]> {
    const end = performance.now() + patience.waitMs;
    for (;;) {
      const { serving } = this.database;
      const isThere = standsAt(await this.database.checkpoints(), ['timeline'], upTo);
      const rows = isThere ? await this.assigned({ tenant, endUserId }) : [];
      // A rebuilt database that was taken into use meanwhile may be a little behind the one that was asked.
      if (isThere && this.database.serving === serving) return rows.flatMap((row) => row.interaction_id ?? []);
      if (performance.now() >= end) throw new HeldPointsBehind(upTo);
      await new Promise((resolve) => setTimeout(resolve, patience.everyMs));
    }
  }
}
