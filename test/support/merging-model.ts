/** A merge that was made. */
export interface ModelMerge {
  readonly merged: number;
  readonly survivor: number;
  isUndone: boolean;
  /** The merges that came back with it. */
  brought: readonly ModelMerge[];
}

/** That two profiles are different, until when: never, always. */
export interface ModelDifference {
  readonly pair: readonly [number, number];
  readonly isOver: boolean;
}

/**
 * Who is who and who holds what, written down as plainly as possible: profiles and addresses are numbers, and whatever
 * is asked is worked out anew from the list of merges.
 */
export class MergingModel {
  readonly people: ('active' | 'deleted')[] = [];
  readonly merges: ModelMerge[] = [];
  readonly differences = new Map<number, ModelDifference>();
  readonly holder = new Map<number, number>();
  /** Who lost an address by a deletion, and would have it back. */
  readonly lost = new Map<number, number>();

  root(person: number): number {
    const up = this.merges.find((m) => m.merged === person && !m.isUndone);
    return up ? this.root(up.survivor) : person;
  }
  members(person: number): number[] {
    return this.people.flatMap((_, i) => (this.root(i) === this.root(person) ? [i] : []));
  }
  /** It and those merged into it. */
  below(person: number): number[] {
    return [person, ...this.merges.flatMap((m) => (m.survivor === person && !m.isUndone ? this.below(m.merged) : []))];
  }
  lives(person: number): boolean {
    return this.people[this.root(person)] === 'active';
  }
  create(points: readonly number[]): number | undefined {
    if (points.some((a) => this.holder.has(a))) return undefined;
    const person = this.people.push('active') - 1;
    for (const a of points) this.give(a, person);
    return person;
  }
  give(a: number, person: number): void {
    this.holder.set(a, person);
    if (this.lost.get(a) === person) this.lost.delete(a);
  }
  release(a: number, isDeletion = false): void {
    const person = this.holder.get(a);
    this.holder.delete(a);
    this.lost.delete(a);
    if (isDeletion && person !== undefined) this.lost.set(a, person);
  }
  private giveBack(people: readonly number[]): void {
    for (const [a, person] of [...this.lost]) if (people.includes(person) && this.lives(person) && !this.holder.has(a)) this.give(a, person);
  }

  /** Why a merge is refused: any of these is a good answer. */
  refusals(survivor: number, merged: number): string[] {
    if (survivor === merged) return ['merge-with-itself'];
    if (this.root(survivor) === this.root(merged)) return ['already-merged'];
    const found: string[] = [];
    if (!this.lives(survivor) || !this.lives(merged)) found.push('end-user-deleted');
    if (this.isApart(survivor, merged)) found.push('declared-different');
    return found;
  }
  isApart(one: number, other: number): boolean {
    const [ours, theirs] = [this.members(one), this.members(other)];
    return [...this.differences.values()].some(
      ({ pair: [x, y], isOver }) => !isOver && ((ours.includes(x) && theirs.includes(y)) || (ours.includes(y) && theirs.includes(x))),
    );
  }
  merge(survivor: number, merged: number): number {
    return this.merges.push({ survivor: this.root(survivor), merged: this.root(merged), isUndone: false, brought: [] }) - 1;
  }
  /** The merges that are undone by it, the named one first if it stood. */
  unmerge(merge: ModelMerge, alone: boolean): ModelMerge[] {
    const back = this.below(merge.merged);
    if (!merge.isUndone) merge.brought = this.merges.filter((m) => m.survivor === merge.merged && !m.isUndone);
    const undone = [merge, ...(alone ? merge.brought : [])].filter((m) => !m.isUndone);
    for (const one of undone) one.isUndone = true;
    this.giveBack(back);
    return undone;
  }
  declare(one: number, other: number, isOver: boolean): 'ok' | 'already-merged' {
    if (this.root(one) === this.root(other)) return 'already-merged';
    this.differences.set(Math.min(one, other) * 100 + Math.max(one, other), { pair: [one, other], isOver });
    return 'ok';
  }
  delete(person: number): void {
    const root = this.root(person);
    if (this.people[root] === 'deleted') return;
    this.people[root] = 'deleted';
    for (const [a, holder] of [...this.holder]) if (this.root(holder) === root) this.release(a, true);
  }
  restore(person: number): void {
    this.people[this.root(person)] = 'active';
    this.giveBack(this.members(person));
  }
  attach(person: number, a: number): 'ok' | 'contact-point-taken' | 'end-user-deleted' {
    if (!this.lives(person)) return 'end-user-deleted';
    const holder = this.holder.get(a);
    if (holder === undefined) this.give(a, this.root(person));
    return holder === undefined || this.root(holder) === this.root(person) ? 'ok' : 'contact-point-taken';
  }
  detach(person: number, a: number): void {
    const holder = this.holder.get(a);
    if (this.lives(person) && holder !== undefined && this.root(holder) === this.root(person)) this.release(a);
  }
  /** Whom a contact by these addresses means, the strongest first; somebody new when nobody holds one. */
  record(points: readonly number[]): { root: number; isNew: boolean } | undefined {
    const free = points.filter((a) => !this.holder.has(a));
    const found = points.flatMap((a) => this.holder.get(a) ?? [])[0];
    if (found === undefined && free.length === 0) return undefined;
    const root = found === undefined ? this.people.push('active') - 1 : this.root(found);
    for (const a of free) this.give(a, root);
    return { root, isNew: found === undefined };
  }
}
