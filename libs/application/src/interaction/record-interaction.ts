import {
  assertHappened,
  type GivenInteraction,
  type Interaction,
  interaction,
  KeepInteraction,
  membersOf,
  RecordInteraction,
  Refusal,
  refuse,
  streamOf,
} from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Clock } from '../clock';
import { usableIn } from '../contact-point/contact-points';
import { Suggestions } from '../duplicates/suggestions';
import { Identifiers, type TenantIdentifiers } from '../identifiers';
import { type DataKey, KeyVault } from '../key-vault';
import { Memberships } from '../membership/memberships';
import { Clusters } from '../merging/clusters';
import { before, type Loaded, Runner, type StepContext } from '../run';
import { SettingsReader } from '../settings/settings';
import { answered, type ResolutionAnswer } from './answer';
import { type Resolved, Resolver } from './resolver';

/** Who an interaction is of, and the key that seals it. */
interface Sealable {
  readonly resolved: Resolved;
  readonly key: DataKey;
}

/** Resolves again at most so often after whoever was found has been erased. */
const maxLooks = 10;

@CommandHandler(RecordInteraction)
export class RecordInteractionHandler implements ICommandHandler<RecordInteraction, ResolutionAnswer> {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Resolver) private readonly resolver: Resolver,
    @Inject(Clusters) private readonly clusters: Clusters,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(Suggestions) private readonly suggestions: Suggestions,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ context, interaction: given }: RecordInteraction): Promise<ResolutionAnswer> {
    const { tenant } = context;
    const ids = await this.identifiers.of(tenant);
    const id = ids.interaction(given.source, given.id);
    const own = given.occurredAt === undefined ? context : { ...context, occurredAt: given.occurredAt };
    const step = asked(ids, own, ['RecordInteraction', given], () => ids.interactionCommand(id));
    // Asked for beside the rest: what is recorded from here on lies after it.
    const [head, found] = await Promise.all([this.runner.head(), this.resolveOnce(given, id, step)]);
    if ('known' in found) return this.repeated(found.known, id, given, ids, step);
    const { resolved, key } = found;
    const organizationId = await this.organizationOf(tenant, resolved);
    const keep = new KeepInteraction(tenant, id, factsOf(given, resolved, organizationId));
    // Most are new, and need not be looked for: the append finds out, and so does its position where the very same was recorded before.
    const likely = this.suggestions.ofCreated(tenant, { ...resolved, organizationId }, given.profile, resolved.points);
    const { position } = await this.runner.run(interaction, keep, step, key, notYet);
    if (position === undefined || position <= head) return this.repeated(await this.load(tenant, id), id, given, ids, step);
    return answered({ ...resolved, organizationId, interactionId: id, position }, resolved.points, await likely);
  }

  /** Whose it is, and what seals it; or the interaction itself, when it was recorded before: then nothing more is written, and nothing refused. */
  private async resolveOnce(given: GivenInteraction, id: string, step: StepContext): Promise<Sealable | { readonly known: Loaded<Interaction> }> {
    const { points, profile = {}, channel: cameBy, occurredAt } = given;
    const assertNew = async () => {
      const known = await this.load(step.tenant, id);
      if (known.state.recorded) throw new RecordedBefore(known);
    };
    try {
      if (occurredAt !== undefined) assertHappened(occurredAt, this.clock.now(), '/occurredAt');
      for (let look = 0; look < maxLooks; look++) {
        const resolved = await this.resolver.resolve({ points, write: true, profile, cameBy, step, beforeWriting: assertNew });
        const key = await this.keyFor(resolved);
        // Whoever it was is erased since then: under another key their words would be readable for ever.
        if (key) return { resolved, key };
      }
      return refuse('too-contested');
    } catch (error) {
      if (error instanceof RecordedBefore) return error;
      if (!(error instanceof Refusal)) throw error;
      const known = await this.load(step.tenant, id);
      if (known.state.recorded) return { known };
      throw error;
    }
  }

  private load(tenant: string, id: string): Promise<Loaded<Interaction>> {
    return this.runner.load(interaction, streamOf.interaction(tenant, id));
  }

  /** The person's default organization; nobody has none. */
  private async organizationOf(tenant: string, { canonicalId, canonical }: Resolved): Promise<string | null> {
    if (canonicalId === null || !canonical) return null;
    return this.memberships.defaultOrganizationOf(tenant, { canonicalId, members: membersOf(canonicalId, canonical) }, canonical);
  }

  /** An interaction is sealed under its person's key, or one of its own while it has nobody. Undefined once the key is destroyed. */
  private async keyFor({ endUser }: Resolved): Promise<DataKey | undefined> {
    return endUser?.keyId === undefined ? this.vault.lease() : this.vault.find(endUser.keyId);
  }

  /** The retry of a keyed command gets its first answer; another report of the same interaction is told that it is known. */
  private async repeated(
    known: Loaded<Interaction>,
    id: string,
    given: GivenInteraction,
    ids: TenantIdentifiers,
    step: StepContext,
  ): Promise<ResolutionAnswer> {
    const { recorded, assignedTo, assignedFor } = known.state;
    if (!recorded) throw new Error('an interaction that was kept cannot be read');
    const trace = step.payloadMac === undefined ? undefined : before(known, step);
    const settings = await this.settings.of(step.tenant);
    const points = usableIn(settings, ids, given.points);
    const endUserId = trace ? recorded.endUserId : (assignedTo ?? recorded.endUserId);
    const organizationId = (trace || assignedTo === undefined ? recorded.organizationId : assignedFor) ?? null;
    const canonical = endUserId === null ? undefined : (await this.clusters.placeOf(step.tenant, endUserId)).canonical;
    const position = trace?.position ?? known.commands.values().next().value?.position;
    const suspended = canonical?.loaded.state.status === 'suspended';
    const outcome = trace ? recorded.outcome : 'repeated';
    const likely = await this.suggestions.ofCreated(step.tenant, { ...recorded, outcome, organizationId }, given.profile, points);
    const who = { endUserId, canonicalId: canonical?.id ?? null, organizationId, suspended };
    return answered({ ...recorded, ...who, outcome, interactionId: id, position }, points, likely);
  }
}

class RecordedBefore extends Error {
  constructor(readonly known: Loaded<Interaction>) {
    super();
  }
}

/** An interaction that nobody has told of. */
const notYet: Loaded<Interaction> = { state: interaction.initial, revision: -1, position: 0n, recordedAt: '', commands: new Map() };

function factsOf(
  { source, id, channel, via, direction, ticketId, summary }: GivenInteraction,
  resolved: Resolved,
  organizationId: string | null,
): KeepInteraction['facts'] {
  const { outcome, endUserId, anchor, resolution } = resolved;
  return {
    source,
    sourceId: id,
    channel,
    contactPointId: anchor,
    endUserId,
    via,
    direction,
    ...(organizationId !== null && { organizationId }),
    ...(ticketId !== undefined && { ticketId }),
    ...(summary !== undefined && { summary }),
    outcome,
    resolution,
  };
}
