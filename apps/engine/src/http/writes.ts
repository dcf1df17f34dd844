import type { CommandContext } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { CommandsInProgress } from './in-progress';
import { tellPosition } from './queries';

/** Runs the one command of a route. */
@Injectable()
export class Writes {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(CommandsInProgress) private readonly inProgress: CommandsInProgress,
  ) {}

  /** The answer of the command's handler; the caller is told where it ended. @throws Refusal, `command-in-progress` too */
  async take<Answer extends { readonly position: bigint | null }>(reply: FastifyReply, command: { readonly context: CommandContext }): Promise<Answer> {
    const answer = await this.inProgress.once(command.context, () => this.commands.execute<typeof command, Answer>(command));
    tellPosition(reply, answer.position);
    return answer;
  }
}
