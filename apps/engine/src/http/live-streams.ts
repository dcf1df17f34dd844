import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Admission } from './admission';
import { HttpProblem } from './problems';
import type { StreamOut } from './stream-out';

/** The most streams that are open at once: each takes a connection and a share of every commit for as long as it likes. */
const maxOpen = 200;

/** The answers that end only when somebody ends them: the client, a key that is no longer valid, or the engine when it stops. */
@Injectable()
export class LiveStreams {
  private readonly open = new Set<StreamOut>();

  constructor(@Inject(Admission) private readonly admission: Admission) {
    admission.closing.addEventListener('abort', () => {
      for (const stream of this.open) stream.end();
    });
  }

  get count(): number {
    return this.open.size;
  }

  /** Lets a stream in, until its connection closes. @throws HttpProblem 503 when there are too many, or the engine is stopping */
  admit(stream: StreamOut, reply: FastifyReply): void {
    if (this.admission.closing.aborted) throw new HttpProblem('stopping');
    if (this.open.size >= maxOpen) throw new HttpProblem('overloaded', `More than ${maxOpen} live streams are open; try again, or read GET /v1/events.`);
    this.open.add(stream);
    this.admission.staysOpen(reply);
    reply.raw.once('close', () => this.open.delete(stream));
  }
}
