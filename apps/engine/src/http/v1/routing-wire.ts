import type { OrganizationRouting, RoutingCondition, RoutingRule, RoutingSettings } from '@kith/domain';
import type { ProposedRoutingDto, RoutingConditionDto, RoutingRuleDto, RoutingSettingsDto, RoutingTargetDto } from './routing.dto';

/** Where tickets go, as commands and settings take it. */
export const routingOf = ({ queue, priority, assignee, tags }: RoutingTargetDto): OrganizationRouting => ({
  queue,
  priority,
  ...(assignee != null && { assignee }),
  ...(tags != null && tags.length > 0 && { tags }),
});

const conditionOf = ({ channels, vias, languages, tags, organizationTags, firstContact, hours, outsideHours }: RoutingConditionDto): RoutingCondition => ({
  ...(channels != null && { channels }),
  ...(vias != null && { vias }),
  ...(languages != null && { languages }),
  ...(tags != null && { tags }),
  ...(organizationTags != null && { organizationTags }),
  ...(firstContact != null && { firstContact }),
  ...(hours != null && { hours: { timeZone: hours.timeZone, days: hours.days, from: hours.from, to: hours.to } }),
  ...(outsideHours != null && { outsideHours }),
});

// biome-ignore lint/suspicious/noThenProperty: a rule reads when … then …, and nobody awaits it
const ruleOf = ({ name, when, then }: RoutingRuleDto): RoutingRule => ({ name, when: conditionOf(when), then: routingOf(then) });

/** What changes of the tenant's routing. */
export const routingChangesOf = ({ rules, fallback }: RoutingSettingsDto): Partial<RoutingSettings> => ({
  ...(rules !== undefined && { rules: rules.map(ruleOf) }),
  ...(fallback !== undefined && { fallback: { queue: fallback.queue, priority: fallback.priority } }),
});

/** Rules to try, as the query takes them. */
export const proposedRoutingOf = ({ rules, fallback }: ProposedRoutingDto): RoutingSettings => ({
  rules: rules.map(ruleOf),
  fallback: { queue: fallback.queue, priority: fallback.priority },
});
