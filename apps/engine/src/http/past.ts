import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from './access';
import { HttpProblem } from './problems';

/** Whether a route may change anything: an auditor can change nothing, so one with a body that auditors may call only asks. */
export const isWrite = (method: string, access: Access | undefined): boolean =>
  !['GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase()) && access !== 'public' && !(access ?? []).includes('auditor');

/** Tells with every answer which moment it is of, and refuses what would change anything. @param upTo the last position of the moment */
export function asOf(upTo: bigint) {
  const position = upTo.toString();
  return {
    tell: (_request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
      void reply.header('kith-as-of', position);
      done();
    },
    refuseWrites: (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
      if (request.is404 || !isWrite(request.method, request.route.access)) done();
      else
        done(
          new HttpProblem('replay-is-read-only', `This engine shows the moment of position ${position} and changes nothing: send it to the one that serves.`),
        );
    },
  };
}
