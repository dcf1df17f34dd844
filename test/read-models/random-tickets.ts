import { streamOf, type TicketEvent, ticketStatuses } from '@kith/domain';
import type { TestLog, Told } from './log';

/** What may happen to a ticket. */
export const ticketKinds = ['open-ticket', 'open-ticket', 'change-ticket', 'change-ticket', 'move-ticket', 'correct-ticket'] as const;
export type TicketKind = (typeof ticketKinds)[number];

type OneEvent = Pick<TicketEvent, 'type' | 'data'>;

/** Tickets of a few people, told now in order and now late. */
export class RandomTickets {
  private readonly opened: { readonly id: string; readonly tenant: string; readonly at: string }[] = [];

  constructor(private readonly log: TestLog) {}

  /** @param organizationId of the person, or another one @param other who else may have asked */
  async step(kind: TicketKind, i: number, requesterId: string, organizationId: string | null, other: string | undefined, told: Told): Promise<void> {
    const { tenant = '', occurredAt: at = '' } = told;
    if (kind === 'open-ticket') {
      const id = `t${i}`;
      this.opened.push({ id, tenant, at });
      const facts = {
        source: 'desk',
        sourceId: `${id}@desk`,
        requesterId,
        contactPointId: null,
        organizationId,
        channel: 'email',
        via: 'email',
        language: 'fr',
      };
      await this.append(id, { type: 'TicketOpened', data: { ...facts, status: 'open', subject: `S${i}`, tags: ['x'], firstContact: false, at } }, told);
      const route = { queue: `q${i % 2}`, priority: 'normal', assignee: null, tags: [], rule: 'fallback', reasons: [], policy: 'route/1' } as const;
      await this.append(id, { type: 'TicketRouted', data: { ...route, settingsVersion: 0, organizationTags: ['t'] } }, told);
      return;
    }
    const ticket = this.opened.filter((one) => one.tenant === tenant)[i % 3];
    if (!ticket) return;
    // Never before it was opened: that is refused.
    const later = { at: at < ticket.at ? ticket.at : at };
    if (kind === 'change-ticket')
      await this.append(ticket.id, { type: 'TicketStatusChanged', data: { status: ticketStatuses[i % ticketStatuses.length] ?? 'open', ...later } }, told);
    else if (kind === 'move-ticket')
      await this.append(ticket.id, { type: 'TicketMovedToOrganization', data: { organizationId, reason: `why ${i}`, ...later } }, told);
    else if (other !== undefined)
      await this.append(ticket.id, { type: 'TicketRequesterCorrected', data: { requesterId: other, contactPointId: null, ...later } }, told);
  }

  private append(id: string, { type, data }: OneEvent, told: Told) {
    return this.log.append(streamOf.ticket(told.tenant ?? '', id), type, data as never, told);
  }
}
