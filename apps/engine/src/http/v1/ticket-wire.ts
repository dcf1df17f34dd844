import { ChangeTicketStatus, type CommandContext, CorrectTicketRequester, type GivenRoute, type GivenTicket, MoveTicketToOrganization } from '@kith/domain';
import { instant } from '../fields';
import { invalid } from '../problems';
import type { ContactPointDto } from './contact-points.dto';
import type { ChangeTicketDto, CorrectRequesterDto, MoveTicketDto, OpenTicketDto, RoutedByDto, TicketStatusDto } from './tickets.dto';
import { pointOf, profileOf } from './wire';

interface Requester {
  readonly requesterId?: string | null;
  readonly contactPoints?: readonly ContactPointDto[] | null;
}

/** Who asks, said in one of the two ways. @throws HttpProblem 400 when it is said in both or in none */
function requesterOf({ requesterId, contactPoints }: Requester): { readonly requesterId: string } | { readonly points: readonly ReturnType<typeof pointOf>[] } {
  if (requesterId != null && contactPoints == null) return { requesterId: requesterId.toLowerCase() };
  if (requesterId == null && contactPoints != null) return { points: contactPoints.map(pointOf) };
  throw invalid({ pointer: '', detail: 'Name the requester by `requesterId` or by `contactPoints`, in one of the two ways.' });
}

const since = (at: string | null | undefined): string | undefined => (at == null ? undefined : instant(at));

/** What a ticket is routed by, as queries and commands take it. */
function routedBy(given: RoutedByDto): Omit<GivenTicket, 'source' | 'id'> {
  const { organizationId, channel, via, language, tags } = given;
  const at = since(given.at);
  return {
    channel,
    // Null is none; only what is left out is the requester's default.
    ...(organizationId !== undefined && { organizationId: organizationId?.toLowerCase() ?? null }),
    ...(via != null && { via }),
    ...(language != null && { language }),
    ...(tags != null && tags.length > 0 && { tags }),
    ...(at !== undefined && { at }),
  };
}

/** The ticket that is not opened. @throws HttpProblem 400 when who asks is said in both ways */
export const routeQuestionOf = (given: RoutedByDto): GivenRoute => ({
  ...(given.requesterId == null && given.contactPoints == null ? {} : requesterOf(given)),
  ...routedBy(given),
});

/** The ticket as the command opens it. */
export function ticketOf(given: OpenTicketDto): GivenTicket {
  const { source, id, profile, subject, status } = given;
  return {
    ...requesterOf(given),
    ...routedBy(given),
    source,
    id,
    ...(profile != null && { profile: profileOf(profile) }),
    ...(subject != null && { subject }),
    ...(status != null && { status }),
  };
}

/** The status as the command tells it. */
export const statusOf = (context: CommandContext, ticketId: string, { status, at }: TicketStatusDto): ChangeTicketStatus =>
  new ChangeTicketStatus(context, ticketId, status, since(at));

/** The requester as the command corrects it. */
export const correctionOf = (context: CommandContext, ticketId: string, given: CorrectRequesterDto): CorrectTicketRequester =>
  new CorrectTicketRequester(context, ticketId, requesterOf(given), given.reason ?? undefined);

/** What changes of a ticket: its status, or who asked. @throws HttpProblem 400 when both or none are named */
export function ticketChangeOf(context: CommandContext, ticketId: string, given: ChangeTicketDto): ChangeTicketStatus | CorrectTicketRequester {
  const { status, at, requesterId, contactPoints, reason } = given;
  if (status === undefined && at != null) throw invalid({ pointer: '/at', detail: 'The time belongs to a status: name one.' });
  if (status === undefined) return correctionOf(context, ticketId, given);
  const ofCorrection = { requesterId, contactPoints, reason };
  for (const [name, value] of Object.entries(ofCorrection))
    if (value != null) throw invalid({ pointer: `/${name}`, detail: 'A status is changed by itself: correct the requester with another request.' });
  return statusOf(context, ticketId, { status, ...(at != null && { at }) });
}

/** The move as the command makes it. */
export const moveOf = (context: CommandContext, ticketId: string, { organizationId, reason }: MoveTicketDto): MoveTicketToOrganization =>
  new MoveTicketToOrganization(context, ticketId, organizationId?.toLowerCase() ?? null, reason ?? undefined);

/** What the handlers of changes of a ticket answer. */
export interface TicketCommandAnswer {
  readonly ticketId: string;
  readonly position: bigint | null;
}

/** A ticket's answer as it is told: by its id in paths, and without the position, which a header tells. */
export const ticketAnswer = <Answer extends TicketCommandAnswer>({ ticketId: id, position: _, ...rest }: Answer) => ({ id, ...rest });
