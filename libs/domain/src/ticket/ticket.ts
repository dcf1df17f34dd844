import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import { type HoldsFrom, KeepTicket, MoveTicket, TellStatus, type TicketStep } from './ticket.commands';
import type { TicketEvent, TicketStatus } from './ticket.events';

/** Something that holds from a time on, until the next. */
export interface HeldFrom<Value> {
  readonly value: Value;
  /** RFC 3339 UTC with milliseconds. */
  readonly at: string;
}

/** What the rules need to know of a ticket. Histories are in the order of their times; of one time, as they were told. */
export interface Ticket {
  /** Absent until it is opened. */
  readonly openedAt?: string;
  /** Of the requester that it was opened for. */
  readonly keyId: string | undefined;
  readonly requesterId?: string;
  readonly statuses: readonly HeldFrom<TicketStatus>[];
  readonly organizations: readonly HeldFrom<string | null>[];
}

export const ticket: Decider<Ticket, TicketStep, TicketEvent> = {
  stream: ({ tenant, ticketId }) => streamOf.ticket(tenant, ticketId),
  initial: { keyId: undefined, statuses: [], organizations: [] },

  evolve(state, event) {
    switch (event.type) {
      case 'TicketOpened': {
        const { at, requesterId, status, organizationId } = event.data;
        return { openedAt: at, keyId: event.keyId, requesterId, statuses: [{ value: status, at }], organizations: [{ value: organizationId, at }] };
      }
      case 'TicketRouted':
        return state;
      case 'TicketStatusChanged':
        return { ...state, statuses: placed(state.statuses, { value: event.data.status, at: event.data.at }) };
      case 'TicketMovedToOrganization':
        return { ...state, organizations: placed(state.organizations, { value: event.data.organizationId, at: event.data.at }) };
      case 'TicketRequesterCorrected':
        return { ...state, requesterId: event.data.requesterId };
    }
  },

  decide(command, state) {
    if (command instanceof KeepTicket) return keep(command, state);
    const openedAt = state.openedAt ?? refuse('ticket-not-found');
    if (command instanceof TellStatus) {
      const { status } = command;
      const at = newsFrom(command.from, status, state.statuses, openedAt);
      return at === undefined ? [] : [{ type: 'TicketStatusChanged', data: { status, at } }];
    }
    if (command instanceof MoveTicket) {
      const { organizationId, reason } = command;
      const at = newsFrom(command.from, organizationId, state.organizations, openedAt);
      return at === undefined ? [] : [{ type: 'TicketMovedToOrganization', data: { organizationId, ...(reason !== undefined && { reason }), at } }];
    }
    const { correction, sameAs } = command;
    const isTheirs = [correction.requesterId, ...sameAs].includes(state.requesterId ?? '');
    return isTheirs ? [] : [{ type: 'TicketRequesterCorrected', data: correction }];
  },
};

const keep = ({ opened, routed }: KeepTicket, { openedAt }: Ticket): readonly TicketEvent[] =>
  openedAt === undefined
    ? [
        { type: 'TicketOpened', data: opened },
        { type: 'TicketRouted', data: routed },
      ]
    : [];

/** The status that holds now. */
export const ticketStatus = ({ statuses }: Ticket): TicketStatus => statuses.at(-1)?.value ?? refuse('ticket-not-found');

/** The organization that a ticket is now, as it was named; null is none's. */
export const ticketOrganization = ({ organizations }: Ticket): string | null => organizations.at(-1)?.value ?? null;

function placed<Value>(history: readonly HeldFrom<Value>[], one: HeldFrom<Value>): readonly HeldFrom<Value>[] {
  const after = history.findLastIndex(({ at }) => at <= one.at) + 1;
  return history.toSpliced(after, 0, one);
}

/**
 * From when on a value holds that is news; undefined when it is none. What is told with its time is news even where the same held
 * already: something else may have held between, and be told later. It does not reach back behind the opening, because clocks differ.
 */
function newsFrom<Value>({ at, isTold }: HoldsFrom, value: Value, history: readonly HeldFrom<Value>[], openedAt: string): string | undefined {
  const last = history.at(-1);
  if (!isTold) {
    if (last?.value === value) return undefined;
    return last && last.at > at ? last.at : at;
  }
  const from = at < openedAt ? openedAt : at;
  const standing = history.findLast((one) => one.at <= from);
  return standing?.value === value && standing.at === from ? undefined : from;
}
