import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '@kith/application';
import { HttpProblem } from './problems';

/** Who a presented key belongs to; undefined for one that is not valid. */
export type Authenticate = (presented: string) => Promise<Caller | undefined>;

/** The longest key that is worth looking at: `kith_`, a key id, `_`, a secret. */
const maxKeyLength = 256;

/**
 * Lets a request in, or refuses it, before anything of it is read but its headers. A Fastify hook, not a Nest guard:
 * it costs no execution context on the hot path, and holds for routes that Nest knows nothing of.
 */
export function authentication(authenticate: Authenticate) {
  return (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    const { access } = request.routeOptions.config;
    if (request.is404 || access === 'public') return done();
    const presented = presentedKey(request.headers.authorization);
    if (presented === undefined) return done(unauthenticated());
    authenticate(presented).then((caller) => {
      if (!caller) return done(unauthenticated());
      if (!access?.includes(caller.role)) return done(new HttpProblem('not-allowed', `This needs a key with the role ${(access ?? []).join(' or ')}; this one is ${caller.role}.`));
      request.caller = caller;
      done();
    }, done);
  };
}

const unauthenticated = () => new HttpProblem('unauthenticated', 'Send a valid key as `Authorization: Bearer kith_…`.');

function presentedKey(authorization: string | undefined): string | undefined {
  if (authorization === undefined || authorization.length > maxKeyLength) return undefined;
  // The scheme is case-insensitive (RFC 9110, 11.1).
  return /^bearer +(kith_[A-Za-z0-9_-]+)$/i.exec(authorization)?.[1];
}
