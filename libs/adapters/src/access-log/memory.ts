import { type AccessEntry, type AccessFilter, AccessLog, idBounds } from '@kith/application';

/** Notes that end with their process, as its log does. */
export class MemoryAccessLog extends AccessLog {
  private readonly entries = new Map<string, AccessEntry>();

  override async note(entries: readonly AccessEntry[]): Promise<void> {
    for (const entry of entries) if (!this.entries.has(nameOf(entry))) this.entries.set(nameOf(entry), entry);
  }

  override async list(
    tenant: string,
    filter: AccessFilter,
    { before, limit }: { before?: string | undefined; limit: number },
  ): Promise<readonly AccessEntry[]> {
    const { low, high } = idBounds(filter, before);
    const meets = (entry: AccessEntry): boolean =>
      entry.tenant === tenant &&
      entry.id >= low &&
      entry.id < high &&
      (filter.keyId === undefined || entry.keyId === filter.keyId) &&
      (filter.kind === undefined || entry.kind === filter.kind) &&
      (filter.endUserId === undefined || entry.endUserIds.includes(filter.endUserId));
    return this.sorted(meets).reverse().slice(0, limit);
  }

  override async tenants(): Promise<readonly string[]> {
    return [...new Set([...this.entries.values()].map(({ tenant }) => tenant))].sort();
  }

  override async forget(tenant: string, before: number, limit: number): Promise<number> {
    const { high } = idBounds({ to: before });
    const gone = this.sorted((entry) => entry.tenant === tenant && entry.id < high).slice(0, limit);
    for (const entry of gone) this.entries.delete(nameOf(entry));
    return gone.length;
  }

  override async close(): Promise<void> {}

  private sorted(meets: (entry: AccessEntry) => boolean): AccessEntry[] {
    return [...this.entries.values()].filter(meets).sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}

const nameOf = ({ tenant, id }: AccessEntry): string => `${tenant} ${id}`;
