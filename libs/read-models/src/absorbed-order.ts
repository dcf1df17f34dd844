/** What was merged, or stands for others. */
interface Linked {
  readonly id: string;
  readonly survivorId: string | null;
  readonly mergedPosition: number | null;
}

/** Those that are one, as they were absorbed: each before what was merged into it, in the order of the log. @param canonicalId stands for all */
export function inOrderAbsorbed<M extends Linked>(members: readonly M[], canonicalId: string): readonly M[] {
  if (members.length < 2) return members;
  const below = new Map<string, M[]>();
  for (const member of members) {
    if (member.id === canonicalId || member.survivorId === null) continue;
    const known = below.get(member.survivorId);
    if (known) known.push(member);
    else below.set(member.survivorId, [member]);
  }
  for (const some of below.values()) some.sort((one, other) => (one.mergedPosition ?? 0) - (other.mergedPosition ?? 0) || (one.id < other.id ? -1 : 1));
  const ordered: M[] = [];
  const left = members.filter(({ id }) => id === canonicalId);
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    ordered.push(next);
    left.push(...(below.get(next.id) ?? []).reverse());
    below.delete(next.id);
  }
  return ordered;
}
