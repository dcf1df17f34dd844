/** Why a part stands still, without personal data. */
export class StoppedPartAnswer {
  /** Of the event that it could not handle. */
  position: string;
  /** Of that event. */
  type: string;
  reason: string;
  attempts: number;
  since?: string;
  retryAt?: string;
}

/** How a projection is. */
export class ProjectionHealth {
  /** @example 'contact-lookup' */
  name: string;
  status: 'ok' | 'behind' | 'stopped';
  state: 'in-step' | 'catching-up' | 'stopped';
  /** How far it has read the log. */
  position: string;
  /** Events that it has not applied. Where they must be read to be counted, 10000 means as many or more. */
  lagEvents: number;
  /** Age of the oldest event that it does not have; 0 when it has all. */
  lagSeconds: number;
  stopped: StoppedPartAnswer | null;
}

/** How a reactor is. */
export class ReactorHealth {
  /** @example 'complete-profile' */
  name: string;
  status: 'ok' | 'stopped';
  position: string;
  stopped: StoppedPartAnswer | null;
}

/** Whether the log can be read and written. */
export class EventStoreHealth {
  status: 'ok' | 'unavailable';
  /** The last append could be stored. */
  writable: boolean;
  /** Position of the last event; null when it cannot be read. */
  head: string | null;
}

/** Whether keys can be read. */
export class KeyVaultHealth {
  status: 'ok' | 'unavailable';
}

/** Whether read models can be read, whatever they hold. */
export class ReadModelsHealth {
  status: 'ok' | 'unavailable';
}

/** Who does a piece of work that one process alone does at a time. */
export class WorkHealth {
  name: 'projector' | 'reactor' | 'webhooks';
  /** `working`: this process. `standby`: another one, and this one takes over when that ends. `elsewhere`: this one does not run it. */
  standing: 'working' | 'standby' | 'elsewhere';
  /**
   * How long ago whoever does it last said how it goes; null when nobody has said anything yet.
   * @example 0
   */
  saidSecondsAgo: number | null;
}

/** How deliveries to webhooks are, over all tenants. */
export class WebhooksHealth {
  /** `troubled` while something of the engine's own does not work; receivers that fail are no trouble. */
  status: 'ok' | 'troubled' | 'starting';
  /**
   * Events that are to be delivered and are not yet.
   * @example 0
   */
  pending: number;
  /**
   * Age of the oldest of them; 0 when there is none.
   * @example 0
   */
  lagSeconds: number;
  /** @example null */
  reason: string | null;
}

/** Which past moment is shown. */
export class ReplayHealth {
  /** The last position that is shown. */
  position: string;
  /**
   * As whoever made the replay named the moment: a position, or a time.
   * @example '2026-03-03T10:00:00Z'
   */
  asked: string;
}

/** How every part of the engine is. */
export class HealthAnswer {
  status: 'ready' | 'not-ready';
  /** The past moment that a replay shows; null for an engine that serves the present. */
  replay: ReplayHealth | null;
  eventStore: EventStoreHealth;
  keyVault: KeyVaultHealth;
  readModels: ReadModelsHealth;
  work: WorkHealth[];
  /** Empty while the projector is being started. */
  projections: ProjectionHealth[];
  /** Empty while the reactors are being started. */
  reactors: ReactorHealth[];
  webhooks: WebhooksHealth;
}

/** The process answers. */
export class AliveAnswer {
  status: 'alive';
  /**
   * Of the engine.
   * @example '0.1.0'
   */
  version: string;
}
