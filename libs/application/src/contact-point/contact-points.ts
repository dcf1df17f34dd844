import {
  type Channel,
  type ClaimedPoint,
  domainOf,
  type GivenPoint,
  type HeldDomain,
  isBlocked,
  normalise,
  type PointIdentity,
  refuse,
  type Settings,
} from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { Identifiers, type TenantIdentifiers } from '../identifiers';
import { SettingsReader } from '../settings/settings';

/** A contact point with its identity and the rules of its channel. */
export interface IdentifiedPoint extends ClaimedPoint {
  readonly rules: Channel;
}

/** A contact point by its identity, as answers name it. */
export type ContactPointName = Pick<ClaimedPoint, 'channel' | 'scope' | 'key'>;

/** A value that makes no contact point, and why; no error, because real callers are like that. */
export interface Unusable {
  readonly channel: string;
  readonly rule: 'blocked' | 'unusable';
  readonly detail: string;
}

/** What scopes look like: visible ASCII, as page ids and system names are. */
const scopePattern = /^[\x21-\x7e]{1,128}$/;

/** From addresses as people write them to identities. */
@Injectable()
export class ContactPoints {
  constructor(
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(SettingsReader) private readonly settings: SettingsReader,
  ) {}

  /**
   * The one contact point a caller means.
   * @throws Refusal that names the field when the value makes none
   */
  async identify(tenant: string, given: GivenPoint, pointer: string): Promise<IdentifiedPoint> {
    return usable(identifyIn(await this.settings.of(tenant), await this.identifiers.of(tenant), given, pointer), pointer);
  }

  /**
   * The same for a point that is to be taken away: it may have come to be on the blocklist since.
   * @throws Refusal like {@link identify}
   */
  async identifyBlocked(tenant: string, given: GivenPoint, pointer: string): Promise<IdentifiedPoint> {
    const settings = { ...(await this.settings.of(tenant)), blocklist: nothingBlocked };
    return usable(identifyIn(settings, await this.identifiers.of(tenant), given, pointer), pointer);
  }
}

const nothingBlocked: Settings['blocklist'] = [];

/** @throws Refusal that names the field when the value makes no contact point */
export function usable<P extends { readonly key: string }>(found: P | Unusable, pointer: string): P {
  if ('key' in found) return found;
  if (found.rule === 'blocked') return refuse('contact-point-blocked', undefined, { pointer: `${pointer}/value` });
  return refuse('contact-point-invalid', `The value makes no contact point: ${found.detail}.`, { pointer: `${pointer}/value`, reason: found.detail });
}

/**
 * The identity of a given value under a tenant's settings, or why it makes none.
 * @throws Refusal that names the field for what cannot be an address
 */
export function identifyIn(settings: Settings, ids: TenantIdentifiers, given: GivenPoint, pointer: string): IdentifiedPoint | Unusable {
  const found = keyIn(settings, given, pointer);
  return 'key' in found ? { ...found, digest: ids.contactPoint(found.channel, found.scope, found.key) } : found;
}

/** The same without the digest, for who only looks up: a MAC costs more than the lookup. @throws Refusal like {@link identifyIn} */
export function keyIn(settings: Settings, given: GivenPoint, pointer: string): Omit<IdentifiedPoint, 'digest'> | Unusable {
  const { channel, value, scope = '', verified = false } = given;
  const rules =
    (Object.hasOwn(settings.channels, channel) ? settings.channels[channel] : undefined) ??
    refuse('channel-unknown', `The channel is not registered; known are ${Object.keys(settings.channels).join(', ')}.`, { pointer: `${pointer}/channel` });
  if (rules.scoped ? !scopePattern.test(scope) : scope !== '')
    refuse(
      'contact-point-invalid',
      rules.scoped ? 'This channel needs a scope: the page, provider or system that its ids belong to.' : 'This channel takes no scope.',
      { pointer: `${pointer}/scope`, reason: rules.scoped ? 'scope-missing' : 'scope-not-allowed' },
    );
  if (value.length <= 64 && isBlocked(settings, channel, value)) return { channel, rule: 'blocked', detail: 'blocklist' };
  const normalised = normalise(rules.normaliser, value, settings);
  if (normalised.kind === 'none') return { channel, rule: 'unusable', detail: normalised.reason };
  if (normalised.kind === 'invalid')
    return refuse('contact-point-invalid', `The value cannot be an address on this channel: ${normalised.reason}.`, {
      pointer: `${pointer}/value`,
      reason: normalised.reason,
    });
  const { key } = normalised;
  if (key !== value && isBlocked(settings, channel, key)) return { channel, rule: 'blocked', detail: 'blocklist' };
  return { channel, scope, key, value, normaliser: rules.normaliser, verified, rules };
}

/** Those of the given points that make contact points, in their order, for who only tells of what was done. @throws Refusal like {@link identifyIn} */
export const usableIn = (settings: Settings, ids: TenantIdentifiers, given: readonly GivenPoint[]): readonly IdentifiedPoint[] =>
  given.flatMap((one, i) => {
    const found = identifyIn(settings, ids, one, `/contactPoints/${i}`);
    return 'digest' in found ? [found] : [];
  });

/** The part of an identified point that an event holds. */
export const identityOf = ({ channel, scope, key, value, normaliser }: PointIdentity): PointIdentity => ({ channel, scope, key, value, normaliser });

/** As a claim lists it. */
export const claimedOf = (point: ClaimedPoint): ClaimedPoint => ({ ...identityOf(point), digest: point.digest, verified: point.verified });

/** The domains that whoever gets these points holds an address at. */
export const heldDomainsOf = (points: readonly Pick<ClaimedPoint, 'channel' | 'key' | 'verified'>[]): readonly HeldDomain[] =>
  points.filter(({ channel }) => channel === 'email').map(({ key, verified }) => ({ domain: domainOf(key), verified }));
