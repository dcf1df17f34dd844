import { type ContactPoint, type ContactPointAttached, contactPoint, isThere, ReattachPoint, type Recorded, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { type ContactPointName, identityOf } from '../contact-point/contact-points';
import { EventStore } from '../event-store';
import { KeyVault } from '../key-vault';
import { Clusters } from '../merging/clusters';
import { PersonalData } from '../personal-data';
import { Runner, type StepContext } from '../run';
import { Creations } from './creations';

/** A point that was to come back, and who holds it now. */
export interface CameBack {
  readonly point: ContactPointName;
  readonly holders: readonly string[];
  /** Position of the attach by which the end user had it before. */
  readonly since: bigint;
  /** Position of the event that brought it back; undefined when there was nothing to do. */
  readonly position: bigint | undefined;
}

/** What a point was to somebody when they last held it. */
type LastHeld = Recorded<ContactPointAttached>['data'] & { readonly since: bigint };

/** The standing rule of *restore*: what a living end user lost by its own deletion comes back to it while it is free. */
@Injectable()
export class Restorations {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(PersonalData) private readonly personal: PersonalData,
  ) {}

  /** Attaches one point again if the rule says so. Undefined for who is deleted, or whose data is erased. */
  async bringBack(step: StepContext, endUserId: string, digest: string): Promise<CameBack | undefined> {
    const { tenant } = step;
    const { path, canonical } = await this.clusters.placeOf(tenant, endUserId);
    const own = (path[0] ?? canonical).loaded.state;
    const lives = (own.status === 'active' || own.status === 'suspended') && isThere(canonical.loaded.state);
    const key = own.keyId === undefined || !lives ? undefined : await this.vault.find(own.keyId);
    const held = key && (await this.lastHeld(tenant, endUserId, digest));
    if (!held) return undefined;
    const { channel, scope, key: address, since } = held;
    const reattach = new ReattachPoint(tenant, digest, endUserId, identityOf(held), held.verified);
    const { state, position } = await this.runner.run(contactPoint, reattach, step, key);
    return { point: { channel, scope, key: address }, holders: state.holders.map((h) => h.endUserId), since, position };
  }

  /** Brings a point that has just become free back to each who lost it by a deletion and lives. */
  async bringBackToAny(step: StepContext, digest: string): Promise<void> {
    const { state }: { state: ContactPoint } = await this.creations.point(step.tenant, digest);
    for (const endUserId of state.restorable ?? []) await this.bringBack(step, endUserId, digest);
  }

  private async lastHeld(tenant: string, endUserId: string, digest: string): Promise<LastHeld | undefined> {
    const events = await this.store.readStream(streamOf.contactPoint(tenant, digest));
    const at = events.findLastIndex(({ type, data }) => type === 'ContactPointAttached' && data.endUserId === endUserId);
    const attached = events[at];
    const opened = attached && (await this.personal.open(attached));
    if (opened?.type !== 'ContactPointAttached' || opened.erased) return undefined;
    const proven = events.slice(at + 1).some(({ type, data }) => type === 'ContactPointVerified' && data.endUserId === endUserId);
    return { ...opened.data, verified: opened.data.verified || proven, since: opened.position };
  }
}
