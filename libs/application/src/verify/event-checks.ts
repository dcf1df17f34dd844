import { type EventDefinition, type EventMetadata, eventCatalogue } from '@kith/domain';
import type { StoredEvent, StoredText } from '../event-store';
import { eventIdAt } from '../identifiers';
import type { SealedPersonal } from '../personal-data';
import type { LogFindingKind } from './finding';
import { metadataProblem } from './metadata-problem';
import { type StreamNamed, streamNamed } from './stream-kinds';

/** What is wrong with an event, without where it stands. */
export interface Problem {
  readonly kind: LogFindingKind;
  readonly says: string;
}

/** An event looked at by itself. */
export interface CheckedEvent {
  readonly text: StoredText;
  /** Undefined where its JSON cannot be read. */
  readonly stored: StoredEvent | undefined;
  /** Undefined for a stream that no program of this version would make. */
  readonly named: StreamNamed | undefined;
  readonly problems: readonly Problem[];
  /** This program can open and fold it, as far as its looks tell. */
  readonly isReadable: boolean;
}

/** Looks at one event alone: its JSON, type, stream, metadata, id, and the form of its sealed part. */
export function checkEvent(text: StoredText): CheckedEvent {
  const problems: Problem[] = [];
  const [data, metadata] = [objectIn(text.data), objectIn(text.metadata)];
  const named = streamNamed(text.stream);
  for (const [name, object] of Object.entries({ data, metadata }))
    if (!object) problems.push({ kind: 'not-json', says: `its ${name} is no JSON object: bytes of it were changed or lost` });
  if (!named) problems.push({ kind: 'wrong-stream', says: 'no program of this version gives a stream such a name' });
  const definition = Object.hasOwn(eventCatalogue, text.type) ? eventCatalogue[text.type] : undefined;
  if (!definition) problems.push({ kind: 'unknown-type', says: 'this version knows no such event: its type was changed, or a newer version wrote it' });
  else if (named && !Object.hasOwn(named.kind.events, text.type)) problems.push({ kind: 'wrong-stream', says: 'events of this type are in other streams' });
  if (!data || !metadata) return { text, stored: undefined, named, problems, isReadable: false };

  const stored = { ...text, data, metadata: metadata as unknown as EventMetadata };
  const malformed = metadataProblem(metadata);
  if (malformed !== undefined) problems.push({ kind: 'metadata', says: malformed });
  if (named?.tenant !== undefined && stored.metadata.tenant !== named.tenant)
    problems.push({ kind: 'wrong-tenant', says: 'its metadata names another tenant than its stream' });
  if (!definition) return { text, stored, named, problems, isReadable: false };
  problems.push(...idProblems(stored), ...personalProblems(stored, definition));
  const isNewer = stored.metadata.schema > definition.lifts.length + 1;
  if (isNewer) problems.push({ kind: 'newer-schema', says: `version ${stored.metadata.schema} of it is newer than this program` });
  return { text, stored, named, problems, isReadable: malformed === undefined && !isNewer };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** The id is a hash over what the event holds in clear and where it stands (ADR 6): so no two events have one, and a change of either shows. */
function idProblems({ stream, revision, type, data, metadata }: StoredEvent): readonly Problem[] {
  const { personal: _, ...clear } = data;
  if (metadata.eventId === eventIdAt(metadata.commandId, stream, revision, type, JSON.stringify(clear))) return [];
  return [{ kind: 'event-id', says: 'its id does not belong to its command, stream, revision, type and clear data: one of them was changed' }];
}

/** `personal` is in clear nowhere, and sealed only where the type has such fields. */
function personalProblems({ data }: StoredEvent, { personal: fields }: EventDefinition): readonly Problem[] {
  const clear = (fields as readonly string[]).filter((field) => Object.hasOwn(data, field));
  const found: Problem[] = clear.length > 0 ? [{ kind: 'personal-in-clear', says: `personal fields lie in it in clear: ${clear.join(', ')}` }] : [];
  if (data.personal === undefined || (fields.length > 0 && isSealed(data.personal))) return found;
  return [...found, { kind: 'sealed-part', says: fields.length > 0 ? 'its sealed part is malformed' : 'it has a sealed part, which its type has not' }];
}

function isSealed(personal: unknown): boolean {
  const { v, k, n, c } = Object(personal) as Partial<SealedPersonal>;
  return v === 1 && [k, n, c].every((member) => typeof member === 'string' && member !== '');
}
