import { DeclareDifferent, type Difference, ForgetDifference, linksOf, RememberDifference, refuse, WithdrawDifference } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { EventStore } from '../event-store';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { before, type StepContext } from '../run';
import type { Place } from './clusters';
import { Linking } from './linking';
import { MergeLedger } from './merge-ledger';

/** The answer to a declaration that two profiles are different, or to its withdrawal. */
export interface DifferenceAnswer {
  readonly declarationId: string;
  /** The lower id of the two. */
  readonly endUserId: string;
  readonly otherId: string;
  /** RFC 3339 UTC; null for ever. */
  readonly until: string | null;
  /** Null when it was so already. */
  readonly position: bigint | null;
}

/** Declared on the profile that stands for the lower of the two named ids, then on the other: the first one counts. */
@CommandHandler(DeclareDifferent)
export class DeclareDifferentHandler implements ICommandHandler<DeclareDifferent, DifferenceAnswer> {
  constructor(
    @Inject(Linking) private readonly linking: Linking,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, endUserId: one, otherId: other, reason, until }: DeclareDifferent): Promise<DifferenceAnswer> {
    const { tenant } = context;
    const ids = await this.identifiers.of(tenant);
    const step = asked(ids, context, ['DeclareDifferent', one, other, reason ?? null, until ?? null], () => this.newIds.next());
    if (one === other) refuse('merge-with-itself');
    const [endUserId, otherId] = one < other ? [one, other] : [other, one];
    const declarationId = ids.declaration(step.commandId);
    const end = until === undefined ? undefined : new Date(until).toISOString();
    const declared = { declarationId, endUserId, otherId, ...(end !== undefined && { until: end }) };
    const places = [await this.linking.settled(tenant, endUserId), await this.linking.settled(tenant, otherId)] as const;
    for (const { root } of places) if (root.loaded.state.status === 'unknown' || root.loaded.state.status === 'abandoned') refuse('end-user-not-found');
    const trace = traceOn(places, step);
    if (trace !== undefined) {
      await this.linking.finishDifference(step, declared);
      return answerOf(declared, trace);
    }
    const key = await this.linking.keyFor(reason, (await this.linking.load(tenant, endUserId)).state);
    const first = await this.linking.onRootOf(step, endUserId, (id) => new RememberDifference(tenant, id, declared, key && reason), key);
    // One that says the same stands already: then that one it is.
    const standing = linksOf(first.state).differences.find((d) => d.endUserId === endUserId && d.otherId === otherId) ?? declared;
    const second = await this.linking.finishDifference(step, standing);
    return answerOf(standing, second ?? first.position);
  }
}

@CommandHandler(WithdrawDifference)
export class WithdrawDifferenceHandler implements ICommandHandler<WithdrawDifference, DifferenceAnswer> {
  constructor(
    @Inject(Linking) private readonly linking: Linking,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(MergeLedger) private readonly ledger: MergeLedger,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute({ context, declarationId, reason }: WithdrawDifference): Promise<DifferenceAnswer> {
    const { tenant } = context;
    const step = asked(await this.identifiers.of(tenant), context, ['WithdrawDifference', declarationId, reason ?? null], () => this.newIds.next());
    const known = (await this.ledger.declaration(tenant, declarationId, await this.store.head())) ?? refuse('difference-not-found');
    const { endUserId, otherId } = known;
    const places = [await this.linking.settled(tenant, endUserId), await this.linking.settled(tenant, otherId)] as const;
    const trace = traceOn(places, step);
    const key = await this.linking.keyFor(reason, (await this.linking.load(tenant, endUserId)).state);
    const forget = { declarationId, endUserId, otherId };
    const first = await this.linking.onRootOf(step, endUserId, (id) => new ForgetDifference(tenant, id, forget, key && reason), key);
    const second = await this.linking.finishWithdrawal(step, forget);
    return answerOf(known, trace ?? second ?? first.position);
  }
}

const answerOf = ({ declarationId, endUserId, otherId, until }: Difference, position: bigint | undefined): DifferenceAnswer => ({
  declarationId,
  endUserId,
  otherId,
  until: until ?? null,
  position: position ?? null,
});

/** The last event that this very command left on either side. @throws Refusal `idempotency-key-reused` */
function traceOn(places: readonly Place[], step: StepContext): bigint | undefined {
  const traces = places.flatMap(({ path }) => path.flatMap(({ loaded }) => before(loaded, step)?.position ?? []));
  return traces.reduce<bigint | undefined>((last, one) => (last === undefined || one > last ? one : last), undefined);
}
