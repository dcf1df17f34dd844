import type { ChangedEndUserAnswer } from '@kith/application';
import { refuse } from '@kith/domain';
import type { FastifyReply } from 'fastify';
import { uuidOf } from '../queries';
import type { ChangedAnswer } from './end-user-changes.dto';

/** The end user that the path names. @throws Refusal `end-user-not-found` for what is no UUID: nobody has such an id */
export const endUserIdOf = (text: string): string => uuidOf(text) ?? refuse('end-user-not-found');

/** What was changed, with the `ETag` that it has since; nothing was changed and no tag is told when it was so already. */
export function changedAnswer(reply: FastifyReply, { endUserId, canonicalId, position }: ChangedEndUserAnswer): ChangedAnswer {
  if (position !== null) void reply.header('etag', etagOf(canonicalId, position));
  return { id: endUserId, canonicalId };
}

/** The `ETag` of an end user after the event at this position. */
export const etagOf = (canonicalId: string, position: bigint): string => `"${canonicalId}.${position}"`;
