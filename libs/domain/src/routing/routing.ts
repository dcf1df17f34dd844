/** Where a ticket waits, and how urgent it is. */
export interface Queue {
  readonly queue: string;
  readonly priority: Priority;
}

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** Office hours of some place. */
export interface Hours {
  /** IANA time zone. */
  readonly timeZone: string;
  /** ISO 8601 weekdays: 1 is Monday, 7 Sunday. */
  readonly days: readonly number[];
  /** `HH:MM` wall clock; a range whose end is not after its start goes over midnight and counts as the day it began on. */
  readonly from: string;
  /** `HH:MM`, not included; `24:00` is the end of the day. */
  readonly to: string;
}

/** All that is named must hold; of a list, any one. An empty condition always holds. */
export interface RoutingCondition {
  readonly channels?: readonly string[];
  readonly vias?: readonly string[];
  /** BCP 47 (RFC 4647 basic filtering): `fr` matches `fr-CA`. */
  readonly languages?: readonly string[];
  /** Of the ticket. */
  readonly tags?: readonly string[];
  readonly organizationTags?: readonly string[];
  /** The requester was not known before: it is created with the ticket. */
  readonly firstContact?: boolean;
  readonly hours?: Hours;
  /** With `hours`: outside of them. */
  readonly outsideHours?: boolean;
}

/** A rule of the tenant; the first that holds routes the ticket. */
export interface RoutingRule {
  /** Unique among the rules; `organization` and `fallback` are taken. */
  readonly name: string;
  readonly when: RoutingCondition;
  readonly then: Queue & { readonly assignee?: string; readonly tags?: readonly string[] };
}

/** The tenant's part of routing. An organization's own routing comes before the rules. */
export interface RoutingSettings {
  readonly rules: readonly RoutingRule[];
  readonly fallback: Queue;
}

/** What a ticket is routed by. */
export interface RoutingFacts {
  readonly channel: string;
  readonly via: string;
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly organizationTags: readonly string[];
  readonly firstContact: boolean;
  /** RFC 3339. */
  readonly at: string;
}

/** Why a rule was taken or passed over: which part of its condition failed first. */
export interface RoutingReason {
  /** Name of the rule, `organization` or `fallback`. */
  readonly rule: string;
  readonly holds: boolean;
  /** The part of the condition that did not hold; null of one that did. */
  readonly failed: keyof RoutingCondition | null;
}

/** Where a ticket goes, and why: `reasons` are the last few rules looked at, the one that was taken last. */
export interface Route extends Queue {
  readonly assignee: string | null;
  /** Put on the ticket. */
  readonly tags: readonly string[];
  readonly rule: string;
  readonly reasons: readonly RoutingReason[];
}

export const defaultRouting: RoutingSettings = { rules: [], fallback: { queue: 'default', priority: 'normal' } };

/** The most rules of a tenant, and the most reasons that are kept of a decision. */
export const routingLimits = { rules: 1_000, reasons: 20 } as const;
