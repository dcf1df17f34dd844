import type { ListedEndUser, ShownEndUser } from '@kith/read-models';

export interface Point {
  readonly digest: string;
  readonly channel: string;
  readonly scope: string;
  readonly key: string;
  readonly value: string;
  readonly since: string;
  verified: boolean;
}

/** An end user's own profile as whoever reads the whole log by hand would know it. */
export interface Person {
  readonly id: string;
  readonly tenant: string;
  profile: { name?: string | null; locale?: string | null; timeZone?: string | null; details?: string | null; notes?: string | null };
  readonly fields: Map<string, unknown>;
  /** Each with where it was put on. */
  readonly tags: Map<string, bigint>;
  readonly chosen: Map<string, string>;
  /** What it took away, with where it did. */
  readonly blanks: Map<string, bigint>;
  /** Where it was merged last. */
  mergedAt: bigint;
  status: 'active' | 'suspended' | 'deleted' | 'erased';
  before: 'active' | 'suspended';
  /** It is erased by itself: whom it stands for is there. */
  isErasedAlone: boolean;
  origin: string;
  createdAt: string;
  updatedAt: string;
  lastAt: string | null;
  revision: number;
  position: bigint;
}

export const later = (one: string | null, other: string | null): string | null => ((one ?? '') > (other ?? '') ? one : other);

const plainFields = ['name', 'locale', 'timeZone', 'details', 'notes'] as const;

/** Some people and who stands for them, shown as one: by the policy of a tenant that chose none. */
export class FoldedCluster {
  /** The one that stands for all first, the others as they were active last. */
  private readonly members: readonly Person[];

  constructor(
    readonly canonical: Person,
    members: readonly Person[],
    private readonly links: ReadonlyMap<Person, Person>,
    private readonly pointsOf: (person: Person) => readonly Point[],
  ) {
    const activity = ({ lastAt, createdAt }: Person) => lastAt ?? createdAt;
    const others = members.filter((one) => one !== canonical).sort((one, other) => (one.id < other.id ? -1 : 1));
    this.members = [canonical, ...others.sort((one, other) => (activity(one) === activity(other) ? 0 : activity(one) < activity(other) ? 1 : -1))];
  }

  /** Whether somebody is there: the one that stands for all or, where that is erased by itself, any of the others. */
  get isThere(): boolean {
    const [{ status, isErasedAlone }, others] = [this.canonical, this.members.slice(1)];
    return status === 'active' || status === 'suspended' || (isErasedAlone && others.some((one) => one.status !== 'erased'));
  }

  get etag(): string {
    return `${this.canonical.id}.${this.members.map(({ position }) => position).reduce((one, other) => (one > other ? one : other))}`;
  }

  get lastAt(): string | null {
    return this.members.reduce<string | null>((last, member) => later(last, member.lastAt), null);
  }

  get points(): readonly Point[] {
    return this.members.flatMap(this.pointsOf);
  }

  /** Of all, hidden ones too. */
  get names(): string {
    return this.members.map(({ profile }) => profile.name ?? '').join(' ');
  }

  get tags(): readonly string[] {
    const all = this.members.flatMap((member) => [...member.tags].filter(([tag]) => this.isShown(member, `tags.${tag}`)));
    all.sort(([, one], [, other]) => Number(one - other));
    return [...new Set(all.map(([tag]) => tag))];
  }

  shown(id: string): ShownEndUser {
    const { canonical, members } = this;
    const { origin, createdAt, revision, status } = canonical;
    const sources: Record<string, string> = {};
    const first = (what: string, of: (member: Person) => unknown): unknown => {
      const from = members.find((member) => (of(member) ?? null) !== null && this.isShown(member, what));
      if (from) sources[what] = from.id;
      return from ? of(from) : null;
    };
    const values = Object.fromEntries(plainFields.map((field) => [field, first(field, ({ profile }) => profile[field])]));
    const names = [...new Set(members.flatMap(({ fields }) => [...fields.keys()]))];
    const fields = Object.fromEntries(
      names.map((name) => [name, first(`fields.${name}`, (member) => member.fields.get(name))]).filter(([, value]) => value !== null),
    );
    const { tags } = this;
    for (const tag of tags) first(`tags.${tag}`, (member) => member.tags.get(tag));
    return {
      id,
      canonicalId: canonical.id,
      status: id === canonical.id ? status : 'merged',
      ...(values as Pick<ShownEndUser, 'name' | 'locale' | 'timeZone' | 'details' | 'notes'>),
      origin,
      tags,
      fields: fields as ShownEndUser['fields'],
      contactPoints: this.contactPoints(),
      organizations: [],
      mergedFrom: members
        .filter((member) => member !== canonical)
        .map((member) => member.id)
        .sort(),
      sources,
      createdAt,
      updatedAt: members
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .at(-1) as string,
      lastInteractionAt: this.lastAt,
      revision,
    };
  }

  listed(): ListedEndUser {
    const { id, canonicalId, status, name, tags, contactPoints, createdAt, lastInteractionAt } = this.shown(this.canonical.id);
    const points = contactPoints.map(({ endUserId: _, since: __, ...point }) => point);
    return { id, canonicalId, status, name, tags, contactPoints: points, createdAt, lastInteractionAt };
  }

  /** What a profile above took away after the other had come to it is not shown of the other. */
  private isShown(member: Person, what: string): boolean {
    let joined = 0n;
    for (let at = member; this.links.has(at); at = this.links.get(at) as Person) {
      joined = at.mergedAt > joined ? at.mergedAt : joined;
      if (((this.links.get(at) as Person).blanks.get(what) ?? -1n) > joined) return false;
    }
    return true;
  }

  private contactPoints(): ShownEndUser['contactPoints'] {
    const held = this.members.flatMap((member) => this.pointsOf(member).map((point) => ({ point, endUserId: member.id })));
    const once = held.filter(({ point }, i) => held.findIndex((one) => one.point.digest === point.digest) === i);
    return once.map(({ point: { digest, channel, scope, key, value, since }, endUserId }) => ({
      channel,
      scope,
      key,
      value,
      verified: held.some(({ point }) => point.digest === digest && point.verified),
      primary: this.primary(channel) === digest,
      endUserId,
      since,
    }));
  }

  /** What the first one chose who chose any that is held, or has any. */
  private primary(channel: string): string | undefined {
    const held = this.points.map(({ digest }) => digest);
    for (const member of this.members) {
      const chosen = member.chosen.get(channel);
      if (chosen !== undefined && held.includes(chosen)) return chosen;
      const own = this.pointsOf(member).find((point) => point.channel === channel);
      if (own) return own.digest;
    }
    return undefined;
  }
}
