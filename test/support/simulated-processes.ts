import { type Held, type Holding, type LeaseHolder, Leases, pause, type Timers, whileHolding } from '@kith/application';
import type { VirtualTime } from './webhooks';

/** How the leases answer: as they should, not at all until later, with an error, or with an error after having done it. */
export type Reach = 'up' | 'hanging' | 'refusing' | 'losing-answers';

/** Leases kept by one server whose clock is the test's. */
export class SimulatedLeases extends Leases {
  reach: Reach = 'up';
  private readonly kept = new Map<string, { holder: string; until: number; status: object | null; at: number; requests: string[] }>();
  private hanging: (() => void)[] = [];

  constructor(private readonly time: VirtualTime) {
    super();
  }

  /** What hung is done now, late. */
  come(reach: Reach): void {
    this.reach = reach;
    if (reach !== 'hanging') for (const go of this.hanging.splice(0)) go();
  }

  override hold(name: string, holder: string, forMs: number, status: object | null): Promise<readonly string[] | undefined> {
    return this.answer(() => {
      const now = this.time.now();
      const lease = this.kept.get(name);
      if (lease && lease.until > now && lease.holder !== holder) return undefined;
      this.kept.set(name, { holder, until: now + forMs, status, at: now, requests: [] });
      return lease?.holder === holder ? lease.requests : [];
    });
  }

  override release(name: string, holder: string): Promise<void> {
    return this.answer(() => {
      if (this.kept.get(name)?.holder === holder) this.kept.delete(name);
    });
  }

  override find(name: string): Promise<LeaseHolder | undefined> {
    return this.answer(() => {
      const lease = this.kept.get(name);
      return lease && lease.until > this.time.now() ? { holder: lease.holder, status: lease.status, ageMs: this.time.now() - lease.at } : undefined;
    });
  }

  override ask(name: string, request: string): Promise<boolean> {
    return this.answer(() => this.kept.get(name)?.requests.push(request) !== undefined);
  }

  override async close(): Promise<void> {}

  private async answer<T>(work: () => T): Promise<T> {
    const { reach } = this;
    if (reach === 'refusing') throw new Error('connection refused');
    if (reach === 'hanging') await new Promise<void>((resolve) => this.hanging.push(resolve));
    const answer = work();
    if (reach === 'losing-answers') throw new Error('connection lost');
    return answer;
  }
}

/** A process that can be frozen, so that nothing happens in it until it wakes, and killed, so that it never does. */
export class SimulatedProcess {
  holding: Holding = { state: 'standby', holder: undefined };
  /** Set while the work runs, also while the process is frozen. */
  held: Held | undefined;
  readonly requests: string[] = [];
  readonly failures: unknown[] = [];
  private state: 'running' | 'frozen' | 'dead' = 'running';
  private waking: (() => void)[] = [];
  private wokeWith: Held | undefined;
  private readonly stopping = new AbortController();
  private readonly ended: Promise<void>;
  private readonly timers: Timers;

  /** @param endingMs how long its work goes on after it was told to end */
  constructor(
    readonly name: string,
    time: VirtualTime,
    leases: Leases,
    onWork: (process: SimulatedProcess) => void,
    private readonly endingMs = 0,
    work: (held: Held) => Promise<void> = (held) => this.work(held),
  ) {
    this.timers = {
      after: (ms, run) => {
        let called = true;
        const cancel = time.after(ms, () => this.whenRunning(() => called && run()));
        return () => {
          called = false;
          cancel();
        };
      },
    };
    this.ended = whileHolding(
      this.across(leases),
      'projector',
      name,
      async (held) => {
        this.held = held;
        held.onRequest((request) => this.requests.push(request));
        onWork(this);
        try {
          await work(held);
        } finally {
          this.held = undefined;
        }
      },
      {
        signal: this.stopping.signal,
        timers: this.timers,
        now: () => time.now(),
        onChange: (holding) => {
          this.holding = holding;
        },
        onFailure: (error) => this.failures.push(error),
      },
    );
  }

  /** Whether it is doing the work at this moment. Who wakes and was told to end at once is on its way out. */
  get working(): boolean {
    return this.held !== undefined && this.state === 'running' && !(this.held === this.wokeWith && this.held.signal.aborted);
  }

  get running(): boolean {
    return this.state === 'running';
  }

  get dead(): boolean {
    return this.state === 'dead';
  }

  freeze(): void {
    if (this.state === 'running') this.state = 'frozen';
  }

  thaw(): void {
    if (this.state !== 'frozen') return;
    this.state = 'running';
    this.wokeWith = this.held;
    for (const go of this.waking.splice(0)) go();
  }

  kill(): void {
    this.state = 'dead';
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  private whenRunning(work: () => void): void {
    if (this.state === 'running') work();
    else if (this.state === 'frozen') this.waking.push(work);
  }

  private async work({ signal }: Held): Promise<void> {
    await pause(this.timers, 1_000_000_000, signal);
    if (this.endingMs > 0) await pause(this.timers, this.endingMs, new AbortController().signal);
  }

  /** The leases as this process reaches them: asked, and answers taken in, when it is not frozen. */
  private across(leases: Leases): Leases {
    const here = <T>(ask: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        this.whenRunning(() => {
          ask().then(
            (value) => this.whenRunning(() => resolve(value)),
            (error: unknown) => this.whenRunning(() => reject(error)),
          );
        });
      });
    return {
      hold: (...asked) => here(() => leases.hold(...asked)),
      release: (...asked) => here(() => leases.release(...asked)),
      find: (...asked) => here(() => leases.find(...asked)),
      ask: (...asked) => here(() => leases.ask(...asked)),
      close: async () => undefined,
    };
  }
}
