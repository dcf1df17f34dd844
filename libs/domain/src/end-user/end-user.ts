import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import { AbandonEndUser, CompleteEndUser, DeleteEndUser, type EndUserStep, SuspendEndUser } from './end-user.commands';
import type { EndUserEvent } from './end-user.events';

/** What the rules need to know of a person: where it stands, and which key seals what is written of it. */
export interface EndUser {
  /** `unknown`: no event yet, so perhaps being created. `abandoned`: never will be. */
  readonly status: 'unknown' | 'active' | 'suspended' | 'deleted' | 'abandoned';
  readonly keyId: string | undefined;
  /** Why it was abandoned: who holds the point that was lost. */
  readonly lostTo?: string;
}

export const endUser: Decider<EndUser, EndUserStep, EndUserEvent> = {
  stream: ({ tenant, endUserId }) => streamOf.endUser(tenant, endUserId),
  initial: { status: 'unknown', keyId: undefined },

  evolve(state, event) {
    switch (event.type) {
      case 'EndUserCreated':
        return { status: 'active', keyId: event.keyId };
      case 'EndUserCreationAbandoned':
        return { ...state, status: 'abandoned', lostTo: event.data.holderId };
      case 'EndUserSuspended':
        return { ...state, status: 'suspended' };
      case 'EndUserReinstated':
        return { ...state, status: 'active' };
      case 'EndUserDeleted':
        return { ...state, status: 'deleted' };
    }
  },

  decide(command, state) {
    if (command instanceof CompleteEndUser) return complete(command, state);
    if (command instanceof AbandonEndUser) return abandon(command, state);
    const reason = command.reason === undefined ? {} : { reason: command.reason };
    if (command instanceof DeleteEndUser) return state.status === 'deleted' ? [] : [living(state) && { type: 'EndUserDeleted', data: reason }];
    living(state);
    if (command instanceof SuspendEndUser) return state.status === 'suspended' ? [] : [{ type: 'EndUserSuspended', data: reason }];
    return state.status === 'active' ? [] : [{ type: 'EndUserReinstated', data: reason }];
  },
};

/** Creation and abandonment race for the first event of the stream; whoever is first has settled it for ever. */
function complete({ origin, profile }: CompleteEndUser, state: EndUser): readonly EndUserEvent[] {
  return state.status === 'unknown' ? [{ type: 'EndUserCreated', data: { origin, ...profile } }] : [];
}

function abandon({ lostPoint, holderId }: AbandonEndUser, state: EndUser): readonly EndUserEvent[] {
  return state.status === 'unknown' ? [{ type: 'EndUserCreationAbandoned', data: { lostPoint, holderId } }] : [];
}

function living(state: EndUser): true {
  if (state.status === 'deleted') refuse('end-user-deleted', 'The end user was deleted; restore it first.');
  if (state.status === 'unknown' || state.status === 'abandoned') refuse('end-user-not-found');
  return true;
}

/** Whether a point can belong to it: it is, or may yet become, a profile. */
export const mayHold = ({ status }: EndUser): boolean => status === 'active' || status === 'suspended' || status === 'unknown';
