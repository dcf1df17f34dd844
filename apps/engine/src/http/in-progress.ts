import { type CommandContext, refuse } from '@kith/domain';
import { Injectable } from '@nestjs/common';

/** The commands with an idempotency key that this process is working on. */
@Injectable()
export class CommandsInProgress {
  private readonly keys = new Set<string>();

  /** @throws Refusal `command-in-progress` while the same command is running here */
  async once<T>({ tenant, client, idempotencyKey }: CommandContext, work: () => Promise<T>): Promise<T> {
    if (idempotencyKey === undefined) return work();
    const key = `${tenant} ${client}\n${idempotencyKey}`;
    if (this.keys.has(key)) refuse('command-in-progress', 'The same command is still running: try again in a moment for its answer.');
    this.keys.add(key);
    try {
      return await work();
    } finally {
      this.keys.delete(key);
    }
  }
}
