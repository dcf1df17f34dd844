import type { CopiedFrom } from '@kith/domain';
import type { CheckedEvent, Problem } from './event-checks';
import { StreamHeads } from './stream-heads';

/**
 * Whether events follow each other as they must: positions rise, each stream counts from 0 without gaps and its times never go back, and what a
 * copied log says of the log before it goes on rising. What it remembers is a few words for each stream, whatever the size of the log.
 */
export class LogOrder {
  readonly heads = new StreamHeads();
  private position: bigint;
  private copied: CopiedFrom | undefined;
  private isFirst = true;
  /** Tenants of the streams whose names do not say them, API keys: as their first events named them. */
  private readonly tenants = new Map<string, string>();

  /**
   * @param before the position that the first event follows
   * @param gapless whether positions count events; where they are offsets in files, gaps between them mean nothing
   */
  constructor(
    before: bigint,
    private readonly gapless: boolean,
  ) {
    this.position = before;
  }

  /** What is wrong with the place of the next event of the log. */
  follow({ text, stored, named }: CheckedEvent): readonly Problem[] {
    const problems = [...this.positionProblems(text.position), ...this.streamProblems(text.stream, text.revision, stored?.metadata.recordedAt)];
    if (stored) problems.push(...this.copyProblems(stored.metadata.copied));
    if (stored && named && named.tenant === undefined) problems.push(...this.tenantProblems(text.stream, stored.metadata.tenant));
    this.isFirst = false;
    return problems;
  }

  private positionProblems(position: bigint): readonly Problem[] {
    const before = this.position;
    if (position > before) this.position = position;
    else return [{ kind: 'position', says: `its position is not greater than ${before}, the one before it` }];
    const missing = this.gapless ? position - before - 1n : 0n;
    return missing > 0n ? [{ kind: 'position', says: `${missing} positions are missing right before it: events were taken out of the log` }] : [];
  }

  private streamProblems(stream: string, revision: number, recordedAt: string | undefined): readonly Problem[] {
    const head = this.heads.get(stream);
    const last = head?.revision ?? -1;
    const time = recordedAt === undefined ? Number.NaN : Date.parse(recordedAt);
    const isBack = head !== undefined && time < head.recordedAt;
    const problems: Problem[] = isBack ? [{ kind: 'time-goes-back', says: 'it was recorded before its predecessor in the stream' }] : [];
    if (revision > last + 1) problems.push({ kind: 'revision', says: `revisions ${last + 1} to ${revision - 1} of its stream are missing before it` });
    if (revision <= last) problems.push({ kind: 'revision', says: `its stream had come to revision ${last} before: it is there twice, or out of order` });
    // Times that cannot be read are found with the event; what comes after is held against the last that could be.
    const latest = Math.max(Number.isNaN(time) ? 0 : time, head?.recordedAt ?? 0);
    this.heads.set(stream, { revision: Math.max(last, revision), recordedAt: latest });
    return problems;
  }

  private copyProblems(copied: CopiedFrom | undefined): readonly Problem[] {
    const before = this.copied;
    if (copied === undefined) {
      // What is appended to a copy was never copied, and nothing is copied behind it.
      this.copied = undefined;
      return [];
    }
    this.copied = copied;
    const says = 'what it says of the log that it was copied from does not go with the event before it';
    if (!before) return this.isFirst ? [] : [{ kind: 'copied', says }];
    const goesOn = before.upTo === copied.upTo && BigInt(before.position) < BigInt(copied.position);
    return goesOn ? [] : [{ kind: 'copied', says }];
  }

  private tenantProblems(stream: string, tenant: string): readonly Problem[] {
    const first = this.tenants.get(stream);
    if (first === undefined) this.tenants.set(stream, tenant);
    return first === undefined || first === tenant
      ? []
      : [{ kind: 'wrong-tenant', says: 'its metadata names another tenant than the first event of its stream' }];
  }
}
