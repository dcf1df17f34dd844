import type { ResolutionAnswer } from '@kith/application';
import type { EndUserProfile, GivenInteraction, GivenPoint } from '@kith/domain';
import { instant } from '../fields';
import type { ContactPointDto } from './contact-points.dto';
import type { ProfileDto } from './end-users.dto';
import type { InteractionDto, ResolutionAnswerDto } from './interactions.dto';

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

/** The contact point as commands take it. */
export const pointOf = ({ channel, value, scope, verified }: ContactPointDto): GivenPoint => ({
  channel,
  value,
  ...(scope != null && { scope }),
  ...(verified != null && { verified }),
});

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
