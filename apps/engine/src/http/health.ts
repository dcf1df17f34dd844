import { KeyVault, UnknownKey } from '@kith/application';
import { ReadDatabase } from '@kith/read-models';
import { Inject, Injectable } from '@nestjs/common';
import { sharedWork } from '../parts/elsewhere';
import { MeasuredEventStore } from '../parts/measured-event-store';
import { RunningParts, RunsHere, ShownMoment } from '../parts/running-parts';
import type { HealthAnswer, ProjectionHealth, ReactorHealth, WebhooksHealth, WorkHealth } from './health.dto';

/** A read model whose oldest missing event is older than this answers with yesterday's news. Seconds. */
const maxLagSeconds = 60;
/** An id that no key has: that it is unknown tells that the vault answers. */
const nobodysKey = '00000000-0000-7000-8000-000000000000';
/** A server that does not answer in this time is away. Milliseconds. */
const answerMs = 3_000;

/** Work of another process that has said nothing for so long is done by nobody. Milliseconds. */
const silentMs = 60_000;

/** How every part of the engine is. Positions, types and names of parts only: anybody may read it. */
@Injectable()
export class Health {
  constructor(
    @Inject(MeasuredEventStore) private readonly store: MeasuredEventStore,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(ReadDatabase) private readonly readDatabase: ReadDatabase,
    @Inject(RunningParts) private readonly parts: RunningParts,
    @Inject(RunsHere) private readonly here: RunsHere,
    @Inject(ShownMoment) private readonly moment: ShownMoment,
  ) {}

  async ready(): Promise<HealthAnswer> {
    const projections = this.projections();
    const reactors = this.reactors();
    const [eventStore, keyVault, readModels] = await Promise.all([
      this.eventStore(),
      works(() => this.vault.find(nobodysKey), UnknownKey),
      works(() => this.readDatabase.offered()),
    ]);
    const runs = this.here.parts;
    const ready =
      eventStore.status === 'ok' &&
      keyVault &&
      readModels &&
      // Who only reacts needs no read model to be up to date but those it asks, and who only answers needs no reactor.
      (!(runs.includes('api') || runs.includes('projector')) || allWell(projections)) &&
      (!runs.includes('reactor') || allWell(reactors));
    return {
      status: ready ? 'ready' : 'not-ready',
      replay: this.moment.of ? { position: this.moment.of.position.toString(), asked: this.moment.of.asked } : null,
      eventStore,
      keyVault: { status: keyVault ? 'ok' : 'unavailable' },
      readModels: { status: readModels ? 'ok' : 'unavailable' },
      work: this.work(),
      projections,
      reactors,
      webhooks: this.webhooks(),
    };
  }

  projections(): ProjectionHealth[] {
    const { status = [], ageMs } = this.parts.projector?.work() ?? unknownWork;
    return status.map(({ name, state, position, stopped, lag }) => ({
      name,
      status: stopped ? 'stopped' : lag.seconds > maxLagSeconds || ageMs > silentMs ? 'behind' : 'ok',
      state,
      position: position.toString(),
      lagEvents: Number(lag.events),
      lagSeconds: lag.seconds,
      stopped: stopped
        ? {
            position: stopped.position.toString(),
            type: stopped.type,
            reason: stopped.reason,
            attempts: stopped.attempts,
            since: new Date(stopped.since).toISOString(),
            retryAt: new Date(stopped.retryAt).toISOString(),
          }
        : null,
    }));
  }

  reactors(): ReactorHealth[] {
    const { status = [] } = this.parts.reactor?.work() ?? unknownWork;
    return status.map(({ name, position, stopped }) => ({
      name,
      status: stopped ? 'stopped' : 'ok',
      position: position.toString(),
      stopped: stopped ? { position: stopped.position.toString(), type: stopped.type, reason: stopped.reason, attempts: stopped.attempts } : null,
    }));
  }

  /** Who does what. */
  private work(): WorkHealth[] {
    return sharedWork.map((name) => {
      const { standing, status, ageMs } = this.parts[name]?.work() ?? unknownWork;
      return { name, standing, saidSecondsAgo: status === undefined ? null : Math.round(ageMs / 1_000) };
    });
  }

  /** Shown, but the engine is as ready without them: what is not delivered now is delivered later. */
  private webhooks(): WebhooksHealth {
    const status = this.parts.webhooks?.work().status;
    if (!status) return { status: 'starting', pending: 0, lagSeconds: 0, reason: null };
    const { pending, lagSeconds, trouble } = status;
    return { status: trouble === undefined ? 'ok' : 'troubled', pending, lagSeconds, reason: trouble ?? null };
  }

  private async eventStore(): Promise<HealthAnswer['eventStore']> {
    let head: bigint | undefined;
    const readable = await works(async () => {
      head = await this.store.head();
    });
    return { status: readable && this.store.writable ? 'ok' : 'unavailable', writable: this.store.writable, head: head?.toString() ?? null };
  }
}

const unknownWork = { standing: 'standby', status: undefined, ageMs: 0 } as const;

const allWell = (parts: readonly { readonly status: string }[]): boolean => parts.length > 0 && parts.every(({ status }) => status === 'ok');

/** Whether it ends in time, and well; `expected` is an error that is as good. */
async function works(attempt: () => Promise<unknown>, expected?: new (...parameters: never[]) => Error): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), answerMs);
  });
  const well = attempt().then(
    () => true,
    (error: unknown) => expected !== undefined && error instanceof expected,
  );
  try {
    return await Promise.race([well, late]);
  } finally {
    clearTimeout(timer);
  }
}
