import type { CommandContext } from '../command';
import type { GivenPoint } from '../contact-point/contact-point.commands';
import type { EndUserProfile } from '../end-user/end-user.events';
import type { Direction, InteractionRecorded } from './interaction.events';

/** What a service reports of one mail, call or message. */
export interface GivenInteraction {
  /** The system that reports it, and its id there: recorded once. */
  readonly source: string;
  readonly id: string;
  readonly channel: string;
  /** The medium, such as `voice` or `sms` over a `phone` contact point. */
  readonly via: string;
  readonly direction: Direction;
  /** Business time, RFC 3339; now when absent. */
  readonly occurredAt?: string;
  readonly points: readonly GivenPoint[];
  /** What the message tells of the person; used when the end user is created. */
  readonly profile?: EndUserProfile;
  readonly ticketId?: string;
  readonly summary?: string;
}

/** Find or create the end user of an interaction and remember it. */
export class RecordInteraction {
  constructor(
    readonly context: CommandContext,
    readonly interaction: GivenInteraction,
  ) {}
}

/** Find or create the end user behind contact points, without recording anything that happened. */
export class ResolveEndUser {
  constructor(
    readonly context: CommandContext,
    readonly points: readonly GivenPoint[],
    /** False never writes. */
    readonly create: boolean,
    readonly profile: EndUserProfile = {},
  ) {}
}

/** The answer to an ambiguous or unidentified interaction: whose it is. */
export class AssignInteraction {
  constructor(
    readonly context: CommandContext,
    /** Digest of source and id. */
    readonly interactionId: string,
    readonly endUserId: string,
    readonly reason?: string,
  ) {}
}

/** Step on the interaction's stream: remember it, once. */
export class KeepInteraction {
  constructor(
    readonly tenant: string,
    readonly interactionId: string,
    readonly facts: InteractionRecorded['data'],
  ) {}
}

/** Step on the interaction's stream: it is this end user's. */
export class GiveInteraction {
  constructor(
    readonly tenant: string,
    readonly interactionId: string,
    readonly endUserId: string,
    readonly reason?: string,
    /** The profiles that are one person with it. */
    readonly sameAs: readonly string[] = [],
    /** The person's default organization; absent when it has none. */
    readonly organizationId?: string,
  ) {}
}

export type InteractionStep = KeepInteraction | GiveInteraction;
