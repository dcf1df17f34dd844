import type { PersonalData, StoredEvent } from '@kith/application';
import { eventCatalogue, type Recorded } from '@kith/domain';
import type { Projection } from './projection';

/** An event of the log with what came of opening it: one of `event` and `unreadable`, or neither when no projection wants it. */
export interface Opened {
  readonly stored: StoredEvent;
  readonly event?: Recorded;
  readonly unreadable?: Error;
}

/** No program of this version wrote the event: whoever reads on without it is wrong from here on. */
export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';
  constructor(type: string) {
    super(`unknown event type ${type}`);
  }
}

/** Lifts and decrypts what any of the projections wants, each event once; all at once, so that a vault behind a network can answer them together. */
export function openEvents(personalData: PersonalData, projections: readonly Projection[], events: readonly StoredEvent[]): Promise<readonly Opened[]> {
  return Promise.all(
    events.map(async (stored): Promise<Opened> => {
      if (!Object.hasOwn(eventCatalogue, stored.type)) return { stored, unreadable: new UnknownEventType(stored.type) };
      return projections.some(({ on }) => Object.hasOwn(on, stored.type)) ? open(personalData, stored) : { stored };
    }),
  );
}

async function open(personalData: PersonalData, stored: StoredEvent): Promise<Opened> {
  try {
    return { stored, event: (await personalData.open(stored)) as Recorded };
  } catch (error) {
    return { stored, unreadable: error as Error };
  }
}

/** Errors of the engine itself, whose messages are written here and name no person. Others may quote what they choke on. */
const speaksFreely = new Set(['UnknownKey', 'KeyVaultUnavailable', 'EventStoreUnavailable', 'UnknownEventType', 'RebuildFailed', 'ReadModelsUnavailable']);

/** What an operator is told of a failure. */
export function reasonOf(error: unknown): string {
  const { name, message, code, errcode } = Object(error) as { name?: unknown; message?: unknown; code?: unknown; errcode?: unknown };
  if (speaksFreely.has(String(name))) return String(message);
  return [name, code, errcode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'unknown error';
}
