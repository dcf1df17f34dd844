import { type Caller, fetched, signalOf, written } from './caller';
import { answersOf, type StreamOptions } from './line-stream';
import type { Command, CommandAnswer, WriteOptions, Written } from './types';

/** Many commands at once, each with its own answer. */
export class Commands {
  constructor(private readonly caller: Caller) {}

  /**
   * Sends one command. A refusal is thrown, as from the method of its own.
   * @example await kith.commands.send({ type: 'TagEndUser', data: { endUserId: id, tags: ['vip'] } });
   */
  send(command: Command, options?: WriteOptions): Promise<Written<CommandAnswer>>;
  /**
   * Sends a stream of commands of any length and yields one answer each, in order; commands on one end user are carried out in their
   * order. Each command gets an idempotency key unless it has one, so what a broken connection left unanswered is sent again and happens once.
   * @example
   * for await (const { outcome, problem } of kith.commands.send(tags())) if (outcome === 'refused') console.error(problem?.detail);
   */
  send(commands: Iterable<Command> | AsyncIterable<Command>, options?: StreamOptions): AsyncIterable<CommandAnswer>;
  send(
    given: Command | Iterable<Command> | AsyncIterable<Command>,
    options: WriteOptions & StreamOptions = {},
  ): Promise<Written<CommandAnswer>> | AsyncIterable<CommandAnswer> {
    return Symbol.iterator in given || Symbol.asyncIterator in given ? this.sendAll(given, options) : this.sendOne(given, options);
  }

  private async sendOne(command: Command, options: WriteOptions): Promise<Written<CommandAnswer>> {
    const init = { body: command, headers: this.caller.writing(options), ...signalOf(options) };
    return (await written(this.caller.api.POST('/v1/commands', init))) as Written<CommandAnswer>;
  }

  private sendAll(commands: Iterable<Command> | AsyncIterable<Command>, options: StreamOptions): AsyncIterable<CommandAnswer> {
    const { attempts, pauseMs } = this.caller.options;
    const send = async (lines: readonly Command[]) => {
      const init = { ...this.caller.lines(lines), ...signalOf(options) };
      return (await fetched(this.caller.streams.POST('/v1/commands', init as never))).data as unknown as ReadableStream<Uint8Array>;
    };
    return answersOf<Command, CommandAnswer>(withKeys(commands), { ...options, attempts, pauseMs, send });
  }
}

/** Each command under a key of its own, given before it is sent for the first time. */
async function* withKeys(commands: Iterable<Command> | AsyncIterable<Command>): AsyncGenerator<Command, void, undefined> {
  for await (const command of commands) yield command.idempotencyKey == null ? { ...command, idempotencyKey: crypto.randomUUID() } : command;
}
