import { ChangeLifecycle, ChangeProfile, ChoosePrimary, type EndUserProfile, type EndUserStep, GiveBackToDomain, LetOut, SetTags } from '@kith/domain';
import { bornTags, bornValues, markedTags, markedValues, plainSlots } from '../end-user/marks';
import type { DataKey } from '../key-vault';
import type { DoneEvent, Footprint } from './footprint';

/** Something to do on an end user's own stream, as a command of its own. */
export interface StepBack {
  readonly what: string;
  readonly step: EndUserStep;
}

/** Everything by which a footprint is taken back, but for the choice of contact points. */
export function stepsBack(tenant: string, id: string, key: DataKey, done: readonly DoneEvent[], footprint: Footprint): readonly StepBack[] {
  const { changes, tagsOff, tagsOn, organizations, suspension } = footprint;
  const born = bornOf(done);
  const known = bornTags(key, born);
  const marks = known.map(({ mark }) => mark);
  const tags = (on: boolean, which: readonly string[]): readonly StepBack[] =>
    which.length > 0 ? [{ what: on ? 'tag' : 'untag', step: new SetTags(tenant, id, on, markedTags(key, which, known), marks) }] : [];
  const change = () => new ChangeProfile(tenant, id, changes, markedValues(key, changes), bornValues(key, born), plainSlots(key));
  return [
    ...(Object.keys(changes).length > 0 ? [{ what: 'profile', step: change() }] : []),
    ...tags(false, tagsOff),
    ...tags(true, tagsOn),
    ...(suspension ? [{ what: suspension, step: new ChangeLifecycle(tenant, id, suspension) }] : []),
    ...organizations.map(({ organizationId, without }) => ({
      what: `organization.${organizationId}`,
      step: membershipBack(tenant, id, organizationId, without),
    })),
  ];
}

/** The contact points that are to be used on their channels again. */
export const choicesBack = (tenant: string, id: string, choices: readonly { readonly channel: string; readonly digest: string }[]): readonly StepBack[] =>
  choices.map(({ channel, digest }) => ({ what: `primary.${channel}`, step: new ChoosePrimary(tenant, id, channel, digest) }));

const membershipBack = (tenant: string, id: string, organizationId: string, without: Footprint['organizations'][number]['without']): EndUserStep =>
  without === 'domain'
    ? new GiveBackToDomain(tenant, id, organizationId)
    : new LetOut(tenant, id, [organizationId], without === 'barred' ? 'manual' : 'import');

/** What it was created with, as far as that can be read. */
function bornOf([first]: readonly DoneEvent[]): EndUserProfile {
  return first?.event.type === 'EndUserCreated' && !first.event.erased ? first.event.data : {};
}
