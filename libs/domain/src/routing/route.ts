import type { OrganizationRouting } from '../organization/organization.events';
import { type Route, type RoutingFacts, type RoutingReason, type RoutingSettings, routingLimits } from './routing';
import { type RuleSieve, ruleSieve, type Sifted } from './rule-sieve';

/** The version of the policy, as decisions name it. */
export const routingPolicy = 'route/1';

/** Who routes: an organization's own routing, when it has one, and the rules of its tenant. */
export interface Routes {
  readonly organization: OrganizationRouting | null;
  readonly settings: RoutingSettings;
}

/** Where a ticket goes by these facts: to where its organization says, else by the first rule that holds, else to the fallback. */
export function route(facts: RoutingFacts, { organization, settings }: Routes): Route {
  if (organization) return taken('organization', organization, []);
  const sifted = sieveOf(settings)(facts);
  const rule = settings.rules[sifted.first];
  const reasons = passedOver(settings, sifted);
  return rule ? taken(rule.name, rule.then, reasons) : taken('fallback', settings.fallback, reasons);
}

/**
 * Where a ticket would go by other rules, from what its own decision says: an organization's routing comes before any rule, so what it
 * decided stays, and where a rule of the tenant decided, the organization had none.
 */
export const rerouted = (facts: RoutingFacts, decided: Route, proposed: RoutingSettings): Route =>
  decided.rule === 'organization' ? decided : route(facts, { organization: null, settings: proposed });

/** Whether two decisions send a ticket to the same place, by whatever rule. */
export const isSameWay = (one: Route, other: Route): boolean =>
  one.queue === other.queue &&
  one.priority === other.priority &&
  one.assignee === other.assignee &&
  one.tags.length === other.tags.length &&
  one.tags.every((tag) => other.tags.includes(tag));

const known = new WeakMap<RoutingSettings, RuleSieve>();

function sieveOf(settings: RoutingSettings): RuleSieve {
  const before = known.get(settings);
  if (before) return before;
  const made = ruleSieve(settings.rules);
  known.set(settings, made);
  return made;
}

/** The last rules that did not hold, with room for the one that did. */
function passedOver({ rules }: RoutingSettings, { first, failedOf }: Sifted): readonly RoutingReason[] {
  const from = Math.max(0, first - routingLimits.reasons + 1);
  return rules.slice(from, first).map(({ name }, i) => ({ rule: name, holds: false, failed: failedOf(from + i) }));
}

const taken = (rule: string, { queue, priority, ...more }: OrganizationRouting, reasons: readonly RoutingReason[]): Route => ({
  queue,
  priority,
  assignee: more.assignee ?? null,
  tags: more.tags ?? [],
  rule,
  reasons: [...reasons, { rule, holds: true, failed: null }],
});
