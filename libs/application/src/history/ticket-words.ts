import type { InteractionEvent, ResolutionOutcome, TicketEvent } from '@kith/domain';
import { type Fields, setsOf, type Words } from './telling';

const ticketFields = ['source', 'sourceId', 'requesterId', 'contactPointId', 'organizationId', 'subject', 'status', 'channel', 'via', 'language', 'tags'];

/**
 * What holds from a time on: it is so now unless something later is known, and then it takes its place in the past.
 * @param at RFC 3339 UTC
 */
function from(field: string, value: unknown, at: string, before: Fields) {
  const latest = before[`~${field}From`] as string | undefined;
  return latest !== undefined && latest > at ? { adds: { [`${field} from ${at}`]: value } } : { sets: { [field]: value, [`~${field}From`]: at } };
}

/** The words for what happens to a ticket. */
export const ticketWords: Words<TicketEvent['type']> = {
  TicketOpened: (data) => ({
    says: `The ticket was opened${data.firstContact ? ', and its requester was created for it' : ''}.`,
    sets: { ...setsOf(data, ticketFields), '~statusFrom': data.at, '~organizationIdFrom': data.at },
  }),
  TicketRouted: ({ queue, priority, assignee, rule, tags }) => ({
    says: `It was routed to the queue “${queue}”, ${ruleWords(rule)}.`,
    sets: { queue, priority, assignee: assignee ?? null, rule, ...(tags && { routedTags: tags }) },
  }),
  TicketStatusChanged: ({ status, at }, before) => ({ says: `Its status is ${status} from ${at} on.`, ...from('status', status, at, before) }),
  TicketMovedToOrganization: ({ organizationId, at }, before) => ({
    says: organizationId === null ? `It is of no organization from ${at} on.` : `It is of another organization from ${at} on.`,
    ...from('organizationId', organizationId, at, before),
  }),
  TicketRequesterCorrected: (data) => ({
    says: 'It was corrected who asked: it was somebody else from the beginning.',
    sets: setsOf(data, ['requesterId', 'contactPointId']),
  }),
};

function ruleWords(rule: string): string {
  if (rule === 'organization') return 'as its organization has it';
  return rule === 'fallback' ? 'because no rule held' : `by the rule “${rule}”`;
}

const outcomes: Readonly<Record<ResolutionOutcome, string>> = {
  matched: 'of an end user who was known',
  created: 'of somebody who was not known before',
  ambiguous: 'of one of several end users: nobody was chosen',
  unidentified: 'of nobody who could be told',
};

const interactionFields = [
  'source',
  'sourceId',
  'channel',
  'contactPointId',
  'via',
  'direction',
  'endUserId',
  'organizationId',
  'ticketId',
  'summary',
  'outcome',
];

/** The words for what happens to an interaction. */
export const interactionWords: Words<InteractionEvent['type']> = {
  InteractionRecorded: (data) => ({
    says: `An ${data.direction} interaction on ${data.channel} was recorded, ${outcomes[data.outcome]}.`,
    sets: setsOf(data, interactionFields),
  }),
  InteractionAssigned: (data) => ({ says: 'Somebody said whose interaction it is.', sets: setsOf(data, ['endUserId', 'organizationId']) }),
};
