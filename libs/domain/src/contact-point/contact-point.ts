import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import { AttachPoint, type ContactPointStep, ReleasePoint, SharePoint, UnsharePoint, VerifyPoint } from './contact-point.commands';
import type { ContactPointAttached, ContactPointEvent } from './contact-point.events';

/** One end user's hold on the point. */
export interface Holder {
  readonly endUserId: string;
  readonly verified: boolean;
  /** Seals what is written about this holder's point. */
  readonly keyId: string | undefined;
}

/** Who holds the point now, and what a late or repeated step must know of before. */
export interface ContactPoint {
  /** In the order they were attached; more than one only while shared. */
  readonly holders: readonly Holder[];
  readonly shared: boolean;
  /** The end users that the point was last taken from, until attached again. */
  readonly formerHolders: readonly string[];
}

export const contactPoint: Decider<ContactPoint, ContactPointStep, ContactPointEvent> = {
  stream: ({ tenant, digest }) => streamOf.contactPoint(tenant, digest),
  initial: { holders: [], shared: false, formerHolders: [] },

  evolve(state, event) {
    switch (event.type) {
      case 'ContactPointAttached':
        return {
          ...state,
          holders: [...state.holders, { endUserId: event.data.endUserId, verified: event.data.verified, keyId: event.keyId }],
          formerHolders: state.formerHolders.filter((id) => id !== event.data.endUserId),
        };
      case 'ContactPointVerified':
        return { ...state, holders: state.holders.map((h) => (h.endUserId === event.data.endUserId ? { ...h, verified: true } : h)) };
      case 'ContactPointReleased':
        return {
          ...state,
          holders: state.holders.filter((h) => h.endUserId !== event.data.endUserId),
          formerHolders: [...state.formerHolders, event.data.endUserId],
        };
      case 'ContactPointShared':
        return { ...state, shared: true };
      case 'ContactPointUnshared':
        return { ...state, shared: false };
    }
  },

  decide(command, state) {
    if (command instanceof AttachPoint) return attach(command, state);
    if (command instanceof VerifyPoint) return verify(command, state);
    if (command instanceof ReleasePoint) return release(command, state);
    if (command instanceof SharePoint) return state.shared ? [] : [{ type: 'ContactPointShared', data: because(command) }];
    return unshare(command, state);
  },
};

const holderOf = (state: ContactPoint, endUserId: string) => state.holders.find((h) => h.endUserId === endUserId);

function attach(command: AttachPoint, state: ContactPoint): readonly ContactPointEvent[] {
  const { endUserId, point, verified, creates, gone } = command;
  const held = holderOf(state, endUserId);
  if (held) return verified && !held.verified ? [{ type: 'ContactPointVerified', data: { endUserId } }] : [];
  const attached: ContactPointAttached = {
    type: 'ContactPointAttached',
    data: { endUserId, ...point, verified, ...(creates && { creates }) },
  };
  const inTheWay = state.holders.filter((h) => !gone.includes(h.endUserId));
  const [first] = inTheWay;
  if (first && !state.shared)
    refuse('contact-point-taken', 'The contact point already belongs to another end user: use that one, or transfer it.', {
      holderId: first.endUserId,
    });
  const released = state.holders
    .filter((h) => gone.includes(h.endUserId))
    .map((h) => ({ type: 'ContactPointReleased', data: { endUserId: h.endUserId, cause: 'deleted' } }) as const);
  return [...released, attached];
}

function verify({ endUserId }: VerifyPoint, state: ContactPoint): readonly ContactPointEvent[] {
  const held = holderOf(state, endUserId) ?? refuse('contact-point-not-held');
  return held.verified ? [] : [{ type: 'ContactPointVerified', data: { endUserId } }];
}

function release({ endUserId, cause }: ReleasePoint, state: ContactPoint): readonly ContactPointEvent[] {
  if (holderOf(state, endUserId)) return [{ type: 'ContactPointReleased', data: { endUserId, cause } }];
  if (cause === 'detached' && !state.formerHolders.includes(endUserId)) refuse('contact-point-not-held');
  return [];
}

function unshare(command: UnsharePoint, state: ContactPoint): readonly ContactPointEvent[] {
  if (!state.shared) return [];
  if (state.holders.length > 1) refuse('contact-point-still-shared', 'Detach all holders but one first.');
  return [{ type: 'ContactPointUnshared', data: because(command) }];
}

const because = ({ reason }: { readonly reason?: string }) => (reason === undefined ? {} : { reason });
