import { refuse, streamOf } from '@kith/domain';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { AccessLog } from '../access-log/access-log';
import { Clock } from '../clock';
import { EventStore } from '../event-store';
import { StreamDirectory } from '../history/stream-directory';
import { inLogOrder, type ToldFrom } from '../history/told-stream';
import { PersonalData } from '../personal-data';
import { type AccessExport, ErasedMeanwhile, type ExportHead, type ExportList } from './access-export';
import { exportSections, notInExport } from './export-sections';
import { accessExportFormat, type ExportedFact, type ExportedNote, type ExportedReading } from './exported';
import { pointFacts, profileFacts } from './exported-facts';
import { exportedInteraction, exportedTicket } from './exported-records';
import { OriginsOf } from './origins';
import { keysOf, linkedTo, ownEvents, type Whose } from './own-events';
import { type PersonRead, readPerson, type StreamsRead } from './person-read';
import { PersonRecords } from './person-records';
import { Recipients } from './recipients';
import { NamesOf, recordsOf } from './records-read';

/** Whom an export is about, and with what it is read. */
interface Subject {
  readonly whose: Whose;
  readonly streams: StreamsRead;
  readonly origins: OriginsOf;
  readonly person: PersonRead;
  readonly names: NamesOf;
}

/**
 * Everything that is known about one person (GDPR art. 15), as one archive. It is read from the log, so that it is right in the moment after
 * a write; the read models say which streams tell of the person, once they have come to where the log was when it was asked for.
 */
@Injectable()
export class AccessExports {
  private readonly from: ToldFrom;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(PersonalData) personalData: PersonalData,
    @Inject(StreamDirectory) private readonly directory: StreamDirectory,
    @Inject(PersonRecords) private readonly records: PersonRecords,
    @Inject(Recipients) private readonly recipients: Recipients,
    @Inject(Clock) private readonly clock: Clock,
    @Optional() @Inject(AccessLog) private readonly accessLog?: AccessLog,
  ) {
    this.from = { store, personalData };
  }

  /**
   * @param endUserId any profile of the person
   * @throws Refusal `end-user-not-found`, HeldPointsBehind
   */
  async of(tenant: string, endUserId: string): Promise<AccessExport> {
    const [first] = await this.store.readStream(streamOf.endUser(tenant, endUserId), { limit: 1 });
    if (!first) refuse('end-user-not-found');
    const upTo = await this.store.head();
    const found = await this.directory.ofPerson(tenant, endUserId, upTo);
    await this.records.reached(upTo);
    const { canonicalId = endUserId, ...shown } = (await this.records.shown(tenant, endUserId)) ?? {};
    const profileIds = [...found.profileIds].sort((one, other) => rank(one, canonicalId) - rank(other, canonicalId) || (one < other ? -1 : 1));
    const keys = await this.records.keys(tenant);
    const whose: Whose = { tenant, profileIds: new Set(profileIds), keys: await keysOf(this.from, tenant, profileIds), upTo };
    const streams = { profileIds, pointIds: found.pointIds, linkedIds: await linkedTo(this.from, whose) };
    const origins = new OriginsOf(keys);
    const subject = { whose, streams, origins, person: await readPerson(this.from, whose, origins, streams), names: new NamesOf(this.records, tenant) };
    const head = {
      format: accessExportFormat,
      madeAt: new Date(this.clock.now()).toISOString(),
      position: upTo.toString(),
      askedFor: endUserId,
      canonicalId,
      sections: exportSections,
      notIncluded: notInExport,
      person: 'name' in shown ? shown : null,
      ...(await this.kept(subject)),
      recipients: await this.recipients.of(tenant, knownSince(subject) ?? first.metadata.recordedAt, keys),
    } satisfies ExportHead;
    return { head, lists: this.lists(subject), assertKept: () => this.assertKept(whose) };
  }

  private async kept({ person: { profiles, memberships, links, points }, names }: Subject) {
    await names.learn(memberships.map(({ organizationId }) => organizationId));
    return {
      profiles: profiles.map(({ profile }) => profile),
      contactPoints: points.map(({ pointId: _, ...point }) => point),
      organizations: memberships.map((one) => ({ ...one, organization: names.of(one.organizationId) })),
      merges: links.merges,
      differences: links.differences,
    };
  }

  private lists(subject: Subject): readonly ExportList[] {
    const { whose, origins, names, person } = subject;
    const addresses = new Map(person.points.map(({ pointId, channel, scope, key }) => [pointId, { channel, scope, key }]));
    const address = (pointId: string | null) => (pointId === null ? null : (addresses.get(pointId) ?? null));
    const of = { profileIds: whose.profileIds, keys: whose.keys, origins, address, organization: names.of };
    const records = { from: this.from, whose, of, names };
    const interactions = { list: this.records.interactions.bind(this.records), stream: streamOf.interaction, exported: exportedInteraction };
    const tickets = { list: this.records.tickets.bind(this.records), stream: streamOf.ticket, exported: exportedTicket };
    return [
      { name: 'notes', items: this.notes(subject) },
      { name: 'interactions', items: recordsOf(records, interactions) },
      { name: 'tickets', items: recordsOf(records, tickets) },
      { name: 'readings', items: this.readings(subject) },
      { name: 'facts', items: this.facts(subject) },
    ];
  }

  private async *notes({ whose, origins, streams }: Subject): AsyncGenerator<ExportedNote, void, undefined> {
    for (const profileId of streams.profileIds)
      for await (const { event } of ownEvents(this.from, whose, streamOf.endUser(whose.tenant, profileId)))
        if (event.type === 'EndUserNoted') yield { profileId, note: event.erased ? null : event.data.note, origin: origins.of(event) };
  }

  /** The newest first, profile by profile. Systems are named; of people who work for the company only the role is told. */
  private async *readings({ whose: { tenant }, streams }: Subject): AsyncGenerator<ExportedReading, void, undefined> {
    const limit = 200;
    for (const profileId of this.accessLog ? streams.profileIds : [])
      for (let before: string | undefined; ; ) {
        const page = (await this.accessLog?.list(tenant, { endUserId: profileId }, { before, limit })) ?? [];
        for (const { at, kind, operation, role, clientName } of page)
          yield { profileId, at, kind, operation, role, name: role === 'service' ? clientName : null };
        before = page.at(-1)?.id;
        if (page.length < limit) break;
      }
  }

  private async *facts({ whose, origins, streams, person }: Subject): AsyncGenerator<ExportedFact, void, undefined> {
    const abandoned = new Set(person.profiles.filter(({ isAbandoned }) => isAbandoned).map(({ profile: { id } }) => id));
    const of = { whose, origins, abandoned };
    const eventsOf = (stream: string) => ownEvents(this.from, whose, stream);
    const profiles = [...streams.profileIds, ...streams.linkedIds].map((id) => profileFacts(of, eventsOf(streamOf.endUser(whose.tenant, id))));
    const points = streams.pointIds.map((id) => pointFacts(of, eventsOf(streamOf.contactPoint(whose.tenant, id))));
    for await (const { fact } of inLogOrder([...profiles, ...points])) yield fact;
  }

  /** Each stream is looked at from where it was: what came since is little. */
  private async assertKept({ tenant, profileIds, upTo }: Whose): Promise<void> {
    for (const id of profileIds) {
      const stream = streamOf.endUser(tenant, id);
      for await (const { position, type } of this.since(stream, upTo))
        if (position > upTo && type === 'EndUserErased') throw new ErasedMeanwhile('a profile was erased while its access export was written');
    }
  }

  private async *since(stream: string, upTo: bigint) {
    const chunk = 500;
    for (let from = 0; ; from += chunk) {
      const events = await this.store.readStream(stream, { from, limit: chunk });
      if ((events.at(-1)?.position ?? 0n) > upTo) yield* events;
      if (events.length < chunk) return;
    }
  }
}

/** When the first of its profiles was created. */
const knownSince = ({ person }: Subject): string | undefined => person.profiles.flatMap(({ profile }) => profile.created?.recordedAt ?? []).sort()[0];

/** Whoever stands for the person comes first. */
const rank = (id: string, canonicalId: string): number => (id === canonicalId ? 0 : 1);

/** What makes access exports; whoever composes an engine that answers requests gives these to Nest beside the ports. */
export const accessExportServices = [AccessExports, Recipients];
