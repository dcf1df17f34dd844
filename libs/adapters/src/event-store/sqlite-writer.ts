import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { GroupCommit } from './sqlite-commit';
import type { FromWriter, Outcome, ToWriter, ToWriterThread, WriterThreadData, WrittenAppend } from './sqlite-protocol';

/** A group is bounded so that its first append does not wait for a whole backlog, nor the transaction outgrow the cache. */
const maxGroupAppends = 1000;
const maxGroupCharacters = 8 * 1024 * 1024;

/** The one writer of an event file: whatever arrives while a commit runs goes into the next one. */
class Writer {
  private queue: { port: MessagePort; append: WrittenAppend }[] = [];
  private readonly wakeAfter = new Map<MessagePort, number>();
  private readonly clients = new Set<MessagePort>();
  private scheduled = false;
  private closing = false;

  constructor(
    private readonly log: GroupCommit,
    private readonly owner: MessagePort,
  ) {}

  serve(port: MessagePort): void {
    this.clients.add(port);
    port.on('message', (message: ToWriter) => {
      if ('appends' in message) for (const append of message.appends) this.queue.push({ port, append });
      else this.wake(port, message.wakeAfter);
      this.schedule();
    });
    port.on('close', () => {
      this.clients.delete(port);
      this.wakeAfter.delete(port);
    });
  }

  close(): void {
    this.closing = true;
    this.schedule();
  }

  /** After the poll phase, so that all messages which arrived together make one group. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      if (this.queue.length > 0) this.commitGroup();
      if (this.queue.length > 0) this.schedule();
      else if (this.closing) this.end();
    });
  }

  private commitGroup(): void {
    const group = this.queue.splice(0, this.groupLength());
    const outcomes = this.log.commit(group.map(({ append }) => append));
    const answers = new Map<MessagePort, [number, Outcome][]>();
    group.forEach(({ port, append }, i) => {
      const own = answers.get(port) ?? [];
      own.push([append.id, outcomes[i] as Outcome]);
      answers.set(port, own);
    });
    for (const [port, after] of this.wakeAfter) if (this.log.head > after && !answers.has(port)) answers.set(port, []);
    for (const [port, own] of answers) this.tell(port, own);
  }

  private groupLength(): number {
    let characters = 0;
    let length = 0;
    while (length < this.queue.length && length < maxGroupAppends && characters < maxGroupCharacters) {
      const append = this.queue[length]?.append;
      for (const { events } of append ? [append, ...(append.then ?? [])] : []) for (const text of events) characters += text.length;
      length += 1;
    }
    return length;
  }

  private wake(port: MessagePort, after: number): void {
    this.wakeAfter.set(port, after);
    if (this.log.head > after) this.tell(port, []);
  }

  private tell(port: MessagePort, outcomes: FromWriter['outcomes']): void {
    const { head } = this.log;
    if (head > (this.wakeAfter.get(port) ?? Number.POSITIVE_INFINITY)) this.wakeAfter.delete(port);
    port.postMessage({ head, outcomes } satisfies FromWriter);
  }

  private end(): void {
    this.log.close();
    for (const port of this.clients) port.close();
    this.owner.close();
  }
}

if (parentPort) {
  const { folder } = workerData as WriterThreadData;
  const log = new GroupCommit(folder);
  log.prepare();
  const writer = new Writer(log, parentPort);
  parentPort.on('message', (message: ToWriterThread) => {
    if ('client' in message) writer.serve(message.client);
    else writer.close();
  });
}
