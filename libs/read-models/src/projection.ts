import type { DomainEvent, Event, Recorded } from '@kith/domain';
import type { Statement } from './statement';
import type { TableName } from './tables';

/** Every projection; a checkpoint has its projection's name. */
export const projectionNames = [
  'contact-lookup',
  'end-user-profile',
  'timeline',
  'holding',
  'merges',
  'duplicates',
  'organizations',
  'memberships',
  'tickets',
  'reports',
  'retention',
  'imports',
  'access',
] as const;
export type ProjectionName = (typeof projectionNames)[number];

/** What one event does to the rows. Pure: it sees the event and nothing else; what it must remember is in its own tables. */
export type Handler<E extends Event> = (event: Recorded<E>) => readonly Statement[];

/** A read model as data: which events it knows and what each does. The projector owns transaction and checkpoint. */
export interface Projection {
  readonly name: ProjectionName;
  /** Written by this projection and no other. */
  readonly tables: readonly TableName[];
  readonly on: Readonly<Partial<Record<DomainEvent['type'], Handler<never>>>>;
  /**
   * Run once after the statements of a stretch of the log, in the same transaction; in a rebuild once, after the last event.
   * For what costs less for many events at a time. Rows come out the same wherever stretches end.
   */
  readonly settle?: readonly Statement[];
}

/** A projection of these events: a type without a line does not compile. */
export const projection = <E extends DomainEvent>(definition: {
  readonly name: ProjectionName;
  readonly tables: readonly TableName[];
  readonly on: { readonly [T in E['type']]: Handler<Extract<E, { type: T }>> };
  readonly settle?: readonly Statement[];
}): Projection => definition as unknown as Projection;

/** What a projection's rows need after these statements, to be settled. */
export function settlingOf({ settle = [] }: Projection, statements: readonly Statement[]): readonly Statement[] {
  if (statements.length === 0 || settle.length === 0) return [];
  const ran = new Set(statements.map(({ template }) => template));
  return settle.filter(({ after }) => after === undefined || after.some((template) => ran.has(template)));
}

/** The line of an event that changes no row. */
export const nothing = (): readonly Statement[] => [];

/** As flags are stored. */
export const flag = (value: boolean): number => (value ? 1 : 0);
