import { DailyUse, HeldPointsBehind } from '@kith/application';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { patience, standsAt } from './come-to';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';

interface OfEndUser {
  readonly tenant: string;
  readonly endUserId: string;
}
interface OfPoint extends OfEndUser {
  readonly pointId: string;
  readonly after: number;
}
interface OfOrganization {
  readonly tenant: string;
  readonly organizationId: string;
}
type One = { readonly position: number };

const interaction = query((db, p: Params<OfEndUser>) =>
  db
    .selectFrom('timeline_entry')
    .select('position')
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('interaction_id', 'is not', null)
    .limit(sql.lit(1)),
);
const ticket = query((db, p: Params<OfEndUser>) =>
  db.selectFrom('ticket').select('position').where('tenant', '=', p.tenant).where('requester_id', '=', p.endUserId).limit(sql.lit(1)),
);
const interactionBy = query((db, p: Params<OfPoint>) =>
  db
    .selectFrom('timeline_entry')
    .select('position')
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('interaction_id', 'is not', null)
    .where('point_id', '=', p.pointId)
    .where('position', '>', p.after)
    .limit(sql.lit(1)),
);
const organizationTicket = query((db, p: Params<OfOrganization>) =>
  db.selectFrom('ticket').select('position').where('tenant', '=', p.tenant).where('organization_id', '=', p.organizationId).limit(sql.lit(1)),
);
const organizationInteraction = query((db, p: Params<OfOrganization>) =>
  db.selectFrom('organization_interaction').select('position').where('tenant', '=', p.tenant).where('organization_id', '=', p.organizationId).limit(sql.lit(1)),
);

/** What the answers rest on. */
const needed: readonly ProjectionName[] = ['tickets', 'timeline'];

/** By the timelines and the lists of tickets. */
@Injectable()
export class ProjectedDailyUse extends DailyUse {
  private readonly interaction: Prepared<OfEndUser, One>;
  private readonly ticket: Prepared<OfEndUser, One>;
  private readonly interactionBy: Prepared<OfPoint, One>;
  private readonly organizationTicket: Prepared<OfOrganization, One>;
  private readonly organizationInteraction: Prepared<OfOrganization, One>;

  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {
    super();
    this.interaction = database.prepare(interaction);
    this.ticket = database.prepare(ticket);
    this.interactionBy = database.prepare(interactionBy);
    this.organizationTicket = database.prepare(organizationTicket);
    this.organizationInteraction = database.prepare(organizationInteraction);
  }

  /** The projector may run elsewhere, which tells nobody here: the database itself is asked. */
  async reached(upTo: bigint): Promise<void> {
    const end = performance.now() + patience.waitMs;
    while (!standsAt(await this.database.checkpoints(), needed, upTo)) {
      if (performance.now() >= end) throw new HeldPointsBehind(upTo);
      await new Promise((resolve) => setTimeout(resolve, patience.everyMs));
    }
  }

  async isContacted(tenant: string, endUserId: string): Promise<boolean> {
    const of = { tenant, endUserId };
    return (await this.interaction(of)).length > 0 || (await this.ticket(of)).length > 0;
  }

  async isUsed(tenant: string, endUserId: string, pointId: string, after: bigint): Promise<boolean> {
    return (await this.interactionBy({ tenant, endUserId, pointId, after: Number(after) })).length > 0;
  }

  async hasWork(tenant: string, organizationId: string): Promise<boolean> {
    const of = { tenant, organizationId };
    return (await this.organizationTicket(of)).length > 0 || (await this.organizationInteraction(of)).length > 0;
  }
}
