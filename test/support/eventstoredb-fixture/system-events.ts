import { randomUUID } from 'node:crypto';
import { type LogRecord, type ProposedEvent, proposed } from './records';

interface SystemEvent {
  readonly stream: string;
  readonly event: ProposedEvent;
}

/** How many appends lie between two system events. */
const everyAppends = 7;

/**
 * What a server writes into $all by itself: users and settings first, then statistics, links of the category projection,
 * and metadata of streams. An application that reads $all must pass over them.
 */
export class SystemEvents {
  #appends = 0;

  first(): readonly SystemEvent[] {
    return [
      { stream: '$users', event: proposed('$UserCreated', JSON.stringify({ loginName: 'admin' })) },
      { stream: '$user-admin', event: proposed('$UserCreated', JSON.stringify({ loginName: 'admin', groups: ['$admins'] })) },
      { stream: '$$$stats-127.0.0.1:2113', event: proposed('$metadata', JSON.stringify({ $maxAge: 86_400 })) },
    ];
  }

  /** What follows the last event of an append, now and then. */
  after({ stream, revision, type }: LogRecord): readonly SystemEvent[] {
    this.#appends += 1;
    if (this.#appends % everyAppends !== 0) return [];
    const category = stream.split('-', 1)[0] ?? stream;
    switch ((this.#appends / everyAppends) % 4) {
      case 0:
        return [{ stream: '$stats-127.0.0.1:2113', event: proposed('$statsCollected', JSON.stringify({ 'proc-cpu': 1, 'es-writer-lastFlushSize': 512 })) }];
      case 1:
        return [{ stream: `$ce-${category}`, event: link(`${revision}@${stream}`) }];
      case 2:
        return [{ stream: `$$${stream}`, event: proposed('$metadata', JSON.stringify({ $maxCount: 100_000 })) }];
      default:
        return [
          { stream: `$et-${type}`, event: link(`${revision}@${stream}`) },
          { stream: '$streams', event: link(`0@${stream}`) },
        ];
    }
  }
}

function link(target: string): ProposedEvent {
  return { id: randomUUID(), type: '$>', isJson: false, data: Buffer.from(target), metadata: Buffer.from('{"$v":"2:-1:1:4","$c":1}') };
}
