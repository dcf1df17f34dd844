import type { CommandContext } from '../command';
import type { LeavingCause, MembershipCause } from './membership.events';

/** Make an end user a member of an organization; one who is already stays. */
export class JoinOrganization {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly organizationId: string,
    /** Whether it becomes the default; the first organization does in any case. */
    readonly asDefault: boolean = false,
    readonly cause: Extract<MembershipCause, 'manual' | 'import'> = 'manual',
  ) {}
}

/** End a membership; one who is no member is no matter. */
export class LeaveOrganization {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly organizationId: string,
  ) {}
}

/** Choose which of its organizations an end user's tickets go to unless they name another; null is none. */
export class ChooseDefaultOrganization {
  constructor(
    readonly context: CommandContext,
    readonly endUserId: string,
    readonly organizationId: string | null,
  ) {}
}

/** A step on the stream of one profile that has to do with its organizations. */
export abstract class OnMemberships {
  constructor(
    readonly tenant: string,
    readonly endUserId: string,
  ) {}
}

/** Step: it is a member from here on. */
export class TakeIn extends OnMemberships {
  constructor(
    tenant: string,
    endUserId: string,
    readonly organizationId: string,
    readonly cause: MembershipCause,
    readonly asDefault: boolean = false,
  ) {
    super(tenant, endUserId);
  }
}

/** Step: it is no member of these from here on. */
export class LetOut extends OnMemberships {
  constructor(
    tenant: string,
    endUserId: string,
    readonly organizationIds: readonly string[],
    /**
     * `manual`: the person is taken out, also of what this profile is no member of: nothing that comes by domain later is joined again.
     * `domain` and `import` end only what the same cause began.
     */
    readonly cause: LeavingCause,
  ) {
    super(tenant, endUserId);
  }
}

/** Step, by hand: the profile that stands for a person is taken out. */
export class TakeOut extends LetOut {
  constructor(tenant: string, endUserId: string, organizationIds: readonly string[]) {
    super(tenant, endUserId, organizationIds, 'manual');
  }
}

/** Step: what an import made a lasting membership was one by domain before, and is so again. It ends when no address brings it about. */
export class GiveBackToDomain extends OnMemberships {
  constructor(
    tenant: string,
    endUserId: string,
    readonly organizationId: string,
  ) {
    super(tenant, endUserId);
  }
}

/** Step: the default from here on. `others` are the organizations of the other profiles of the person. */
export class ChangeDefault extends OnMemberships {
  constructor(
    tenant: string,
    endUserId: string,
    readonly organizationId: string | null,
    readonly others: readonly string[] = [],
  ) {
    super(tenant, endUserId);
  }
}

export type MembershipStep = TakeIn | LetOut | GiveBackToDomain | ChangeDefault;
