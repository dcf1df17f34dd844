import { HeldPoints } from '@kith/application';
import { Inject, Injectable } from '@nestjs/common';
import { type Prepared, ReadDatabase } from './read-database';
import { type Params, query } from './statement';

interface OfChannel {
  readonly tenant: string;
  readonly endUserId: string;
  readonly channel: string;
}

const held = query((db, p: Params<OfChannel>) =>
  db
    .selectFrom('end_user_contact_point')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('tenant', '=', p.tenant)
    .where('end_user_id', '=', p.endUserId)
    .where('channel', '=', p.channel),
);

/** Counts what the profiles show. */
@Injectable()
export class ProjectedHeldPoints extends HeldPoints {
  private readonly held: Prepared<OfChannel, { n: number }>;

  constructor(@Inject(ReadDatabase) database: ReadDatabase) {
    super();
    this.held = database.prepare(held);
  }

  async count(tenant: string, endUserId: string, channel: string): Promise<number> {
    const [row] = await this.held({ tenant, endUserId, channel });
    return row?.n ?? 0;
  }
}
