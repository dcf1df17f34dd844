import {
  type ContactPointAttached,
  type ContactPointReleased,
  type ContactPointVerified,
  type EndUserCreated,
  type EndUserErased,
  type EndUserRestored,
  endUser,
  idInStream,
  LetOut,
  type OrganizationJoined,
  type OrganizationLeft,
} from '@kith/domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reactingTo } from '../end-user/reacting-to';
import type { Reactor, Seen } from '../react';
import { Runner, type StepContext } from '../run';
import { MembershipDirectory } from './membership-directory';
import { Memberships } from './memberships';
import { MembershipsByDomain } from './memberships-by-domain';

/** Bring the memberships of one profile in line with the addresses that it holds. */
export class SettleMemberships {
  constructor(
    readonly step: StepContext,
    readonly endUserId: string,
    /** Position of what happened to it. */
    readonly position: bigint,
    /** Whether no membership can have lost what it rests on by it. */
    readonly canOnlyJoin: boolean,
    /** An organization that it has just become a member of. */
    readonly joinedId?: string,
  ) {}
}

type Settling =
  | ContactPointAttached
  | ContactPointVerified
  | ContactPointReleased
  | EndUserCreated
  | EndUserRestored
  | EndUserErased
  | OrganizationJoined
  | OrganizationLeft;

/**
 * The reactor behind membership by domain. An address is attached before its holder comes to life, and it may come back to life without
 * that any is attached. It looks at each membership by domain that began or ended too, because that may have been decided on what was
 * so no more; and at each that began whether the organization is still there.
 */
export const joinByDomain: Reactor<Settling> = {
  name: 'join-by-domain',
  graceMs: 0,
  on: {
    ContactPointAttached: (event) => (isEmail(event) ? [settle(event, event.data.endUserId, true)] : []),
    ContactPointVerified: (event) => [settle(event, event.data.endUserId, true)],
    ContactPointReleased: (event) => [settle(event, event.data.endUserId, false)],
    EndUserCreated: (event) => [settle(event, idInStream(event.stream), true)],
    EndUserRestored: (event) => [settle(event, idInStream(event.stream), true)],
    EndUserErased: (event) => [settle(event, idInStream(event.stream), false)],
    OrganizationJoined: (event) => [settle(event, idInStream(event.stream), event.data.cause !== 'domain', event.data.organizationId)],
    OrganizationLeft: (event) => [settle(event, idInStream(event.stream), true)],
  },
};

const isEmail = ({ data }: Seen<ContactPointAttached>): boolean => data.channel === 'email';

const settle = (event: Seen<Settling>, endUserId: string, canOnlyJoin: boolean, joinedId?: string): SettleMemberships =>
  new SettleMemberships(reactingTo(event.metadata, joinByDomain.name), endUserId, event.position, canOnlyJoin, joinedId);

@CommandHandler(SettleMemberships)
export class SettleMembershipsHandler implements ICommandHandler<SettleMemberships, void> {
  constructor(
    @Inject(MembershipDirectory) private readonly directory: MembershipDirectory,
    @Inject(MembershipsByDomain) private readonly byDomain: MembershipsByDomain,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(Runner) private readonly runner: Runner,
  ) {}

  /** @throws HeldPointsBehind while the directory does not know yet what happened */
  async execute({ step, endUserId, position, canOnlyJoin, joinedId }: SettleMemberships): Promise<void> {
    const { tenant } = step;
    if (joinedId !== undefined && (await this.memberships.isDeleted(tenant, joinedId)))
      await this.runner.run(endUser, new LetOut(tenant, endUserId, [joinedId], 'deleted'), step);
    // Most events are of tenants, or of profiles, that have nothing to do with any organization.
    if (!(await this.directory.hasClaims(tenant, position)) && (canOnlyJoin || !(await this.isMember(tenant, endUserId, position)))) return;
    await this.byDomain.settle(step, [endUserId], position);
  }

  private async isMember(tenant: string, endUserId: string, upTo: bigint): Promise<boolean> {
    return (await this.directory.membershipsOf(tenant, [endUserId], upTo)).size > 0;
  }
}
