import type { TransferListItem } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Metrics } from '../http/metrics';
import type { Elsewhere, SharedWork } from './elsewhere';
import type { SharedPlaces, ThreadPlaces } from './places';
import { type WorkStatus, workElsewhere } from './running-parts';
import { Thread } from './thread';

/** What every thread that does shared work tells: how the work goes, now and then, whether it does it or stands by, and what went wrong. */
export type FromWork<Status> =
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'standing'; readonly standing: 'working' | 'standby' }
  /** Work ended by itself; it begins again, here or elsewhere. `error` is its kind. */
  | { readonly kind: 'failed'; readonly error: string };

export interface WorkInThreadOptions<Status, Message> {
  readonly name: SharedWork;
  /** File beside the entry of the engine, without extension. */
  readonly file: string;
  readonly shared: SharedPlaces;
  /** What the thread is started with beside the places. */
  readonly data?: object;
  readonly elsewhere: Elsewhere;
  readonly onStatus?: (status: Status) => void;
  /** What else it tells. */
  readonly onMessage?: (message: Message) => void;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Shared work in a thread of its own: done there, or stood by for. */
export class WorkInThread<Status, Message extends { readonly kind: string } = never> {
  private latest: Status | undefined;
  private standing: 'working' | 'standby' = 'standby';
  private readonly thread: Thread<FromWork<Status> | Message>;

  constructor(private readonly options: WorkInThreadOptions<Status, Message>) {
    const { name, file, shared, data = {}, log, metrics } = options;
    this.thread = new Thread<FromWork<Status> | Message>({
      name,
      file,
      start: (): { data: ThreadPlaces; transfer: readonly TransferListItem[] } => {
        this.standing = 'standby';
        return shared.forThread(data);
      },
      onMessage: (message) => this.hear(message),
      log,
      metrics,
    });
  }

  work(): WorkStatus<Status> {
    if (!this.thread.alive) return { standing: this.standing, status: undefined, ageMs: 0 };
    if (this.standing === 'working') return { standing: 'working', status: this.latest, ageMs: 0 };
    return workElsewhere(this.options.elsewhere, this.options.name, 'standby');
  }

  /** Tells the thread when it does the work, and else whoever does: what is asked is `request` there. */
  ask(message: object, request: string): void {
    if (this.standing === 'working') this.send(message);
    else this.options.elsewhere.ask(this.options.name, request).catch(() => undefined);
  }

  send(message: object): void {
    this.thread.send(message);
  }

  stop(): Promise<void> {
    return this.thread.stop();
  }

  private hear(message: FromWork<Status> | Message): void {
    const { name, onStatus, onMessage, log } = this.options;
    switch (message.kind) {
      case 'status':
        this.latest = (message as { status: Status }).status;
        onStatus?.(this.latest);
        break;
      case 'standing':
        ({ standing: this.standing } = message as { standing: 'working' | 'standby' });
        log.info({ work: name, standing: this.standing }, this.standing === 'working' ? 'does the work from here on' : 'stands by');
        break;
      case 'failed':
        this.options.metrics.restarted(name);
        log.error({ work: name, error: (message as { error: string }).error }, 'work ended by itself and begins again');
        break;
      default:
        onMessage?.(message as Message);
    }
  }
}
