import type { DomainEvent, Recorded } from '@kith/domain';
import { idInStream } from '@kith/domain';
import type { EndUserFilter, ListedEndUser, Order, ShownEndUser } from '@kith/read-models';
import type { TestLog } from './log';

interface Point {
  readonly digest: string;
  readonly channel: string;
  readonly scope: string;
  readonly key: string;
  readonly value: string;
  readonly since: string;
  verified: boolean;
}

/** An end user as whoever reads the whole log by hand would know it. */
interface Person {
  readonly id: string;
  readonly tenant: string;
  profile: { name?: string | null; locale?: string | null; timeZone?: string | null; details?: string | null; notes?: string | null };
  readonly fields: Map<string, unknown>;
  readonly tags: Set<string>;
  readonly chosen: Map<string, string>;
  status: 'active' | 'suspended' | 'deleted';
  before: 'active' | 'suspended';
  origin: string;
  createdAt: string;
  updatedAt: string;
  lastAt: string | null;
  revision: number;
  position: bigint;
}

const later = (one: string | null, other: string | null): string | null => ((one ?? '') > (other ?? '') ? one : other);

/** A log that holds no destroyed key, folded from scratch without any database: what the read models must agree with. */
export class Folded {
  /** In the order of their creation. */
  private readonly people = new Map<string, Person>();
  /** In the order of their attachment, of people who are not created yet, too. */
  private readonly points = new Map<string, Point[]>();
  private readonly open = new Map<string, string>();

  static async of(log: TestLog): Promise<Folded> {
    const folded = new Folded();
    const { events } = await log.store.readAll({ after: 0n, limit: 1000 });
    for (const stored of events) folded.apply((await log.personalData.open(stored)) as Recorded<DomainEvent>);
    return folded;
  }

  shown(tenant: string, id: string): ShownEndUser | undefined {
    const person = this.people.get(`${tenant} ${id}`);
    if (!person) return undefined;
    const { profile, status, origin, createdAt, updatedAt, lastAt, revision } = person;
    const values = Object.fromEntries(['name', 'locale', 'timeZone', 'details', 'notes'].map((field) => [field, profile[field as 'name'] ?? null]));
    return {
      id,
      canonicalId: id,
      status,
      ...(values as Pick<ShownEndUser, 'name' | 'locale' | 'timeZone' | 'details' | 'notes'>),
      origin,
      tags: [...person.tags],
      fields: Object.fromEntries(person.fields) as ShownEndUser['fields'],
      contactPoints: this.pointsOf(person).map((point) => ({ ...point, endUserId: id, since: this.since(person, point.channel, point.key) })),
      organizations: [],
      mergedFrom: [],
      sources: Object.fromEntries(Object.keys(values).flatMap((field) => (values[field] === null ? [] : [[field, id]]))),
      createdAt,
      updatedAt,
      lastInteractionAt: lastAt,
      revision,
    };
  }

  etag(tenant: string, id: string): string {
    return `${id}.${this.people.get(`${tenant} ${id}`)?.position}`;
  }

  /** The whole list, in its order. */
  list(tenant: string, filter: EndUserFilter, order: Order): readonly ListedEndUser[] {
    const found = [...this.people.values()].filter((person) => person.tenant === tenant && this.meets(person, filter)).reverse();
    if (order === 'last-contact')
      found.sort((one, other) => ((one.lastAt ?? '') === (other.lastAt ?? '') ? 0 : (one.lastAt ?? '') < (other.lastAt ?? '') ? 1 : -1));
    return found.map((person) => ({
      id: person.id,
      canonicalId: person.id,
      status: person.status,
      name: person.profile.name ?? null,
      tags: [...person.tags],
      contactPoints: this.pointsOf(person),
      createdAt: person.createdAt,
      lastInteractionAt: person.lastAt,
    }));
  }

  private meets(person: Person, filter: EndUserFilter): boolean {
    const points = this.points.get(`${person.tenant} ${person.id}`) ?? [];
    const { text, tag, channel, status, withoutEmail, lastContactFrom, lastContactBefore } = filter;
    return (
      (status === undefined ? person.status !== 'deleted' : person.status === status) &&
      (tag === undefined || person.tags.has(tag)) &&
      (channel === undefined || points.some((point) => point.channel === channel)) &&
      (!withoutEmail || points.every((point) => point.channel !== 'email')) &&
      (lastContactFrom === undefined || (person.lastAt ?? '') >= lastContactFrom) &&
      (lastContactBefore === undefined || (person.lastAt !== null && person.lastAt < lastContactBefore)) &&
      (text === undefined || isNamed(person.profile.name ?? '', text) || points.some((point) => isIn(point, text)))
    );
  }

  private pointsOf(person: Person): ListedEndUser['contactPoints'] {
    const points = this.points.get(`${person.tenant} ${person.id}`) ?? [];
    const primary = (channel: string) => {
      const own = points.filter((point) => point.channel === channel);
      return own.find(({ digest }) => person.chosen.get(channel) === digest) ?? own[0];
    };
    return points.map((point) => {
      const { channel, scope, key, value, verified } = point;
      return { channel, scope, key, value, verified, primary: primary(channel) === point };
    });
  }

  private since(person: Person, channel: string, key: string): string {
    return (this.points.get(`${person.tenant} ${person.id}`) ?? []).find((point) => point.channel === channel && point.key === key)?.since ?? '';
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
      const own = { profile, fields: new Map(Object.entries(fields)), tags: new Set(sorted(tags)), chosen: new Map() };
      const never = { status: 'active', before: 'active', lastAt: null } as const;
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
    this.change(event, person);
    Object.assign(person, { updatedAt: recordedAt, revision: event.revision, position: event.position });
  }

  private change(event: Recorded<DomainEvent>, person: Person): void {
    if (event.type === 'EndUserProfileChanged') {
      const { marks: _, fields = {}, ...changes } = event.data;
      person.profile = { ...person.profile, ...changes };
      for (const [name, value] of Object.entries(fields))
        if (value === null) person.fields.delete(name);
        else person.fields.set(name, value);
    } else if (event.type === 'EndUserTagged') for (const tag of sorted(event.data.tags)) person.tags.add(tag);
    else if (event.type === 'EndUserUntagged') for (const tag of event.data.tags) person.tags.delete(tag.normalize('NFC'));
    else if (event.type === 'PrimaryContactPointChosen') person.chosen.set(event.data.channel, event.data.contactPointId);
    else if (event.type === 'EndUserSuspended') person.status = 'suspended';
    else if (event.type === 'EndUserReinstated') person.status = 'active';
    else if (event.type === 'EndUserDeleted' && person.status !== 'deleted') [person.before, person.status] = [person.status, 'deleted'];
    else if (event.type === 'EndUserRestored' && person.status === 'deleted') person.status = person.before;
  }

  private point(event: Recorded<DomainEvent>, tenant: string, id: string): void {
    const own = `${tenant} ${id}`;
    const points = this.points.get(own) ?? [];
    this.points.set(own, points);
    const digest = idInStream(event.stream);
    const person = this.people.get(own);
    if (event.type === 'ContactPointAttached') {
      const { channel, scope, key, value, verified } = event.data;
      points.push({ digest, channel, scope, key, value, verified, since: event.metadata.occurredAt });
    }
    const at = points.findIndex((point) => point.digest === digest);
    if (event.type === 'ContactPointVerified') (points[at] as Point).verified = true;
    if (event.type === 'ContactPointReleased') {
      points.splice(at, 1);
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
