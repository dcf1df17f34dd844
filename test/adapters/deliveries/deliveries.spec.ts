import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MemoryDeliveries, SqliteDeliveries } from '@kith/adapters';
import { DeliveriesUnavailable } from '@kith/application';
import { deliveriesContract } from '../../contracts/deliveries.contract';

deliveriesContract('MemoryDeliveries', () => {
  const deliveries = new MemoryDeliveries();
  return { deliveries, reopen: () => deliveries };
});

describe('SqliteDeliveries', () => {
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'kith-deliveries-'));
    folders.push(made);
    return made;
  };
  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true });
  });

  deliveriesContract('SqliteDeliveries', () => {
    const at = folder();
    return { deliveries: new SqliteDeliveries(at), reopen: () => new SqliteDeliveries(at) };
  });

  it('refuses a file of a later version', () => {
    const at = folder();
    const db = new DatabaseSync(join(at, 'deliveries.sqlite'));
    db.exec('PRAGMA user_version = 2');
    db.close();
    expect(() => new SqliteDeliveries(at)).toThrow('later version');
  });

  it('says when it cannot be used at the moment, and can be used afterwards', async () => {
    const at = folder();
    const deliveries = new SqliteDeliveries(at, 20);
    const other = new DatabaseSync(join(at, 'deliveries.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    await expect(deliveries.step('w', { reached: 5n })).rejects.toThrow(DeliveriesUnavailable);
    await expect(deliveries.replay('w', 'all', 1, { commandId: 'a', payload: 'p' })).rejects.toThrow(/cannot be used at the moment/);
    other.exec('ROLLBACK');
    other.close();
    await deliveries.step('w', { reached: 5n });
    expect((await deliveries.standing('w')).reached).toBe(5n);
  });

  it('stores all of a step or nothing', async () => {
    const at = folder();
    const deliveries = new SqliteDeliveries(at);
    const db = new DatabaseSync(join(at, 'deliveries.sqlite'));
    db.exec("CREATE TRIGGER full BEFORE INSERT ON attempt BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    const attempt = {
      position: 1n,
      eventId: 'e',
      type: 'T',
      attempt: 1,
      replay: false,
      at: 1,
      durationMs: 1,
      statusCode: 204,
      error: null,
      outcome: 'delivered',
    } as const;
    await expect(deliveries.step('w', { reached: 5n, attempts: [attempt] })).rejects.toThrow('disk full');
    expect((await deliveries.standing('w')).reached).toBeUndefined();
    db.exec('DROP TRIGGER full');
    db.close();
    await deliveries.step('w', { reached: 5n, attempts: [attempt] });
    expect((await deliveries.standing('w')).reached).toBe(5n);
  });
});
