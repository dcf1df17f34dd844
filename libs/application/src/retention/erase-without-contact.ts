import {
  AdvanceRetentionRun,
  type CommandContext,
  EraseEndUser,
  idInStream,
  Refusal,
  type RetentionRun,
  type RetentionRunAdvanced,
  type RetentionRunStarted,
  refuse,
  retentionRun,
  streamOf,
} from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reactingTo } from '../end-user/reacting-to';
import { EraseEndUserHandler } from '../erasure/erase-end-user';
import { EventStore } from '../event-store';
import type { Reactor, Seen } from '../react';
import { Runner, type StepContext } from '../run';
import { WithoutContact } from './without-contact';

/** Do the page of a retention run that begins behind this end user. */
export class EraseWithoutContact {
  constructor(
    readonly step: StepContext,
    readonly runId: string,
    /** Empty: the first page. */
    readonly after: string,
  ) {}
}

type Running = RetentionRunStarted | RetentionRunAdvanced;

/** The reactor behind retention runs: it erases page by page, and each page is told by an event, from which it goes on after a crash. */
export const eraseWithoutContact: Reactor<Running> = {
  name: 'erase-without-contact',
  graceMs: 0,
  on: {
    RetentionRunStarted: (event) => [page(event, '')],
    RetentionRunAdvanced: (event) => [page(event, event.data.after)],
  },
};

const page = ({ metadata, stream }: Seen<Running>, after: string): EraseWithoutContact =>
  new EraseWithoutContact(reactingTo(metadata, eraseWithoutContact.name), idInStream(stream), after);

/** A run as it goes on. */
interface UnderWay {
  readonly tenant: string;
  readonly runId: string;
  readonly state: RetentionRun;
  readonly since: string;
  /** The word on which it erases: that of whoever started it, in the name of the reactor. */
  readonly word: Omit<CommandContext, 'idempotencyKey'>;
}

/** Looks again at most so often at a person of whom something was written between looking and erasing. */
const maxLooks = 10;

@CommandHandler(EraseWithoutContact)
export class EraseWithoutContactHandler implements ICommandHandler<EraseWithoutContact, void> {
  /** So many persons are looked at before it is told how far the work has come. */
  readonly pageLimit: number = 200;
  /** So many of them are looked at once more and then erased at once: little can happen in between. */
  readonly atOnce: number = 10;

  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(WithoutContact) private readonly withoutContact: WithoutContact,
    @Inject(EraseEndUserHandler) private readonly erasing: EraseEndUserHandler,
  ) {}

  /** @throws HeldPointsBehind while the read models have not come to the end of the log as it was */
  async execute({ step, runId, after }: EraseWithoutContact): Promise<void> {
    const run = await this.underWay(step.tenant, runId);
    if (run?.state.after !== after) return;
    const { tenant, state, since } = run;
    const head = await this.runner.head();
    // What an earlier try of this page has erased is listed no more, and may not have come to its end.
    const before = await this.withoutContact.erasedBy(tenant, runId, head);
    if (before > state.erased) for (const id of await this.withoutContact.uncertified(tenant, runId, after, head)) await this.erase(run, id, head);
    const listed = await this.withoutContact.behind(tenant, since, after, this.pageLimit, head);
    const { kept, room } = await this.eraseAll(run, listed, state.expected - before);
    const erased = (await this.withoutContact.erasedBy(tenant, runId, await this.runner.head())) - state.erased;
    const to = room === 0 || listed.length < this.pageLimit ? null : (listed.at(-1) ?? null);
    await this.runner.run(retentionRun, new AdvanceRetentionRun(tenant, runId, after, to, { scanned: erased + kept, erased, kept }), step);
  }

  /** Undefined unless it is running. */
  private async underWay(tenant: string, runId: string): Promise<UnderWay | undefined> {
    const stream = streamOf.retentionRun(tenant, runId);
    const { state } = await this.runner.load(retentionRun, stream);
    const [started] = await this.store.readStream(stream, { limit: 1 });
    if (state.status !== 'running' || state.withoutContactSince === undefined || !started) return undefined;
    const { commandId: _, occurredAt: __, ...word } = reactingTo(started.metadata, eraseWithoutContact.name);
    return { tenant, runId, state, since: state.withoutContactSince, word: { ...word, client: `reactor:${eraseWithoutContact.name}` } };
  }

  /** Erases those who are without contact still, while there is room for more and nobody has stopped the run; answers how many were kept. */
  private async eraseAll(run: UnderWay, listed: readonly string[], roomFor: number): Promise<{ readonly kept: number; readonly room: number }> {
    let [kept, room] = [0, Math.max(roomFor, 0)];
    for (let from = 0; from < listed.length && room > 0 && (await this.underWay(run.tenant, run.runId)); from += this.atOnce) {
      const some = await this.eraseSome(run, listed.slice(from, from + this.atOnce), room);
      kept += some.kept;
      room -= some.erased;
    }
    return { kept, room };
  }

  private async eraseSome(run: UnderWay, listed: readonly string[], room: number): Promise<{ readonly kept: number; readonly erased: number }> {
    let [kept, erased, open] = [0, 0, listed];
    for (let look = 1; open.length > 0; look++) {
      if (look > maxLooks) refuse('too-contested');
      const seenPosition = await this.runner.head();
      const still = await this.withoutContact.still(run.tenant, run.since, open, seenPosition);
      kept += open.length - still.size;
      const chosen = open.filter((id) => still.has(id)).slice(0, room - erased);
      const outcomes = await Promise.all(chosen.map((id) => this.erase(run, id, seenPosition)));
      erased += outcomes.filter((outcome) => outcome === 'erased').length;
      open = chosen.filter((_, i) => outcomes[i] === 'changed');
    }
    return { kept, erased };
  }

  /** Refused when anything was written of the person, or of whom they were merged with, since they were looked at: it may have been a contact. */
  private async erase({ runId, word }: UnderWay, endUserId: string, seenPosition: bigint): Promise<'erased' | 'already' | 'changed'> {
    const context = { ...word, idempotencyKey: `${runId}.${endUserId}`, seenPosition };
    try {
      const { position } = await this.erasing.execute(new EraseEndUser(context, endUserId, 'person'));
      return position === null ? 'already' : 'erased';
    } catch (error) {
      if (error instanceof Refusal && error.code === 'state-changed') return 'changed';
      throw error;
    }
  }
}
