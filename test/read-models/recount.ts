import type { EventStore, StoredEvent } from '@kith/application';
import { type DomainEvent, idInStream } from '@kith/domain';
import type { Report, ReportCounts } from '@kith/read-models';

type Of<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>['data'];

interface Stay {
  readonly from: number;
  readonly fromPosition: bigint;
  to: number;
  toPosition: bigint | undefined;
}

/** Of the stored events what is no secret is enough to count. */
export async function eventsOf(store: EventStore, tenant: string): Promise<readonly StoredEvent[]> {
  const { events } = await store.readAll({ after: 0n, limit: 100_000 });
  return events.filter(({ metadata }) => metadata.tenant === tenant);
}

const isDone = (status: string) => status === 'solved' || status === 'closed';
const at = ({ metadata }: StoredEvent) => Date.parse(metadata.occurredAt);
const timeIn = (event: StoredEvent) => Date.parse((event.data as { at: string }).at);

/** To the nearest of 64 steps between a power of two and the next. */
function rounded(seconds: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(1, seconds))) - 6);
  return Math.floor((seconds + Math.floor(step / 2)) / step) * step;
}

/** Counts one log again from its beginning, with nothing but loops. */
export class Recount {
  private readonly survivors = new Map<string, string>();
  private readonly united = new Map<string, string>();
  /** Organization of each interaction, when, by what and of whom. */
  private readonly interactions: { organization: string | undefined; at: number; way: string; endUserId: string | null }[] = [];
  private readonly tickets: readonly (readonly StoredEvent[])[];
  private readonly stays = new Map<string, Stay[]>();
  private readonly merges: { kind: 'merges' | 'unmerges'; at: number; position: bigint; parties: readonly string[] }[] = [];

  constructor(events: readonly StoredEvent[]) {
    const tickets = new Map<string, StoredEvent[]>();
    const byStream = new Map<string, (typeof this.interactions)[number]>();
    for (const event of events) {
      const own = idInStream(event.stream);
      if (event.stream.startsWith('ticket-')) tickets.set(own, [...(tickets.get(own) ?? []), event]);
      this.follow(event, own, byStream);
      this.stay(event, own);
    }
    this.tickets = [...tickets.values()];
  }

  private follow(event: StoredEvent, own: string, byStream: Map<string, (typeof this.interactions)[number]>): void {
    if (event.type === 'InteractionRecorded') {
      const { organizationId: organization, channel, direction, endUserId } = event.data as Of<'InteractionRecorded'>;
      const one = { organization, at: at(event), way: `${channel} ${direction}`, endUserId };
      byStream.set(event.stream, one);
      this.interactions.push(one);
    }
    if (event.type === 'InteractionAssigned') {
      const { endUserId, organizationId: organization } = event.data as Of<'InteractionAssigned'>;
      Object.assign(byStream.get(event.stream) ?? {}, { endUserId, organization });
    }
    if (event.type === 'EndUserMerged') {
      const { survivorId, named, members } = event.data as Of<'EndUserMerged'>;
      const parties = [own, survivorId, named.survivorId, named.mergedId, ...members];
      this.merges.push({ kind: 'merges', at: at(event), position: event.position, parties });
      this.survivors.set(own, survivorId);
    }
    if (event.type === 'EndUserUnmerged') {
      const { members } = event.data as Of<'EndUserUnmerged'>;
      this.merges.push({ kind: 'unmerges', at: at(event), position: event.position, parties: [own, this.survivors.get(own) ?? own, ...members] });
      this.survivors.delete(own);
    }
    if (event.type === 'OrganizationMerged') this.united.set(own, (event.data as Of<'OrganizationMerged'>).survivorId);
    if (event.type === 'OrganizationUnmerged') this.united.delete(own);
  }

  private stay(event: StoredEvent, own: string): void {
    const begin = (name: string) => {
      const known = this.stays.get(name) ?? [];
      if (!known.some((stay) => stay.toPosition === undefined))
        this.stays.set(name, [...known, { from: at(event), fromPosition: event.position, to: Number.POSITIVE_INFINITY, toPosition: undefined }]);
    };
    const end = (name: string) => {
      for (const stay of this.stays.get(name) ?? []) if (stay.toPosition === undefined) Object.assign(stay, { to: at(event), toPosition: event.position });
    };
    const data = event.data as { organizationId: string; endUserId: string; channel: string };
    if (event.type === 'EndUserCreated') begin(`here ${own}`);
    if (event.type === 'EndUserDeleted') begin(`gone ${own}`);
    if (event.type === 'EndUserRestored') end(`gone ${own}`);
    if (event.type === 'EndUserErased') end(`here ${own}`);
    if (event.type === 'OrganizationJoined') begin(`member ${own} ${data.organizationId}`);
    if (event.type === 'OrganizationLeft') end(`member ${own} ${data.organizationId}`);
    if (event.type === 'ContactPointAttached') begin(`point ${data.endUserId} ${own} ${data.channel}`);
    if (event.type === 'ContactPointReleased') for (const name of this.stays.keys()) if (name.startsWith(`point ${data.endUserId} ${own} `)) end(name);
  }

  private canonicalOf(id: string, links = this.survivors): string {
    const survivor = links.get(id);
    return survivor === undefined ? id : this.canonicalOf(survivor, links);
  }

  private isIn(organization: string | null | undefined, organizationId: string | null): boolean {
    if (organizationId === null) return true;
    return organization != null && this.canonicalOf(organization, this.united) === this.canonicalOf(organizationId, this.united);
  }

  /** The same report, or all that can be compared with it. */
  report(organizationId: string | null, { periods, timeZone, by }: Report): Report {
    const own = periods.map((period) => {
      const [from, to] = [Date.parse(period.from), Date.parse(period.to)];
      return { from: period.from, to: period.to, label: period.label, ...this.counts(organizationId, from, to) };
    });
    const [first, last] = [Date.parse(periods[0]?.from ?? ''), Date.parse(periods.at(-1)?.to ?? '')];
    return {
      organizationId: organizationId === null ? null : this.canonicalOf(organizationId, this.united),
      timeZone,
      by,
      periods: own,
      totals: this.counts(organizationId, first, last),
    };
  }

  private counts(organizationId: string | null, from: number, to: number): ReportCounts {
    const during = (time: number) => time >= from && time < to;
    const ways = new Map<string, number>();
    for (const one of this.interactions) if (during(one.at) && this.isIn(one.organization, organizationId)) ways.set(one.way, (ways.get(one.way) ?? 0) + 1);
    const interactions = [...ways]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([way, count]) => {
        const [channel = '', direction = ''] = way.split(' ');
        return { channel, direction: direction as 'inbound' | 'outbound', count };
      });
    const merges = (kind: 'merges' | 'unmerges') =>
      this.merges.filter((one) => one.kind === kind && during(one.at) && (organizationId === null || this.tookPart(one, organizationId))).length;
    return {
      tickets: this.ticketCounts(organizationId, during, to),
      interactions,
      endUsers: { ...this.activity(organizationId, during), ...this.members(organizationId, to) },
      merges: merges('merges'),
      unmerges: merges('unmerges'),
    };
  }

  private tookPart({ position, parties }: { position: bigint; parties: readonly string[] }, organizationId: string): boolean {
    return [...this.stays].some(([name, stays]) => {
      const [kind, who = '', organization] = name.split(' ');
      if (kind !== 'member' || !parties.includes(who) || !this.isIn(organization, organizationId)) return false;
      return stays.some(({ fromPosition, toPosition }) => fromPosition < position && (toPosition === undefined || toPosition > position));
    });
  }

  private activity(organizationId: string | null, during: (at: number) => boolean) {
    const heard = this.interactions.filter(({ endUserId }) => endUserId !== null);
    const personOf = (one: (typeof heard)[number]) => this.canonicalOf(one.endUserId as string);
    const active = new Set(heard.filter((one) => during(one.at) && this.isIn(one.organization, organizationId)).map(personOf));
    const firstOf = (person: string) => Math.min(...heard.filter((one) => personOf(one) === person).map((one) => one.at));
    const newcomers = [...active].filter((person) => during(firstOf(person))).length;
    return { active: active.size, new: newcomers, returning: active.size - newcomers };
  }

  /** Who was a member when everything before `to` had happened. */
  private members(organizationId: string | null, to: number) {
    const current = (name: string) => (this.stays.get(name) ?? []).some((stay) => stay.from < to && stay.to >= to);
    const names = [...this.stays.keys()].filter(current).map((name) => name.split(' '));
    const persons = new Set(names.filter(([kind, id = '']) => kind === 'here' && !current(`gone ${id}`)).map(([, id = '']) => this.canonicalOf(id)));
    const own = (person: string, kind: string) => names.filter(([of, id = '']) => of === kind && this.canonicalOf(id) === person);
    const members = [...persons].filter(
      (person) =>
        !current(`gone ${person}`) && (organizationId === null || own(person, 'member').some(([, , organization]) => this.isIn(organization, organizationId))),
    );
    const channelsOf = (person: string) => new Set(own(person, 'point').map(([, , , channel]) => channel));
    const withEmail = members.filter((person) => channelsOf(person).has('email')).length;
    return {
      members: members.length,
      multiChannel: members.filter((person) => channelsOf(person).size > 1).length,
      emailShare: members.length === 0 ? null : Math.round((withEmail / members.length) * 10_000) / 10_000,
    };
  }

  private ticketCounts(organizationId: string | null, during: (at: number) => boolean, to: number): ReportCounts['tickets'] {
    const counts = { opened: 0, solved: 0, reopened: 0, backlog: 0 };
    const took: number[] = [];
    for (const events of this.tickets) {
      const opening = events[0] as StoredEvent;
      const inOrder = [...events].filter((event) => event.type !== 'TicketRequesterCorrected' && timeIn(event) >= timeIn(opening));
      inOrder.sort((one, other) => timeIn(one) - timeIn(other) || Number(one.position - other.position));
      let [organization, done, everDone]: [string | null | undefined, boolean, boolean] = [undefined, false, false];
      let waits = false;
      for (const event of inOrder) {
        const { status, organizationId: named } = event.data as { status?: string; organizationId?: string | null };
        if (named !== undefined) organization = named;
        const was = done;
        if (status !== undefined) done = isDone(status);
        const counted = this.isIn(organization, organizationId);
        if (timeIn(event) < to) waits = counted && !done;
        if (!counted || !during(timeIn(event))) {
          everDone ||= done;
          continue;
        }
        if (event === opening) counts.opened += 1;
        if (done && !was) counts.solved += 1;
        if (was && !done) counts.reopened += 1;
        if (done && !everDone) took.push(rounded(Math.floor((timeIn(event) - timeIn(opening)) / 1000)));
        everDone ||= done;
      }
      if (waits) counts.backlog += 1;
    }
    took.sort((one, other) => one - other);
    const nth = (share: number) => took[Math.ceil(share * took.length) - 1] ?? null;
    return { ...counts, timeToFirstSolve: { median: nth(0.5), p90: nth(0.9) } };
  }
}
