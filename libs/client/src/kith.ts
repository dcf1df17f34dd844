import { Keys, Tenants } from './access';
import { AccessLog } from './access-log';
import { Caller, type CallerOptions } from './caller';
import { Commands } from './commands';
import { ContactPoints } from './contact-points';
import { Differences } from './differences';
import { Duplicates } from './duplicates';
import { EndUsers } from './end-users';
import { Events } from './events';
import { Exports } from './exports';
import { Histories } from './histories';
import { Imports } from './imports';
import { Interactions } from './interactions';
import { Merges } from './merges';
import { Operations } from './operations';
import { OrganizationMerges } from './organization-merges';
import { Organizations } from './organizations';
import { Reports } from './reports';
import { RetentionRuns } from './retention-runs';
import type { Patience } from './retrying';
import { TenantSettings } from './settings';
import { Tickets } from './tickets';
import { Webhooks } from './webhooks';

/** Where the engine is, and who calls. */
export interface KithOptions extends Partial<Patience> {
  /** Of the engine, such as `http://127.0.0.1:7450`. */
  readonly url: string;
  /** An API key: `kith_…`. */
  readonly key: string;
  /** Another `fetch` than the global one: behind a proxy, in tests. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * A client of Kith. Writes carry an idempotency key and are tried again until their outcome is known, so each happens once.
 * @example
 * const kith = new Kith({ url: 'http://127.0.0.1:7450', key: process.env.KITH_KEY ?? '' });
 * const { id, position } = await kith.endUsers.create({ name: 'Léa Martin' });
 * const lea = await kith.after(position).endUsers.find(id);
 */
export class Kith {
  readonly endUsers: EndUsers;
  readonly contactPoints: ContactPoints;
  readonly imports: Imports;
  readonly interactions: Interactions;
  readonly merges: Merges;
  readonly differences: Differences;
  readonly duplicates: Duplicates;
  readonly organizations: Organizations;
  readonly organizationMerges: OrganizationMerges;
  readonly tickets: Tickets;
  readonly reports: Reports;
  readonly retentionRuns: RetentionRuns;
  readonly commands: Commands;
  readonly events: Events;
  readonly exports: Exports;
  readonly histories: Histories;
  readonly webhooks: Webhooks;
  readonly settings: TenantSettings;
  readonly accessLog: AccessLog;
  readonly keys: Keys;
  readonly tenants: Tenants;
  readonly operations: Operations;
  private readonly options: CallerOptions;

  constructor(options: KithOptions) {
    // Looked up at each call, so that whoever replaces the global one is heard.
    const fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request);
    this.options = { attempts: 6, timeoutMs: 30_000, pauseMs: 200, fetch, after: undefined, onBehalfOf: undefined, ...options };
    const caller = new Caller(this.options);
    this.endUsers = new EndUsers(caller);
    this.contactPoints = new ContactPoints(caller);
    this.imports = new Imports(caller);
    this.interactions = new Interactions(caller);
    this.merges = new Merges(caller);
    this.differences = new Differences(caller);
    this.duplicates = new Duplicates(caller);
    this.organizations = new Organizations(caller);
    this.organizationMerges = new OrganizationMerges(caller);
    this.tickets = new Tickets(caller);
    this.reports = new Reports(caller);
    this.retentionRuns = new RetentionRuns(caller);
    this.commands = new Commands(caller);
    this.webhooks = new Webhooks(caller);
    this.events = new Events(caller);
    this.exports = new Exports(caller);
    this.histories = new Histories(caller);
    this.settings = new TenantSettings(caller);
    this.accessLog = new AccessLog(caller);
    this.keys = new Keys(caller);
    this.tenants = new Tenants(caller);
    this.operations = new Operations(caller);
  }

  /**
   * The same client, whose reads wait until the engine knows of everything up to this position.
   * @param position of a write; null, of a write that found everything done already, waits for nothing more
   * @example const lea = await kith.after(position).endUsers.find(id);
   */
  after(position: string | null): Kith {
    return position === null ? this : this.with({ after: position });
  }

  /** The same client, calling for a person or system, by an opaque id of theirs. @example kith.onBehalfOf('agent-7').endUsers.note(id, 'Called back.'); */
  onBehalfOf(id: string): Kith {
    return this.with({ onBehalfOf: id });
  }

  private with(more: Partial<CallerOptions>): Kith {
    return new Kith({ ...this.options, ...more });
  }
}
