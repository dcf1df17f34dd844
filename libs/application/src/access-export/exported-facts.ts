import { type DomainEvent, idInStream, type Recorded } from '@kith/domain';
import { entryOf, type FieldChange } from '../history/history-entry';
import { type Fields, listIn } from '../history/telling';
import { inWords } from '../history/words';
import type { ExportedFact } from './exported';
import type { OriginsOf } from './origins';
import type { OwnEvent, Whose } from './own-events';

/** A fact with its place in the log, by which several streams are put in order. */
export interface PlacedFact {
  readonly position: bigint;
  readonly fact: ExportedFact;
}

/** What the facts of a stream are told with. */
export interface FactsOf {
  readonly whose: Whose;
  readonly origins: OriginsOf;
  /** Profiles that never came to be: what was said of them stands with the claims on their contact points alone. */
  readonly abandoned: ReadonlySet<string>;
}

/** Every fact of a profile of the person, or of one that it was linked with: of that one, only what is kept as this person's. */
export async function* profileFacts(of: FactsOf, events: AsyncIterable<OwnEvent>): AsyncGenerator<PlacedFact, void, undefined> {
  let fields: Fields = {};
  const { profileIds, keys } = of.whose;
  for await (const { event, withheld } of events) {
    const isTheirs = profileIds.has(idInStream(event.stream));
    const before = fields;
    const told = inWords(event, before);
    fields = { ...before, ...told.sets };
    const named = 'declarationId' in event.data && 'endUserId' in event.data ? event.data.endUserId : undefined;
    if (named !== undefined ? profileIds.has(named as string) : isTheirs) yield placed(of, event, before, withheld, isTheirs);
    else if (!isTheirs && event.keyId !== undefined && keys.has(event.keyId)) yield placed(of, event, before, withheld, false);
  }
}

/** What happened to a contact point as far as it concerns the person: events that name one of its profiles, and sharing while one holds it. */
export async function* pointFacts(of: FactsOf, events: AsyncIterable<OwnEvent>): AsyncGenerator<PlacedFact, void, undefined> {
  let fields: Fields = {};
  const { profileIds } = of.whose;
  for await (const { event, withheld } of events) {
    const before = fields;
    fields = { ...before, ...inWords(event, before).sets };
    const named = 'endUserId' in event.data ? event.data.endUserId : undefined;
    const concerns = named !== undefined ? profileIds.has(named as string) : listIn(before, 'holders').some((id) => profileIds.has(id));
    if (concerns) yield placed(of, event, before, withheld, true);
  }
}

function placed(of: FactsOf, event: Recorded<DomainEvent>, before: Fields, withheld: boolean, withChanges: boolean): PlacedFact {
  const { eventId, of: what, says, reason, changes, erased } = entryOf(event, inWords(event, before), before);
  const shown = withChanges ? [...changes.map((change) => onlyTheirs(of.whose, change)), ...claimed(of, event)] : [];
  const fact = { ...of.origins.of(event), eventId, of: what, says, reason, changes: shown.filter(differs), erased, withheld };
  return { position: event.position, fact };
}

/** Who else holds a contact point is nobody's to read here. */
function onlyTheirs({ profileIds }: Whose, change: FieldChange): FieldChange {
  if (change.field !== 'holders' && change.field !== 'verified') return change;
  const theirs = (ids: unknown) => (Array.isArray(ids) ? ids.filter((id) => profileIds.has(id)) : []);
  return { field: change.field, before: theirs(change.before), after: theirs(change.after) };
}

const differs = ({ before, after }: FieldChange): boolean => JSON.stringify(before) !== JSON.stringify(after);

/** The profile that a claim was for, where it never came to be. */
function claimed({ abandoned }: FactsOf, event: Recorded<DomainEvent>): readonly FieldChange[] {
  if (event.type !== 'ContactPointAttached' || event.erased || !event.data.creates || !abandoned.has(event.data.endUserId)) return [];
  return [{ field: 'claimedFor', before: null, after: event.data.creates }];
}
