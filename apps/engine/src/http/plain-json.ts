import { isUtf8 } from 'node:buffer';
import { type FieldError, HttpProblem, invalid } from './problems';

/** Levels of objects and arrays in a body; the deepest body that any route takes has five. */
const maxDepth = 8;
/** Names that reach the prototype of an object when they are copied carelessly, or hide what every object can do. */
const poisonous: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** The body as JSON text. @throws HttpProblem for what is no UTF-8 or no JSON (RFC 8259) */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) throw new HttpProblem('request-malformed', 'The body is empty; this route takes JSON.');
  if (!isUtf8(body)) throw new HttpProblem('request-malformed', 'The body is not valid UTF-8.');
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new HttpProblem('request-malformed', 'The body is not valid JSON.');
  }
}

/** One token of a JSON pointer (RFC 6901). */
export const pointerToken = (name: string | number): string => `/${String(name).slice(0, 100).toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`;

/**
 * Refuses text that no store could keep (NUL, lone surrogates), names that poison prototypes, and depth without end,
 * wherever they are in the value; before any rule of a field looks at it.
 * @throws HttpProblem that names the field
 */
export function assertPlain(value: unknown, pointer = ''): void {
  const error = flaw(value, pointer, 0);
  if (error) throw invalid(error);
}

function flaw(value: unknown, pointer: string, depth: number): FieldError | undefined {
  if (typeof value === 'string') return isPlainText(value) ? undefined : { pointer, detail: 'The text holds NUL or half a surrogate pair.' };
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= maxDepth) return { pointer, detail: `The value is nested more than ${maxDepth} levels deep.` };
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const found = flaw(value[i], `${pointer}/${i}`, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  for (const name of Object.keys(value)) {
    if (poisonous.has(name)) return { pointer: pointer + pointerToken(name), detail: 'The name is not allowed.' };
    if (!isPlainText(name)) return { pointer: pointer + pointerToken(name), detail: 'The name holds NUL or half a surrogate pair.' };
    const member = (value as Record<string, unknown>)[name];
    // Pointers are built only where a fault can be below, because most members are short texts.
    if (typeof member === 'string' && isPlainText(member)) continue;
    const found = flaw(member, pointer + pointerToken(name), depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** Text that every store keeps as it is. */
export const isPlainText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
