import type { ReactorStatus, WebhooksStatus } from '@kith/application';
import type { ProjectionName, ProjectionStatus } from '@kith/read-models';
import type { Elsewhere } from './elsewhere';
import { ProjectorPart, ReactorPart, WebhookPart, type WorkStatus, workElsewhere } from './running-parts';

/** Parts that this process does not run: what is asked of them is passed on. */
export class ProjectorElsewhere extends ProjectorPart {
  constructor(private readonly elsewhere: Elsewhere) {
    super();
  }
  override work(): WorkStatus<readonly ProjectionStatus[]> {
    return workElsewhere(this.elsewhere, 'projector', 'elsewhere');
  }
  override retry(name: ProjectionName): void {
    this.elsewhere.ask('projector', name).catch(() => undefined);
  }
  override async stop(): Promise<void> {}
}

export class ReactorElsewhere extends ReactorPart {
  constructor(private readonly elsewhere: Elsewhere) {
    super();
  }
  override work(): WorkStatus<readonly ReactorStatus[]> {
    return workElsewhere(this.elsewhere, 'reactor', 'elsewhere');
  }
  override async swap(): Promise<void> {}
  override async stop(): Promise<void> {}
}

export class WebhooksElsewhere extends WebhookPart {
  constructor(private readonly elsewhere: Elsewhere) {
    super();
  }
  override work(): WorkStatus<WebhooksStatus> {
    return workElsewhere(this.elsewhere, 'webhooks', 'elsewhere');
  }
  override look(webhookId: string): void {
    this.elsewhere.ask('webhooks', webhookId).catch(() => undefined);
  }
  override async stop(): Promise<void> {}
}
