import type { MergedAnswer, UnmergedAnswer } from '@kith/application';
import type { MergeUsers, UnmergeUsers } from '@kith/domain';
import { FindEndUser, FindMerge, FindOwnProfile, type FoundEndUser, type ResidueEntry, Restorals, type ShownEndUser } from '@kith/read-models';
import { Inject, Injectable } from '@nestjs/common';
import type { Query } from '@nestjs/cqrs';
import { AfterWrite } from './after-write';
import type { CompletedMergeAnswer, UndoneMergeAnswer } from './merges.dto';

/** The profiles of an answer as the read models show them. */
interface Profiles {
  readonly survivor: ShownEndUser | null;
  readonly merged: ShownEndUser | null;
}
export type CompletedMerge = Omit<CompletedMergeAnswer, keyof Profiles> & Profiles;
export type UndoneMerge = Omit<UndoneMergeAnswer, keyof Profiles | 'residue'> & Profiles & { readonly residue: readonly ResidueEntry[] };

/** Both sides of a merge, as an answer about it shows them. */
export const mergeShown = ({ survivorId, mergedId }: { readonly survivorId: string; readonly mergedId: string }) => ({
  endUserIds: [survivorId, mergedId],
  count: 1,
});

/** What a merge, and undoing it, are answered: with the profiles that it is about, side by side. */
@Injectable()
export class MergeAnswers {
  constructor(
    @Inject(AfterWrite) private readonly after: AfterWrite,
    @Inject(Restorals) private readonly restorals: Restorals,
  ) {}

  async merged({ context: { tenant }, reason, rule }: MergeUsers, answer: MergedAnswer): Promise<CompletedMerge> {
    const { mergeId: id, survivorId, mergedId } = answer;
    const complete = await this.after.linked(answer.position);
    const [known, survivor, merged] = await Promise.all([
      this.after.shown(new FindMerge(tenant, id)),
      this.profile(new FindEndUser(tenant, survivorId)),
      this.profile(new FindOwnProfile(tenant, mergedId)),
    ]);
    const { status = 'completed', at = null } = known ?? {};
    return { id, survivorId, mergedId, status, rule: rule ?? null, reason: reason ?? null, at, complete, survivor, merged };
  }

  async undone({ context: { tenant } }: UnmergeUsers, answer: UnmergedAnswer): Promise<UndoneMerge> {
    const { mergeId: id, survivorId, mergedId, members } = answer;
    const isKnown = await this.after.linked(answer.position);
    const [known, survivor, merged, restored] = await Promise.all([
      this.after.shown(new FindMerge(tenant, id)),
      this.profile(new FindEndUser(tenant, survivorId)),
      this.profile(new FindEndUser(tenant, mergedId)),
      this.after.orNull(() => this.restorals.restored(tenant, answer)),
    ]);
    const { reason = null, at = null } = known?.undone ?? {};
    const { residue = [], residueTotal = 0 } = restored ?? {};
    return {
      id,
      survivorId,
      mergedId,
      status: 'undone',
      members: [...members],
      further: answer.further.map((one) => ({ id: one.mergeId, mergedId: one.mergedId })),
      reason,
      at,
      complete: isKnown && restored !== null,
      restored: restored && { endUserId: mergedId, digestBefore: restored.digestBefore, digestAfter: restored.digestAfter },
      residue,
      residueTotal,
      survivor,
      merged,
    };
  }

  private async profile(query: Query<FoundEndUser | undefined>): Promise<ShownEndUser | null> {
    return (await this.after.shown(query))?.endUser ?? null;
  }
}
