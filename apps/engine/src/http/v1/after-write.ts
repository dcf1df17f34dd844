import { EventStoreUnavailable, KeyVaultUnavailable } from '@kith/application';
import type { DomainEvent } from '@kith/domain';
import { linkedReadModels, type ProjectionName, projections, ReadModels, ReadModelsBehind, ReadModelsUnavailable } from '@kith/read-models';
import { Inject, Injectable } from '@nestjs/common';
import { type Query, QueryBus } from '@nestjs/cqrs';

/** How long an answer waits for the read models to show what was written, in milliseconds. */
const maxWaitMs = 5_000;

/** What is stored is stored: that it cannot be shown now must not be told as if it had failed. */
const away = [ReadModelsBehind, ReadModelsUnavailable, EventStoreUnavailable, KeyVaultUnavailable];

/** The read models that events of these types change. */
const changedBy = (...types: readonly DomainEvent['type'][]): readonly ProjectionName[] =>
  projections.filter(({ on }) => types.some((type) => type in on)).map(({ name }) => name);
const links = [...new Set([...linkedReadModels, ...changedBy('EndUserMerged', 'EndUserUnmerged')])];
const organizationLinks = changedBy('OrganizationMerged', 'OrganizationUnmerged');
const differences = changedBy('EndUsersDeclaredDifferent', 'DifferenceWithdrawn');

/** Shows with the answer of a write what the write has brought about. */
@Injectable()
export class AfterWrite {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ReadModels) private readonly readModels: ReadModels,
  ) {}

  /** Whether every read is answered by the new links from here on; waits for that, 5 s at most. Null: nothing was written. */
  linked(position: bigint | null): Promise<boolean> {
    return this.known(position, links);
  }

  /** Likewise for the links of organizations. */
  organizationsLinked(position: bigint | null): Promise<boolean> {
    return this.known(position, organizationLinks);
  }

  /** Likewise for what was declared and withdrawn. */
  declared(position: bigint | null): Promise<boolean> {
    return this.known(position, differences);
  }

  /** What the read models answer; null for what they do not have, or cannot tell at the moment. */
  shown<T>(query: Query<T>): Promise<NonNullable<T> | null> {
    return this.orNull(() => this.queries.execute(query));
  }

  /** The answer; null while a place that it needs is away or behind. */
  async orNull<T>(ask: () => Promise<T>): Promise<NonNullable<T> | null> {
    try {
      return (await ask()) ?? null;
    } catch (error) {
      if (away.some((kind) => error instanceof kind)) return null;
      throw error;
    }
  }

  private async known(position: bigint | null, needs: readonly ProjectionName[]): Promise<boolean> {
    if (position === null) return true;
    return (await this.orNull(() => this.readModels.waitFor(position, needs, maxWaitMs).then(() => true))) ?? false;
  }
}
