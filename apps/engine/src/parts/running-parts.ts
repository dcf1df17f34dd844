import type { ReactorStatus, WebhooksStatus } from '@kith/application';
import type { Part } from '@kith/config';
import type { ProjectionName, ProjectionStatus, ReplayOf } from '@kith/read-models';
import { Injectable } from '@nestjs/common';
import type { Elsewhere, SharedWork } from './elsewhere';
import type { RebuildPart } from './rebuild-part';

/** Which parts this process runs. */
export class RunsHere {
  constructor(readonly parts: readonly Part[]) {}
}

/** Which past moment this process shows; `of` is undefined for the present. */
export class ShownMoment {
  constructor(readonly of: Pick<ReplayOf, 'position' | 'asked'> | undefined) {}
}

/** Who does a piece of work: this process, another one while this one stands by, or another one because this one does not run the part. */
export type Standing = 'working' | 'standby' | 'elsewhere';

/** How a piece of work goes. */
export interface WorkStatus<Status> {
  readonly standing: Standing;
  /** What whoever does it last said; undefined when nobody has said anything yet. */
  readonly status: Status | undefined;
  /** Milliseconds since then; 0 for work of this process. */
  readonly ageMs: number;
}

/** A part of the engine, wherever it runs. */
export abstract class RunningPart<Status> {
  abstract work(): WorkStatus<Status>;
  /** Ends what is under way here. */
  abstract stop(): Promise<void>;
}

/** What keeps the read models. */
export abstract class ProjectorPart extends RunningPart<readonly ProjectionStatus[]> {
  /** Tries a stopped projection now. */
  abstract retry(name: ProjectionName): void;
}

/** What finishes what was begun. */
export abstract class ReactorPart extends RunningPart<readonly ReactorStatus[]> {
  /** Makes it read from the named database; resolves when it does. */
  abstract swap(name: string): Promise<void>;
}

/** What delivers to webhooks. */
export abstract class WebhookPart extends RunningPart<WebhooksStatus> {
  /** Dead letters of the webhook are pending again. */
  abstract look(webhookId: string): void;
}

/** What applies uploaded files, and undoes imports, in the process that took the upload. */
export abstract class ImportsPart {
  /** Makes it read from the named database; resolves when it does. */
  abstract swap(name: string): Promise<void>;
  /** Ends what is under way here: it goes on where it was at the next start. */
  abstract stop(): Promise<void>;
}

/** The parts of the engine, those of this process and what others say of theirs; they are started once requests could be answered. */
@Injectable()
export class RunningParts {
  projector: ProjectorPart | undefined;
  reactor: ReactorPart | undefined;
  webhooks: WebhookPart | undefined;
  imports: ImportsPart | undefined;
  rebuild: RebuildPart | undefined;
  elsewhere: Elsewhere | undefined;

  /** Beside the parts: whatever else must end with them. */
  readonly others: (() => Promise<void>)[] = [];

  async stop(): Promise<void> {
    await Promise.all([
      this.projector?.stop(),
      this.reactor?.stop(),
      this.webhooks?.stop(),
      this.imports?.stop(),
      this.rebuild?.stop(),
      ...this.others.map((end) => end()),
    ]);
    await this.elsewhere?.stop();
  }
}

/** What is known of a piece of work that this process does not do at the moment. */
export function workElsewhere<Status>(elsewhere: Elsewhere, work: SharedWork, standing: 'standby' | 'elsewhere'): WorkStatus<Status> {
  const said = elsewhere.said<Status>(work);
  return { standing, status: said?.status, ageMs: said?.ageMs ?? 0 };
}
