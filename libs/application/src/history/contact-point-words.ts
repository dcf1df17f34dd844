import type { ContactPointEvent, ReleaseCause } from '@kith/domain';
import { listIn, type Words, withAll, withoutAll } from './telling';

const releases: Readonly<Record<ReleaseCause, string>> = {
  corrected: 'The contact point went to another end user, because it had always been theirs.',
  reassigned: 'The contact point went to another end user, who has it from here on.',
  detached: 'The contact point was taken from its holder.',
  deleted: 'The contact point was taken from its holder, who was deleted.',
  erased: 'The contact point was taken from its holder, who was erased.',
  'lost-race': 'A claim was given back: somebody else had taken another contact point of the new end user.',
};

/** The words for what happens to a contact point. Holders are ids of end users; `verified` are those of them who have shown that it is theirs. */
export const contactPointWords: Words<ContactPointEvent['type']> = {
  ContactPointAttached: ({ endUserId, channel, scope, key, value, verified, creates }, before) => ({
    says: `${creates ? `A new end user was begun with a contact point on ${channel}` : `A contact point on ${channel} was attached to an end user`}${verified ? ', verified' : ''}.`,
    sets: {
      channel,
      scope,
      ...(key !== undefined && { key, value }),
      holders: withAll(listIn(before, 'holders'), [endUserId]),
      ...(verified && { verified: withAll(listIn(before, 'verified'), [endUserId]) }),
    },
  }),
  ContactPointVerified: ({ endUserId }, before) => ({
    says: 'The holder has shown that the contact point is theirs.',
    sets: { verified: withAll(listIn(before, 'verified'), [endUserId]) },
  }),
  ContactPointReleased: ({ endUserId, cause }, before) => ({
    says: releases[cause],
    sets: { holders: withoutAll(listIn(before, 'holders'), [endUserId]), verified: withoutAll(listIn(before, 'verified'), [endUserId]) },
  }),
  ContactPointShared: () => ({ says: 'Several end users may hold the contact point from here on.', sets: { shared: true } }),
  ContactPointUnshared: () => ({ says: 'Only one end user may hold the contact point from here on.', sets: { shared: false } }),
};
