import { type DomainEvent, type Event, eventCatalogue, type Recorded } from '@kith/domain';
import { contactPointWords } from './contact-point-words';
import { endUserWords } from './end-user-words';
import { organizationNameWords, organizationWords } from './organization-words';
import { otherWords } from './other-words';
import { type Fields, type Telling, type Told, type Words } from './telling';
import { interactionWords, ticketWords } from './ticket-words';

/** The words for every event of the catalogue: an event without a line does not compile. */
const words: Words<DomainEvent['type']> = {
  ...contactPointWords,
  ...endUserWords,
  ...interactionWords,
  ...organizationNameWords,
  ...organizationWords,
  ...otherWords,
  ...ticketWords,
};

/** A fact in plain words, and what it changed of what its stream came to `before`. Erased values are left out, the fact stays. */
export function inWords(event: Recorded<DomainEvent>, before: Fields): Told {
  const telling = words[event.type] as unknown as Telling<Event>;
  return telling(event.erased ? withoutErased(event) : event.data, before);
}

function withoutErased({ data, type }: DomainEvent): object {
  const gone: readonly string[] = eventCatalogue[type]?.personal ?? [];
  return Object.fromEntries(Object.entries(data).filter(([name]) => !gone.includes(name)));
}
