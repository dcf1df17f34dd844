import { PositionUnknown } from '@kith/application';
import type { EventMetadata } from '@kith/domain';

/** Positions above 0n and up to here are of the log that this one was copied from: what its first event says; 0n where it says nothing. */
export const beginOf = (first: { readonly metadata: Pick<EventMetadata, 'copied'> } | undefined): bigint => BigInt(first?.metadata.copied?.upTo ?? 0);

/**
 * The position that the first event follows. A copied log leaves one free behind those of the log it was copied from: who counts
 * back from an event, even the first one, then has a position of this log in hand, and none that means something else there.
 */
export const beforeFirst = (begin: bigint): bigint => (begin === 0n ? 0n : begin + 1n);

/** @throws PositionUnknown for a position of the log that this one was copied from */
export function assertKnown(after: bigint, begin: bigint): void {
  if (after > 0n && after <= begin) throw new PositionUnknown(after, begin);
}
