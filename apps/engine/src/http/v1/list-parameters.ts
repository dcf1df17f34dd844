import { instant } from '../fields';
import { invalid } from '../problems';
import { uuidOf } from '../queries';

/** A text that is looked for. @throws HttpProblem 400 */
export function text(parameter: string, value: string | undefined, max: number): string | undefined {
  if (value === undefined) return undefined;
  if (value.trim() === '' || value.length > max) throw invalid({ parameter, detail: `The parameter must be 1 to ${max} characters, not only spaces.` });
  return value;
}

/** One of the words that the parameter knows. @throws HttpProblem 400 */
export function oneOf<T extends string>(parameter: string, value: string | undefined, known: readonly T[]): T | undefined {
  const found = known.find((one) => one === value);
  if (value !== undefined && found === undefined) throw invalid({ parameter, detail: `The parameter must be ${known.join(' or ')}.` });
  return found;
}

/** The name of a channel. @throws HttpProblem 400 */
export function channelIn(parameter: string, value: string | undefined): string | undefined {
  if (value !== undefined && !/^[a-z][a-z0-9_]{0,31}$/.test(value))
    throw invalid({ parameter, detail: 'The parameter must be the name of a channel, such as email or phone.' });
  return value;
}

/** Yes or no. @throws HttpProblem 400 */
export function choice(parameter: string, value: string | undefined): boolean | undefined {
  const known = oneOf(parameter, value, ['true', 'false']);
  return known === undefined ? undefined : known === 'true';
}

/** A moment, as RFC 3339 UTC with milliseconds. @throws HttpProblem 400 */
export function time(parameter: string, value: string | undefined): string | undefined {
  const at = value === undefined ? undefined : instant(value);
  if (value !== undefined && at === undefined)
    throw invalid({ parameter, detail: 'The parameter must be an RFC 3339 date and time with offset, such as 2026-03-03T10:00:00Z.' });
  return at;
}

/** The id of an end user, in lower case. @throws HttpProblem 400 */
export const endUserIdIn = (parameter: string, value: string | undefined): string | undefined => idIn(parameter, value, 'an end user');

/** The id of an organization, in lower case. @throws HttpProblem 400 */
export const organizationIdIn = (parameter: string, value: string | undefined): string | undefined => idIn(parameter, value, 'an organization');

function idIn(parameter: string, value: string | undefined, whose: string): string | undefined {
  const id = value === undefined ? undefined : uuidOf(value);
  if (value !== undefined && id === undefined) throw invalid({ parameter, detail: `The parameter must be the id of ${whose}.` });
  return id;
}
