import type { OrganizationRouting } from '../organization/organization.events';
import { refuse } from '../refusal';
import { type Hours, priorities, type RoutingCondition, type RoutingRule, type RoutingSettings, routingLimits } from './routing';
import { isTimeZone, minutesOf } from './wall-clock';

/** What is wrong with a routing, and where. */
export interface RoutingProblem {
  /** JSON pointer into the routing. */
  readonly pointer: string;
  /** A sentence that says what is allowed. */
  readonly detail: string;
}

/** The most items of one list of a routing, and the most characters of each text. */
const most = { items: 50, tag: 64, via: 32, name: 64, assignee: 200 } as const;

const queuePattern = /^[a-z0-9][a-z0-9._-]{0,63}$/;
/** Control characters and line ends. */
const controls = /[\p{Cc}\u2028\u2029]/u;

const isText = (text: string, longest: number): boolean => text.length <= longest && text.trim().length > 0 && !controls.test(text);

/** What keeps rules from being used; undefined when nothing does. @param isChannel whether the tenant has a channel of this name */
export function problemOfRules({ rules, fallback }: RoutingSettings, isChannel: (name: string) => boolean): RoutingProblem | undefined {
  if (rules.length > routingLimits.rules) return { pointer: '/rules', detail: `There are at most ${routingLimits.rules} rules.` };
  const names = new Set(['organization', 'fallback']);
  for (const [i, { name, when, then }] of rules.entries()) {
    const problem = problemOfName(name, names) ?? under('/when', problemOfCondition(when, isChannel)) ?? under('/then', problemOfRoute(then));
    if (problem) return under(`/rules/${i}`, problem);
    names.add(name);
  }
  return under('/fallback', problemOfRoute(fallback));
}

/** What keeps an organization's own routing, or the outcome of a rule, from being used. */
export function problemOfRoute({ queue, priority, assignee, tags }: OrganizationRouting): RoutingProblem | undefined {
  if (!queuePattern.test(queue)) return { pointer: '/queue', detail: 'A queue is 1 to 64 of a to z, 0 to 9, dot, _ and -, and begins with a letter or digit.' };
  if (!priorities.includes(priority)) return { pointer: '/priority', detail: `A priority is one of ${priorities.join(', ')}.` };
  if (assignee !== undefined && !isText(assignee, most.assignee))
    return { pointer: '/assignee', detail: `An assignee is one line of 1 to ${most.assignee} characters.` };
  return tags && tags.length > 0 ? problemOfList('/tags', tags, isTag, tagSentence) : undefined;
}

/** The routing as it is. @param at JSON pointer to it in the request @throws Refusal `routing-invalid` that names the field */
export function usableRouting<Routing extends OrganizationRouting>(routing: Routing, at: string): Routing {
  const problem = problemOfRoute(routing);
  return problem ? refuse('routing-invalid', problem.detail, { pointer: at + problem.pointer }) : routing;
}

/** The rules as they are, for who only tries them: channels may be any. @throws Refusal like {@link usableRouting} */
export function usableRules(rules: RoutingSettings, at: string): RoutingSettings {
  const problem = problemOfRules(rules, () => true);
  return problem ? refuse('routing-invalid', problem.detail, { pointer: at + problem.pointer }) : rules;
}

function problemOfName(name: RoutingRule['name'], taken: ReadonlySet<string>): RoutingProblem | undefined {
  if (!isText(name, most.name)) return { pointer: '/name', detail: `A rule has a name of one line with 1 to ${most.name} characters.` };
  return taken.has(name) ? { pointer: '/name', detail: 'Rules have different names; `organization` and `fallback` are taken.' } : undefined;
}

function problemOfCondition(when: RoutingCondition, isChannel: (name: string) => boolean): RoutingProblem | undefined {
  const { channels, vias, languages, tags, organizationTags, hours, outsideHours } = when;
  return (
    (channels && problemOfList('/channels', channels, isChannel, 'The channel is not registered.')) ??
    (vias && problemOfList('/vias', vias, (via) => isText(via, most.via), `A medium has 1 to ${most.via} characters.`)) ??
    (languages && problemOfList('/languages', languages, isLanguage, 'A language is a BCP 47 tag, such as fr or fr-CA.')) ??
    (tags && problemOfList('/tags', tags, isTag, tagSentence)) ??
    (organizationTags && problemOfList('/organizationTags', organizationTags, isTag, tagSentence)) ??
    (hours && under('/hours', problemOfHours(hours))) ??
    (outsideHours !== undefined && !hours ? { pointer: '/outsideHours', detail: 'Outside of which hours? Name them.' } : undefined)
  );
}

function problemOfHours({ timeZone, days, from, to }: Hours): RoutingProblem | undefined {
  if (!isTimeZone(timeZone)) return { pointer: '/timeZone', detail: 'A time zone is one of the IANA database, such as Europe/Paris.' };
  const isDays = days.length > 0 && days.length <= 7 && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  if (!isDays) return { pointer: '/days', detail: 'Days are numbers from 1, Monday, to 7, Sunday; at least one.' };
  if (minutesOf(from) === undefined || from === '24:00') return { pointer: '/from', detail: 'A time is HH:MM, from 00:00 to 23:59.' };
  return minutesOf(to) === undefined ? { pointer: '/to', detail: 'A time is HH:MM, from 00:00 to 24:00.' } : undefined;
}

function problemOfList(pointer: string, list: readonly string[], isGood: (item: string) => boolean, detail: string): RoutingProblem | undefined {
  if (list.length === 0 || list.length > most.items) return { pointer, detail: `A list has 1 to ${most.items} items: leave it out where anything will do.` };
  const wrong = list.findIndex((item) => !isGood(item));
  return wrong < 0 ? undefined : { pointer: `${pointer}/${wrong}`, detail };
}

const isTag = (tag: string): boolean => isText(tag, most.tag);
const tagSentence = `A tag is one line of 1 to ${most.tag} characters.`;

function isLanguage(tag: string): boolean {
  if (tag.length > 64) return false;
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}

const under = (pointer: string, problem: RoutingProblem | undefined): RoutingProblem | undefined =>
  problem && { ...problem, pointer: pointer + problem.pointer };
