import { changeOf, differences, valueAt } from '../../apps/cli/src/assignments';
import { columns } from '../../apps/cli/src/columns';
import { pointIn, pointText } from '../../apps/cli/src/points';
import { durationText } from '../../apps/cli/src/progress';

describe('addresses at a terminal', () => {
  it.each([
    ['email=lea@example.org', { channel: 'email', value: 'lea@example.org' }],
    ['telegram.bot-7=4711', { channel: 'telegram', scope: 'bot-7', value: '4711' }],
    ['external.crm.eu=a=b', { channel: 'external', scope: 'crm.eu', value: 'a=b' }],
    ['lea@example.org', { channel: 'email', value: 'lea@example.org' }],
    ['+33 6 39 98 12 34', { channel: 'phone', value: '+33 6 39 98 12 34' }],
    ['0639981234', { channel: 'phone', value: '0639981234' }],
  ])('%s is understood', (text, point) => {
    expect(pointIn(text)).toEqual(point);
  });

  it.each(['', 'lea', 'email=', '=lea@example.org', '@handle', '12'])('%j is refused, and said to be no address', (text) => {
    expect(() => pointIn(text)).toThrow(/not understood/);
  });

  it('are printed with their channel, and with the scope where there is one', () => {
    expect([pointText({ channel: 'email', scope: '', value: 'a@b.c' }), pointText({ channel: 'x', scope: 'shop', value: '7' })]).toEqual([
      'email a@b.c',
      'x.shop 7',
    ]);
  });
});

describe('assignments of settings', () => {
  it('make one object, with values as JSON or else as texts', () => {
    expect(
      changeOf(['defaultRegion=FR', 'quarantineDays=30', 'survivorship.name=verified-first', 'survivorship.tags="union"', 'siblings=[["a","b"]]', 'x=null']),
    ).toEqual({
      defaultRegion: 'FR',
      quarantineDays: 30,
      survivorship: { name: 'verified-first', tags: 'union' },
      siblings: [['a', 'b']],
      x: null,
    });
  });

  it.each([['defaultRegion'], ['=FR'], ['a..b=1'], ['a=1', 'a.b=2'], ['__proto__.x=1']])('%j is refused', (...assignments) => {
    expect(() => changeOf(assignments)).toThrow(/not understood|given a value|no setting/);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('differ from what is there value by value, and a list as a whole', () => {
    const before = { defaultRegion: null, quarantineDays: 30, survivorship: { name: 'oldest', tags: 'union' }, siblings: [['a']] };
    expect(differences(before, { quarantineDays: 30, defaultRegion: 'FR', survivorship: { name: 'union', tags: 'union' }, siblings: [['a'], ['b']] })).toEqual([
      { path: 'defaultRegion', from: null, to: 'FR' },
      { path: 'survivorship.name', from: 'oldest', to: 'union' },
      { path: 'siblings', from: [['a']], to: [['a'], ['b']] },
    ]);
    expect([valueAt(before, 'survivorship.name'), valueAt(before, 'survivorship.toString'), valueAt(before, 'nothing.there')]).toEqual([
      'oldest',
      undefined,
      undefined,
    ]);
  });
});

it('a table is as wide as its widest cells, and has no blanks at its ends', () => {
  expect(
    columns([
      ['id', 'name'],
      ['4711', 'x'],
    ]),
  ).toBe('id    name\n4711  x\n');
});

it.each([
  [0.2, '1 s'],
  [89, '89 s'],
  [150, '3 min'],
  [7_500, '2 h 5 min'],
])('%d seconds are %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});
