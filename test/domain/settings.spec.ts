import { builtInChannels, ChangeSettings, defaultSettings, isBlocked, type SettingsChanges, settings, siblingsOf } from '@kith/domain';
import { given } from '../support/given';
import { asking } from '../support/in-memory-engine';

const change = (changes: SettingsChanges, expectedVersion?: number) => new ChangeSettings(asking(), changes, expectedVersion);
const shop = { normaliser: 'opaque/1', scoped: true, priority: 15, limit: 5, verifiedOnly: false } as const;

describe('the settings of a tenant', () => {
  it('begin with the built-in channels, phone and whatsapp as siblings, and no default region', () =>
    expect(given(settings).state).toMatchObject({ version: 0, defaultRegion: null, siblings: [['phone', 'whatsapp']], channels: builtInChannels }));

  it('count their versions', () => {
    given(settings)
      .when(change({ defaultRegion: 'FR' }))
      .then({ type: 'SettingsChanged', data: { version: 1, changes: { defaultRegion: 'FR' } } });
    expect(given(settings, { type: 'SettingsChanged', data: { version: 1, changes: { defaultRegion: 'FR' } } }).state).toMatchObject({
      version: 1,
      defaultRegion: 'FR',
    });
  });

  it('do not change when nothing is different, in whatever order it is written', () => {
    given(settings)
      .when(change({ defaultRegion: null }))
      .then();
    const { limit, ...rest } = builtInChannels.email;
    given(settings)
      .when(change({ channels: { email: { limit, ...rest } } }))
      .then();
  });

  it('take a new channel beside the others', () =>
    expect(given(settings, { type: 'SettingsChanged', data: { version: 1, changes: { channels: { shop } } } }).state.channels).toEqual({
      ...builtInChannels,
      shop,
    }));

  it('refuse what does not fit together, naming the place', () => {
    const wrong: [SettingsChanges, string][] = [
      [{ defaultRegion: 'XX' }, '/defaultRegion'],
      [{ defaultRegion: 'fr' }, '/defaultRegion'],
      [{ channels: { 'Bad Name': shop } }, '/channels/Bad Name'],
      [{ channels: { shop: { ...shop, limit: 0 } } }, '/channels/shop/limit'],
      [{ channels: { email: { ...builtInChannels.email, normaliser: 'opaque/1' } } }, '/channels/email'],
      [{ channels: { email: { ...builtInChannels.email, scoped: true } } }, '/channels/email'],
      [{ siblings: [['phone', 'fax']] }, '/siblings/0'],
      [{ siblings: [['phone', 'phone']] }, '/siblings/0'],
      [{ siblings: [['phone', 'line']] }, '/siblings/0'],
      [{ quarantineDays: -1 }, '/quarantineDays'],
      [{ quarantineDays: 3651 }, '/quarantineDays'],
      [{ quarantineDays: 1.5 }, '/quarantineDays'],
    ];
    for (const [changes, pointer] of wrong) given(settings).when(change(changes)).refuses('settings-invalid', { pointer });
  });

  it('refuse a change based on an older version', () =>
    given(settings)
      .when(change({ defaultRegion: 'FR' }, 3))
      .refuses('state-changed'));

  it('quarantine nothing until the tenant says for how long', () => {
    expect(defaultSettings.quarantineDays).toBe(0);
    given(settings)
      .when(change({ quarantineDays: 90 }))
      .then({ type: 'SettingsChanged', data: { version: 1, changes: { quarantineDays: 90 } } });
  });

  it('know siblings both ways', () => {
    expect(siblingsOf(defaultSettings, 'phone')).toEqual(['whatsapp']);
    expect(siblingsOf(defaultSettings, 'whatsapp')).toEqual(['phone']);
    expect(siblingsOf(defaultSettings, 'email')).toEqual([]);
  });

  it('block what stands where an address would be, and nothing that merely contains it', () => {
    for (const value of ['anonymous', ' Anonymous ', 'UNKNOWN', '-1', '0', '0000000', '+000']) expect(isBlocked(defaultSettings, 'phone', value)).toBe(true);
    for (const value of ['anonymous@example.org', '0612345678', 'unknown1', '']) expect(isBlocked(defaultSettings, 'email', value)).toBe(false);
  });

  it('block by key and by channel', () => {
    const tenants = { ...defaultSettings, blocklist: [{ channel: 'email', value: 'info@example.org' }] };
    expect(isBlocked(tenants, 'email', ' Info@Example.org')).toBe(true);
    expect(isBlocked(tenants, 'email', 'x')).toBe(false);
    expect(isBlocked(tenants, 'external', 'info@example.org')).toBe(false);
  });
});
