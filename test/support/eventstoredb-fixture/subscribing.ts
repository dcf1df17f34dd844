import { randomUUID } from 'node:crypto';
import { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { failures } from './failures';
import type { Node } from './node';
import { streamName } from './proposals';
import { checkpointAnswer, eventAnswer, resolvedAnswer } from './read-answers';
import { end, type ReadCall, send, survive } from './read-call';
import { allStart, exclusiveIndex, filterOf, pageSize, streamStart } from './read-range';
import type { LogRecord } from './records';

/** What a subscription sees: a list of events that grows, and whether one of them is for it. */
interface View {
  readonly records: readonly LogRecord[];
  next: number;
  readonly passes?: ((record: LogRecord) => boolean) | undefined;
  /** Looked-at events between two checkpoints; without a filter there are none. */
  readonly checkpointEvery?: number;
}

/** Sends what follows a position, and what is appended later, until the client or a fault ends it. */
export async function subscribe(node: Node, call: ReadCall, options: ReadReq.Options): Promise<void> {
  const view = options.getStream() === undefined ? allView(node, options) : streamView(node, options);
  if (view === undefined) return end(call, failures.streamDeleted(streamName(options.getStream()?.getStreamIdentifier())));
  await send(call, new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID())));
  const resolve = options.getResolveLinks();
  const wake = new Alarm();
  const stops = [node.log.listen(wake.ring), node.faults.listen(wake.ring)];
  call.on('cancelled', wake.ring);
  call.on('close', wake.ring);
  let sinceCheckpoint = 0;
  let live = false;
  try {
    while (!call.cancelled && !call.destroyed) {
      const struck = node.faults.strike('subscriptions');
      if (struck !== undefined && !(await survive(node, call, struck))) return;
      // A real server keeps so many live events for a subscriber; one that is further behind reads on from the log and is told again when it has caught up.
      const behind = !live || view.records.length - view.next > pageSize;
      let last: LogRecord | undefined;
      for (let record = view.records[view.next]; record !== undefined && !call.cancelled; record = view.records[view.next]) {
        view.next += 1;
        last = record;
        if (view.passes === undefined || view.passes(record)) await send(call, resolve ? resolvedAnswer(node.log, record) : eventAnswer(record));
        sinceCheckpoint += 1;
        if (view.checkpointEvery === undefined || sinceCheckpoint < view.checkpointEvery) continue;
        sinceCheckpoint = 0;
        await send(call, checkpointAnswer(record));
      }
      if (behind && view.checkpointEvery !== undefined && last !== undefined && sinceCheckpoint > 0) await send(call, checkpointAnswer(last));
      if (behind) await send(call, new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
      live = true;
      if (view.next >= view.records.length) await wake.rung();
    }
  } finally {
    for (const stop of stops) stop();
  }
}

function allView(node: Node, options: ReadReq.Options): View {
  const all = options.getAll() ?? new ReadReq.Options.AllOptions();
  const view: View = { records: node.log.records, next: exclusiveIndex(node.log, allStart(all)), passes: filterOf(options) };
  const filter = options.getFilter();
  if (filter === undefined) return view;
  return { ...view, checkpointEvery: Math.max(1, filter.getCheckpointintervalmultiplier()) * (filter.hasMax() ? filter.getMax() : pageSize) };
}

function streamView(node: Node, options: ReadReq.Options): View | undefined {
  const stream = options.getStream();
  const name = streamName(stream?.getStreamIdentifier());
  if (stream === undefined || node.log.stream(name) === 'deleted') return undefined;
  const start = streamStart(stream);
  const records = node.log.growing(name);
  return { records, next: start === 'start' ? 0 : start === 'end' ? records.length : start + 1 };
}

/** Wakes a waiting loop; a ring while nobody waits is kept. */
class Alarm {
  #rang = false;
  #wake: (() => void) | undefined;

  readonly ring = (): void => {
    this.#rang = true;
    this.#wake?.();
  };

  async rung(): Promise<void> {
    if (!this.#rang)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    this.#wake = undefined;
    this.#rang = false;
  }
}
