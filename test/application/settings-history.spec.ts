import { SettingsHistory } from '@kith/application';
import { ChangeSettings, defaultSettings, type SettingsChanges } from '@kith/domain';
import { asking, type InMemoryEngine, inMemoryEngine } from '../support/in-memory-engine';

let engine: InMemoryEngine;
let history: SettingsHistory;
beforeEach(async () => {
  engine = await inMemoryEngine();
  history = new SettingsHistory(engine.store, engine.runner);
});

const change = (changes: SettingsChanges, more: Parameters<typeof asking>[0] = {}) => engine.changeSettings.execute(new ChangeSettings(asking(more), changes));

it('lists no change of settings that were never changed, and shows the defaults as version 0', async () => {
  expect(await history.versions('acme', { limit: 10 })).toEqual([]);
  expect(await history.atVersion('acme', 0)).toEqual(defaultSettings);
  expect(await history.atVersion('acme', 1)).toBeUndefined();
});

it('lists every change once, the latest first, with who made it and from where on it holds, page by page', async () => {
  const regions = ['FR', 'DE', 'US', 'GB', 'IT'];
  const answers = [];
  for (const defaultRegion of regions) answers.push(await change({ defaultRegion }, { onBehalfOf: `boss of ${defaultRegion}` }));
  await engine.keys.issue(asking(), { role: 'agent', clientName: 'between' });
  const first = await history.versions('acme', { limit: 2 });
  await change({ quarantineDays: 7 });
  const second = await history.versions('acme', { before: 4, limit: 2 });
  const third = await history.versions('acme', { before: 2, limit: 2 });
  const listed = [...first, ...second, ...third];
  expect(listed.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
  expect(await history.versions('acme', { before: 1, limit: 2 })).toEqual([]);
  for (const { version, changes, position, actor, onBehalfOf, at } of listed) {
    expect([changes, position]).toEqual([{ defaultRegion: regions[version - 1] }, answers[version - 1]?.position]);
    expect([actor, onBehalfOf, at]).toEqual([{ kind: 'service', id: 'test' }, `boss of ${regions[version - 1]}`, expect.stringMatching(/^2026-.*Z$/)]);
  }
  expect((await history.versions('acme', { limit: 1 }))[0]).toMatchObject({ version: 6, changes: { quarantineDays: 7 }, onBehalfOf: null });
});

it('shows the settings as each version left them, and as they were in effect at each place of the log', async () => {
  const answers = [];
  for (const defaultRegion of ['FR', 'DE', 'US']) {
    answers.push(await change({ defaultRegion }));
    await engine.keys.issue(asking(), { role: 'agent', clientName: 'between' });
  }
  for (const [i, { settings, position }] of answers.entries()) {
    expect(await history.atVersion('acme', i + 1)).toEqual(settings);
    const at = position ?? 0n;
    expect(await history.atPosition('acme', at)).toEqual(settings);
    expect(await history.atPosition('acme', at + 1n)).toEqual(settings);
    expect((await history.atPosition('acme', at - 1n)).version).toBe(i);
  }
  expect(await history.atVersion('acme', 4)).toBeUndefined();
  expect(await history.atPosition('other', 100n)).toEqual(defaultSettings);
});
