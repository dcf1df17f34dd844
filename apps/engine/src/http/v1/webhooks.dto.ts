import { eventCatalogue } from '@kith/domain';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { Integer, Line, List, MayBeAbsent } from '../fields';

const eventTypes = Object.keys(eventCatalogue);

/** Each item names a type of event. Described by hand: what is made of the rule alone is a list of lists. */
const EventTypes = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'array', items: { type: 'string', enum: eventTypes } }),
    IsIn(eventTypes, { each: true, message: 'Each item must be the type of an event.' }),
  );

/** A receiver of events. */
export class CreateWebhookDto {
  /**
   * Where events are sent by `POST`: https, on the public network, without a password in it.
   * @example 'https://hooks.example.org/kith'
   */
  @Line(2048)
  url: string;

  /** @example 'The data warehouse' */
  @IsOptional()
  @Line(200)
  description?: string | null;

  /**
   * Only events of these types; all when absent or empty.
   * @example ['EndUserCreated', 'ContactPointAttached']
   */
  @IsOptional()
  @List(100)
  @ArrayUnique()
  @EventTypes()
  types?: string[] | null;

  /**
   * Whether names, addresses and other personal fields are sent, too; they are left out when absent.
   * @example false
   */
  @IsOptional()
  @IsBoolean()
  personalData?: boolean | null;

  /**
   * `now`, or the position after which deliveries begin: 0 sends the whole log.
   * @example 'now'
   */
  @IsOptional()
  @Matches(/^(?:now|0|[1-9]\d{0,17})$/, { message: 'The value must be now, or a position as Kith-Position gave it.' })
  from?: string | null;
}

/** What to change; what is left out stays as it is. */
export class ChangeWebhookDto {
  /** @example 'https://hooks.example.org/kith/v2' */
  @MayBeAbsent()
  @Line(2048)
  url?: string;

  /**
   * Null takes it away.
   * @example 'The new data warehouse'
   */
  @IsOptional()
  @Line(200)
  description?: string | null;

  /**
   * All when empty. Holds for events that were not read yet.
   * @example ['EndUserCreated']
   */
  @MayBeAbsent()
  @List(100)
  @ArrayUnique()
  @EventTypes()
  types?: string[];

  /** @example true */
  @MayBeAbsent()
  @IsBoolean()
  personalData?: boolean;
}

/** How a secret is replaced. */
export class RotateSecretDto {
  /**
   * So many seconds the secret before it signs, too: time for the receiver to learn the new one. A day when absent.
   * @example 86400
   */
  @IsOptional()
  @Integer(604_800)
  keepPreviousForSeconds?: number | null;
}

/** The last delivery that failed. */
export class LastFailureAnswer {
  /** @example '2026-03-03T10:00:00.000Z' */
  at: string;
  /** @example 503 */
  statusCode: number | null;
  /** @example null */
  error: string | null;
}

/** How far the deliveries of a webhook are. */
export class WebhookStateAnswer {
  /**
   * Everything up to this position was delivered, or is pending, or was given up.
   * @example '1041'
   */
  position: string;
  /**
   * Events that wait for their next try, and those behind them.
   * @example 0
   */
  pending: number;
  /**
   * Events that were given up and can be replayed.
   * @example 0
   */
  deadLetters: number;
  /** @example '2026-03-03T10:00:00.000Z' */
  lastSuccessAt: string | null;
  lastFailure: LastFailureAnswer | null;
}

/** A receiver of events, and how far its deliveries are. */
export class WebhookAnswer {
  /** @example '5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11' */
  id: string;
  /** @example 'active' */
  status: 'active' | 'paused' | 'deleted';
  /**
   * Why it is paused: somebody asked for it, or the receiver answered 410 Gone.
   * @example null
   */
  @ApiProperty({ enum: ['asked', 'gone', null], type: String, nullable: true })
  pauseCause: 'asked' | 'gone' | null;
  /** @example 'https://hooks.example.org/kith' */
  url: string;
  /** @example 'The data warehouse' */
  description: string | null;
  /**
   * All when empty.
   * @example ['EndUserCreated', 'ContactPointAttached']
   */
  types: string[];
  /** @example false */
  personalData: boolean;
  /** @example '2026-03-03T10:00:00.000Z' */
  createdAt: string;
  /** @example '2026-03-03T10:00:00.000Z' */
  updatedAt: string;
  state: WebhookStateAnswer;
}

/** A new webhook with its secret, which is shown here, and again only to a retry under the same idempotency key. */
export class CreatedWebhookAnswer extends WebhookAnswer {
  /**
   * What signatures are checked with (Standard Webhooks).
   * @example 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDbZ2mXg8vDXo='
   */
  secret: string;
}

/** A new secret, which is shown here, and again only to a retry under the same idempotency key. */
export class RotatedSecretAnswer {
  /** @example 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDbZ2mXg8vDXo=' */
  secret: string;
  /**
   * Until then the secret before it signs, too.
   * @example '2026-03-04T10:00:00.000Z'
   */
  previousUntil: string;
}

/** The webhooks of the tenant, oldest first. */
export class WebhooksAnswer {
  items: WebhookAnswer[];
  /**
   * Always null: a tenant has at most 50.
   * @example null
   */
  nextCursor: string | null;
}
