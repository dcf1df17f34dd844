import type { ReactorStatus, WebhooksStatus } from '@kith/application';
import { Injectable } from '@nestjs/common';
import type { ProjectorPart } from './projector-part';
import type { RebuildPart } from './rebuild-part';

/** The part of the engine that finishes what was begun, wherever it runs. */
export abstract class ReactorPart {
  /** Undefined while it is not known: the part has not begun, or was lost and is being started again. */
  abstract statuses(): readonly ReactorStatus[] | undefined;
  /** Makes it read from the named database; resolves when it does. */
  abstract swap(name: string): Promise<void>;
  abstract stop(): Promise<void>;
}

/** The part of the engine that delivers to webhooks, wherever it runs. */
export abstract class WebhookPart {
  /** Undefined while it is not known. */
  abstract status(): WebhooksStatus | undefined;
  /** Dead letters of the webhook are pending again. */
  abstract look(webhookId: string): void;
  abstract stop(): Promise<void>;
}

/** The parts that run beside the one that answers requests; they are started once it could answer. */
@Injectable()
export class RunningParts {
  projector: ProjectorPart | undefined;
  reactor: ReactorPart | undefined;
  webhooks: WebhookPart | undefined;
  rebuild: RebuildPart | undefined;

  async stop(): Promise<void> {
    await Promise.all([this.projector?.stop(), this.reactor?.stop(), this.webhooks?.stop(), this.rebuild?.stop()]);
  }
}
