import { idInStream, streamOf } from '@kith/domain';
import type { ToldFrom } from '../history/told-stream';
import { ContactPointFold } from './exported-contact-points';
import { LinkFold, MembershipFold } from './exported-links';
import { ProfileFold } from './exported-profile';
import type { OriginsOf } from './origins';
import { ownEvents, type Whose } from './own-events';

/** The streams that tell of a person. */
export interface StreamsRead {
  readonly profileIds: readonly string[];
  readonly pointIds: readonly string[];
  /** Profiles of others that these were linked with. */
  readonly linkedIds: readonly string[];
}

/** What the streams of a person come to. */
export interface PersonRead {
  readonly profiles: readonly ProfileFold[];
  readonly memberships: MembershipFold['memberships'];
  readonly links: LinkFold;
  readonly points: ContactPointFold['held'];
}

/** Goes through the streams of a person once and keeps what they come to: as much as there are values, contact points and links, not events. */
export async function readPerson(from: ToldFrom, whose: Whose, origins: OriginsOf, streams: StreamsRead): Promise<PersonRead> {
  const { tenant, profileIds } = whose;
  const links = new LinkFold(profileIds);
  const chosen = new Map<string, string>();
  const profiles: ProfileFold[] = [];
  const memberships: MembershipFold[] = [];
  for (const id of streams.profileIds) {
    const [profile, membership] = [new ProfileFold(id, origins), new MembershipFold(id, origins)];
    profiles.push(profile);
    memberships.push(membership);
    for await (const own of ownEvents(from, whose, streamOf.endUser(tenant, id))) {
      for (const fold of [profile, membership, links]) fold.apply(own);
      if (own.event.type === 'PrimaryContactPointChosen')
        chosen.set(`${idInStream(own.event.stream)} ${own.event.data.channel}`, own.event.data.contactPointId);
    }
  }
  for (const id of streams.linkedIds) for await (const own of ownEvents(from, whose, streamOf.endUser(tenant, id))) links.apply(own);
  const points = new ContactPointFold(profileIds, origins, new Set(chosen.values()));
  for (const id of streams.pointIds) for await (const own of ownEvents(from, whose, streamOf.contactPoint(tenant, id))) points.apply(own);
  const held = points.held.sort((one, other) => Number(BigInt(one.attached.position) - BigInt(other.attached.position)));
  return { profiles, memberships: memberships.flatMap((one) => one.memberships), links, points: held };
}
