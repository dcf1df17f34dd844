import {
  ChangeDefault,
  ChooseDefaultOrganization,
  endUser,
  JoinOrganization,
  LeaveOrganization,
  LetOut,
  living,
  membershipsOf,
  refuse,
  TakeIn,
  TakeOut,
} from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EndUserChanges, type Person } from '../end-user/end-user-changes';
import { NewIds } from '../ids';
import { Linking } from '../merging/linking';
import { Runner } from '../run';
import { Memberships } from './memberships';

/** The answer to a command on the memberships of a person. */
export interface ChangedMembershipAnswer {
  /** The one that the command named. */
  readonly endUserId: string;
  /** The one that it was decided on. */
  readonly canonicalId: string;
  /** As the command named it. */
  readonly organizationId: string | null;
  /** The default organization of the person by now: the one that stands for it. */
  readonly default: string | null;
  /** Null when it was so already. */
  readonly position: bigint | null;
}

type Answer = Omit<ChangedMembershipAnswer, 'default'>;

/** Completes answers with what the person's default is. */
@Injectable()
export class MembershipAnswers {
  constructor(
    @Inject(Linking) private readonly linking: Linking,
    @Inject(Memberships) private readonly memberships: Memberships,
  ) {}

  async of(tenant: string, answer: Answer): Promise<ChangedMembershipAnswer> {
    const { named, root } = await this.linking.named(tenant, answer.endUserId);
    const own = await this.memberships.defaultOrganizationOf(tenant, named, root.state);
    return { ...answer, default: own === null ? null : await this.memberships.canonicalId(tenant, own) };
  }
}

@CommandHandler(JoinOrganization)
export class JoinOrganizationHandler implements ICommandHandler<JoinOrganization, ChangedMembershipAnswer> {
  constructor(
    @Inject(EndUserChanges) private readonly changes: EndUserChanges,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(MembershipAnswers) private readonly answers: MembershipAnswers,
  ) {}

  async execute(command: JoinOrganization): Promise<ChangedMembershipAnswer> {
    const { context, endUserId, organizationId, asDefault, cause } = command;
    const { tenant } = context;
    const { canonicalId, position } = await this.changes.take(command, async ({ id }) => {
      if ((await this.memberships.organization(tenant, organizationId)).isDeleted) refuse('organization-deleted');
      return new TakeIn(tenant, id, organizationId, cause, asDefault);
    });
    return this.answers.of(tenant, { endUserId, canonicalId, organizationId, position: position ?? null });
  }
}

/** Takes out every profile of the person, of every organization that is one with the named one; the canonical profile last, because that answers. */
@CommandHandler(LeaveOrganization)
export class LeaveOrganizationHandler implements ICommandHandler<LeaveOrganization, ChangedMembershipAnswer> {
  constructor(
    @Inject(EndUserChanges) private readonly changes: EndUserChanges,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(MembershipAnswers) private readonly answers: MembershipAnswers,
    @Inject(Runner) private readonly runner: Runner,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async execute(command: LeaveOrganization): Promise<ChangedMembershipAnswer> {
    const { context, endUserId, organizationId } = command;
    const { tenant } = context;
    const { canonicalId, position } = await this.changes.take(command, async (person, step) => {
      const ids = (await this.memberships.organization(tenant, organizationId)).members;
      living(person.state);
      for (const member of person.members) {
        if (member === person.id) continue;
        // Not under the command's own id: a retry that finds its trace on the way to the canonical profile would be answered too early.
        const { payloadMac: _, ...own } = { ...step, commandId: this.newIds.next(), causationId: step.commandId };
        await this.runner.run(endUser, new LetOut(tenant, member, ids, 'manual'), own);
      }
      return new TakeOut(tenant, person.id, ids);
    });
    return this.answers.of(tenant, { endUserId, canonicalId, organizationId, position: position ?? null });
  }
}

@CommandHandler(ChooseDefaultOrganization)
export class ChooseDefaultOrganizationHandler implements ICommandHandler<ChooseDefaultOrganization, ChangedMembershipAnswer> {
  constructor(
    @Inject(EndUserChanges) private readonly changes: EndUserChanges,
    @Inject(Memberships) private readonly memberships: Memberships,
    @Inject(MembershipAnswers) private readonly answers: MembershipAnswers,
  ) {}

  async execute(command: ChooseDefaultOrganization): Promise<ChangedMembershipAnswer> {
    const { context, endUserId, organizationId } = command;
    const { tenant } = context;
    const { canonicalId, position } = await this.changes.take(command, (person) => this.choice(tenant, person, organizationId));
    return this.answers.of(tenant, { endUserId, canonicalId, organizationId, position: position ?? null });
  }

  /** Of organizations that are one, the person may be a member of another than the one that is named: then that is chosen. */
  private async choice(tenant: string, { id, members, state }: Person, organizationId: string | null): Promise<ChangeDefault> {
    const others = (await this.memberships.ofOthers(tenant, id, members)).flatMap(({ joined }) => joined.map((one) => one.organizationId));
    if (organizationId === null) return new ChangeDefault(tenant, id, null, others);
    const named = await this.memberships.organization(tenant, organizationId);
    if (named.isDeleted) refuse('organization-deleted');
    const joined = [...membershipsOf(state).joined.map((one) => one.organizationId), ...others];
    const chosen = joined.includes(organizationId) ? organizationId : joined.find((one) => named.members.includes(one));
    return new ChangeDefault(tenant, id, chosen ?? organizationId, others);
  }
}

/** The commands on memberships. */
export const membershipHandlers = [ChooseDefaultOrganizationHandler, JoinOrganizationHandler, LeaveOrganizationHandler];
