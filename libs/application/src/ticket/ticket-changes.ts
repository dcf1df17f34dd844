import { assertHappened, type CommandContext, type HoldsFrom, refuse, streamOf, type Ticket, type TicketEvent, type TicketStep, ticket } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { asked } from '../asked';
import { Clock } from '../clock';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { type DataKey, KeyVault } from '../key-vault';
import { assertAsSeen, before, type Loaded, Runner, type StepContext, type Taken, type Trace } from '../run';
import { utc } from './ticket-routing';

/** A command that is decided on the stream of the ticket that it names. */
export interface OnTicket {
  readonly context: CommandContext;
  /** Digest of source and id. */
  readonly ticketId: string;
}

/** A command that was understood, and the ticket as it is. */
export interface Begun {
  readonly step: StepContext;
  readonly known: Loaded<Ticket>;
  /** What the same command left when it was asked before: then it is not decided again. */
  readonly trace: Trace | undefined;
  readonly from: HoldsFrom;
}

/** Takes the one step of a command on a ticket's stream: the same rules of asking for each of them. */
@Injectable()
export class TicketChanges {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /**
   * @param told business time that the command itself names, RFC 3339
   * @throws Refusal `ticket-not-found`, `idempotency-key-reused`, `state-changed`, `time-in-future`
   */
  async begin(command: OnTicket, told: string | undefined = command.context.occurredAt): Promise<Begun> {
    const { context, ...payload } = command;
    const at = told === undefined ? undefined : utc(told);
    const own = at === undefined ? context : { ...context, occurredAt: at };
    const step = asked(await this.identifiers.of(context.tenant), own, [command.constructor.name, payload], () => this.newIds.next());
    const known = await this.runner.load(ticket, streamOf.ticket(context.tenant, command.ticketId));
    if (known.state.openedAt === undefined) refuse('ticket-not-found');
    const trace = before(known, step);
    const now = this.clock.now();
    // Before anything else is written for it, such as a requester.
    if (!trace) assertAsSeen(known.position, step);
    if (!trace && at !== undefined) assertHappened(at, now, '/at');
    return { step, known, trace, from: { at: at ?? utc(now), isTold: at !== undefined } };
  }

  /** @throws Refusal `state-changed`, `idempotency-key-reused` */
  take({ step, known }: Begun, taken: TicketStep, key?: DataKey): Promise<Taken<Ticket, TicketEvent>> {
    return this.runner.once(ticket, taken, step, key, known);
  }

  /** The key that seals the words of whoever asked; undefined where there are none, or nobody may read them any more. */
  async keyFor(reason: string | undefined, { known: { state } }: Begun): Promise<DataKey | undefined> {
    return reason === undefined || state.keyId === undefined ? undefined : this.vault.find(state.keyId);
  }
}
