import type { DomainEvent } from '@kith/domain';
import type { TestLog, Told } from './log';

/** What may happen between profiles. */
export const linkKinds = ['merge', 'unmerge', 'declare', 'withdraw', 'erase'] as const;
export type LinkKind = (typeof linkKinds)[number];

interface Link {
  readonly survivorId: string;
  readonly mergeId: string;
}

/** Whom profiles were merged into, as the rules let them be, and the events that say so. */
export class RandomLinks {
  private readonly links = new Map<string, Link>();
  private readonly deleted = new Set<string>();
  private readonly erased = new Set<string>();
  private readonly declared: { readonly declarationId: string; readonly endUserId: string; readonly otherId: string }[] = [];

  constructor(private readonly log: TestLog) {}

  canonicalOf(id: string): string {
    for (let at = id; ; ) {
      const link = this.links.get(at);
      if (!link) return at;
      at = link.survivorId;
    }
  }

  isErased(id: string): boolean {
    return this.erased.has(id);
  }

  changed(id: string, type: DomainEvent['type']): void {
    if (type === 'EndUserDeleted') this.deleted.add(id);
    if (type === 'EndUserRestored') this.deleted.delete(id);
  }

  async step(kind: LinkKind, i: number, id: string, other: string | undefined, told: Told): Promise<void> {
    if (kind === 'unmerge') return this.unmerge(id, told);
    if (kind === 'withdraw') return this.withdraw(id, told);
    if (kind === 'erase') return this.erase(i, id, told);
    if (other === undefined || this.canonicalOf(id) === this.canonicalOf(other)) return;
    if (kind === 'merge') await this.merge(i, id, other, told);
    else await this.declare(i, id, other, told);
  }

  /** Now one of the two seals is first in the log, now the other: the lower id waits for the higher one. */
  private async merge(i: number, into: string, named: string, told: Told): Promise<void> {
    const [survivorId, mergedId] = [this.canonicalOf(into), this.canonicalOf(named)];
    if ([survivorId, mergedId].some((id) => this.deleted.has(id) || this.erased.has(id))) return;
    const [attempt, nobody] = [{ attemptId: `a${i}`, mergeId: `m${i}`, named: { survivorId: into, mergedId: named } }, { differentFrom: [] }];
    const [lower, higher] = [survivorId, mergedId].sort() as [string, string];
    const role = lower === survivorId ? ('survivor' as const) : ('merged' as const);
    await this.log.endUser(lower, 'MergeReserved', { ...attempt, ...nobody, otherId: higher, role, members: this.below(lower) }, told);
    const sides = {
      [mergedId]: () =>
        this.log.endUser(mergedId, 'EndUserMerged', { ...attempt, ...nobody, survivorId, members: this.below(mergedId), reason: `why ${i}` }, told),
      [survivorId]: () =>
        this.log.endUser(survivorId, 'EndUserAbsorbed', { attemptId: `a${i}`, mergeId: `m${i}`, ...nobody, mergedId, members: this.below(mergedId) }, told),
    };
    await sides[higher]?.();
    await sides[lower]?.();
    this.links.set(mergedId, { survivorId, mergeId: `m${i}` });
  }

  /** From the profile that stands for the cluster down to the one that comes back. */
  private async unmerge(id: string, told: Told): Promise<void> {
    const link = this.links.get(id);
    if (!link) return;
    const [members, chain] = [this.below(id), this.above(id)];
    for (const one of chain.reverse())
      await this.log.endUser(one, 'EndUserSeparated', { mergeId: link.mergeId, mergedId: id, members, differentFrom: [] }, told);
    await this.log.endUser(id, 'EndUserUnmerged', { mergeId: link.mergeId, members, differentFrom: [] }, told);
    this.links.delete(id);
  }

  private async declare(i: number, id: string, other: string, told: Told): Promise<void> {
    const [endUserId, otherId] = [id, other].sort() as [string, string];
    for (const [one, another] of [
      [endUserId, otherId],
      [otherId, endUserId],
    ] as const)
      await this.log.endUser(
        this.canonicalOf(one),
        'EndUsersDeclaredDifferent',
        { declarationId: `d${i}`, endUserId: one, otherId: another, reason: `why ${i}` },
        told,
      );
    this.declared.push({ declarationId: `d${i}`, endUserId, otherId });
  }

  private async withdraw(id: string, told: Told): Promise<void> {
    const at = this.declared.findIndex(({ endUserId, otherId }) => endUserId === id || otherId === id);
    const [given] = at < 0 ? [] : this.declared.splice(at, 1);
    if (!given) return;
    const { declarationId, endUserId, otherId } = given;
    await this.log.endUser(this.canonicalOf(endUserId), 'DifferenceWithdrawn', { declarationId, endUserId, otherId }, told);
    await this.log.endUser(this.canonicalOf(otherId), 'DifferenceWithdrawn', { declarationId, endUserId: otherId, otherId: endUserId }, told);
  }

  /** Rare, because nothing happens with who is erased any more. */
  private async erase(i: number, id: string, told: Told): Promise<void> {
    if (i % 3 !== 0 || this.erased.has(id)) return;
    this.erased.add(id);
    await this.log.endUser(id, 'EndUserErased', { scope: 'profile', members: [] }, told);
  }

  /** It and whoever was merged into it. */
  private below(id: string): readonly string[] {
    return [id, ...[...this.links].filter(([, { survivorId }]) => survivorId === id).flatMap(([merged]) => this.below(merged))];
  }

  /** Whom it was merged into, the nearest first. */
  private above(id: string): string[] {
    const link = this.links.get(id);
    return link ? [link.survivorId, ...this.above(link.survivorId)] : [];
  }
}
