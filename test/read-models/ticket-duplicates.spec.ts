import { SqliteReadDatabase } from '@kith/adapters';
import { ListDuplicates, ListDuplicatesHandler } from '@kith/read-models';
import { type InMemoryEngine, inMemoryEngine } from '../support/in-memory-engine';
import { desk, email, phone } from '../support/ticket-desk';
import { project } from './projected';

describe('two people who meet in a ticket', () => {
  let engine: InMemoryEngine;
  const { create, open, correct } = desk(() => engine);
  beforeEach(async () => {
    engine = await inMemoryEngine();
  });
  const suggested = async () => {
    const database = await SqliteReadDatabase.temporary();
    await project({ store: engine.store, personalData: engine.personal }, database);
    const { items } = await new ListDuplicatesHandler(database).execute(new ListDuplicates('acme', {}, '2026-04-01T00:00:00.000Z', { limit: 10 }));
    await database.close();
    return items;
  };

  it('are suggested as one, once, as those who meet in an interaction are', async () => {
    const pair = [await create(email), await create(phone)].sort();
    await open({ id: 'T-1', points: [phone, email] });
    await open({ id: 'T-2', points: [phone, email] });
    expect(await suggested()).toMatchObject([{ endUserIds: pair, evidence: [{ rule: 'met-in-interaction' }] }]);
  });

  it('are suggested also where the requester is corrected', async () => {
    const { ticketId } = await open({ points: [{ channel: 'email', value: 'kim@example.org' }] });
    await create(email);
    await create(phone);
    expect(await suggested()).toEqual([]);
    await correct(ticketId, { points: [phone, email] });
    expect(await suggested()).toHaveLength(1);
  });
});
