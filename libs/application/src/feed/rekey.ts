import { type EndUserMerged, type EndUserUnmerged, idInStream } from '@kith/domain';

/** Where one id leads from an event on: whoever files things under `endUserId` files them under `canonicalId` now. */
export interface Rekeyed {
  readonly endUserId: string;
  /** `endUserId` itself where that stands for itself again. It may have been merged itself meanwhile: it is followed to the end. */
  readonly canonicalId: string;
}

/** Whether events of a type change which end user an id leads to. */
export const isRekeying = (type: string): boolean => type === 'EndUserMerged' || type === 'EndUserUnmerged';

/** What a merge or an unmerge changes for those who keep ids of end users; null for every other event. */
export function rekeyOf({ type, stream, data }: { readonly type: string; readonly stream: string; readonly data: object }): readonly Rekeyed[] | null {
  if (!isRekeying(type)) return null;
  const { members, ...link } = data as (EndUserMerged | EndUserUnmerged)['data'];
  const canonicalId = 'survivorId' in link ? link.survivorId : idInStream(stream);
  return members.map((endUserId) => ({ endUserId, canonicalId }));
}
