import type { Clock } from '../clock';
import type { EventStore, StoredText } from '../event-store';
import { KeyVaultUnavailable, UnknownKey } from '../key-vault';
import { type LogProgress, logProgress } from '../log-progress';
import { patiently } from '../patience';
import type { PersonalData } from '../personal-data';
import { DestroyedKeys } from './destroyed-keys';
import { type CheckedEvent, checkEvent, type Problem } from './event-checks';
import { Findings, type LogFinding, type Place } from './finding';
import { LogOrder } from './log-order';
import { StreamFolds } from './stream-folds';

export interface LogToVerify {
  /** Is only read. */
  readonly store: EventStore;
  readonly personalData: PersonalData;
  readonly clock: Clock;
  /** Whether positions of this log count its events, so that a gap between them is a loss. */
  readonly gapless: boolean;
  /** How many findings are told whole; the others are counted. 100 when absent. */
  readonly most?: number;
  readonly onProgress?: (progress: LogProgress) => void;
  readonly signal?: AbortSignal;
}

/** What a check of the log came to. */
export interface LogVerified {
  readonly events: number;
  readonly streams: number;
  /** Where the log ended when the check began; what came later was not looked at. */
  readonly position: bigint;
  readonly findings: readonly LogFinding[];
  /** All of them, told or not. */
  readonly found: number;
}

const pageLimit = 1000;
const mostTold = 100;

/**
 * Reads the log once, up to where it ends now, and says everything that is wrong with it: order, streams, ids, metadata, what cannot be opened
 * or folded. Changes nothing. Memory: 34 to 69 bytes for each stream, and the states of some thousand streams.
 * @throws what the store or the vault throws when it stays away, or the signal's reason
 */
export async function verifyLog(log: LogToVerify): Promise<LogVerified> {
  const { store, clock, signal, onProgress } = log;
  const began = clock.now();
  const check = new LogCheck(log);
  const head = await patiently(() => store.head(), signal);
  try {
    const begin = await patiently(() => store.begin(), signal);
    check.begin(begin);
    for (let after = 0n; after < head; ) {
      signal?.throwIfAborted();
      const from = after;
      const page = await patiently(() => store.readTexts({ after: from, limit: pageLimit }), signal);
      await check.page(page.events.filter(({ position }) => position <= head));
      after = page.upTo;
      onProgress?.(logProgress({ begin, done: after < head ? after : head, total: head, events: check.events, milliseconds: clock.now() - began }));
      if (page.atHead) break;
      // Reading and opening may never leave the microtask queue: signals want their turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    check.findings.add({ kind: 'unreadable', says: 'the first event of the log is damaged so that the rest cannot be read' });
  }
  await check.end();
  const { events, streams, findings } = check;
  return { events, streams, position: head, findings: findings.first, found: findings.total };
}

/** The check of one log, page by page. */
class LogCheck {
  readonly findings: Findings;
  events = 0;
  private order: LogOrder;
  private readonly folds: StreamFolds;
  private readonly keys = new DestroyedKeys();

  constructor(private readonly log: LogToVerify) {
    this.findings = new Findings(log.most ?? mostTold);
    this.order = new LogOrder(0n, log.gapless);
    this.folds = new StreamFolds(log.store, log.signal);
  }

  get streams(): number {
    return this.order.heads.size;
  }

  /** @param begin as of {@link EventStore.begin}: a copied log leaves one position free behind those of the log it was copied from */
  begin(begin: bigint): void {
    this.order = new LogOrder(begin === 0n ? 0n : begin + 1n, this.log.gapless);
  }

  async page(events: readonly StoredText[]): Promise<void> {
    const checked = events.map(checkEvent);
    // All at once, so that a vault behind a network can answer them together.
    const opened = await Promise.all(checked.map((event) => this.open(event)));
    for (const [i, event] of checked.entries()) {
      const problems = [...this.order.follow(event), ...event.problems, ...(opened[i] ?? [])];
      if (event.isReadable && event.stored && event.named && Object.hasOwn(event.named.kind.events, event.text.type))
        if (!(await this.folds.goesOn(event.named, event.stored)))
          problems.push({ kind: 'not-foldable', says: 'its data is not what rules can go on from: members are missing or of another kind' });
      for (const problem of problems) this.findings.add({ ...placeOf(event.text), ...problem });
    }
    this.events += events.length;
  }

  /** What only the whole log tells. */
  async end(): Promise<void> {
    for await (const finding of this.keys.disagreements(this.log.store, this.log.personalData)) this.findings.add(finding);
  }

  /** Opens and lifts it, and says why that cannot be done. */
  private async open({ stored, isReadable, problems, text }: CheckedEvent): Promise<readonly Problem[]> {
    if (!stored || !isReadable || problems.some(({ kind }) => kind === 'sealed-part')) return [];
    try {
      const opened = await patiently(() => this.log.personalData.open(stored), this.log.signal);
      this.keys.note(opened, placeOf(text));
      return [];
    } catch (error) {
      if (error instanceof KeyVaultUnavailable || this.log.signal?.aborted) throw error;
      if (error instanceof UnknownKey)
        return [{ kind: 'unknown-key', says: `the vault knows no key ${JSON.stringify(error.keyId)}: it is older than the log, or another one` }];
      // Of the vault itself, whose messages name no person: the key is there, and its row is damaged.
      if (error instanceof Error && error.name === 'KeyVaultUnusable') return [{ kind: 'unknown-key', says: `its key cannot be had: ${error.message}` }];
      return [
        { kind: 'sealed-part', says: 'its sealed part does not open: it, its stream, type, version, tenant or id was changed, or it is another event’s' },
      ];
    }
  }
}

const placeOf = ({ stream, revision, position, type }: StoredText): Place => ({ stream, revision, position: position.toString(), type });
