import { randomUUID } from 'node:crypto';
import { type Answer, type RunningEngine, SentFile } from './running-engine';

/** A request that its route carries out, on things that were made for it. */
export interface RouteCase {
  readonly path: string;
  readonly body?: unknown;
  /** The key it needs, when an admin's does not do. */
  readonly key?: string;
}

/** Makes things of one tenant for cases to work on. All texts hold the tenant's token, so that it is seen wherever they come up. */
export class Subjects {
  constructor(
    readonly engine: RunningEngine,
    readonly key: string,
    /** Stands in every name, address, tag and note of the tenant. */
    readonly token: string,
    readonly operatorKey: string,
  ) {}

  async post(path: string, body: unknown): Promise<Answer> {
    const answer = await this.engine.post(path, body, { key: this.key });
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return answer;
  }
  /** An address that nobody has. */
  email = (): string => `${this.token}-${randomUUID()}@example.org`;
  point = () => ({ channel: 'email', value: this.email() });

  async endUser(...contactPoints: object[]): Promise<string> {
    return (await this.post('/v1/end-users', { name: `${this.token} name`, tags: [this.token], contactPoints })).body.id;
  }
  /** An end user, and the path of a contact point that it holds. */
  async holder(): Promise<{ id: string; at: string; point: { channel: string; value: string } }> {
    const point = this.point();
    const id = await this.endUser(point);
    return { id, point, at: `/v1/end-users/${id}/contact-points/email/${encodeURIComponent(point.value)}` };
  }
  /** Path of an end user; what is done before is done. */
  async path(...done: readonly string[]): Promise<string> {
    const path = `/v1/end-users/${await this.endUser()}`;
    for (const one of done) {
      const { status } = await (one === 'DELETE'
        ? this.engine.call('DELETE', path, { key: this.key })
        : this.engine.post(`${path}/${one}`, {}, { key: this.key }));
      if (status >= 300) throw new Error(`${one} of ${path} answered ${status}`);
    }
    return path;
  }
  /** Path of an end user who is erased. */
  async erased(): Promise<string> {
    const path = await this.path();
    await this.post(`${path}/erase`, { scope: 'person' });
    return path;
  }
  async openInteraction(): Promise<string> {
    return (await this.post('/v1/interactions', { ...this.interaction(), contactPoints: [] })).body.interactionId;
  }
  interaction = () => ({ source: this.token, id: randomUUID(), channel: 'email', summary: `${this.token} summary`, contactPoints: [this.point()] });
  /** Two end users, as a merge names them: always in one order, because a merge begins with the lower id. */
  async pair(): Promise<{ survivorId: string; mergedId: string }> {
    const [survivorId = '', mergedId = ''] = [await this.endUser(this.point()), await this.endUser(this.point())].sort();
    return { survivorId, mergedId };
  }
  /** Two that are suggested as one person, the lower id first. */
  async duplicate(): Promise<{ path: string; survivorId: string }> {
    const value = `+3361${String(Math.random()).slice(2, 9)}`;
    await this.endUser({ channel: 'phone', value });
    const { body, headers } = await this.post('/v1/end-users', { contactPoints: [{ channel: 'whatsapp', value }] });
    const known = { key: this.key, headers: { 'kith-after': headers.get('kith-position') ?? '' } };
    const [{ id, endUserIds }] = (await this.engine.get(`/v1/duplicates?endUserId=${body.id}`, known)).body.items;
    return { path: `/v1/duplicates/${id}`, survivorId: endUserIds[0] };
  }
  /** Path of a merge. */
  async merge(): Promise<string> {
    return `/v1/merges/${(await this.post('/v1/merges', { ...(await this.pair()), reason: `${this.token} reason` })).body.id}`;
  }
  /** Path of a declaration that two are different. */
  async difference(): Promise<string> {
    const { survivorId: endUserId, mergedId: otherId } = await this.pair();
    return `/v1/differences/${(await this.post('/v1/differences', { endUserId, otherId, reason: `${this.token} reason` })).body.id}`;
  }
  /** An organization, and its path. Whoever may have the name has it alone, so each has its own. */
  async organization(): Promise<{ id: string; path: string }> {
    const { id } = (await this.post('/v1/organizations', this.newOrganization())).body;
    return { id, path: `/v1/organizations/${id}` };
  }
  newOrganization = () => ({ name: `${this.token} ${randomUUID()}`, tags: [this.token], notes: `${this.token} notes` });
  /** An organization with a member, and the path of the membership. */
  async member(): Promise<{ organizationId: string; endUserId: string; path: string }> {
    const [{ id, path }, endUserId] = [await this.organization(), await this.endUser(this.point())];
    await this.post(`${path}/members`, { endUserId });
    return { organizationId: id, endUserId, path: `${path}/members/${endUserId}` };
  }
  /** Two organizations, as a merge names them: always in one order, because a merge begins with the lower id. */
  async organizationPair(): Promise<{ survivorId: string; mergedId: string }> {
    const [survivorId = '', mergedId = ''] = [(await this.organization()).id, (await this.organization()).id].sort();
    return { survivorId, mergedId };
  }
  /** Id of the work that the domains of a new organization make, which begins a moment after. */
  async sweep(): Promise<string> {
    const domains = [{ domain: `${this.token}-${randomUUID()}.example` }];
    const { id } = (await this.post('/v1/organizations', { ...this.newOrganization(), domains })).body;
    for (let left = 100; left > 0; left--) {
      const { items } = (await this.engine.get('/v1/membership-sweeps', { key: this.key })).body as { items: { id: string; organizationId: string }[] };
      const sweep = items.find(({ organizationId }) => organizationId === id);
      if (sweep) return sweep.id;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('no work among members began');
  }
  /** Path of a retention run, once it is seen: of nobody, because everybody here is new. */
  async retentionRun(): Promise<string> {
    const { body, headers } = await this.post('/v1/retention-runs', this.newRetentionRun());
    const path = `/v1/retention-runs/${body.id}`;
    await this.engine.get(path, { key: this.key, headers: { 'kith-after': headers.get('kith-position') ?? '' } });
    return path;
  }
  newImport = () => new SentFile('text/csv', `name,email,notes\n${this.token} name,${this.email()},${this.token} notes\n`);
  /** Path of an import, once it is at its end and seen. */
  async import(): Promise<string> {
    const { body } = await this.post('/v1/imports', this.newImport());
    const path = `/v1/imports/${body.id}`;
    for (let left = 400; left > 0; left--) {
      if ((await this.engine.get(path, { key: this.key })).body.status === 'ended') return path;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('an import did not end');
  }
  newRetentionRun = () => ({ withoutContactSince: '2001-01-01T00:00:00Z', expected: 0 });
  newTicket = () => ({
    source: this.token,
    id: randomUUID(),
    channel: 'email',
    contactPoints: [this.point()],
    subject: `${this.token} subject`,
    tags: [this.token],
  });
  /** Path of a ticket. */
  async ticket(): Promise<string> {
    return `/v1/tickets/${(await this.post('/v1/tickets', this.newTicket())).body.id}`;
  }
  async webhook(): Promise<string> {
    return `/v1/webhooks/${(await this.post('/v1/webhooks', this.newWebhook())).body.id}`;
  }
  /** Nobody listens there; needs an engine that lets private targets be. */
  newWebhook = () => ({ url: `http://127.0.0.1:9/${this.token}/${randomUUID()}`, description: `${this.token} hook` });
  newKey = () => ({ role: 'service', clientName: `${this.token}-${randomUUID().slice(0, 8)}` });
  async keyId(): Promise<string> {
    return (await this.post('/v1/keys', this.newKey())).body.keyId;
  }
}

type MakeCase = (subjects: Subjects) => RouteCase | Promise<RouteCase>;

/** One case of every write: a route without a line here fails the specs that go through the document. */
export const writeCases: Readonly<Record<string, MakeCase>> = {
  'POST /v1/keys': (of) => ({ path: '/v1/keys', body: of.newKey() }),
  'DELETE /v1/keys/{keyId}': async (of) => ({ path: `/v1/keys/${await of.keyId()}` }),
  'POST /v1/tenants': ({ operatorKey }) => ({ path: '/v1/tenants', body: { tenant: `t_${randomUUID().slice(0, 8)}` }, key: operatorKey }),
  'POST /v1/commands': async (of) => ({
    path: '/v1/commands',
    body: { type: 'NoteEndUser', data: { endUserId: await of.endUser(), note: `${of.token} note` } },
  }),
  'POST /v1/end-users': (of) => ({ path: '/v1/end-users', body: { name: `${of.token} name`, contactPoints: [of.point()] } }),
  'PATCH /v1/end-users/{id}': async (of) => ({ path: await of.path(), body: { details: `${of.token} details` } }),
  'DELETE /v1/end-users/{id}': async (of) => ({ path: await of.path() }),
  'POST /v1/end-users/{id}/suspend': async (of) => ({ path: `${await of.path()}/suspend`, body: { reason: `${of.token} reason` } }),
  'POST /v1/end-users/{id}/reinstate': async (of) => ({ path: `${await of.path('suspend')}/reinstate`, body: { reason: `${of.token} reason` } }),
  'POST /v1/end-users/{id}/erase': async (of) => ({ path: `${await of.path()}/erase`, body: { scope: 'person' } }),
  'POST /v1/end-users/{id}/restore': async (of) => ({ path: `${await of.path('DELETE')}/restore`, body: { reason: `${of.token} reason` } }),
  'POST /v1/end-users/{id}/tags': async (of) => ({ path: `${await of.path()}/tags`, body: { tags: [`${of.token} tag`] } }),
  'DELETE /v1/end-users/{id}/tags/{tag}': async (of) => ({ path: `${await of.path()}/tags/${of.token}` }),
  'POST /v1/end-users/{id}/notes': async (of) => ({ path: `${await of.path()}/notes`, body: { note: `${of.token} note` } }),
  'POST /v1/end-users/{id}/contact-points': async (of) => ({ path: `${await of.path()}/contact-points`, body: of.point() }),
  'DELETE /v1/end-users/{id}/contact-points/{channel}/{value}': async (of) => ({ path: (await of.holder()).at }),
  'POST /v1/end-users/{id}/contact-points/{channel}/{value}/verify': async (of) => ({ path: `${(await of.holder()).at}/verify` }),
  'POST /v1/end-users/{id}/contact-points/{channel}/{value}/primary': async (of) => ({ path: `${(await of.holder()).at}/primary` }),
  'POST /v1/end-users/{id}/contact-points/{channel}/{value}/transfer': async (of) => ({
    path: `${(await of.holder()).at}/transfer`,
    body: { toEndUserId: await of.endUser(), cause: 'reassigned' },
  }),
  'POST /v1/interactions': (of) => ({ path: '/v1/interactions', body: of.interaction() }),
  'POST /v1/resolve': (of) => ({ path: '/v1/resolve', body: { contactPoints: [of.point()], create: true, profile: { name: `${of.token} name` } } }),
  'POST /v1/interactions/{id}/assign': async (of) => ({
    path: `/v1/interactions/${await of.openInteraction()}/assign`,
    body: { endUserId: await of.endUser() },
  }),
  'POST /v1/imports': (of) => ({ path: '/v1/imports', body: of.newImport() }),
  'POST /v1/imports/{id}/cancel': async (of) => ({ path: `${await of.import()}/cancel` }),
  'POST /v1/imports/{id}/revert': async (of) => ({ path: `${await of.import()}/revert` }),
  'POST /v1/retention-runs': (of) => ({ path: '/v1/retention-runs', body: of.newRetentionRun() }),
  'POST /v1/retention-runs/{id}/cancel': async (of) => ({ path: `${await of.retentionRun()}/cancel` }),
  'POST /v1/merges': async (of) => ({ path: '/v1/merges', body: { ...(await of.pair()), reason: `${of.token} reason` } }),
  'POST /v1/merges/{id}/unmerge': async (of) => ({ path: `${await of.merge()}/unmerge`, body: { reason: `${of.token} reason` } }),
  'POST /v1/differences': async (of) => {
    const { survivorId: endUserId, mergedId: otherId } = await of.pair();
    return { path: '/v1/differences', body: { endUserId, otherId, reason: `${of.token} reason` } };
  },
  'DELETE /v1/differences/{id}': async (of) => ({ path: await of.difference() }),
  'POST /v1/duplicates/{id}/merge': async (of) => {
    const { path, survivorId } = await of.duplicate();
    return { path: `${path}/merge`, body: { survivorId, reason: `${of.token} reason` } };
  },
  'POST /v1/duplicates/{id}/dismiss': async (of) => ({ path: `${(await of.duplicate()).path}/dismiss`, body: { reason: `${of.token} reason` } }),
  'POST /v1/organizations': (of) => ({ path: '/v1/organizations', body: of.newOrganization() }),
  'PATCH /v1/organizations/{id}': async (of) => ({ path: (await of.organization()).path, body: { details: `${of.token} details` } }),
  'DELETE /v1/organizations/{id}': async (of) => ({ path: (await of.organization()).path }),
  'PUT /v1/organizations/{id}/domains': async (of) => ({
    path: `${(await of.organization()).path}/domains`,
    body: { domains: [{ domain: `${of.token}-${randomUUID()}.example` }] },
  }),
  'PUT /v1/organizations/{id}/routing': async (of) => ({
    path: `${(await of.organization()).path}/routing`,
    body: { routing: { queue: 'key-accounts', priority: 'high', assignee: of.token } },
  }),
  'POST /v1/organizations/{id}/tags': async (of) => ({ path: `${(await of.organization()).path}/tags`, body: { tags: [`${of.token} tag`] } }),
  'DELETE /v1/organizations/{id}/tags/{tag}': async (of) => ({ path: `${(await of.organization()).path}/tags/${of.token}` }),
  'POST /v1/organizations/{id}/members': async (of) => ({
    path: `${(await of.organization()).path}/members`,
    body: { endUserId: await of.endUser(), default: true },
  }),
  'DELETE /v1/organizations/{id}/members/{endUserId}': async (of) => ({ path: (await of.member()).path }),
  'PUT /v1/end-users/{id}/default-organization': async (of) => ({
    path: `/v1/end-users/${(await of.member()).endUserId}/default-organization`,
    body: { organizationId: null },
  }),
  'POST /v1/organization-merges': async (of) => ({ path: '/v1/organization-merges', body: { ...(await of.organizationPair()), reason: `${of.token} reason` } }),
  'POST /v1/organization-merges/{id}/unmerge': async (of) => ({
    path: `/v1/organization-merges/${(await of.post('/v1/organization-merges', await of.organizationPair())).body.id}/unmerge`,
    body: { reason: `${of.token} reason` },
  }),
  'POST /v1/tickets': (of) => ({ path: '/v1/tickets', body: of.newTicket() }),
  'PATCH /v1/tickets/{id}': async (of) => ({ path: await of.ticket(), body: { status: 'solved' } }),
  'POST /v1/tickets/{id}/move': async (of) => ({
    path: `${await of.ticket()}/move`,
    body: { organizationId: (await of.organization()).id, reason: `${of.token} reason` },
  }),
  'PATCH /v1/settings': (of) => ({ path: '/v1/settings', body: { blocklist: [{ channel: null, value: `${of.token}-${randomUUID()}` }] } }),
  'POST /v1/contact-points/share': async (of) => ({ path: '/v1/contact-points/share', body: (await of.holder()).point }),
  'POST /v1/contact-points/unshare': async (of) => {
    const { point } = await of.holder();
    await of.post('/v1/contact-points/share', point);
    return { path: '/v1/contact-points/unshare', body: point };
  },
  'POST /v1/webhooks': (of) => ({ path: '/v1/webhooks', body: of.newWebhook() }),
  'PATCH /v1/webhooks/{id}': async (of) => ({ path: await of.webhook(), body: { description: `${of.token} changed` } }),
  'DELETE /v1/webhooks/{id}': async (of) => ({ path: await of.webhook() }),
  'POST /v1/webhooks/{id}/rotate-secret': async (of) => ({ path: `${await of.webhook()}/rotate-secret`, body: {} }),
  'POST /v1/webhooks/{id}/pause': async (of) => ({ path: `${await of.webhook()}/pause` }),
  'POST /v1/webhooks/{id}/resume': async (of) => {
    const path = await of.webhook();
    await of.post(`${path}/pause`, undefined);
    return { path: `${path}/resume` };
  },
  'POST /v1/webhooks/{id}/test': async (of) => ({ path: `${await of.webhook()}/test` }),
  'POST /v1/webhooks/{id}/dead-letters/replay': async (of) => ({ path: `${await of.webhook()}/dead-letters/replay` }),
  'POST /v1/webhooks/{id}/dead-letters/{position}/replay': async (of) => ({ path: `${await of.webhook()}/dead-letters/1/replay` }),
};

/** One case of every read that is about a tenant. */
export const readCases: Readonly<Record<string, MakeCase>> = {
  'GET /v1/end-users/{id}/erasure': async (of) => ({ path: `${await of.erased()}/erasure` }),
  'GET /v1/keys': () => ({ path: '/v1/keys' }),
  'GET /v1/access-log': () => ({ path: '/v1/access-log' }),
  'GET /v1/contact-points/{channel}/{value}': async (of) => ({ path: `/v1/contact-points/email/${encodeURIComponent((await of.holder()).point.value)}` }),
  'GET /v1/contact-points/{channel}/{value}/history': async (of) => ({
    path: `/v1/contact-points/email/${encodeURIComponent((await of.holder()).point.value)}/history`,
  }),
  'GET /v1/end-users/{id}/history': async (of) => ({ path: `${await of.path('suspend')}/history` }),
  'GET /v1/end-users/{id}/export': async (of) => ({ path: `${await of.path('suspend')}/export` }),
  'GET /v1/organizations/{id}/history': async (of) => ({ path: `${(await of.organization()).path}/history` }),
  'GET /v1/tickets/{id}/history': async (of) => ({ path: `${await of.ticket()}/history` }),
  'GET /v1/interactions/{id}/history': async (of) => ({ path: `/v1/interactions/${await of.openInteraction()}/history` }),
  'POST /v1/contact-points/lookup': async (of) => ({ path: '/v1/contact-points/lookup', body: { contactPoints: [(await of.holder()).point] } }),
  'GET /v1/end-users/{id}': async (of) => ({ path: await of.path() }),
  'GET /v1/end-users/{id}/timeline': async (of) => ({ path: `${await of.path('suspend')}/timeline` }),
  'GET /v1/end-users': (of) => ({ path: `/v1/end-users?query=${of.token}` }),
  'GET /v1/events': () => ({ path: '/v1/events?personal=true' }),
  'GET /v1/exports/end-users': async (of) => {
    await of.holder();
    return { path: '/v1/exports/end-users' };
  },
  'GET /v1/exports/organizations': async (of) => {
    await of.organization();
    return { path: '/v1/exports/organizations' };
  },
  'GET /v1/exports/tickets': async (of) => {
    await of.ticket();
    return { path: '/v1/exports/tickets' };
  },
  'GET /v1/exports/events': () => ({ path: '/v1/exports/events' }),
  'GET /v1/interactions': async (of) => {
    await of.openInteraction();
    return { path: '/v1/interactions?outcome=unidentified' };
  },
  'GET /v1/merges': async (of) => ({ path: `/v1/merges?endUserId=${(await of.post('/v1/merges', await of.pair())).body.mergedId}` }),
  'GET /v1/merges/{id}': async (of) => ({ path: await of.merge() }),
  'POST /v1/merges/preview': async (of) => ({ path: '/v1/merges/preview', body: await of.pair() }),
  'POST /v1/merges/{id}/unmerge/preview': async (of) => ({ path: `${await of.merge()}/unmerge/preview` }),
  'GET /v1/duplicates': async (of) => {
    await of.duplicate();
    return { path: '/v1/duplicates' };
  },
  'GET /v1/differences': async (of) => {
    await of.difference();
    return { path: '/v1/differences' };
  },
  'GET /v1/organizations': (of) => ({ path: `/v1/organizations?query=${of.token}` }),
  'GET /v1/organizations/{id}': async (of) => ({ path: (await of.organization()).path }),
  'GET /v1/organizations/{id}/members': async (of) => ({ path: (await of.member()).path.replace(/\/[^/]+$/, '') }),
  'GET /v1/organizations/{id}/page': async (of) => ({ path: `${(await of.organization()).path}/page` }),
  'GET /v1/organizations/{id}/tickets': async (of) => ({ path: `${(await of.organization()).path}/tickets` }),
  'GET /v1/organizations/{id}/interactions': async (of) => ({ path: `${(await of.organization()).path}/interactions` }),
  'GET /v1/organizations/{id}/report': async (of) => ({ path: `${(await of.organization()).path}/report?from=2026-01-01&to=2026-04-01&by=month` }),
  'GET /v1/report': () => ({ path: '/v1/report?from=2026-01-01&to=2026-04-01&by=month' }),
  'GET /v1/membership-sweeps': async (of) => {
    await of.post('/v1/organizations', { ...of.newOrganization(), domains: [{ domain: `${of.token}-${randomUUID()}.example` }] });
    return { path: '/v1/membership-sweeps' };
  },
  'GET /v1/membership-sweeps/{id}': async (of) => ({ path: `/v1/membership-sweeps/${await of.sweep()}` }),
  'POST /v1/retention-runs/preview': () => ({ path: '/v1/retention-runs/preview', body: { withoutContactSince: '2001-01-01T00:00:00Z' } }),
  'GET /v1/retention-runs': async (of) => {
    await of.retentionRun();
    return { path: '/v1/retention-runs' };
  },
  'GET /v1/retention-runs/{id}': async (of) => ({ path: await of.retentionRun() }),
  'GET /v1/imports': async (of) => {
    await of.import();
    return { path: '/v1/imports' };
  },
  'GET /v1/imports/{id}': async (of) => ({ path: await of.import() }),
  'GET /v1/imports/{id}/events': async (of) => ({ path: `${await of.import()}/events` }),
  'GET /v1/imports/{id}/errors.csv': async (of) => ({ path: `${await of.import()}/errors.csv` }),
  'GET /v1/imports/{id}/kept': async (of) => ({ path: `${await of.import()}/kept` }),
  'GET /v1/organization-merges': async (of) => ({
    path: `/v1/organization-merges?organizationId=${(await of.post('/v1/organization-merges', await of.organizationPair())).body.mergedId}`,
  }),
  'GET /v1/tickets': async (of) => {
    const ticket = of.newTicket();
    await of.post('/v1/tickets', ticket);
    return { path: `/v1/tickets?source=${ticket.source}&sourceId=${ticket.id}` };
  },
  'GET /v1/tickets/{id}': async (of) => ({ path: await of.ticket() }),
  'POST /v1/route': async (of) => ({ path: '/v1/route', body: { channel: 'email', organizationId: (await of.organization()).id } }),
  'POST /v1/routing/what-if': async (of) => {
    await of.ticket();
    return { path: '/v1/routing/what-if', body: { routing: { rules: [], fallback: { queue: 'elsewhere', priority: 'low' } } } };
  },
  'GET /v1/settings': () => ({ path: '/v1/settings' }),
  'GET /v1/settings/history': () => ({ path: '/v1/settings/history' }),
  'GET /v1/webhooks': () => ({ path: '/v1/webhooks' }),
  'GET /v1/webhooks/{id}': async (of) => ({ path: await of.webhook() }),
  'GET /v1/webhooks/{id}/deliveries': async (of) => ({ path: `${await of.webhook()}/deliveries` }),
  'GET /v1/webhooks/{id}/dead-letters': async (of) => ({ path: `${await of.webhook()}/dead-letters` }),
};

/** Routes with nothing of a tenant in them, or of all at once: who may call them is what `access.spec` shows. */
export const aboutNoTenant: readonly string[] = [
  'GET /v1/tenants',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /problems',
  'GET /problems/{code}',
  'GET /v1/operations/projections',
  'POST /v1/operations/projections/rebuild',
  'POST /v1/operations/projections/{name}/retry',
];

/** Never ends: followed by a spec of its own. */
export const endless = 'GET /v1/events/live';

/** Every operation of the engine's document as `METHOD /path`, and whether it takes an idempotency key. */
export async function operationsOf(engine: RunningEngine): Promise<readonly { readonly name: string; readonly isWrite: boolean }[]> {
  const { paths } = (await engine.get('/openapi.json', { key: null })).body as { paths: Record<string, Record<string, { parameters?: { name: string }[] }>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      isWrite: parameters.some(({ name }) => name === 'Idempotency-Key'),
    })),
  );
}
