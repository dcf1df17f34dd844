import { ChangeTicketStatus, TellStatus, type TicketStatus, ticketStatus } from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { TicketChanges } from './ticket-changes';

export interface ChangeTicketStatusAnswer {
  readonly ticketId: string;
  /** In force now: another one than was told, where a later one is known. */
  readonly status: TicketStatus;
  /** Null when that was known already. */
  readonly position: bigint | null;
}

@CommandHandler(ChangeTicketStatus)
export class ChangeTicketStatusHandler implements ICommandHandler<ChangeTicketStatus, ChangeTicketStatusAnswer> {
  constructor(@Inject(TicketChanges) private readonly changes: TicketChanges) {}

  async execute(command: ChangeTicketStatus): Promise<ChangeTicketStatusAnswer> {
    const { context, ticketId, status, at } = command;
    const begun = await this.changes.begin(command, at ?? context.occurredAt);
    const { state, position } = await this.changes.take(begun, new TellStatus(context.tenant, ticketId, status, begun.from));
    return { ticketId, status: ticketStatus(state), position: position ?? null };
  }
}
