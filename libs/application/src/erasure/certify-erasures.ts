import { CertifyErasure, type EndUserErased, endUser, idInStream } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reactingTo } from '../end-user/reacting-to';
import { EventStore, type StoredEvent } from '../event-store';
import type { Reactor } from '../react';
import { Runner, type StepContext } from '../run';
import { DeletedBytes } from './deleted-bytes';
import { type Erasure, Erasures, isPart } from './erasures';
import { EverythingShown } from './everything-shown';
import { GiveBack, type GivenBack } from './give-back';

/** Certify an erasure, and those that wait for it behind it. */
export class CertifyErasures {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
    readonly erasureId: string,
    /** Of the event that committed it. */
    readonly position: bigint,
  ) {}
}

/** Certifies what was erased. It waits a little, so that erasures that come one after another are certified together. */
export const certifyErasures: Reactor<EndUserErased> = {
  name: 'certify-erasures',
  graceMs: 2_000,
  on: {
    EndUserErased: ({ metadata: { tenant, eventId }, stream, data, position }) =>
      isPart(data) ? [] : [new CertifyErasures(tenant, idInStream(stream), eventId, position)],
  },
};

/** The most erasures that share one overwriting of files. */
const atOnce = 500;
/** Large files rest for as long as it took to read them, and no longer than this: a certificate is due within a minute. Milliseconds. */
const mostRestMs = 15_000;
/** An erasure with nothing left to do but to be told. */
interface Ready {
  readonly erasure: Erasure;
  readonly word: StepContext;
  readonly given: GivenBack;
}

@CommandHandler(CertifyErasures)
export class CertifyErasuresHandler implements ICommandHandler<CertifyErasures, void> {
  /** Files are overwritten at most so often: each time they are read from one end to the other. Milliseconds. */
  everyMs = 3_000;
  /** When files may be overwritten again, by the monotonic clock, in milliseconds. */
  private next = 0;

  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Erasures) private readonly erasures: Erasures,
    @Inject(GiveBack) private readonly giveBack: GiveBack,
    @Inject(EverythingShown) private readonly shown: EverythingShown,
    @Inject(DeletedBytes) private readonly deletedBytes: DeletedBytes,
  ) {}

  /**
   * Each waiting erasure is brought to its end, then all of them are overwritten by one call, which began after their rows were deleted.
   * @throws HeldPointsBehind, DeletedBytesInUse, KeyVaultUnavailable: a later try goes on
   */
  async execute({ tenant, endUserId, erasureId, position }: CertifyErasures): Promise<void> {
    const first = (await this.erasures.on(tenant, endUserId)).find((one) => one.erasureId === erasureId);
    if (!first || first.certificate) return;
    await this.untilNext();
    const ready: Ready[] = [];
    for (const erasure of [first, ...(await this.waitingBehind(position))]) ready.push(await this.ready(erasure));
    await this.shown.upTo(await this.store.head());
    const began = performance.now();
    this.next = began + this.everyMs;
    const overwritten = await this.deletedBytes.overwrite();
    const took = performance.now() - began;
    this.next = began + Math.max(this.everyMs, took + Math.min(took, mostRestMs));
    for (const { erasure, word, given } of ready) {
      const { endUserId: id, scope, profiles } = erasure;
      const certificate = { erasure: erasure.erasureId, scope, profiles, ...given, overwritten };
      // When that is, and not when it was asked for.
      const { occurredAt: _, ...now } = word;
      await this.runner.run(endUser, new CertifyErasure(erasure.tenant, id, certificate), now);
    }
  }

  private async untilNext(): Promise<void> {
    const ms = this.next - performance.now();
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  }

  private async ready(erasure: Erasure): Promise<Ready> {
    const { step, erasureId: eventId, committedAt: recordedAt } = erasure;
    const word = reactingTo({ ...step, eventId, occurredAt: step.occurredAt ?? recordedAt, recordedAt, schema: 1 }, certifyErasures.name);
    return { erasure, word, given: await this.giveBack.of(erasure, await this.erasures.carryOut(erasure), word) };
  }

  /** Those after a position, of any tenant, that are not certified. */
  private async waitingBehind(position: bigint): Promise<readonly Erasure[]> {
    const { events } = await this.store.readAll({ after: position, limit: atOnce, types: ['EndUserErased'] });
    const waiting: Erasure[] = [];
    for (const event of events) {
      const erasure = await this.committedBy(event);
      if (erasure && !erasure.certificate) waiting.push(erasure);
    }
    return waiting;
  }

  private async committedBy({ stream, metadata: { tenant, eventId } }: StoredEvent): Promise<Erasure | undefined> {
    return (await this.erasures.on(tenant, idInStream(stream))).find(({ erasureId }) => erasureId === eventId);
  }
}
