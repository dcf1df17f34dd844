import type { Caller } from '@kith/application';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from './problems';

/** Who a presented key belongs to; `caller` is undefined for one that is not valid. */
export interface KeyCheck {
  authenticate(presented: string): Promise<Caller | undefined>;
  /** The same at once, when it was found a moment ago. */
  recall(presented: string): { readonly caller: Caller | undefined } | undefined;
}

/** The longest key that is worth looking at: `kith_`, a key id, `_`, a secret. */
const maxKeyLength = 256;

/**
 * Lets a request in, or refuses it, before anything of it is read but its headers. A Fastify hook, not a Nest guard:
 * it costs no execution context on the hot path, and holds for routes that Nest knows nothing of.
 */
export function authentication(keys: KeyCheck) {
  return (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
    const open = request.is404 || request.route.access === 'public';
    const presented = open ? undefined : presentedKey(request.headers.authorization);
    const known = presented === undefined ? undefined : keys.recall(presented);
    if (presented === undefined) done(open ? undefined : unauthenticated());
    else if (known) done(letIn(request, known.caller));
    else keys.authenticate(presented).then((caller) => done(letIn(request, caller)), done);
  };
}

/** Why not, if not. */
function letIn(request: FastifyRequest, caller: Caller | undefined): HttpProblem | undefined {
  if (!caller) return unauthenticated();
  const { access = [] } = request.route;
  if (access === 'public' || access.includes(caller.role)) {
    request.caller = caller;
    return undefined;
  }
  return new HttpProblem('not-allowed', `This needs a key with the role ${access.join(' or ')}; this one is ${caller.role}.`);
}

const unauthenticated = () => new HttpProblem('unauthenticated', 'Send a valid key as `Authorization: Bearer kith_…`.');

function presentedKey(authorization: string | undefined): string | undefined {
  if (authorization === undefined || authorization.length > maxKeyLength) return undefined;
  // The scheme is case-insensitive (RFC 9110, 11.1).
  return /^bearer +(kith_[A-Za-z0-9_-]+)$/i.exec(authorization)?.[1];
}
