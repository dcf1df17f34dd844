import { MemoryDeliveries, MemoryEventStore, MemoryKeyVault } from '@kith/adapters';
import type { EventStore } from '@kith/application';
import { webhookWorld } from '../support/webhooks';

const upTo = 1_024n;

/** The same log as a copy of it holds it. */
async function copyOf(log: EventStore): Promise<MemoryEventStore> {
  const copy = new MemoryEventStore();
  for (const { stream, revision, position, type, data, metadata } of (await log.readAll({ after: 0n, limit: 1_000 })).events)
    await copy.append(stream, revision - 1, [{ type, data, metadata: { ...metadata, copied: { position: `${position}`, upTo: `${upTo}` } } }]);
  return copy;
}

/** A position of the log as the copy has it. */
const here = (position: bigint) => `${upTo + 1n + position}`;
const minute = 60_000;

describe('webhooks of a log that was copied', () => {
  const vault = new MemoryKeyVault({ seed: 'webhooks' });
  beforeAll(() => vault.createTenantSecret('acme'));

  /** A log with what was delivered of it, one event that waits for its next try, and one that was not looked at. */
  async function worldBefore(deliveries: MemoryDeliveries) {
    const world = webhookWorld({ vault, deliveries, backOffMs: [60 * minute] });
    await world.create();
    const { stop } = world.start();
    await world.time.pass(10);
    const delivered = await world.happens('lea');
    await world.time.pass(3_000);
    world.sender.script = async () => 500;
    const failed = await world.happens('noor');
    await world.time.pass(3_000);
    await stop();
    const missed = await world.happens('tom');
    return { world, delivered, failed, missed };
  }
  const received = ({ sender }: ReturnType<typeof webhookWorld>) => sender.received.map(({ event }) => event.kithposition);

  it('go on where they were, with what waited for its next try', async () => {
    const deliveries = new MemoryDeliveries();
    const { world, failed, missed } = await worldBefore(deliveries);
    const copy = webhookWorld({ vault, deliveries, store: await copyOf(world.store) });
    const { stop } = copy.start();
    await copy.time.pass(10);
    expect(received(copy)).toEqual([here(missed)]);
    const next = await copy.happens('lea');
    await copy.time.pass(90 * minute);
    expect(received(copy)).toEqual([here(missed), `${next}`, here(failed)]);
    await stop();
  });

  it('do not send again what was copied where nothing is known of their deliveries', async () => {
    const { world } = await worldBefore(new MemoryDeliveries());
    const copy = webhookWorld({ vault, store: await copyOf(world.store) });
    const { stop } = copy.start();
    await copy.time.pass(10);
    const next = await copy.happens('lea');
    await copy.time.pass(90 * minute);
    expect(received(copy)).toEqual([`${next}`]);
    await stop();
  });

  it('begin at the beginning of the copy when they are made there and ask for it', async () => {
    const { world, delivered, failed, missed } = await worldBefore(new MemoryDeliveries());
    const copy = webhookWorld({ vault, store: await copyOf(world.store) });
    // The first command that this world is asked for has the id of the one that was asked for before the copy, and is answered the same.
    await copy.create();
    await copy.create({ url: 'https://new.example.org/' }, 0n);
    const { stop } = copy.start();
    await copy.time.pass(10);
    expect(copy.sender.received.map(({ url, event }) => [url, event.kithposition])).toEqual(
      [delivered, failed, missed].map((position) => ['https://new.example.org/', here(position)]),
    );
    await stop();
  });
});
