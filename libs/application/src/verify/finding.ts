/** What can be wrong with a log. A kind is for machines; `says` of a {@link LogFinding} is for people. */
export type LogFindingKind =
  | 'unreadable'
  | 'position'
  | 'revision'
  | 'not-json'
  | 'unknown-type'
  | 'newer-schema'
  | 'wrong-stream'
  | 'wrong-tenant'
  | 'metadata'
  | 'time-goes-back'
  | 'event-id'
  | 'copied'
  | 'personal-in-clear'
  | 'sealed-part'
  | 'unknown-key'
  | 'key-destroyed'
  | 'not-erased'
  | 'not-foldable';

/** Where an event stands. */
export interface Place {
  readonly stream: string;
  readonly revision: number;
  /** Decimal. */
  readonly position: string;
  readonly type: string;
}

/** One thing that is wrong, and with which event. Names no person: ids, digests and names of members only. */
export interface LogFinding extends Partial<Place> {
  readonly kind: LogFindingKind;
  readonly says: string;
}

/** The first findings whole, the others counted: a log may be wrong from end to end. */
export class Findings {
  private readonly kept: LogFinding[] = [];
  private count = 0;

  /** @param most that are kept */
  constructor(private readonly most: number) {}

  add(finding: LogFinding): void {
    this.count += 1;
    if (this.kept.length < this.most) this.kept.push(finding);
  }

  /** All that were found, kept or not. */
  get total(): number {
    return this.count;
  }

  get first(): readonly LogFinding[] {
    return this.kept;
  }
}
