import { KeyVault } from '@kith/application';
import { Inject, Injectable } from '@nestjs/common';
import { MeasuredEventStore } from '../parts/measured-event-store';
import { RunningParts } from '../parts/running-parts';
import type { HealthAnswer, ProjectionHealth, ReactorHealth, WebhooksHealth } from './health.dto';

/** A read model whose oldest missing event is older than this answers with yesterday's news. Seconds. */
const maxLagSeconds = 60;
/** A tenant that every engine has; whether its secret opens tells whether the vault reads. */
const someTenant = 'default';

/** How every part of the engine is. Positions, types and names of parts only: anybody may read it. */
@Injectable()
export class Health {
  constructor(
    @Inject(MeasuredEventStore) private readonly store: MeasuredEventStore,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(RunningParts) private readonly parts: RunningParts,
  ) {}

  async ready(): Promise<HealthAnswer> {
    const projections = this.projections();
    const reactors = this.reactors();
    const eventStore = await this.eventStore();
    const keyVault = (await works(() => this.vault.tenantSecret(someTenant))) ? ('ok' as const) : ('unavailable' as const);
    const ready =
      eventStore.status === 'ok' &&
      keyVault === 'ok' &&
      projections.length > 0 &&
      projections.every(({ status }) => status === 'ok') &&
      reactors.length > 0 &&
      reactors.every(({ status }) => status === 'ok');
    return { status: ready ? 'ready' : 'not-ready', eventStore, keyVault: { status: keyVault }, projections, reactors, webhooks: this.webhooks() };
  }

  projections(): ProjectionHealth[] {
    return (this.parts.projector?.statuses() ?? []).map(({ name, state, position, stopped, lag }) => ({
      name,
      status: stopped ? 'stopped' : lag.seconds > maxLagSeconds ? 'behind' : 'ok',
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
    return (this.parts.reactor?.statuses() ?? []).map(({ name, position, stopped }) => ({
      name,
      status: stopped ? 'stopped' : 'ok',
      position: position.toString(),
      stopped: stopped ? { position: stopped.position.toString(), type: stopped.type, reason: stopped.reason, attempts: stopped.attempts } : null,
    }));
  }

  /** Shown, but the engine is as ready without them: what is not delivered now is delivered later. */
  private webhooks(): WebhooksHealth {
    const status = this.parts.webhooks?.status();
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

async function works(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt();
    return true;
  } catch {
    return false;
  }
}
