import type { WebhooksStatus } from '@kith/application';
import { type ProjectionStatus, projectionNames } from '@kith/read-models';
import { ProjectorPart, ReactorPart, WebhookPart, type WorkStatus } from './running-parts';

/** In a past moment nothing is done: its read models are whole, and what was to be done then is done elsewhere, or was long ago. */
export class ProjectorAtRest extends ProjectorPart {
  constructor(private readonly position: bigint) {
    super();
  }
  override work(): WorkStatus<readonly ProjectionStatus[]> {
    const whole = { state: 'in-step', position: this.position, stopped: undefined, lag: { events: 0n, seconds: 0 } } as const;
    return { standing: 'elsewhere', status: projectionNames.map((name) => ({ name, ...whole })), ageMs: 0 };
  }
  override retry(): void {}
  override async stop(): Promise<void> {}
}

export class ReactorAtRest extends ReactorPart {
  override work(): WorkStatus<never> {
    return { standing: 'elsewhere', status: undefined, ageMs: 0 };
  }
  override async swap(): Promise<void> {}
  override async stop(): Promise<void> {}
}

export class WebhooksAtRest extends WebhookPart {
  constructor(private readonly position: bigint) {
    super();
  }
  override work(): WorkStatus<WebhooksStatus> {
    const nothing = { active: 0, pending: 0, lagSeconds: 0, tried: { delivered: 0, failed: 0, dead: 0 }, trouble: undefined };
    return { standing: 'elsewhere', status: { position: this.position, ...nothing }, ageMs: 0 };
  }
  override look(): void {}
  override async stop(): Promise<void> {}
}
