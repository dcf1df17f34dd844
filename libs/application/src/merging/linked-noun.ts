import {
  type AnyLinkStep,
  asLink,
  type Decider,
  type EndUser,
  type Event,
  endUser,
  type Linkable,
  type LinkEvent,
  linkEvents,
  linkTypes,
  type MergeRefusal,
  type Organization,
  type OrganizationLinkEvent,
  organization,
  organizationCode,
  type RefusalCode,
  refuse,
  refuseOrganization,
  streamOf,
} from '@kith/domain';
import type { EventStore, StoredEvent } from '../event-store';

/** A profile, or an organization, as the steps of the protocols take it: its links, and the key that seals what is said of them. */
export interface Linked extends Linkable {
  readonly keyId: string | undefined;
}

/** What can be merged and come out again, and what it calls what the protocols do with it. */
export interface LinkedNoun<State extends Linkable> {
  readonly decider: Decider<State, AnyLinkStep, Event>;
  stream(tenant: string, id: string): string;
  /** What the protocol calls an event that is stored under this name; undefined when it has nothing to do with links. */
  linkTypeOf(stored: string): LinkEvent['type'] | undefined;
  /** What an event is to the protocol; undefined likewise. */
  asLink(event: Event): LinkEvent | undefined;
  /** Under which code a command is refused for a reason of the protocol. */
  codeOf(why: MergeRefusal): RefusalCode;
  /** Refuses it, in a sentence that fits. */
  refuse(why: MergeRefusal): never;
}

const isLinkType = (type: string): type is LinkEvent['type'] => Object.hasOwn(linkEvents, type);
const isLink = (event: Event): event is LinkEvent => isLinkType(event.type);
/** Nobody was there to finish it in time: whoever asks again may be luckier. */
const codeOf = (why: MergeRefusal): RefusalCode => (why === 'timed-out' ? 'merge-in-progress' : why);

/** End users, in whose words the protocols are written. */
export const linkedEndUsers: LinkedNoun<EndUser> = {
  decider: endUser,
  stream: streamOf.endUser,
  linkTypeOf: (stored) => (isLinkType(stored) ? stored : undefined),
  asLink: (event) => (isLink(event) ? event : undefined),
  codeOf,
  refuse: (why) => refuse(codeOf(why)),
};

const isOrganizationLinkType = (type: string): type is OrganizationLinkEvent['type'] => Object.hasOwn(linkTypes, type);
const isOrganizationLink = (event: Event): event is OrganizationLinkEvent => isOrganizationLinkType(event.type);

/** Organizations: the same protocols, under names of their own. Nobody declares them different. */
export const linkedOrganizations: LinkedNoun<Organization> = {
  decider: organization,
  stream: streamOf.organization,
  linkTypeOf: (stored) => (isOrganizationLinkType(stored) ? linkTypes[stored] : undefined),
  asLink: (event) => (isOrganizationLink(event) ? asLink(event) : undefined),
  codeOf: organizationCode,
  refuse: refuseOrganization,
};

/** An event of the protocols as it is stored, beside what the protocols call it. */
export interface StoredLink {
  readonly type: LinkEvent['type'];
  readonly data: StoredEvent['data'];
  readonly stored: StoredEvent;
}

/** All that a stream tells about links, oldest first. */
export async function storedLinks(store: EventStore, { linkTypeOf }: Pick<LinkedNoun<Linkable>, 'linkTypeOf'>, stream: string): Promise<readonly StoredLink[]> {
  return (await store.readStream(stream)).flatMap((stored) => {
    const type = linkTypeOf(stored.type);
    return type === undefined ? [] : [{ type, data: stored.data, stored }];
  });
}
