import type { StoredEvent } from '../event-store';
import type { DailyUse } from './daily-use';
import type { Footprint } from './footprint';
import type { KeptPart } from './kept-code';
import type { Reverting } from './reverting';
import type { TouchedPerson, TouchedPoint } from './touched-people';

/** What is to be done about contact points, and what of them stays. */
export interface PointsTakenBack {
  readonly detach: readonly TouchedPoint[];
  /** Detached by an earlier look, and used before that: each with the event by which the import had attached it. */
  readonly giveBack: readonly (TouchedPoint & { readonly attached: StoredEvent })[];
  readonly kept: readonly KeptPart[];
}

/** Those that the import attached to an end user who was there before, and by whom nothing happened since. */
export async function pointsToTakeBack(reverting: Reverting, { id, points }: TouchedPerson, use: DailyUse): Promise<PointsTakenBack> {
  const [detach, giveBack, kept]: [TouchedPoint[], (TouchedPoint & { readonly attached: StoredEvent })[], KeptPart[]] = [[], [], []];
  const keep = (code: KeptPart['code']) => kept.push({ field: 'contactPoint', code });
  for (const point of points) {
    const { digest, events } = point;
    const doerOf = ({ metadata }: StoredEvent) => reverting.doerOf(metadata);
    const isUsed = ({ position }: StoredEvent) => use.isUsed(reverting.tenant, id, digest, position);
    const ownAttach = events.findLast((event) => isAttachTo(id, event) && doerOf(event) === 'import');
    const at = events.findLastIndex((event) => isAttachTo(id, event));
    const [attached, ...since] = events.slice(at);
    if (!attached) continue;
    if (!isHeld(id, point)) {
      const isDetached = since.some((event) => event.type === 'ContactPointReleased' && doerOf(event) === 'revert');
      const isFree = point.loaded.state.shared || point.loaded.state.holders.length === 0;
      if (ownAttach && isDetached && isFree && (await isUsed(ownAttach))) giveBack.push({ ...point, attached: ownAttach });
    } else if (doerOf(attached) === 'revert') keep('contacted-since');
    else if (doerOf(attached) !== 'import') {
      if (since.some((event) => doerOf(event) === 'import')) keep('stays-verified');
    } else if (since.some((event) => doerOf(event) === 'other')) keep('changed-since');
    else if (await isUsed(attached)) keep('contacted-since');
    else detach.push(point);
  }
  return { detach, giveBack, kept };
}

/** The contact point that a profile chose last for a channel. */
export type ChosenBy = (profileId: string, channel: string) => string | undefined;

/**
 * The contact points to use on their channels as it was before the import chose others: what was chosen then while it is held. Where nothing
 * was, nothing can be unsaid: then what would stand for the channel is chosen, which is the first point of the profile, or what the next one of
 * the person chose, or its first.
 * @param members the profiles of the person in their order, this one first
 */
export function choicesToTakeBack(
  { held }: TouchedPerson,
  { primary }: Footprint,
  members: readonly string[],
  chosenBy: ChosenBy,
): readonly { readonly channel: string; readonly digest: string }[] {
  return [...primary].flatMap(([channel, { chosen, before }]) => {
    const there = held.filter((one) => one.channel === channel).sort((one, other) => (one.since < other.since ? -1 : 1));
    const known = (digest: string | undefined) => there.find((one) => one.digest === digest)?.digest;
    // A choice of what is not held any more counts for nothing.
    if (!known(chosen)) return [];
    const standing = members.map((id, i) => known(i === 0 ? before : chosenBy(id, channel)) ?? there.find(({ holderId }) => holderId === id)?.digest);
    const digest = standing.find((one) => one !== undefined);
    return digest === undefined || digest === chosen ? [] : [{ channel, digest }];
  });
}

const isAttachTo = (id: string, { type, data }: StoredEvent): boolean => type === 'ContactPointAttached' && data.endUserId === id;
const isHeld = (id: string, { loaded }: TouchedPoint): boolean => loaded.state.holders.some((h) => h.endUserId === id);
