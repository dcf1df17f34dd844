import { pointName } from '@kith/application';
import { importedPerson, isExportedPerson } from './exported-person';
import { isObject, type JsonObject } from './json-object';

/** A value that an object says, under a name as a column of CSV would have it; undefined: something that is no value. */
export interface Member {
  readonly name: string;
  readonly value: string | number | boolean | undefined;
}

/** The object that a line is; undefined for anything else. */
export function objectIn(line: Buffer): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(line.toString());
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Objects of custom fields, by the letters of their names. */
const nested = new Set(['customfields', 'fields']);
const letters = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** What an object says, value by value: of lists each, of contact points each under its channel. Null says nothing. */
export function* membersOf(object: JsonObject): Generator<Member> {
  for (const [name, value] of Object.entries(isExportedPerson(object) ? importedPerson(object) : object)) {
    const kind = letters(name);
    if (nested.has(kind) && isObject(value)) for (const [key, inner] of Object.entries(value)) yield* valuesOf(`${name}.${key}`, inner);
    else if (kind === 'contactpoints' && Array.isArray(value)) for (const point of value) yield* pointOf(point);
    else if (Array.isArray(value)) for (const item of value) yield* valuesOf(name, isObject(item) ? item.name : item);
    else yield* valuesOf(name, value);
  }
}

function* valuesOf(name: string, value: unknown): Generator<Member> {
  if (value === null) return;
  yield { name, value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined };
}

function* pointOf(point: unknown): Generator<Member> {
  if (!isObject(point) || typeof point.channel !== 'string' || typeof point.value !== 'string') {
    yield { name: 'contactPoints', value: undefined };
    return;
  }
  const { channel, value } = point;
  const scope = typeof point.scope === 'string' ? point.scope : '';
  const name = pointName({ channel, scope, value });
  yield { name: `contactPoint.${channel}${scope && `.${scope}`}`, value };
  if (point.verified === true) yield { name: 'verified', value: name };
  if (point.primary === true) yield { name: 'primary', value: name };
  if (point.shared === true) yield { name: 'shared', value: name };
}
