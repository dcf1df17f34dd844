import { isMemberOf, linksOf, membershipsOf, membersOf, organization, RetireOrganization, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Creations } from '../end-user/creations';
import { EventStore, type StoredEvent } from '../event-store';
import { MembershipDirectory } from '../membership/membership-directory';
import { KnownOrganizations } from '../organization/known-organizations';
import { NameClaims } from '../organization/name-claims';
import { MovedOn, onlyOn, Runner } from '../run';
import { DailyUse } from './daily-use';
import type { KeptCode } from './kept-code';
import type { Reverting } from './reverting';

/** Looks again at most so often after something else was written in between. */
const maxLooks = 30;
/** Members that are looked at together. */
const chunk = 200;

/** Undoes the creation of an organization by an import, once no end user is a member of it by that any more. */
@Injectable()
export class RevertOrganization {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(KnownOrganizations) private readonly known: KnownOrganizations,
    @Inject(NameClaims) private readonly names: NameClaims,
    @Inject(MembershipDirectory) private readonly directory: MembershipDirectory,
    @Inject(Creations) private readonly creations: Creations,
    @Inject(DailyUse) private readonly use: DailyUse,
  ) {}

  /**
   * Deletes it unless anybody uses it. An organization is never restored: what gets in between look and deletion goes with it.
   * @returns `undone`, also when an earlier try did it; why it is kept; undefined when somebody else has deleted it
   * @throws HeldPointsBehind while the directory does not know everything up to the position
   */
  async takeBack(reverting: Reverting, id: string, upTo: bigint): Promise<'undone' | KeptCode | undefined> {
    const { tenant } = reverting;
    for (let look = 0; ; look++) {
      const events = await this.store.readStream(streamOf.organization(tenant, id));
      const loaded = await this.known.load(tenant, id);
      if (loaded.state.status === 'deleted') return this.isGoneBy(reverting, events) ? this.done(tenant, loaded.state.nameId) : undefined;
      const why = await this.whyKept(reverting, id, events, loaded.state, upTo);
      if (why !== undefined) return why;
      try {
        await this.runner.once(onlyOn(organization, loaded), new RetireOrganization(tenant, id), reverting.word(`organization.${id}`), undefined, loaded);
        return await this.done(tenant, loaded.state.nameId);
      } catch (error) {
        if (!(error instanceof MovedOn) || look >= maxLooks) throw error;
      }
    }
  }

  private async whyKept(
    reverting: Reverting,
    id: string,
    events: readonly StoredEvent[],
    state: Parameters<typeof linksOf>[0],
    upTo: bigint,
  ): Promise<KeptCode | undefined> {
    const { tenant } = reverting;
    if (linksOf(state).survivor || membersOf(id, state).length > 1) return 'merged-since';
    if (events.some(({ metadata }) => reverting.doerOf(metadata) === 'other')) return 'changed-since';
    if (await this.use.hasWork(tenant, id)) return 'has-work';
    return (await this.hasMembers(tenant, id, upTo)) ? 'has-members' : undefined;
  }

  /** Whoever is deleted or erased is none, though the directory lists them. */
  private async hasMembers(tenant: string, id: string, upTo: bigint): Promise<boolean> {
    for (let after = ''; ; ) {
      const listed = await this.directory.concerned(tenant, { memberOf: [id] }, after, chunk, upTo);
      const found = await Promise.all(listed.map(async (member) => (await this.creations.endUser(tenant, member)).state));
      if (found.some((state) => state.status !== 'deleted' && state.status !== 'erased' && isMemberOf(membershipsOf(state), id))) return true;
      const last = listed.at(-1);
      if (listed.length < chunk || last === undefined) return false;
      after = last;
    }
  }

  private async done(tenant: string, nameId: string | undefined): Promise<'undone'> {
    if (nameId !== undefined) await this.names.settled(tenant, nameId);
    return 'undone';
  }

  private isGoneBy(reverting: Reverting, events: readonly StoredEvent[]): boolean {
    const deleted = events.findLast(({ type }) => type === 'OrganizationDeleted');
    return deleted !== undefined && reverting.doerOf(deleted.metadata) === 'revert';
  }
}
