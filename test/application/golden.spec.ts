import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataKey, eventIdAt, KeyVault, PersonalData, type StoredEvent, sealed, TenantIdentifiers, UnknownKey, withoutPersonal } from '@kith/application';
import {
  apiKey,
  contactPoint,
  endUser,
  eventCatalogue,
  importJob,
  interaction,
  membershipSweep,
  organization,
  organizationName,
  retentionRun,
  settings,
  tenant,
  ticket,
  webhook,
} from '@kith/domain';

/*
 * What is in a log is there for ever. test/golden holds stored events of every type and version, the keys that open them, and
 * what came out when they were written. A file is never edited: a new type or version adds a new folder.
 */
const versions = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'];
const golden = (version: string, file: string) => readFileSync(join(__dirname, '..', 'golden', version, file), 'utf8');
const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

/** The vault as it was: read only. A key that was destroyed is known as such. */
class GoldenVault extends KeyVault {
  constructor(private readonly keys: { tenants: Record<string, string>; keys: Record<string, string | null> }) {
    super();
  }
  async find(id: string): Promise<DataKey | undefined> {
    const secret = this.keys.keys[id];
    if (secret === undefined) throw new UnknownKey(id);
    return secret === null ? undefined : { id, secret: Buffer.from(secret, 'base64') };
  }
  async tenantSecret(name: string): Promise<Buffer> {
    return Buffer.from(this.keys.tenants[name] ?? '', 'base64');
  }
  lease(): never {
    throw new Error('read only');
  }
  destroy(): never {
    throw new Error('read only');
  }
  createTenantSecret(): never {
    throw new Error('read only');
  }
  async close(): Promise<void> {}
}

/** What of a decider a log is folded by. */
interface Fold {
  readonly initial: unknown;
  evolve(state: never, event: never): unknown;
}

/** By the kind of stream. */
const folds: Readonly<Record<string, Fold>> = {
  endUser,
  contactPoint,
  interaction,
  settings,
  tenant,
  apiKey,
  webhook,
  organization,
  organizationName,
  membershipSweep,
  retentionRun,
  ticket,
  import: importJob,
};
const stateAsJson = (state: unknown) => JSON.parse(JSON.stringify(state)) as unknown;

describe.each(versions)('the golden log %s', (version) => {
  const events = (lines(golden(version, 'events.ndjson')) as (Omit<StoredEvent, 'position'> & { position: string })[]).map(
    (e): StoredEvent => ({ ...e, position: BigInt(e.position) }),
  );
  const vault = new GoldenVault(JSON.parse(golden(version, 'keys.json')) as { tenants: Record<string, string>; keys: Record<string, string | null> });

  it('opens to what was written, field for field', async () => {
    const personal = new PersonalData(vault);
    const opened = await Promise.all(events.map(async (e) => ({ ...(await personal.open(e)), position: String(e.position) })));
    expect(opened).toEqual(lines(golden(version, 'opened.ndjson')));
  });

  it('seals to the same bytes again', async () => {
    const personal = new PersonalData(vault);
    for (const event of events) {
      const { type, data, keyId, erased } = await personal.open(event);
      // Whatever it said, nobody can say it again.
      if (erased) continue;
      const again = sealed(event.stream, { type, data }, event.metadata, keyId === undefined ? undefined : await vault.find(keyId));
      expect(again.data).toEqual(event.data);
    }
  });

  it('folds to the states that were', () => {
    const states = new Map<string, unknown>();
    for (const event of events) {
      const fold = folds[event.stream.slice(0, event.stream.indexOf('-'))];
      if (!fold) throw new Error(`nobody folds ${event.stream}`);
      states.set(event.stream, fold.evolve((states.get(event.stream) ?? fold.initial) as never, withoutPersonal(event) as never));
    }
    // A later fold may remember more of the same events, never something else.
    expect([...states].map(([stream, state]) => stateAsJson({ stream, state }))).toMatchObject(lines(golden(version, 'states.ndjson')) as object[]);
  });

  it('has the identifiers that its secret gives', async () => {
    const ids = new TenantIdentifiers(await vault.tenantSecret('acme'));
    expect({
      contactPoint: ids.contactPoint('phone', '', '+33612345678'),
      unicode: ids.contactPoint('external', 'shop', 'Zoë "7"\u2028'),
      interaction: ids.interaction('helpdesk', 'mail-81'),
      command: ids.command('crm', 'key-1'),
      interactionCommand: ids.interactionCommand('00'),
      endUser: ids.endUser('00000000-0000-8000-8000-000000000000', 3),
      payload: ids.payloadMac('{"a":1}'),
      apiKey: ids.apiKey('00000000-0000-8000-8000-000000000000'),
      webhook: ids.webhook('00000000-0000-8000-8000-000000000000'),
      webhookSecret: ids.webhookSecret('00000000-0000-8000-8000-000000000000'),
      merge: ids.merge('00000000-0000-8000-8000-000000000000'),
      declaration: ids.declaration('00000000-0000-8000-8000-000000000000'),
      profile: ids.profileDigest({ name: 'Zoë "7"\u2028', tags: ['b', 'a'], fields: { b: 1.5, a: true, ä: null } }),
      organization: ids.organization('00000000-0000-8000-8000-000000000000'),
      organizationName: ids.organizationName('zoë "7"\u2028'),
      membershipSweep: ids.membershipSweep('00000000-0000-8000-8000-000000000000'),
      retentionRun: ids.retentionRun('00000000-0000-8000-8000-000000000000'),
      importJob: ids.importJob('00000000-0000-8000-8000-000000000000'),
      importedFile: ids.importedFile('ab'.repeat(32)),
      ticket: ids.ticket('helpdesk', 'T-1'),
      ticketCommand: ids.ticketCommand('00'),
      event: eventIdAt('00000000-0000-8000-8000-000000000000', 'endUser-acme.lea', 0, 'EndUserCreated', '{}'),
      // What came later is in later folders.
    }).toMatchObject(JSON.parse(golden(version, 'identifiers.json')) as object);
  });
});

it('every event type in its current version is in a golden log', () => {
  const kept = new Set(versions.flatMap((v) => (lines(golden(v, 'events.ndjson')) as StoredEvent[]).map((e) => `${e.type}/${e.metadata.schema}`)));
  const current = Object.entries(eventCatalogue).map(([type, { lifts }]) => `${type}/${lifts.length + 1}`);
  expect(current.filter((type) => !kept.has(type))).toEqual([]);
});

it('no golden file was edited', () => {
  const sums = Object.fromEntries(
    versions.flatMap((v) =>
      ['events.ndjson', 'keys.json', 'opened.ndjson', 'states.ndjson', 'identifiers.json'].map((f) => [
        `${v}/${f}`,
        createHash('sha256').update(golden(v, f)).digest('hex'),
      ]),
    ),
  );
  expect(sums).toEqual(JSON.parse(readFileSync(join(__dirname, '..', 'golden', 'sums.json'), 'utf8')));
});
