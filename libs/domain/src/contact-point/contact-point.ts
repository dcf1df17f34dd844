import type { Decider } from '../decider';
import { refuse } from '../refusal';
import { streamOf } from '../stream';
import {
  AttachPoint,
  type ContactPointStep,
  ReattachPoint,
  ReleasePoint,
  SharePoint,
  TransferPoint,
  type UnsharePoint,
  VerifyPoint,
} from './contact-point.commands';
import type { ContactPointAttached, ContactPointEvent, ContactPointReleased } from './contact-point.events';

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
  /** The deleted end users whom it comes back to when they are restored while it is free. */
  readonly restorable?: readonly string[];
  /** Somebody really had it and let go of it: a claim that lost its race does not count. */
  readonly freed?: boolean;
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
          ...(state.restorable && { restorable: state.restorable.filter((id) => id !== event.data.endUserId) }),
        };
      case 'ContactPointVerified':
        return { ...state, holders: state.holders.map((h) => (h.endUserId === event.data.endUserId ? { ...h, verified: true } : h)) };
      case 'ContactPointReleased':
        return {
          ...state,
          holders: state.holders.filter((h) => h.endUserId !== event.data.endUserId),
          formerHolders: [...state.formerHolders, event.data.endUserId],
          ...(event.data.cause !== 'lost-race' && { freed: true, restorable: restorableAfter(state, event.data) }),
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
    if (command instanceof TransferPoint) return transfer(command, state);
    if (command instanceof ReattachPoint) return reattach(command, state);
    if (command instanceof SharePoint) return state.shared ? [] : [{ type: 'ContactPointShared', data: because(command) }];
    return unshare(command, state);
  },
};

/** On a point with one holder, a later holder ends what an earlier one could come back to. */
function restorableAfter({ shared, restorable = [] }: ContactPoint, { endUserId, cause }: ContactPointReleased['data']): readonly string[] {
  const others = shared ? restorable : [];
  return cause === 'deleted' ? [...others, endUserId] : others;
}

const holderOf = (state: ContactPoint, endUserId: string) => state.holders.find((h) => h.endUserId === endUserId);

function attach(command: AttachPoint, state: ContactPoint): readonly ContactPointEvent[] {
  const { endUserId, point, verified, creates, gone, erased } = command;
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
    .map((h) => ({ type: 'ContactPointReleased', data: { endUserId: h.endUserId, cause: erased.includes(h.endUserId) ? 'erased' : 'deleted' } }) as const);
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

function transfer({ endUserId, toId, point, verified, cause }: TransferPoint, state: ContactPoint): readonly ContactPointEvent[] {
  if (endUserId === toId) return [];
  const [from, to] = [holderOf(state, endUserId), holderOf(state, toId)];
  if (!from) {
    if (to && state.formerHolders.includes(endUserId)) return [];
    return refuse('contact-point-not-held');
  }
  const released: ContactPointEvent = { type: 'ContactPointReleased', data: { endUserId, cause, to: toId } };
  if (to) return [released];
  const attached: ContactPointEvent = {
    type: 'ContactPointAttached',
    data: { endUserId: toId, ...point, verified: verified || (cause === 'corrected' && from.verified) },
  };
  return [released, attached];
}

function reattach({ endUserId, point, verified }: ReattachPoint, state: ContactPoint): readonly ContactPointEvent[] {
  const free = state.shared || state.holders.length === 0;
  if (!free || holderOf(state, endUserId) || !state.restorable?.includes(endUserId)) return [];
  return [{ type: 'ContactPointAttached', data: { endUserId, ...point, verified } }];
}

function unshare(command: UnsharePoint, state: ContactPoint): readonly ContactPointEvent[] {
  if (!state.shared) return [];
  if (state.holders.length > 1) refuse('contact-point-still-shared', 'Detach all holders but one first.');
  return [{ type: 'ContactPointUnshared', data: because(command) }];
}

const because = ({ reason }: { readonly reason?: string }) => (reason === undefined ? {} : { reason });
