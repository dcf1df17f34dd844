import { ApiProperty } from '@nestjs/swagger';

/** Where a ticket waits, and how urgent it is. */
export class QueueSettingAnswer {
  /** @example 'default' */
  queue: string;
  /** @example 'normal' */
  priority: 'low' | 'normal' | 'high' | 'urgent';
}

/** Where a ticket goes; what a rule does not say is absent. */
export class RoutingTargetAnswer extends QueueSettingAnswer {
  /** @example 'agent-7' */
  assignee?: string;
  /** @example ['key-account'] */
  tags?: string[];
}

/** Office hours of some place. */
export class HoursAnswer {
  /** @example 'Europe/Paris' */
  timeZone: string;
  @ApiProperty({ type: 'array', items: { type: 'integer', minimum: 1, maximum: 7 }, example: [1, 2, 3, 4, 5] })
  days: number[];
  /** @example '09:00' */
  from: string;
  /** @example '18:00' */
  to: string;
}

/** What must hold; what a rule does not name is absent. */
export class RoutingConditionAnswer {
  /** @example ['email'] */
  channels?: string[];
  /** @example ['voice'] */
  vias?: string[];
  /** @example ['fr'] */
  languages?: string[];
  /** @example ['refund'] */
  tags?: string[];
  /** @example ['gold'] */
  organizationTags?: string[];
  /** @example true */
  firstContact?: boolean;
  hours?: HoursAnswer;
  /** @example false */
  outsideHours?: boolean;
}

/** A rule of routing. */
export class RoutingRuleAnswer {
  /** @example 'french-by-phone' */
  name: string;
  when: RoutingConditionAnswer;
  // biome-ignore lint/suspicious/noThenProperty: a rule reads when … then …, and nobody awaits it
  then: RoutingTargetAnswer;
}

/** Where tickets go that no organization's own routing takes. */
export class RoutingSettingsAnswer {
  rules: RoutingRuleAnswer[];
  fallback: QueueSettingAnswer;
}

/** The part of the routing that a change replaced. */
export class RoutingChangesAnswer {
  rules?: RoutingRuleAnswer[];
  fallback?: QueueSettingAnswer;
}
