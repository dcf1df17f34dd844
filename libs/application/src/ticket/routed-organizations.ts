import { aboveOf, membersOf, type Organization, type OrganizationRouting, refuse, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '../event-store';
import { OrganizationClusters, type Profile } from '../merging/clusters';
import { PersonalData } from '../personal-data';
import { RecentlyUsed } from '../recently-used';
import type { Loaded } from '../run';

/** An organization as far as it routes. */
export interface RoutedOrganization {
  /** As it was named. */
  readonly organizationId: string;
  /** Of the one that stands for it. */
  readonly routing: OrganizationRouting | null;
  /** Of all that are one with it, as they are shown. */
  readonly tags: readonly string[];
}

/** What the stream of one organization says of tags, and of what it was last merged into. Positions are those of the log. */
interface Tagged {
  readonly id: string;
  readonly survivorId: string | null;
  readonly mergedPosition: number | null;
  readonly tags: ReadonlyMap<string, number>;
  /** Taken off, and not put on again. */
  readonly blanks: ReadonlyMap<string, number>;
}

/** The most tags that are looked at where very many organizations are one: what a decision rests on is stored with it. */
const mostTags = 1_000;
/** Organizations whose tags are kept. What is kept counts only for the revision that it was read at. */
const maxKept = 5_000;

/** What routing has to know of organizations, from their streams. Reads only. */
@Injectable()
export class RoutedOrganizations {
  private readonly kept = new RecentlyUsed<{ readonly revision: number; readonly tagged: Tagged }>(maxKept);

  constructor(
    @Inject(OrganizationClusters) private readonly clusters: OrganizationClusters,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PersonalData) private readonly personal: PersonalData,
  ) {}

  /** The one that a caller names. @throws Refusal like {@link assertThere} */
  async named(tenant: string, organizationId: string): Promise<RoutedOrganization> {
    return this.routed(tenant, organizationId, await this.assertThere(tenant, organizationId));
  }

  /** What stands for an organization that tickets can be of. @throws Refusal `organization-not-found` or `organization-deleted` */
  async assertThere(tenant: string, organizationId: string): Promise<Profile<Organization>> {
    const canonical = await this.clusters.canonicalOrganization(tenant, organizationId);
    const { status } = canonical.loaded.state;
    const at = { pointer: '/organizationId' };
    if (status === 'deleted') refuse('organization-deleted', 'The organization was deleted: name another one, or none.', at);
    if (status !== 'active') refuse('organization-not-found', undefined, at);
    return canonical;
  }

  /** A person's default; null also where it was deleted and its members have not left yet. */
  async byDefault(tenant: string, organizationId: string | null): Promise<RoutedOrganization | null> {
    if (organizationId === null) return null;
    const canonical = await this.clusters.canonicalOrganization(tenant, organizationId);
    return canonical.loaded.state.status === 'active' ? this.routed(tenant, organizationId, canonical) : null;
  }

  private async routed(tenant: string, organizationId: string, { id, loaded }: Profile<Organization>): Promise<RoutedOrganization> {
    const members: Tagged[] = [];
    for (const member of membersOf(id, loaded.state))
      members.push(await this.tagged(tenant, member, member === id ? loaded : await this.clusters.load(tenant, member)));
    return { organizationId, routing: loaded.state.routing, tags: shownTags(members, id) };
  }

  private async tagged(tenant: string, id: string, { revision }: Loaded<unknown>): Promise<Tagged> {
    const stream = streamOf.organization(tenant, id);
    const known = this.kept.get(stream);
    if (known?.revision === revision) return known.tagged;
    let tagged: Tagged = { id, survivorId: null, mergedPosition: null, tags: new Map(), blanks: new Map() };
    // What came after the revision that the rest is decided on is left for the next time.
    for (const stored of await this.store.readStream(stream, { limit: revision + 1 })) {
      const { type, data, erased, position } = await this.personal.open(stored);
      if (type === 'OrganizationMerged') tagged = { ...tagged, survivorId: data.survivorId, mergedPosition: Number(position) };
      const isAbout = type === 'OrganizationCreated' || type === 'OrganizationTagged' || type === 'OrganizationUntagged';
      if (isAbout && !erased) tagged = retagged(tagged, data.tags ?? [], type !== 'OrganizationUntagged', Number(position));
    }
    this.kept.set(stream, { revision, tagged });
    return tagged;
  }
}

function retagged(tagged: Tagged, names: readonly string[], on: boolean, position: number): Tagged {
  const [tags, blanks] = [new Map(tagged.tags), new Map(tagged.blanks)];
  for (const name of names.map((tag) => tag.normalize('NFC'))) {
    (on ? blanks : tags).delete(name);
    if (!on) blanks.set(name, position);
    else if (!tags.has(name)) tags.set(name, position);
  }
  return { ...tagged, tags, blanks };
}

/** The union, without what another one took off after they had come to it: as the read models show it. */
function shownTags(members: readonly Tagged[], canonicalId: string): readonly string[] {
  const byId = new Map(members.map((member) => [member.id, member]));
  const shown = members.flatMap((member) => {
    const above = aboveOf(member, byId, canonicalId);
    const isHidden = (tag: string) => above.some(({ profile, joined }) => (profile.blanks.get(tag) ?? -1) > joined);
    return [...member.tags].filter(([tag]) => !isHidden(tag));
  });
  const inOrder = shown.sort(([tag, one], [other, later]) => one - later || (tag < other ? -1 : 1));
  return [...new Set(inOrder.map(([tag]) => tag))].slice(0, mostTags);
}
