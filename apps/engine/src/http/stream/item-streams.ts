import type { Readable } from 'node:stream';
import { Keys } from '@kith/application';
import type { CommandContext } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Log } from '../../log';
import { Admission } from '../admission';
import { callerOf } from '../command-context';
import { CommandsInProgress } from '../in-progress';
import { Metrics } from '../metrics';
import { whereabouts } from '../problem.filter';
import { HttpProblem } from '../problems';
import { StreamOut } from '../stream-out';
import { inOrder } from '../v1/in-order';
import { type Bulk, failureOf, isBug, orderOf } from './bulk';
import { InputBroken, linesOf, parsedLine } from './lines';
import { ndjson } from './ndjson';

/** How long a stream may rest, without a byte in either direction, before its connection is cut. Milliseconds. */
const maxRestMs = 5 * 60_000;
/** The most streams at once: each may have hundreds of items under way. */
const maxOpen = 100;
/** How long a client that is still sending is left to read the end of its answer. Milliseconds. */
const lingerMs = 2_000;

/** Answers streams of items line by line, in their order, no faster than the client reads and no slower than it must. */
@Injectable()
export class ItemStreams {
  private open = 0;

  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(CommandsInProgress) private readonly inProgress: CommandsInProgress,
    @Inject(Admission) private readonly admission: Admission,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Log) private readonly log: Logger,
  ) {}

  /**
   * Reads items from the body and answers each. What ends the stream early is told in its last line.
   * No item is begun once the engine stops or the key is no longer valid; those that were begun are answered.
   * @throws Refusal `command-in-progress` while a stream under the same idempotency key is running here; HttpProblem `overloaded`
   */
  async answer<Ready, Answer extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    context: CommandContext,
    bulk: Bulk<Ready, Answer>,
  ): Promise<undefined> {
    try {
      if (this.open >= maxOpen) throw new HttpProblem('overloaded', `More than ${maxOpen} streams are open; try again when one has ended.`);
      await this.inProgress.once(context, () => this.stream(request, reply, bulk));
    } catch (error) {
      // The client would go on sending what nobody reads.
      if (!reply.sent) void reply.header('connection', 'close');
      throw error;
    }
  }

  private async stream<Ready, Answer extends object>(request: FastifyRequest, reply: FastifyReply, bulk: Bulk<Ready, Answer>): Promise<void> {
    const input = request.body as Readable;
    const out = new StreamOut(reply, maxRestMs);
    const { signal, letGo } = this.ending(request);
    const { socket } = request.raw;
    const onRest = () => out.cut();
    socket.setTimeout(maxRestMs).on('timeout', onRest);
    this.open++;
    void reply.code(200);
    out.begin(ndjson);
    try {
      const order = { ...orderOf(bulk, this.metrics, parsedLine), signal };
      for await (const answers of inOrder(linesOf(input), order)) {
        await out.write(answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
        if (out.signal.aborted) return;
      }
    } catch (error) {
      if (error instanceof InputBroken) return out.cut();
      await out.write(`${this.lastLine(request, error)}\n`);
    } finally {
      this.open--;
      letGo();
      socket.off('timeout', onRest);
      out.end(this.admission.closing.aborted ? lingerMs : maxRestMs);
      this.linger(request);
    }
  }

  /** Aborts with the reason when nothing more may be begun. */
  private ending(request: FastifyRequest): { signal: AbortSignal; letGo: () => void } {
    const end = new AbortController();
    const onStop = () => end.abort(new HttpProblem('stopping', 'The engine is stopping: send what was not answered again, to another instance or later.'));
    const onKeyEnd = () => end.abort(new HttpProblem('unauthenticated', 'The key is no longer valid: send what was not answered again with another one.'));
    const { closing } = this.admission;
    closing.addEventListener('abort', onStop);
    const forgetKey = this.keys.onEnd(callerOf(request), onKeyEnd);
    if (closing.aborted) onStop();
    return {
      signal: end.signal,
      letGo: () => {
        closing.removeEventListener('abort', onStop);
        forgetKey();
      },
    };
  }

  private lastLine({ route }: FastifyRequest, error: unknown): string {
    const problem = failureOf(error);
    this.metrics.refused(problem.code);
    if (isBug(error)) this.log.error({ route: route.url, error: whereabouts(error).name, at: whereabouts(error).at }, 'unexpected error');
    return JSON.stringify({ outcome: 'stopped', problem });
  }

  /** Closing a connection on which bytes still come in can lose what was sent on it: the client gets time to read it. */
  private linger({ raw }: FastifyRequest): void {
    if (raw.complete || raw.destroyed) return;
    raw.resume();
    const timer = setTimeout(() => raw.destroy(), lingerMs);
    raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
  }
}
