import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@kith/application';

/** An event of no meaning, for tests of the log itself: what matters is that it comes back as it went in. */
export function newEvent(type = 'ThingHappened', data: object = { text: 'as it was' }, eventId: string = randomUUID()): NewEvent {
  const time = '2026-03-01T09:30:00.000Z';
  return {
    type,
    data,
    metadata: {
      eventId,
      tenant: 'acme',
      actor: { kind: 'service', id: 'desk' },
      occurredAt: time,
      recordedAt: time,
      commandId: 'a-command',
      correlationId: 'a-conversation',
      causationId: 'a-command',
      schema: 1,
    },
  };
}

/** So many events of the type. */
export const newEvents = (count: number, type?: string): readonly NewEvent[] => Array.from({ length: count }, (_, n) => newEvent(type, { n }));
