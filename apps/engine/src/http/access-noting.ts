import { type AccessEntry, type AccessKind, AccessLogUnavailable, AccessNotes, Clock, Identifiers, identifyIn } from '@kith/application';
import { Refusal, type Role } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { ShownMoment } from '../parts/running-parts';
import { callerOf, saidBy } from './command-context';
import { RecentSettings } from './recent-settings';
import type { Shown, Watching } from './shows';

/** Who was shown something, and by which operation. */
export type Reader = Omit<AccessEntry, 'id' | 'at' | 'endUserIds' | 'contactPointIds' | 'count' | 'positions'>;

/** Notes who was shown what, for tenants that want it; for the others it costs a look at settings that are known already. */
@Injectable()
export class AccessNoting {
  private nth = 0;
  private readonly patterns = new Map<string, string>();

  constructor(
    @Inject(AccessNotes) private readonly notes: AccessNotes,
    @Inject(RecentSettings) private readonly settings: RecentSettings,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ShownMoment) private readonly moment: ShownMoment,
  ) {}

  /** For every route that shows personal data. */
  readonly watching: Watching = {
    admit: (request, _reply, done) => {
      if (!this.notes.full) done();
      else
        this.admit(callerOf(request).tenant).then(
          () => done(),
          (error: Error) => done(error),
        );
    },
    shown: (request, _reply, answer, done) => {
      const isOn = this.isOn(callerOf(request).tenant);
      if (isOn === false) return done(null, answer);
      this.noteAnswer(request, answer, isOn).then(
        () => done(null, answer),
        (error: Error) => done(error),
      );
    },
  };

  /** Lets nobody see what could not be noted. @throws AccessLogUnavailable */
  async admit(tenant: string): Promise<void> {
    if (this.notes.full && (await this.isOn(tenant))) throw new AccessLogUnavailable('more notes wait to be written than may');
  }

  /** Notes what a handler shows, before it does. */
  async note(request: FastifyRequest, shown: Shown): Promise<void> {
    if (await this.isOn(callerOf(request).tenant)) await this.take(this.readerOf(request), shown);
  }

  /** The same for a reader who comes another way. */
  async noteOf(reader: Reader, shown: Shown): Promise<void> {
    if (await this.isOn(reader.tenant)) await this.take(reader, shown);
  }

  /** Whether the tenant keeps a log of accesses; a promise only when its settings must be read. A past moment notes nothing, for it writes nowhere. */
  private isOn(tenant: string): boolean | Promise<boolean> {
    if (this.moment.of) return false;
    const settings = this.settings.of(tenant);
    return settings instanceof Promise ? settings.then(({ accessLog }) => accessLog.enabled) : settings.accessLog.enabled;
  }

  private async noteAnswer(request: FastifyRequest, answer: unknown, isOn: boolean | Promise<boolean>): Promise<void> {
    const of = request.route.shows?.of;
    if (of && (await isOn)) await this.take(this.readerOf(request), of(answer as never, request));
  }

  private async take(reader: Reader, { endUserIds, count, nobody = [], contactPointIds = [], positions }: Shown): Promise<void> {
    const digests = nobody.length === 0 ? [] : await this.digestsOf(reader.tenant, nobody);
    const now = this.clock.now();
    this.nth = (this.nth + 1) % 2 ** 32;
    this.notes.take({
      ...reader,
      id: v7({ msecs: now, seq: this.nth }),
      at: new Date(now).toISOString(),
      endUserIds: [...new Set(endUserIds.filter((id) => id != null))],
      contactPointIds: [...new Set([...contactPointIds, ...digests])],
      count,
      positions: positions ? { after: positions.after.toString(), upTo: positions.upTo.toString() } : null,
    });
  }

  /** Of those that make a contact point: what makes none is nobody's. */
  private async digestsOf(tenant: string, points: NonNullable<Shown['nobody']>): Promise<readonly string[]> {
    const [settings, ids] = [await this.settings.of(tenant), await this.identifiers.of(tenant)];
    return points.flatMap(({ channel, value, scope }) => {
      try {
        const found = identifyIn(settings, ids, scope == null ? { channel, value } : { channel, value, scope }, '');
        return 'digest' in found ? [found.digest] : [];
      } catch (error) {
        if (error instanceof Refusal) return [];
        throw error;
      }
    });
  }

  /** The reader of a request, and what it is behind. */
  readerOf(request: FastifyRequest, kind: AccessKind = kindOf(request)): Reader {
    const { tenant, keyId, role, clientName } = callerOf(request);
    return { tenant, keyId, role: role satisfies Role, clientName, operation: this.operationOf(request), kind, ...saidBy(request) };
  }

  /** `/v1/end-users/:id` as the API is described: `GET /v1/end-users/{id}`. */
  private operationOf({ method, route: { url = '' } }: FastifyRequest): string {
    const known = this.patterns.get(url);
    const pattern = known ?? url.replace(/:(\w+)/g, '{$1}');
    if (known === undefined) this.patterns.set(url, pattern);
    return `${method} ${pattern}`;
  }
}

function kindOf({ route }: FastifyRequest): AccessKind {
  if (!route.shows) throw new Error(`the route ${route.url} notes what it does not say that it shows`);
  return route.shows.kind;
}
