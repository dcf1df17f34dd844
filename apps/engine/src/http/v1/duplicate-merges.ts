import { Clock, EventStore, Identifiers } from '@kith/application';
import { type CommandContext, MergeUsers, refuse } from '@kith/domain';
import { FindDuplicate, FindMerge, FindOwnProfile, type ShownMerge } from '@kith/read-models';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { HttpProblem } from '../problems';
import { AfterWrite } from './after-write';

/** The two whom a suggestion is about, as its id names them. */
export type Two = readonly [string, string];

/** Who goes on, and what suggested it. */
interface Chosen {
  readonly survivorId: string;
  readonly rule: string;
}

/**
 * Makes merges of suggestions. A suggestion is gone once it is taken up: what a retry is about is in the ledger, because the id of a
 * merge is made of the idempotency key.
 */
@Injectable()
export class DuplicateMerges {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(AfterWrite) private readonly after: AfterWrite,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws HttpProblem `duplicate-not-found` when the two are not suggested, or not any more */
  async of(context: CommandContext, two: Two, survivorId: string | undefined, reason: string | undefined): Promise<MergeUsers> {
    const chosen = (await this.before(context, two)) ?? (await this.suggested(context.tenant, two)) ?? (await this.beforeNow(context, two));
    if (!chosen) throw new HttpProblem('duplicate-not-found');
    const survivor = survivorId ?? chosen.survivorId;
    return new MergeUsers(context, survivor, survivor === two[0] ? two[1] : two[0], reason, chosen.rule);
  }

  /** What this very command chose when it was asked before. */
  private async before({ tenant, client, idempotencyKey }: CommandContext, two: Two): Promise<Chosen | undefined> {
    if (idempotencyKey === undefined) return undefined;
    const ids = await this.identifiers.of(tenant);
    const made = await this.queries.execute(new FindMerge(tenant, ids.merge(ids.command(client, idempotencyKey))));
    return made && chosenIn(made, two);
  }

  /** The same, once the ledger knows of all that was written: the suggestion may have gone from the list before it came to the ledger. */
  private async beforeNow(context: CommandContext, two: Two): Promise<Chosen | undefined> {
    if (context.idempotencyKey === undefined) return undefined;
    await this.after.linked(await this.store.head());
    return this.before(context, two);
  }

  private async suggested(tenant: string, two: Two): Promise<Chosen | undefined> {
    const at = new Date(this.clock.now()).toISOString();
    const duplicate = await this.queries.execute(new FindDuplicate(tenant, two.join('.'), at));
    return duplicate && { survivorId: await this.older(tenant, two), rule: duplicate.rule };
  }

  /** Of the profiles themselves: what is shown of a cluster changes with it. */
  private async older(tenant: string, [one, other]: Two): Promise<string> {
    const [first, second] = await Promise.all([this.born(tenant, one), this.born(tenant, other)]);
    return first < second || (first === second && one < other) ? one : other;
  }

  private async born(tenant: string, endUserId: string): Promise<string> {
    return ((await this.queries.execute(new FindOwnProfile(tenant, endUserId, true))) ?? refuse('end-user-not-found')).endUser.createdAt;
  }
}

function chosenIn({ named: { survivorId, mergedId }, rule }: ShownMerge, two: Two): Chosen | undefined {
  return rule !== null && two.includes(survivorId) && two.includes(mergedId) ? { survivorId, rule } : undefined;
}
