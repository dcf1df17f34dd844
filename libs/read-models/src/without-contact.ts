import { type CountedWithoutContact, HeldPointsBehind, WithoutContact } from '@kith/application';
import { Inject, Injectable } from '@nestjs/common';
import type { ProjectionName } from './projection';
import { type Prepared, ReadDatabase } from './read-database';
import {
  counted,
  edge,
  erased,
  type OfOne,
  type OfTenant,
  type SilentStretch,
  type Stretch,
  silent,
  still,
  toErase,
  uncertified,
} from './without-contact-reads';

type Ids = { readonly id: string };
type Found = SilentStretch & { readonly limit: number };

/** What it rests on. */
export const withoutContactNeeds: readonly ProjectionName[] = ['end-user-profile', 'tickets', 'retention'];

/** How long the read models are waited for, and how often it is looked whether they are there. Milliseconds. */
const patience = { waitMs: 5_000, everyMs: 10 };

/** Persons without contact, by their profiles and tickets. All end users of a tenant are looked through, a stretch at a time, so that others get their turn in between. */
@Injectable()
export class ProjectedWithoutContact extends WithoutContact {
  private readonly edge: Prepared<Stretch, Ids>;
  private readonly counted: Prepared<SilentStretch, { silent: number; open: number }>;
  private readonly silent: Prepared<Found, Ids>;
  private readonly toErase: Prepared<Found, Ids>;
  private readonly one: Prepared<OfOne, Ids>;
  private readonly uncertifiedOf: Prepared<Stretch & { runId: string }, Ids>;
  private readonly erased: Prepared<OfTenant & { runId: string }, { erased: number }>;

  constructor(@Inject(ReadDatabase) private readonly database: ReadDatabase) {
    super();
    this.edge = database.prepare(edge);
    this.counted = database.prepare(counted);
    this.silent = database.prepare(silent);
    this.toErase = database.prepare(toErase);
    this.one = database.prepare(still);
    this.uncertifiedOf = database.prepare(uncertified);
    this.erased = database.prepare(erased);
  }

  count(tenant: string, since: string, upTo: bigint): Promise<CountedWithoutContact> {
    return this.reached(upTo, async () => {
      let [all, openTickets] = [0, 0];
      for await (const after of this.stretches(tenant, '')) {
        const [row] = await this.counted({ tenant, after, since });
        all += row?.silent ?? 0;
        openTickets += row?.open ?? 0;
      }
      return { persons: all - openTickets, kept: { openTickets } };
    });
  }

  behind(tenant: string, since: string, after: string, limit: number, upTo: bigint): Promise<readonly string[]> {
    return this.reached(upTo, () => this.first(this.silent, { tenant, since, after, limit }));
  }

  /** The first whom a run would erase, as far as is known. */
  firstToErase(tenant: string, since: string, limit: number): Promise<readonly string[]> {
    return this.first(this.toErase, { tenant, since, after: '', limit });
  }

  still(tenant: string, since: string, endUserIds: readonly string[], upTo: bigint): Promise<ReadonlySet<string>> {
    return this.reached(upTo, async () => {
      const rows = await Promise.all(endUserIds.map(async (endUserId) => this.one({ tenant, since, endUserId })));
      return new Set(rows.flat().map(({ id }) => id));
    });
  }

  erasedBy(tenant: string, runId: string, upTo: bigint): Promise<number> {
    return this.reached(upTo, async () => (await this.erased({ tenant, runId }))[0]?.erased ?? 0);
  }

  uncertified(tenant: string, runId: string, after: string, upTo: bigint): Promise<readonly string[]> {
    return this.reached(upTo, async () => (await this.uncertifiedOf({ tenant, after, runId })).map(({ id }) => id));
  }

  private async first(found: Prepared<Found, Ids>, { tenant, since, after: begin, limit }: Found): Promise<readonly string[]> {
    const ids: string[] = [];
    for await (const after of this.stretches(tenant, begin)) {
      ids.push(...(await found({ tenant, since, after, limit: limit - ids.length })).map(({ id }) => id));
      if (ids.length === limit) break;
    }
    return ids;
  }

  /** Behind which end user each stretch begins. */
  private async *stretches(tenant: string, from: string): AsyncGenerator<string> {
    for (let after: string | undefined = from; after !== undefined; ) {
      yield after;
      const [last]: readonly Ids[] = await this.edge({ tenant, after });
      after = last?.id;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Reads from a database that has come to the position. The projector may run elsewhere, which tells nobody here: the database itself is asked. */
  private async reached<T>(position: bigint, read: () => Promise<T>): Promise<T> {
    const end = performance.now() + patience.waitMs;
    for (;;) {
      const { serving } = this.database;
      const reached = await this.database.checkpoints();
      if (withoutContactNeeds.every((name) => (reached.get(name) ?? 0n) >= position)) {
        const found = await read();
        // A rebuilt database that was taken into use meanwhile may be a little behind the one that was asked.
        if (this.database.serving === serving) return found;
      } else if (performance.now() >= end) throw new HeldPointsBehind(position);
      else await new Promise((resolve) => setTimeout(resolve, patience.everyMs));
    }
  }
}
