import { AdvanceRevert, contactPointEvents, endUserEvents, type ImportJob, type ImportKept, idInStream, importJob, streamOf } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, type StoredEvent } from '../event-store';
import { Identifiers } from '../identifiers';
import { Runner } from '../run';
import { placeInCopy } from '../webhook/place-in-copy';
import { DailyUse } from './daily-use';
import { importsKept } from './imports-kept';
import { RevertEndUser, type Stretch, type TakenBack } from './revert-end-user';
import { RevertOrganization } from './revert-organization';
import { Reverting } from './reverting';

/** An undoing as it goes on. */
interface UnderWay {
  readonly reverting: Reverting;
  readonly state: ImportJob;
  /** Everything up to here in this log is undone. */
  readonly after: bigint;
}

/** What the events of end users and their contact points are called. */
const typesOfPeople = Object.keys({ ...endUserEvents, ...contactPointEvents });

/**
 * Undoes imports: goes through the log from the first event of an import to the one that began its undoing, and takes back what it did, end
 * user by end user where each is first met; the organizations that it created last. Each page is told by an event, from which it goes on.
 */
@Injectable()
export class RevertWork {
  /** Events that are looked at before it is told how far the work has come. */
  readonly pageLimit: number = 1_000;
  /** End users that are worked on at once: a store takes their appends together. */
  readonly atOnce: number = 16;
  /** A page ends early when it has so much to tell: an event is bounded. */
  readonly keptLimit: number = 1_500;

  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(DailyUse) private readonly use: DailyUse,
    @Inject(RevertEndUser) private readonly endUsers: RevertEndUser,
    @Inject(RevertOrganization) private readonly organizations: RevertOrganization,
  ) {}

  /**
   * Does the next page; `done` when there is nothing more to do, also because it was never asked for. Cut off anywhere and done again, it
   * comes to the same. One at a time for each import.
   * @throws HeldPointsBehind while the read models are too far behind the log: nothing is lost, try again later
   */
  async advance(tenant: string, importId: string): Promise<'more' | 'done'> {
    const underWay = await this.underWay(tenant, importId);
    if (!underWay) return 'done';
    const { reverting, after } = underWay;
    return after < reverting.until ? this.people(underWay) : this.organizationsOf(underWay);
  }

  /** Undefined unless it is being undone. */
  private async underWay(tenant: string, importId: string): Promise<UnderWay | undefined> {
    const stream = streamOf.import(tenant, importId);
    const { state } = await this.runner.load(importJob, stream);
    if (state.status !== 'reverting') return undefined;
    const [started] = await this.store.readStream(stream, { limit: 1 });
    const begun = await this.begunIn(stream);
    if (!started || !begun) throw new Error('an import is being undone that never began to be');
    const reverting = new Reverting(tenant, importId, await this.identifiers.of(tenant), started.position, begun.metadata, begun.position);
    return { reverting, state, after: await this.placeOf(BigInt(state.revertedTo), reverting.from) };
  }

  private async begunIn(stream: string): Promise<StoredEvent | undefined> {
    for (let from = 0; ; from += this.pageLimit) {
      const events = await this.store.readStream(stream, { from, limit: this.pageLimit });
      const begun = events.find(({ type }) => type === 'ImportRevertStarted');
      if (begun || events.length < this.pageLimit) return begun;
    }
  }

  /** Where this log is to be read on. In a copy what was reached before has another position. */
  private async placeOf(reached: bigint, from: bigint): Promise<bigint> {
    if (reached === 0n) return from;
    if (reached > (await this.store.begin())) return reached;
    const { place } = await placeInCopy(this.store, reached, new Set());
    return place > from ? place : from;
  }

  private async people(underWay: UnderWay): Promise<'more'> {
    const { reverting, after } = underWay;
    const upTo = await this.runner.head();
    await this.use.reached(upTo);
    const page = await this.store.readAll({ after, limit: this.pageLimit, types: typesOfPeople });
    const events = page.events.filter(({ position }) => position < reverting.until);
    const end = page.upTo < reverting.until ? page.upTo : reverting.until;
    const met = metIn(events.filter(reverting.isOwn));
    const found = new Map<string, TakenBack>();
    let to = end;
    for (let i = 0; i < met.length; i += this.atOnce) {
      const some = met.slice(i, i + this.atOnce);
      const outcomes = await Promise.all(some.map(({ id }) => this.endUsers.takeBack(reverting, id, { after, to: end }, upTo)));
      for (const [j, outcome] of outcomes.entries()) if (outcome) found.set(some[j]?.id ?? '', outcome);
      const next = met[i + this.atOnce];
      if (!next || sum(found) < this.keptLimit) continue;
      to = events.findLast(({ position }) => position < next.position)?.position ?? end;
      break;
    }
    await this.confirm(reverting, { after, to: end }, found);
    const kept = [...found].flatMap(([id, outcome]) => outcome.kept.map((part): ImportKept => ({ kind: 'end-user', id, ...part })));
    const undone = [...found.values()].filter((outcome) => outcome.undone).length;
    await this.tell(underWay, to, undone, kept);
    return 'more';
  }

  /** Looks once more at those who were deleted or gave something back: who had just used it lost nothing by that. */
  private async confirm(reverting: Reverting, within: Stretch, found: Map<string, TakenBack>): Promise<void> {
    const open = [...found].filter(([, outcome]) => outcome.isToConfirm).map(([id]) => id);
    if (open.length === 0) return;
    const upTo = await this.runner.head();
    await this.use.reached(upTo);
    for (let i = 0; i < open.length; i += this.atOnce)
      await Promise.all(
        open.slice(i, i + this.atOnce).map(async (id) => {
          const outcome = await this.endUsers.takeBack(reverting, id, within, upTo);
          if (outcome) found.set(id, outcome);
        }),
      );
  }

  /** All of them are told in the end at the latest; those that are kept as soon as there are many. */
  private async organizationsOf(underWay: UnderWay): Promise<'more' | 'done'> {
    const { reverting, state } = underWay;
    const { tenant, importId } = reverting;
    const told = new Set<string>();
    for await (const { kind, id } of importsKept(this.store, tenant, importId)) if (kind === 'organization') told.add(id);
    const upTo = await this.runner.head();
    await this.use.reached(upTo);
    const kept: ImportKept[] = [];
    let undone = 0;
    for await (const id of this.created(reverting)) {
      if (told.has(id)) continue;
      const outcome = await this.organizations.takeBack(reverting, id, upTo);
      if (outcome === 'undone') undone += 1;
      else if (outcome) kept.push({ kind: 'organization', id, field: '', code: outcome });
      if (kept.length < this.keptLimit) continue;
      await this.tell(underWay, BigInt(state.revertedTo), 0, kept);
      return 'more';
    }
    await this.tell(underWay, null, undone, kept);
    return 'done';
  }

  private async *created(reverting: Reverting): AsyncGenerator<string, void, undefined> {
    for (let after = reverting.from; after < reverting.until; ) {
      const page = await this.store.readAll({ after, limit: this.pageLimit, types: ['OrganizationCreated'] });
      for (const event of page.events) if (event.position < reverting.until && reverting.isOwn(event)) yield idInStream(event.stream);
      after = page.upTo;
      if (page.atHead) return;
    }
  }

  private async tell({ reverting, state }: UnderWay, to: bigint | null, undone: number, kept: readonly ImportKept[]): Promise<void> {
    const { tenant, importId } = reverting;
    const step = new AdvanceRevert(tenant, importId, state.revertedTo, to === null ? null : String(to), undone, kept);
    await this.runner.once(importJob, step, reverting.word(`page.${state.revertedTo}.${state.kept}.${to === null ? 'end' : 'on'}`));
  }
}

/** The end users that these events are about, each with the first of them, in the order of the log. */
function metIn(events: readonly StoredEvent[]): readonly { readonly id: string; readonly position: bigint }[] {
  const met = new Map<string, bigint>();
  for (const { stream, data, position } of events) {
    const id = stream.startsWith('endUser-') ? idInStream(stream) : data.endUserId;
    if (typeof id === 'string' && !met.has(id)) met.set(id, position);
  }
  return [...met].map(([id, position]) => ({ id, position }));
}

const sum = (found: ReadonlyMap<string, TakenBack>): number => [...found.values()].reduce((all, { kept }) => all + kept.length, 0);
