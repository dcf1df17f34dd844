import {
  BeginWebhook,
  ChangeWebhook,
  type CommandContext,
  CreateWebhook,
  DeleteWebhook,
  maxWebhooks,
  PauseWebhook,
  ReplaceWebhookSecret,
  ResumeWebhook,
  RotateWebhookSecret,
  refuse,
  streamOf,
  type WebhookChanges,
  type WebhookStep,
  webhook,
} from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { asked } from '../asked';
import { Clock } from '../clock';
import { EventStore } from '../event-store';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import { KeyVault } from '../key-vault';
import { before, Runner, type StepContext } from '../run';
import { type RegisteredWebhook, WebhookRegistry } from './webhook-registry';
import { WebhookSender } from './webhook-sender';

/** The webhook as it is after a command; the position is null when there was nothing to do. */
export interface WebhookCommandAnswer {
  readonly webhook: RegisteredWebhook;
  readonly position: bigint | null;
}

/** With the secret that the command made: its retry sees it again. */
export interface WebhookSecretAnswer extends WebhookCommandAnswer {
  readonly secret: string;
}

export interface RotatedSecretAnswer extends WebhookSecretAnswer {
  /** RFC 3339: how long the secret before it signs, too. */
  readonly previousUntil: string;
}

/** What every command about a webhook does: one step on its stream, under its key. */
@Injectable()
export class WebhookSteps {
  /** Per tenant, one creation after the other: the limit is counted over all of its webhooks. */
  private readonly creating = new Map<string, Promise<unknown>>();

  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(Identifiers) readonly identifiers: Identifiers,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(WebhookRegistry) private readonly registry: WebhookRegistry,
    @Inject(WebhookSender) private readonly sender: WebhookSender,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  async asked(context: CommandContext, payload: unknown): Promise<StepContext> {
    return asked(await this.identifiers.of(context.tenant), context, payload, () => this.newIds.next());
  }

  /** @throws Refusal `webhook-not-found`, also for another tenant's */
  async take(command: WebhookStep, step: StepContext): Promise<WebhookCommandAnswer> {
    const { context, webhookId } = command;
    const stream = streamOf.webhook(context.tenant, webhookId);
    const { state } = await this.runner.load(webhook, stream);
    const key = command instanceof BeginWebhook ? await this.vault.lease() : state.keyId === undefined ? undefined : await this.vault.find(state.keyId);
    const { position } = await this.runner.once(webhook, command, step, key);
    return { webhook: await this.now(context.tenant, webhookId), position: position ?? null };
  }

  /** Whether the very same command left its trace already. @throws Refusal `idempotency-key-reused` */
  async wasTaken(tenant: string, webhookId: string, step: StepContext): Promise<boolean> {
    return before(await this.runner.load(webhook, streamOf.webhook(tenant, webhookId)), step) !== undefined;
  }

  /** @throws Refusal `webhook-not-found` */
  async now(tenant: string, webhookId: string): Promise<RegisteredWebhook> {
    await this.registry.refresh();
    return this.registry.find(tenant, webhookId) ?? refuse('webhook-not-found');
  }

  /** @throws Refusal `webhook-target-refused` */
  async assertTarget(url: string): Promise<void> {
    const reason = await this.sender.whyRefused(url);
    if (reason !== undefined) refuse('webhook-target-refused', reason, { pointer: '/url' });
  }

  /** @throws Refusal `webhook-limit-reached` */
  async withRoom<T>(tenant: string, create: () => Promise<T>): Promise<T> {
    const turn = (this.creating.get(tenant) ?? Promise.resolve()).then(async () => {
      await this.registry.refresh();
      if (this.registry.list(tenant).length >= maxWebhooks)
        refuse('webhook-limit-reached', `A tenant has at most ${maxWebhooks} webhooks: delete one that is not needed any more.`);
      return create();
    });
    const ended = turn.catch(() => undefined);
    this.creating.set(tenant, ended);
    await ended;
    if (this.creating.get(tenant) === ended) this.creating.delete(tenant);
    return turn;
  }
}

@CommandHandler(CreateWebhook)
export class CreateWebhookHandler implements ICommandHandler<CreateWebhook, WebhookSecretAnswer> {
  constructor(
    @Inject(WebhookSteps) private readonly steps: WebhookSteps,
    @Inject(EventStore) private readonly store: EventStore,
  ) {}

  async execute({ context, target, from }: CreateWebhook): Promise<WebhookSecretAnswer> {
    const { tenant } = context;
    const step = await this.steps.asked(context, ['CreateWebhook', target, from.toString()]);
    const ids = await this.steps.identifiers.of(tenant);
    const [webhookId, secret] = [ids.webhook(step.commandId), ids.webhookSecret(step.commandId)];
    const begin = async () => {
      const head = await this.store.head();
      const after = from === 'now' || from > head ? head : from;
      return { ...(await this.steps.take(new BeginWebhook(context, webhookId, target, secret, after), step)), secret };
    };
    // What was made once is answered again, whatever the limit or the name service say by now.
    if (await this.steps.wasTaken(tenant, webhookId, step)) return begin();
    if (from !== 'now') await this.store.assertKnows(from);
    await this.steps.assertTarget(target.url);
    return this.steps.withRoom(tenant, begin);
  }
}

@CommandHandler(ChangeWebhook)
export class ChangeWebhookHandler implements ICommandHandler<ChangeWebhook, WebhookCommandAnswer> {
  constructor(@Inject(WebhookSteps) private readonly steps: WebhookSteps) {}

  async execute({ context, webhookId, changes }: ChangeWebhook): Promise<WebhookCommandAnswer> {
    const step = await this.steps.asked(context, ['ChangeWebhook', webhookId, changes]);
    const now = await this.steps.now(context.tenant, webhookId);
    const different = differing(now, changes);
    if (different.url !== undefined && !(await this.steps.wasTaken(context.tenant, webhookId, step))) await this.steps.assertTarget(different.url);
    return this.steps.take(new ChangeWebhook(context, webhookId, different), step);
  }
}

/** Only what is not so already. It is looked at here, because the rules never see what is personal. */
function differing(now: RegisteredWebhook, { url, description, types, personalData }: WebhookChanges): WebhookChanges {
  return {
    ...(url !== undefined && url !== now.url && { url }),
    ...(description !== undefined && description !== now.description && { description }),
    ...(types !== undefined && types.join() !== now.types.join() && { types }),
    ...(personalData !== undefined && personalData !== now.personalData && { personalData }),
  };
}

@CommandHandler(RotateWebhookSecret)
export class RotateWebhookSecretHandler implements ICommandHandler<RotateWebhookSecret, RotatedSecretAnswer> {
  constructor(
    @Inject(WebhookSteps) private readonly steps: WebhookSteps,
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ context, webhookId, keepPreviousForSeconds }: RotateWebhookSecret): Promise<RotatedSecretAnswer> {
    const step = await this.steps.asked(context, ['RotateWebhookSecret', webhookId, keepPreviousForSeconds]);
    const secret = (await this.steps.identifiers.of(context.tenant)).webhookSecret(step.commandId);
    const until = new Date(this.clock.now() + keepPreviousForSeconds * 1000).toISOString();
    const answer = await this.steps.take(new ReplaceWebhookSecret(context, webhookId, secret, until), step);
    return { ...answer, secret, previousUntil: await this.untilAsFirstSaid(context.tenant, webhookId, step.commandId) };
  }

  /** A retry must not move it. */
  private async untilAsFirstSaid(tenant: string, webhookId: string, commandId: string): Promise<string> {
    const events = await this.store.readStream(streamOf.webhook(tenant, webhookId));
    const rotated = events.find(({ type, metadata }) => type === 'WebhookSecretRotated' && metadata.commandId === commandId);
    return String(rotated?.data.previousUntil);
  }
}

/** Pause, resume and delete: one step each, decided on what is not personal. */
function handlerOf<Command extends PauseWebhook | ResumeWebhook | DeleteWebhook>(
  type: new (...parameters: never[]) => Command,
  payloadOf: (command: Command) => readonly unknown[],
) {
  @CommandHandler(type)
  class Handler {
    constructor(@Inject(WebhookSteps) readonly steps: WebhookSteps) {}

    async execute(command: Command): Promise<WebhookCommandAnswer> {
      return this.steps.take(command, await this.steps.asked(command.context, [type.name, ...payloadOf(command)]));
    }
  }
  return Handler;
}

export const PauseWebhookHandler = handlerOf(PauseWebhook, ({ webhookId, cause }) => [webhookId, cause]);
export const ResumeWebhookHandler = handlerOf(ResumeWebhook, ({ webhookId }) => [webhookId]);
export const DeleteWebhookHandler = handlerOf(DeleteWebhook, ({ webhookId }) => [webhookId]);
