import {
  ClaimName,
  type ClaimPurpose,
  CompleteOrganization,
  type Organization,
  type OrganizationName,
  type OrganizationNameClaimed,
  organization,
  organizationName,
  type Recorded,
  ReleaseName,
  refuse,
  streamOf,
} from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { reactingTo } from '../end-user/reacting-to';
import { EventStore } from '../event-store';
import { type DataKey, KeyVault } from '../key-vault';
import { PersonalData } from '../personal-data';
import { type Loaded, MovedOn, onlyOn, Runner, type StepContext, wordOf } from '../run';
import { KnownOrganizations } from './known-organizations';
import { renameStep } from './organization-values';

/** Looks at a contested name again at most so often before giving up. */
const maxLooks = 50;

/** A claim that stands, as its stream tells it. */
export interface Claim {
  readonly name: Loaded<OrganizationName>;
  readonly claimed: Recorded<OrganizationNameClaimed>;
}

/**
 * The protocol of names: a claim says for which revision of the organization's stream it is made, and what comes next there. While the
 * organization is still at that revision, anyone appends what the claim says: the command, whoever else wants the name, the reactor.
 * Once it has moved on, it has the name or it never will by this claim, which then is given back. Only a new claim leads back to a name, so
 * nobody gives back a claim that somebody rests on.
 */
@Injectable()
export class NameClaims {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(PersonalData) private readonly personal: PersonalData,
    @Inject(KnownOrganizations) private readonly known: KnownOrganizations,
  ) {}

  load(tenant: string, nameId: string): Promise<Loaded<OrganizationName>> {
    return this.runner.load(organizationName, streamOf.organizationName(tenant, nameId));
  }

  /**
   * Which organization has the name, once whatever was begun with it is at its end; undefined while it is free.
   * @throws Refusal `too-contested`
   */
  async settled(tenant: string, nameId: string): Promise<string | undefined> {
    for (let look = 0; look < maxLooks; look++) {
      const name = await this.load(tenant, nameId);
      const { holder } = name.state;
      if (!holder) return undefined;
      // Read after the name: an older state could be one that the claim was not made for yet.
      const its = await this.known.load(tenant, holder.organizationId);
      if (its.revision !== holder.atRevision && hasName(its.state, nameId)) return holder.organizationId;
      await this.unlessMovedOn(async () => {
        const claim = { name, claimed: await this.claimOf(tenant, nameId, name) };
        await (its.revision === holder.atRevision ? this.fulfil(tenant, nameId, claim, its) : this.giveBack(tenant, nameId, claim, its.state));
      });
    }
    return refuse('too-contested');
  }

  /**
   * Claims a free name for the event that follows this revision of the organization, and appends that. Nothing comes of it when somebody
   * else was faster, on the one stream or the other: the organization's tells.
   */
  async claim(step: StepContext, nameId: string, organizationId: string, atRevision: number, purpose: ClaimPurpose, key: DataKey): Promise<void> {
    const { tenant } = step;
    const name = await this.load(tenant, nameId);
    const claim = new ClaimName(tenant, nameId, organizationId, atRevision, purpose);
    if (!name.state.holder) await this.unlessMovedOn(() => this.runner.run(onlyOn(organizationName, name), claim, step, key, name));
    await this.settled(tenant, nameId);
  }

  /** What the claim says comes next for the organization, on the word of whoever made it. */
  async fulfil(tenant: string, nameId: string, { claimed }: Claim, its: Loaded<Organization>): Promise<void> {
    const { data, metadata, keyId } = claimed;
    const key = keyId === undefined ? undefined : await this.vault.find(keyId);
    if (!key || claimed.erased) throw new Error('a name was claimed for what can be read no more');
    const { organizationId, creates, renames } = data;
    const born = renames ? await this.known.born(tenant, organizationId) : {};
    const step = renames
      ? renameStep(tenant, organizationId, renames, nameId, key, born)
      : creates && new CompleteOrganization(tenant, organizationId, creates, nameId);
    if (!step) throw new Error('a name was claimed for nothing');
    await this.runner.run(onlyOn(organization, its), step, wordOf(metadata), key, its);
  }

  /** Ends a claim that its organization cannot go on with any more, or rests on no more. */
  async giveBack(tenant: string, nameId: string, { name, claimed }: Claim, { status, nameId: other }: Organization): Promise<void> {
    const { organizationId } = claimed.data;
    const cause = (await this.cameToHave(tenant, nameId, claimed.data)) ? (status === 'deleted' && other === nameId ? 'deleted' : 'renamed') : 'lost-race';
    // Nobody's own doing, and as of now: whoever finds it does it, always as the same command.
    const { occurredAt: _, ...word } = reactingTo(claimed.metadata, 'complete-organization');
    await this.runner.run(onlyOn(organizationName, name), new ReleaseName(tenant, nameId, organizationId, cause), word, undefined, name);
  }

  /** Whether the claim was what the organization went on with. */
  private async cameToHave(tenant: string, nameId: string, { organizationId, atRevision }: OrganizationNameClaimed['data']): Promise<boolean> {
    const [next] = await this.store.readStream(streamOf.organization(tenant, organizationId), { from: atRevision + 1, limit: 1 });
    return next?.data.nameId === nameId;
  }

  private async claimOf(tenant: string, nameId: string, { revision }: Loaded<OrganizationName>): Promise<Recorded<OrganizationNameClaimed>> {
    const [stored] = await this.store.readStream(streamOf.organizationName(tenant, nameId), { from: revision, limit: 1 });
    const opened = stored && (await this.personal.open(stored));
    if (opened?.type !== 'OrganizationNameClaimed') throw new Error('a claim that was made cannot be read');
    return opened;
  }

  private async unlessMovedOn(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof MovedOn)) throw error;
    }
  }
}

/** A merged organization has its name, too: it comes back with it. */
const hasName = ({ status, nameId }: Organization, name: string): boolean => status === 'active' && nameId === name;

/** Refuses a command because of whoever has the name. */
export const nameTaken = (holderId: string): never => refuse('organization-name-taken', undefined, { holderId, pointer: '/name' });
