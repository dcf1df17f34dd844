import {
  claimable,
  type EndUser,
  type EndUserEvent,
  endUser,
  type HeldDomain,
  isAnybodys,
  LetOut,
  type MembershipStep,
  organizationsAt,
  type Settings,
  TakeIn,
} from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { inTime } from '../in-time';
import { Runner, type StepContext, type Taken } from '../run';
import { SettingsReader } from '../settings/settings';
import { MembershipDirectory } from './membership-directory';

/** How many memberships began and ended. */
export interface SettledMemberships {
  readonly joined: number;
  readonly left: number;
}

/** So long the directory is waited for by who cannot wait. Milliseconds. */
const patienceMs = 200;
/** So many profiles at a time: a store takes the appends of all of them at once. */
const atOnce = 16;

/**
 * The convergent rule of membership by domain: a living profile that holds an address at a claimed domain is a member of the organization
 * that claims it, unless somebody took it out by hand; a membership by domain that no address brings about any more ends. Also: nobody is a
 * member of an organization that was deleted.
 *
 * It is decided on what the directory knows, and written on the profile's stream, which may both have moved on by then. That does no harm:
 * whatever changes what the rule says is looked at again when it is in the directory, each membership that began or ended by the rule too.
 */
@Injectable()
export class MembershipsByDomain {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(MembershipDirectory) private readonly directory: MembershipDirectory,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
  ) {}

  /**
   * Brings profiles in line with the rule.
   * @param deleted organizations that nobody is to be a member of
   * @throws HeldPointsBehind while the directory has not come to the position
   */
  async settle(step: StepContext, endUserIds: readonly string[], upTo: bigint, deleted: readonly string[] = []): Promise<SettledMemberships> {
    const steps = await this.due(step.tenant, endUserIds, upTo, deleted);
    const settled = { joined: 0, left: 0 };
    await eachOf(steps, async (ofProfile) => {
      for (const one of ofProfile) count(settled, (await this.runner.run(endUser, one, step)).events);
    });
    return settled;
  }

  /**
   * Takes a profile in at once by addresses that it has just got, so that what brought them names its organization; undefined when there is
   * none. What the directory does not know yet, or while it cannot be asked, the reactor brings about.
   */
  async join(step: StepContext, endUserId: string, held: readonly HeldDomain[]): Promise<Taken<EndUser, EndUserEvent> | undefined> {
    let taken: Taken<EndUser, EndUserEvent> | undefined;
    for (const organizationId of await this.expected(step.tenant, held))
      taken = await this.runner.run(endUser, new TakeIn(step.tenant, endUserId, organizationId, 'domain'), step);
    return taken;
  }

  /** How a profile would be after {@link join}. Writes nothing. */
  async afterJoin(tenant: string, endUserId: string, known: EndUser, held: readonly HeldDomain[]): Promise<EndUser> {
    const steps = (await this.expected(tenant, held)).map((organizationId) => new TakeIn(tenant, endUserId, organizationId, 'domain'));
    return steps.reduce((state, one) => endUser.decide(one, state).reduce((before, event) => endUser.evolve(before, event), state), known);
  }

  /** The organizations that addresses make whoever gets them a member of, by what the directory knows within a moment. */
  async expected(tenant: string, held: readonly HeldDomain[]): Promise<readonly string[]> {
    const settings = (await this.settings.of(tenant)).membership;
    const domains = held.filter((one) => counts(one, settings)).map(({ domain }) => domain);
    const candidates = candidatesOf(domains).filter((domain) => !isAnybodys(domain, settings));
    if (candidates.length === 0) return [];
    const claims = await inTime(patienceMs, this.directory.claimsOf(tenant, candidates, 0n));
    return [...new Set(organizationsAt(domains, claims ?? [], settings).values())];
  }

  /** What there is to do on each profile on which there is anything. */
  private async due(tenant: string, endUserIds: readonly string[], upTo: bigint, deleted: readonly string[]): Promise<readonly (readonly MembershipStep[])[]> {
    const [held, known, { membership: settings }] = await Promise.all([
      this.directory.heldDomains(tenant, endUserIds, upTo),
      this.directory.membershipsOf(tenant, endUserIds, upTo),
      this.settings.of(tenant),
    ]);
    const domainsOf = (id: string) => (held.get(id) ?? []).filter((one) => counts(one, settings)).map(({ domain }) => domain);
    const domains = endUserIds.flatMap(domainsOf);
    const claims = await this.directory.claimsOf(tenant, candidatesOf(domains), upTo);
    const at = organizationsAt(domains, claims, settings);
    return endUserIds.flatMap((id) => {
      const memberships = known.get(id) ?? [];
      const wanted = new Set(domainsOf(id).flatMap((domain) => at.get(domain) ?? []));
      const gone = memberships.filter((one) => deleted.includes(one.organizationId)).map((one) => one.organizationId);
      const over = memberships.filter((one) => one.cause === 'domain' && !wanted.has(one.organizationId)).map((one) => one.organizationId);
      const missing = [...wanted].filter((organizationId) => !memberships.some((one) => one.organizationId === organizationId));
      const steps = [
        ...(gone.length > 0 ? [new LetOut(tenant, id, gone, 'deleted')] : []),
        ...(over.length > 0 ? [new LetOut(tenant, id, over, 'domain')] : []),
        ...missing.map((organizationId) => new TakeIn(tenant, id, organizationId, 'domain')),
      ];
      return steps.length > 0 ? [steps] : [];
    });
  }
}

const counts = ({ verified }: HeldDomain, { verifiedOnly }: Settings['membership']): boolean => verified || !verifiedOnly;

const candidatesOf = (domains: readonly string[]): readonly string[] => [...new Set([...new Set(domains)].flatMap(claimable))];

function count(settled: { joined: number; left: number }, events: readonly EndUserEvent[]): void {
  for (const { type } of events) {
    if (type === 'OrganizationJoined') settled.joined += 1;
    if (type === 'OrganizationLeft') settled.left += 1;
  }
}

/** Works on all of them, some at a time; none is begun after one has failed. */
async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  await Promise.all(
    Array.from({ length: Math.min(atOnce, all.length) }, async () => {
      for (const one of rest) await work(one);
    }),
  );
}
