import { MoveTicket, MoveTicketToOrganization } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { RoutedOrganizations } from './routed-organizations';
import { TicketChanges } from './ticket-changes';

export interface MoveTicketAnswer {
  readonly ticketId: string;
  /** As it was named. */
  readonly organizationId: string | null;
  /** Null when it was there already. */
  readonly position: bigint | null;
}

@CommandHandler(MoveTicketToOrganization)
export class MoveTicketHandler implements ICommandHandler<MoveTicketToOrganization, MoveTicketAnswer> {
  constructor(
    @Inject(TicketChanges) private readonly changes: TicketChanges,
    @Inject(RoutedOrganizations) private readonly organizations: RoutedOrganizations,
  ) {}

  async execute(command: MoveTicketToOrganization): Promise<MoveTicketAnswer> {
    const { context, ticketId, organizationId, reason } = command;
    const begun = await this.changes.begin(command);
    // The retry of a move is answered as the first try, also when the organization was deleted since.
    if (begun.trace) return { ticketId, organizationId, position: begun.trace.position };
    if (organizationId !== null) await this.organizations.assertThere(context.tenant, organizationId);
    const key = await this.changes.keyFor(reason, begun);
    const { position } = await this.changes.take(begun, new MoveTicket(context.tenant, ticketId, organizationId, begun.from, key && reason), key);
    return { ticketId, organizationId, position: position ?? null };
  }
}
