import { exitCodes } from './exit-codes';
import { Failure } from './failure';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What assignments such as `survivorship.name=verified-first` say together, as one object.
 * @throws Failure for what is no assignment, or fits no other
 */
export function changeOf(assignments: readonly string[]): Json {
  const change: Json = {};
  for (const assignment of assignments) {
    const [, path, value] = /^([A-Za-z][\w-]*(?:\.[\w-]+)*)=(.*)$/s.exec(assignment) ?? [];
    if (path === undefined || value === undefined) throw new Failure(exitCodes.usage, `not understood: ${JSON.stringify(assignment)} is no <setting>=<value>`);
    put(change, path.split('.'), valueIn(value));
  }
  return change;
}

function put(into: Json, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (first === '__proto__') throw new Failure(exitCodes.usage, 'no setting is called __proto__');
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  into[first] ??= {};
  const inner = into[first];
  if (!isObject(inner)) throw new Failure(exitCodes.usage, `${first} is given a value and parts of one`);
  put(inner, rest, value);
}

/** JSON where it is some: `30`, `true`, `null`, `["a"]`; else the text itself, so that `FR` needs no quotes. */
function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What stands at `survivorship.name`; undefined where nothing does. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, part) => (isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined), value);
}

/** One value that a change would replace. */
export interface Difference {
  readonly path: string;
  /** Undefined where there was none. */
  readonly from: unknown;
  readonly to: unknown;
}

/** Each value that the change names and that is another one before; objects are gone into, lists are replaced. */
export function differences(before: unknown, change: object, at = ''): readonly Difference[] {
  return Object.entries(change).flatMap(([name, to]) => {
    const path = at === '' ? name : `${at}.${name}`;
    const from = isObject(before) ? before[name] : undefined;
    if (isObject(to)) return differences(from, to, path);
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ path, from, to }];
  });
}
