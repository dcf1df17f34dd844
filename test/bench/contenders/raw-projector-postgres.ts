import { createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import type { Side } from '../side';
import { PostgresTarget, schemaOf } from './postgres-target';
import { type Batch, batchStatements, emptyBatch } from './raw-postgres-statements';
import { openedPersonal, type RawKey, rawKey, unwrapped } from './raw-sealing';
import { firstNumber, searchedName } from './raw-statements';

/** Events in one durable transaction, as the projector has them at most. */
const page = 1000;
/** Pages after which the rows are counted anew: plans that were made for empty tables read all of them. */
const countedAfter: ReadonlySet<number> = new Set([1, 10, 100]);

interface RawEvent {
  readonly position: number;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly data: string;
  readonly metadata: string;
}
type Data = Readonly<Record<string, string>>;

/**
 * A loop as it would be written without an engine: reads pages, parses, decrypts, gathers the rows of a page by table, and upserts each
 * kind in one statement, on one connection and one thread, one durable transaction a page.
 */
export async function open({ folder, server }: { readonly folder: string; readonly server: string }): Promise<Side> {
  const target = await PostgresTarget.on(server, 'raw');
  return {
    async work() {
      const schema = await schemaOf(target.url);
      const client = new Client({ connectionString: target.url, pipeline: true });
      await client.connect();
      await client.query(`SET search_path = ${schema}; SET jit = off`);
      await new RawLoop(folder, client).run();
      await client.end();
    },
    settle: () => target.renew(),
    tally: () => target.tally(),
    close: async () => {},
  };
}

class RawLoop {
  private readonly log: DatabaseSync;
  private readonly vault: DatabaseSync;
  private readonly keys = new Map<string, RawKey>();
  private readonly masterKey;
  private readonly wrappedKey;
  private number = firstNumber - 1;
  private batch: Batch = emptyBatch();

  constructor(
    folder: string,
    private readonly client: Client,
  ) {
    this.log = new DatabaseSync(join(folder, 'events.sqlite'), { readOnly: true });
    this.vault = new DatabaseSync(join(folder, 'keys.sqlite'), { readOnly: true });
    this.masterKey = createSecretKey(Buffer.from(readFileSync(join(folder, 'master.key'), 'utf8').trim(), 'base64'));
    this.wrappedKey = this.vault.prepare('SELECT wrapped FROM data_key WHERE id = ?');
  }

  async run(): Promise<void> {
    const read = this.log.prepare('SELECT position, type, stream, revision, data, metadata FROM event WHERE position > ? ORDER BY position LIMIT ?');
    for (let [after, pages] = [0, 1]; ; pages++) {
      const events = read.all(after, page) as unknown as readonly RawEvent[];
      if (events.length === 0) break;
      for (const event of events) this.apply(event);
      after = events.at(-1)?.position ?? after;
      await this.write(after);
      if (countedAfter.has(pages)) await this.client.query('ANALYZE end_user, end_user_contact_point, search_name, search_point, search_channel');
    }
    this.log.close();
    this.vault.close();
  }

  private async write(position: number): Promise<void> {
    const { batch } = this;
    this.batch = emptyBatch();
    const statements = batchStatements(batch, { number: this.number, position });
    await Promise.all([this.client.query('BEGIN'), ...statements.map((one) => this.client.query(one)), this.client.query('COMMIT')]);
  }

  private apply({ position, type, stream, revision, data: text, metadata: about }: RawEvent): void {
    const { tenant, eventId, schema, occurredAt, recordedAt } = JSON.parse(about) as Record<string, string>;
    const { personal, ...clear } = JSON.parse(text) as Data & { personal: { k: string; n: string; c: string } };
    const opened = openedPersonal(this.keyOf(personal.k), JSON.stringify([tenant, stream, type, schema, eventId]), personal);
    const data = { ...clear, ...opened } as unknown as Data;
    const id = stream.slice(stream.indexOf('.') + 1);
    if (type === 'ContactPointAttached') this.attached(id, position, occurredAt ?? '', recordedAt ?? '', data);
    else if (type === 'EndUserCreated') this.created(id, position, revision, occurredAt ?? '', recordedAt ?? '', data);
    else if (type === 'InteractionRecorded') this.interaction(id, position, occurredAt ?? '', data);
    else throw new Error(`the loop does not know ${type}`);
  }

  private created(id: string, position: number, revision: number, occurredAt: string, recordedAt: string, data: Data): void {
    this.number += 1;
    const name = textOf(data, 'name');
    this.batch.endUsers.push([id, this.number, textOf(data, 'origin'), name, searchedName(name), recordedAt, revision, position]);
    this.batch.entries.push([id, occurredAt, position, 'created', null, null, null, null, null, null, null, null]);
    this.batch.named.add(id);
    this.batch.reached.add(id);
  }

  private attached(pointId: string, position: number, occurredAt: string, recordedAt: string, data: Data): void {
    const [endUserId, channel, key, value] = ['endUserId', 'channel', 'key', 'value'].map((name) => textOf(data, name)) as [string, string, string, string];
    const { batch } = this;
    batch.points.push([endUserId, pointId, channel, key, value, data.verified ? 1 : 0, occurredAt, recordedAt, position]);
    batch.entries.push([endUserId, occurredAt, position, 'contact-point-attached', null, pointId, null, channel, null, null, null, null]);
    batch.changed.set(endUserId, [endUserId, recordedAt, position]);
    batch.reached.add(endUserId);
  }

  private interaction(id: string, position: number, occurredAt: string, data: Data): void {
    const { contactPointId, source, channel, via, direction, summary, outcome } = data;
    const endUserId = textOf(data, 'endUserId');
    const place = [contactPointId ?? null, source ?? null, channel ?? null, via ?? null, direction ?? null, summary ?? null, outcome ?? null] as const;
    this.batch.entries.push([endUserId, occurredAt, position, 'interaction', id, ...place]);
    const before = this.batch.seen.get(endUserId);
    if (before === undefined || before[1] < occurredAt) this.batch.seen.set(endUserId, [endUserId, occurredAt, position]);
  }

  private keyOf(id: string): RawKey {
    const known = this.keys.get(id);
    if (known) return known;
    const key = rawKey(id, unwrapped(this.masterKey, id, this.wrappedKey.get(id)?.wrapped as Uint8Array));
    this.keys.set(id, key);
    return key;
  }
}

function textOf(data: Data, name: string): string {
  const value = data[name];
  if (typeof value !== 'string') throw new Error(`an event without ${name}`);
  return value;
}
