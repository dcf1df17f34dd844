import { type DomainEvent, idInStream, type Recorded } from '@kith/domain';
import type { ExportedContactPoint } from './exported';
import type { OriginsOf } from './origins';
import type { OwnEvent } from './own-events';

type Building<T> = { -readonly [K in keyof T]: T[K] };
type Attached = Extract<Recorded<DomainEvent>, { type: 'ContactPointAttached' }>;

/** From when to when the profiles of a person held contact points, from the events of these. */
export class ContactPointFold {
  readonly held: (Building<ExportedContactPoint> & { readonly pointId: string })[] = [];

  constructor(
    private readonly profileIds: ReadonlySet<string>,
    private readonly origins: OriginsOf,
    /** Digests of those that were chosen for their channels. */
    private readonly chosen: ReadonlySet<string>,
  ) {}

  apply({ event }: OwnEvent): void {
    const pointId = idInStream(event.stream);
    if (event.type === 'ContactPointAttached' && this.profileIds.has(event.data.endUserId)) this.attach(pointId, event);
    else if (event.type === 'ContactPointVerified') {
      const one = this.open(pointId, event.data.endUserId);
      if (one) one.verifiedAt ??= event.metadata.occurredAt;
    } else if (event.type === 'ContactPointReleased') {
      const one = this.open(pointId, event.data.endUserId);
      const until = event.metadata.occurredAt;
      if (one) Object.assign(one, { until, endedBecause: event.data.cause, released: this.origins.of(event), primary: false });
    }
  }

  private attach(pointId: string, { data, erased, metadata, ...event }: Attached): void {
    const { endUserId: profileId, channel, scope, key, value, normaliser, verified } = data;
    this.held.push({
      pointId,
      profileId,
      channel,
      scope,
      key: erased ? null : key,
      value: erased ? null : value,
      normaliser,
      verifiedAt: verified ? metadata.occurredAt : null,
      primary: this.chosen.has(pointId),
      since: metadata.occurredAt,
      until: null,
      endedBecause: null,
      attached: this.origins.of({ ...event, metadata }),
      released: null,
    });
  }

  private open(pointId: string, profileId: string) {
    return this.held.findLast((one) => one.pointId === pointId && one.profileId === profileId && one.until === null);
  }
}
