import type { GivenInteraction } from '@kith/domain';
import { v7 } from 'uuid';
import { packageOf } from '../emmett/installed';
import type { Emmett, EmmettConnection, EmmettEvent, EmmettSqlite, EmmettStore } from '../emmett/packages';
import { inFlight } from '../in-flight';
import { keyOf } from '../inputs';
import type { Side, Tally } from '../side';
import { interactionOf, type Workload } from '../workload';
import { contacts, fillKnown, projectionSchema } from './emmett-contacts';
import { openStore } from './emmett-store';

/** Commands under way at once. */
const most = 64;

interface Options {
  readonly file: string;
  readonly workload: Workload;
  /** All commands under way in one transaction that is committed when the last one ends: fewer commits, later answers. */
  readonly grouped: boolean;
}

/** The same job on emmett: its command handler on each stream, one inline projection, nothing encrypted. */
export async function open({ file, workload, grouped }: Options): Promise<Side> {
  const sqlite = packageOf<EmmettSqlite>('@event-driven-io/emmett-sqlite');
  const connection = sqlite.sqliteConnection({ fileName: file });
  for (const pragma of ['synchronous = FULL', 'wal_autocheckpoint = 20000', 'cache_size = -65536']) await connection.command(`PRAGMA ${pragma}`);
  await sqlite.createEventStoreSchema(connection);
  for (const table of projectionSchema) await connection.command(table);
  await connection.withTransaction(() => fillKnown(connection, workload.customers));
  const recorder = new EmmettRecorder(connection, openStore(sqlite, connection, contacts, !grouped));
  const record = (n: number) => recorder.record(interactionOf(workload, n));
  return {
    async work(from, count) {
      if (!grouped) return inFlight(from, count, most, record);
      for (let n = from; n < from + count; n += most) await connection.withTransaction(() => inFlight(n, Math.min(most, from + count - n), most, record));
    },
    tally: () => tallyOf(connection),
    close: async () => connection.close(),
  };
}

/** Streams of this little domain are written once: a second decision finds an event and adds none. */
type Written = boolean;

class EmmettRecorder {
  private readonly handle = packageOf<Emmett>('@event-driven-io/emmett').CommandHandler<Written>({ evolve: () => true, initialState: () => false });

  constructor(
    private readonly connection: EmmettConnection,
    private readonly store: EmmettStore,
  ) {}

  async record(given: GivenInteraction): Promise<void> {
    const [point] = given.points;
    if (!point) throw new Error('an interaction comes by a contact point');
    const key = keyOf(point);
    const { channel, value, verified = false } = point;
    const held = await this.connection.querySingle<{ end_user_id: string }>('SELECT end_user_id FROM holder WHERE channel = ? AND key = ?', [channel, key]);
    const endUserId = held?.end_user_id ?? v7();
    const contactPointId = `${channel}:${key}`;
    if (!held) {
      await this.once(`contactPoint-${contactPointId}`, { type: 'ContactPointAttached', data: { endUserId, channel, key, value, verified } });
      await this.once(`endUser-${endUserId}`, { type: 'EndUserCreated', data: { endUserId, origin: 'contacted', name: given.profile?.name } });
    }
    const { source, id, via, direction, summary, occurredAt } = given;
    const outcome = held ? 'matched' : 'created';
    const data = { source, sourceId: id, channel, contactPointId, endUserId, via, direction, summary, occurredAt, outcome };
    await this.once(`interaction-${source}:${id}`, { type: 'InteractionRecorded', data });
  }

  private async once(stream: string, event: EmmettEvent): Promise<void> {
    await this.handle(this.store, stream, (written) => (written ? [] : [event]));
  }
}

/** Asked over the same connection: a second SQLite library in one process would take the first one's locks away when it closes the file. */
async function tallyOf(connection: EmmettConnection): Promise<Tally> {
  const count = async (table: string, type = '') => {
    const where = type === '' ? '' : `WHERE message_type = '${type}'`;
    return (await connection.querySingle<{ n: number }>(`SELECT count(*) AS n FROM ${table} ${where}`))?.n ?? 0;
  };
  const types = contacts.canHandle;
  const counts = await Promise.all(types.map((type) => count('emt_messages', type)));
  return { ...Object.fromEntries(types.map((type, i) => [type, counts[i] ?? 0])), entries: await count('entry') };
}
