import type { DomainEvent, Recorded } from '@kith/domain';
import { idInStream } from '@kith/domain';
import type { EndUserFilter, ListedEndUser, Order, ShownEndUser } from '@kith/read-models';
import { FoldedCluster, later, type Person, type Point } from './folded-cluster';
import type { TestLog } from './log';

/** A log that holds no destroyed key, folded from scratch without any database: what the read models must agree with. */
export class Folded {
  /** In the order of their creation. */
  private readonly people = new Map<string, Person>();
  /** In the order of their attachment, of people who are not created yet, too. */
  private readonly points = new Map<string, Point[]>();
  /** Whom people were merged into. */
  private readonly links = new Map<Person, Person>();
  private readonly open = new Map<string, string>();

  static async of(log: TestLog): Promise<Folded> {
    const folded = new Folded();
    const { events } = await log.store.readAll({ after: 0n, limit: 1000 });
    for (const stored of events) folded.apply((await log.personalData.open(stored)) as Recorded<DomainEvent>);
    return folded;
  }

  shown(tenant: string, id: string): ShownEndUser | undefined {
    const person = this.people.get(`${tenant} ${id}`);
    return person && this.clusterOf(person).shown(id);
  }

  etag(tenant: string, id: string): string {
    return this.clusterOf(this.people.get(`${tenant} ${id}`) as Person).etag;
  }

  /** The whole list, in its order. */
  list(tenant: string, filter: EndUserFilter, order: Order): readonly ListedEndUser[] {
    const everybody = [...this.people.values()].filter((person) => person.tenant === tenant && !this.links.has(person)).reverse();
    const found = everybody.map((person) => this.clusterOf(person)).filter((cluster) => meets(cluster, filter));
    if (order === 'last-contact')
      found.sort(({ lastAt: one }, { lastAt: other }) => ((one ?? '') === (other ?? '') ? 0 : (one ?? '') < (other ?? '') ? 1 : -1));
    return found.map((cluster) => cluster.listed());
  }

  private clusterOf(person: Person): FoldedCluster {
    const root = (one: Person): Person => (this.links.has(one) ? root(this.links.get(one) as Person) : one);
    return new FoldedCluster(
      root(person),
      [...this.people.values()].filter((one) => root(one) === root(person)),
      this.links,
      ({ tenant, id }) => this.points.get(`${tenant} ${id}`) ?? [],
    );
  }

  private apply(event: Recorded<DomainEvent>): void {
    const { tenant } = event.metadata;
    const id = (event.data as { endUserId?: string | null }).endUserId ?? undefined;
    if (event.stream.startsWith('endUser-')) this.own(event, tenant, idInStream(event.stream));
    else if (event.stream.startsWith('interaction-')) this.interaction(event, tenant, id);
    else if (id !== undefined) this.point(event, tenant, id);
  }

  private own(event: Recorded<DomainEvent>, tenant: string, id: string): void {
    const { recordedAt } = event.metadata;
    if (event.type === 'EndUserCreated') {
      const { origin, tags = [], fields = {}, ...profile } = event.data;
      const ownTags = new Map(sorted(tags).map((tag) => [tag, event.position]));
      const own = { profile, fields: new Map(Object.entries(fields)), tags: ownTags, chosen: new Map(), blanks: new Map(), mergedAt: 0n };
      const never = { status: 'active', before: 'active', isErasedAlone: false, lastAt: null } as const;
      this.people.set(`${tenant} ${id}`, {
        id,
        tenant,
        ...own,
        ...never,
        origin,
        createdAt: recordedAt,
        updatedAt: recordedAt,
        revision: 0,
        position: event.position,
      });
    }
    const person = this.people.get(`${tenant} ${id}`);
    if (!person) return;
    const { revision, position } = event;
    if (unseen.has(event.type)) return void Object.assign(person, { revision, position });
    this.link(event, person);
    this.change(event, person);
    Object.assign(person, { updatedAt: recordedAt, revision, position });
  }

  /** What is shown of the other side of a link changes with it. */
  private link(event: Recorded<DomainEvent>, person: Person): void {
    if (event.type === 'EndUserMerged') {
      this.links.set(person, this.people.get(`${person.tenant} ${event.data.survivorId}`) as Person);
      person.mergedAt = event.position;
    } else if (event.type !== 'EndUserUnmerged') return;
    Object.assign(this.links.get(person) as Person, { updatedAt: event.metadata.recordedAt, position: event.position });
    if (event.type === 'EndUserUnmerged') this.links.delete(person);
  }

  private change(event: Recorded<DomainEvent>, person: Person): void {
    const note = (what: string, value: unknown) => (value === null ? person.blanks.set(what, event.position) : person.blanks.delete(what));
    if (event.type === 'EndUserProfileChanged') {
      const { marks: _, fields = {}, ...changes } = event.data;
      person.profile = { ...person.profile, ...changes };
      for (const [field, value] of Object.entries(changes)) note(field, value);
      for (const [name, value] of Object.entries(fields)) {
        note(`fields.${name}`, value);
        if (value === null) person.fields.delete(name);
        else person.fields.set(name, value);
      }
    } else if (event.type === 'EndUserTagged')
      for (const tag of sorted(event.data.tags)) {
        if (!person.tags.has(tag)) person.tags.set(tag, event.position);
        note(`tags.${tag}`, tag);
      }
    else if (event.type === 'EndUserUntagged')
      for (const tag of sorted(event.data.tags)) {
        person.tags.delete(tag);
        note(`tags.${tag}`, null);
      }
    else if (event.type === 'PrimaryContactPointChosen') person.chosen.set(event.data.channel, event.data.contactPointId);
    else if (event.type === 'EndUserErased') this.erase(person, event.data.scope);
    else if (person.status !== 'erased') this.changeStatus(event, person);
  }

  private changeStatus({ type }: Recorded<DomainEvent>, person: Person): void {
    if (type === 'EndUserSuspended') person.status = person.status === 'deleted' ? 'deleted' : 'suspended';
    else if (type === 'EndUserReinstated') person.status = person.status === 'deleted' ? 'deleted' : 'active';
    else if (type === 'EndUserDeleted' && person.status !== 'deleted') [person.before, person.status] = [person.status as 'active', 'deleted'];
    else if (type === 'EndUserRestored' && person.status === 'deleted') person.status = person.before;
  }

  private erase(person: Person, scope: 'profile' | 'person'): void {
    person.isErasedAlone = scope === 'profile' && (person.status === 'erased' ? person.isErasedAlone : person.status !== 'deleted');
    const { locale = null, timeZone = null } = person.profile;
    Object.assign(person, { status: 'erased', profile: { locale, timeZone } });
    for (const own of [person.tags, person.fields]) own.clear();
    for (const what of person.blanks.keys()) if (what !== 'locale' && what !== 'timeZone') person.blanks.delete(what);
    this.points.delete(`${person.tenant} ${person.id}`);
  }

  private point(event: Recorded<DomainEvent>, tenant: string, id: string): void {
    const own = `${tenant} ${id}`;
    const points = this.points.get(own) ?? [];
    this.points.set(own, points);
    const digest = idInStream(event.stream);
    const person = this.people.get(own);
    if (event.type === 'ContactPointAttached' && person?.status !== 'erased') {
      const { channel, scope, key, value, verified } = event.data;
      points.push({ digest, channel, scope, key, value, verified, since: event.metadata.occurredAt });
    }
    const at = points.findIndex((point) => point.digest === digest);
    const held = points[at];
    if (event.type === 'ContactPointVerified' && held) held.verified = true;
    if (event.type === 'ContactPointReleased') {
      if (held) points.splice(at, 1);
      const gaining = event.data.cause === 'corrected' ? this.people.get(`${tenant} ${event.data.to}`) : undefined;
      if (gaining && person) this.heard(gaining, person.lastAt, event.position);
    }
    if (person) Object.assign(person, { updatedAt: event.metadata.recordedAt, position: event.position });
  }

  private interaction(event: Recorded<DomainEvent>, tenant: string, id: string | undefined): void {
    if (id === undefined) this.open.set(event.stream, event.metadata.occurredAt);
    const person = this.people.get(`${tenant} ${id}`);
    if (person) this.heard(person, this.open.get(event.stream) ?? event.metadata.occurredAt, event.position);
  }

  private heard(person: Person, at: string | null, position: bigint): void {
    if (later(person.lastAt, at) === person.lastAt) return;
    Object.assign(person, { lastAt: at, position });
  }
}

/** Events between profiles that change nothing that is shown but the tag for who writes on condition. */
const unseen: ReadonlySet<string> = new Set([
  'MergeReserved',
  'MergeRefused',
  'MergeReservationReleased',
  'EndUserAbsorbed',
  'EndUserSeparated',
  'EndUsersDeclaredDifferent',
  'DifferenceWithdrawn',
]);

function meets(cluster: FoldedCluster, filter: EndUserFilter): boolean {
  const { text, tag, channel, status, withoutEmail, lastContactFrom, lastContactBefore } = filter;
  const { canonical, points, names, lastAt } = cluster;
  return (
    (status === undefined ? cluster.isThere : canonical.status === status) &&
    (tag === undefined || cluster.tags.includes(tag)) &&
    (channel === undefined || points.some((point) => point.channel === channel)) &&
    (!withoutEmail || points.every((point) => point.channel !== 'email')) &&
    (lastContactFrom === undefined || (lastAt ?? '') >= lastContactFrom) &&
    (lastContactBefore === undefined || (lastAt !== null && lastAt < lastContactBefore)) &&
    (text === undefined || isNamed(names, text) || points.some((point) => isIn(point, text)))
  );
}

/** Tags that are put on at once are shown in the order of their letters. */
const sorted = (tags: readonly string[]) => tags.map((tag) => tag.normalize('NFC')).sort();

/** As a person would compare: without accents and case. */
const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l');

function isNamed(name: string, text: string): boolean {
  const split = (of: string) =>
    bare(of)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
  const [words, asked] = [split(name), split(text)];
  return asked.length > 0 && asked.every((one) => words.some((word) => word.startsWith(one)));
}

function isIn({ key, value }: Point, text: string): boolean {
  const digits = /^[+\d .()-]+$/.test(text) ? text.replace(/\D/g, '') : '';
  const asked = [bare(text.trim()), digits, digits.replace(/^0(?=[1-9])/, '')].filter((one) => one.length >= 3);
  const forms = [bare(key), /^[+\d .()-]+$/.test(value) ? value.replace(/\D/g, '') : bare(value)];
  return asked.some((one) => forms.some((form) => form.includes(one)));
}
