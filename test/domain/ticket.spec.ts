import {
  type HoldsFrom,
  KeepTicket,
  MoveTicket,
  NameRequester,
  TellStatus,
  type TicketEvent,
  type TicketOpened,
  type TicketRouted,
  type TicketStatus,
  ticket,
  ticketOrganization,
  ticketStatus,
  ticketStatuses,
} from '@kith/domain';
import fc from 'fast-check';
import { given } from '../support/given';

const id = '0'.repeat(64);
const time = (hour: number) => `2026-03-03T${String(hour).padStart(2, '0')}:00:00.000Z`;
const told = (hour: number): HoldsFrom => ({ at: time(hour), isTold: true });
const now = (hour: number): HoldsFrom => ({ at: time(hour), isTold: false });

const facts: TicketOpened['data'] = {
  source: 'helpdesk',
  sourceId: 'T-1',
  requesterId: 'lea',
  contactPointId: 'p',
  organizationId: 'acme',
  status: 'open',
  channel: 'email',
  via: 'email',
  language: null,
  tags: [],
  firstContact: false,
  at: time(5),
};
const way: TicketRouted['data'] = {
  policy: 'route/1',
  queue: 'default',
  priority: 'normal',
  assignee: null,
  tags: [],
  rule: 'fallback',
  reasons: [{ rule: 'fallback', holds: true, failed: null }],
  settingsVersion: 0,
  organizationTags: [],
};
const opened: TicketEvent[] = [
  { type: 'TicketOpened', data: facts, keyId: 'k' },
  { type: 'TicketRouted', data: way },
];
const was = (status: TicketStatus, hour: number): TicketEvent => ({ type: 'TicketStatusChanged', data: { status, at: time(hour) } });
const moved = (organizationId: string | null, hour: number): TicketEvent => ({ type: 'TicketMovedToOrganization', data: { organizationId, at: time(hour) } });
const tell = (status: TicketStatus, from: HoldsFrom) => new TellStatus('acme', id, status, from);
const move = (organizationId: string | null, from: HoldsFrom, reason?: string) => new MoveTicket('acme', id, organizationId, from, reason);

describe('a ticket', () => {
  it('is opened and routed at once', () =>
    given(ticket)
      .when(new KeepTicket('acme', id, facts, way))
      .then({ type: 'TicketOpened', data: facts }, { type: 'TicketRouted', data: way }));

  it('is opened once, whatever comes later', () =>
    given(ticket, ...opened)
      .when(new KeepTicket('acme', id, { ...facts, requesterId: 'max', at: time(9) }, way))
      .then());

  it('is not changed before it is opened', () => {
    given(ticket)
      .when(tell('solved', now(6)))
      .refuses('ticket-not-found');
    given(ticket)
      .when(move('globex', now(6)))
      .refuses('ticket-not-found');
    given(ticket)
      .when(new NameRequester('acme', id, { requesterId: 'max', contactPointId: null, at: time(6) }))
      .refuses('ticket-not-found');
  });
});

describe('the status of a ticket', () => {
  it('is what it was opened with, until another is told', () => {
    expect(ticketStatus(given(ticket, ...opened).state)).toBe('open');
    given(ticket, ...opened)
      .when(tell('pending', now(6)))
      .then(was('pending', 6));
    expect(ticketStatus(given(ticket, ...opened, was('pending', 6)).state)).toBe('pending');
  });

  it('is not told again without a time when it is so already', () =>
    given(ticket, ...opened, was('solved', 6))
      .when(tell('solved', now(9)))
      .then());

  it('holds from now on when no time is told, also when another system’s clock goes before', () =>
    given(ticket, ...opened, was('pending', 7))
      .when(tell('solved', now(6)))
      .then(was('solved', 7)));

  it('takes its place in the past when it is told late, and the later one stays in force', () => {
    given(ticket, ...opened, was('solved', 8))
      .when(tell('pending', told(7)))
      .then(was('pending', 7));
    const late = given(ticket, ...opened, was('solved', 8), was('pending', 7)).state;
    expect(ticketStatus(late)).toBe('solved');
    expect(late.statuses.map(({ value }) => value)).toEqual(['open', 'pending', 'solved']);
  });

  it('is kept with its time also where it held already, because something else may have held between', () => {
    given(ticket, ...opened)
      .when(tell('open', told(7)))
      .then(was('open', 7));
    expect(ticketStatus(given(ticket, ...opened, was('open', 7), was('pending', 6)).state)).toBe('open');
  });

  it('is told once for the same time', () =>
    given(ticket, ...opened, was('pending', 6), was('solved', 8))
      .when(tell('pending', told(6)))
      .then());

  it('of the same time is the one that was told last', () => {
    given(ticket, ...opened, was('pending', 6), was('solved', 6))
      .when(tell('pending', told(6)))
      .then(was('pending', 6));
    expect(ticketStatus(given(ticket, ...opened, was('pending', 6), was('solved', 6)).state)).toBe('solved');
  });

  it('reaches back no further than the opening, because clocks differ', () => {
    given(ticket, ...opened)
      .when(tell('solved', told(4)))
      .then(was('solved', 5));
    given(ticket, ...opened)
      .when(tell('open', told(4)))
      .then();
  });

  it('comes to the same history in whatever order, and however often, it is told', () => {
    const some = fc.uniqueArray(fc.record({ hour: fc.integer({ min: 6, max: 23 }), status: fc.constantFrom(...ticketStatuses) }), {
      selector: ({ hour }) => hour,
      maxLength: 8,
    });
    const tellings = some.chain((all) =>
      fc.record({
        all: fc.constant(all),
        inSomeOrder: fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2, maxLength: all.length * 2 }),
      }),
    );
    fc.assert(
      fc.property(tellings, ({ all, inSomeOrder }) => {
        const end = (those: readonly { hour: number; status: TicketStatus }[]) =>
          those.reduce(
            (state, { hour, status }) => ticket.decide(tell(status, told(hour)), state).reduce((s, event) => ticket.evolve(s, event), state),
            given(ticket, ...opened).state,
          ).statuses;
        const inOrder = [...all].sort((one, other) => one.hour - other.hour);
        expect(end(inSomeOrder)).toEqual([{ value: 'open', at: time(5) }, ...inOrder.map(({ hour, status }) => ({ value: status, at: time(hour) }))]);
      }),
    );
  });
});

describe('the organization of a ticket', () => {
  it('is the one it was opened for, until it is moved', () => {
    expect(ticketOrganization(given(ticket, ...opened).state)).toBe('acme');
    given(ticket, ...opened)
      .when(move('globex', now(6), 'her employer'))
      .then({ type: 'TicketMovedToOrganization', data: { organizationId: 'globex', reason: 'her employer', at: time(6) } });
    expect(ticketOrganization(given(ticket, ...opened, moved('globex', 6)).state)).toBe('globex');
  });

  it('can be none', () => {
    given(ticket, ...opened)
      .when(move(null, now(6)))
      .then(moved(null, 6));
    expect(ticketOrganization(given(ticket, ...opened, moved(null, 6)).state)).toBeNull();
    given(ticket, ...opened, moved(null, 6))
      .when(move(null, now(7)))
      .then();
  });

  it('is not moved to where it is', () =>
    given(ticket, ...opened, moved('globex', 6))
      .when(move('globex', now(7)))
      .then());

  it('of a time in the past can be told later', () => {
    given(ticket, ...opened, moved('globex', 8))
      .when(move('initech', told(7)))
      .then(moved('initech', 7));
    expect(ticketOrganization(given(ticket, ...opened, moved('globex', 8), moved('initech', 7)).state)).toBe('globex');
  });
});

describe('the requester of a ticket', () => {
  const correction = { requesterId: 'max', contactPointId: null, at: time(6) };

  it('is corrected', () => {
    given(ticket, ...opened)
      .when(new NameRequester('acme', id, correction))
      .then({ type: 'TicketRequesterCorrected', data: correction });
    expect(given(ticket, ...opened, { type: 'TicketRequesterCorrected', data: correction }).state.requesterId).toBe('max');
  });

  it('stays when it is the same person already', () => {
    given(ticket, ...opened)
      .when(new NameRequester('acme', id, { ...correction, requesterId: 'lea' }))
      .then();
    given(ticket, ...opened)
      .when(new NameRequester('acme', id, correction, ['lea', 'max']))
      .then();
  });

  it('of the opening gives the key, whoever is corrected in', () =>
    expect(given(ticket, ...opened, { type: 'TicketRequesterCorrected', data: correction, keyId: 'other' }).state.keyId).toBe('k'));
});
