import type { ResolutionAnswer } from '@kith/application';
import {
  type CommandContext,
  DeclareDifferent,
  type EndUserProfile,
  type GivenInteraction,
  type GivenPoint,
  MergeUsers,
  type ProfileChanges,
  type SettingsChanges,
} from '@kith/domain';
import { instant } from '../fields';
import { invalid } from '../problems';
import type { Shown } from '../shows';
import type { ContactPointDto, NamedPointDto } from './contact-points.dto';
import type { UntilDto } from './differences.dto';
import type { ChangeEndUserDto, ProfileDto } from './end-users.dto';
import type { InteractionDto, ResolutionAnswerDto } from './interactions.dto';
import type { MergeDto } from './merges.dto';
import { routingChangesOf } from './routing-wire';
import type { ChangeSettingsDto } from './settings.dto';

/** What was said of the person: null and absent both mean not said. */
export function profileOf({ name, locale, timeZone, details, notes, tags, fields }: ProfileDto): EndUserProfile {
  return {
    ...(name != null && { name }),
    ...(locale != null && { locale }),
    ...(timeZone != null && { timeZone }),
    ...(details != null && { details }),
    ...(notes != null && { notes }),
    ...(tags != null && tags.length > 0 && { tags }),
    ...(fields != null && Object.keys(fields).length > 0 && { fields }),
  };
}

/** What changes of the person: null takes a value away. @throws HttpProblem 400 when nothing is named */
export function changesOf({ name, locale, timeZone, details, notes, fields }: ChangeEndUserDto): ProfileChanges {
  const changes: ProfileChanges = {
    ...(name !== undefined && { name }),
    ...(locale !== undefined && { locale }),
    ...(timeZone !== undefined && { timeZone }),
    ...(details !== undefined && { details }),
    ...(notes !== undefined && { notes }),
    ...(fields !== undefined && { fields }),
  };
  if (Object.keys(changes).length === 0) throw invalid({ pointer: '', detail: 'Name at least one value that changes.' });
  return changes;
}

/** The contact point as commands name it. */
export const namedPointOf = ({ channel, value, scope }: NamedPointDto): GivenPoint => ({ channel, value, ...(scope != null && { scope }) });

/** The contact point as commands take it. */
export const pointOf = (point: ContactPointDto): GivenPoint => ({ ...namedPointOf(point), ...(point.verified != null && { verified: point.verified }) });

/** The interaction as the command takes it. */
export function interactionOf({
  source,
  id,
  channel,
  via,
  direction,
  occurredAt,
  contactPoints,
  profile,
  ticketId,
  summary,
}: InteractionDto): GivenInteraction {
  const at = occurredAt == null ? undefined : instant(occurredAt);
  return {
    source,
    id,
    channel,
    via: via ?? channel,
    direction: direction ?? 'inbound',
    points: contactPoints.map(pointOf),
    ...(at !== undefined && { occurredAt: at }),
    ...(profile != null && { profile: profileOf(profile) }),
    ...(ticketId != null && { ticketId }),
    ...(summary != null && { summary }),
  };
}

/** The answer as JSON can carry it: positions are decimals in text, because numbers lose digits. */
export const resolutionAnswer = (answer: ResolutionAnswer): ResolutionAnswerDto =>
  ({ ...answer, position: answer.position?.toString() ?? null }) as unknown as ResolutionAnswerDto;

/** Whom an answer names, as the route and the command answer it. */
type Resolved = Readonly<Pick<ResolutionAnswerDto, 'endUserId' | 'canonicalId'>> & {
  readonly candidates: readonly string[];
  readonly possibleDuplicates: readonly { readonly endUserIds: readonly string[] }[];
};

/** Who it is said to be or could be; where nobody is named, the addresses that nobody has. */
export function resolved({ endUserId, canonicalId, candidates, possibleDuplicates }: Resolved, given: NonNullable<Shown['nobody']>): Shown {
  const endUserIds = [endUserId, canonicalId, ...candidates, ...possibleDuplicates.flatMap((two) => two.endUserIds)].filter((id) => id !== null);
  return { endUserIds, count: new Set(endUserIds).size, nobody: endUserIds.length === 0 ? given : [] };
}

/** What the body changes. */
export function settingsChangesOf(changes: ChangeSettingsDto): SettingsChanges {
  const { defaultRegion, channels, siblings, blocklist, quarantineDays, survivorship, membership, routing, accessLog } = changes;
  return {
    ...(defaultRegion !== undefined && { defaultRegion }),
    ...(channels && { channels }),
    ...(siblings && { siblings: siblings as [string, string][] }),
    ...(quarantineDays !== undefined && { quarantineDays }),
    // Rules that are not named are members that are undefined.
    ...(survivorship && { survivorship: named(survivorship) }),
    ...(membership && { membership: named(membership) }),
    ...(routing && { routing: routingChangesOf(routing) }),
    ...(accessLog && { accessLog: named(accessLog) }),
    ...(blocklist && { blocklist: blocklist.map(({ channel, value }) => ({ channel: channel ?? null, value })) }),
  };
}

/** Members that are undefined are left out. */
const named = <T extends object>(given: T): Partial<T> => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;

/** The merge as the command asks for it. */
export const mergeOf = (context: CommandContext, { survivorId, mergedId, reason }: MergeDto): MergeUsers =>
  new MergeUsers(context, survivorId.toLowerCase(), mergedId.toLowerCase(), reason ?? undefined);

/** That two end users are different, as the command declares it. */
export const declarationOf = (context: CommandContext, endUserId: string, otherId: string, { reason, until }: UntilDto): DeclareDifferent =>
  new DeclareDifferent(context, endUserId.toLowerCase(), otherId.toLowerCase(), reason ?? undefined, until == null ? undefined : instant(until));
