import { CsvParseImportReader } from '@kith/adapters';
import { type FaultyRow, type ImportRow, identifyIn, type RowPoint, TenantIdentifiers, type UnderstoodRow, understoodRow } from '@kith/application';
import { defaultSettings, type ImportFormat, organizationNameKey, Refusal, type Settings } from '@kith/domain';
import { csvHeader, csvLines, type ExportedContactPoint, type ExportedEndUser, endUserColumns, type FieldColumn, type PointColumn } from '@kith/read-models';
import fc from 'fast-check';

const settings: Settings = {
  ...defaultSettings,
  channels: { ...defaultSettings.channels, loyalty_card: { ...defaultSettings.channels.web, scoped: false } } as never,
};
const ids = new TenantIdentifiers(Buffer.alloc(32, 7));
/** Numbers are read here without the region that they may have been given in. */
const elsewhere = settings;

/** What makes trouble in cells: quotes, separators, formulas, apostrophes, spaces that look like none. */
const nasty = fc.string({ unit: fc.constantFrom(...'\'"=+-@,;|:. \tab1é🙂\u00a0\u200b李'), minLength: 1, maxLength: 10 });
const oneLine = fc
  .oneof(nasty, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }))
  .filter((text) => !/[\x00-\x1f\x7f\u2028\u2029]/.test(text) && text.isWellFormed());
const manyLines = fc.array(fc.oneof(oneLine, fc.constantFrom('\n', '\r\n', '\r', '\t', '')), { maxLength: 4 }).map((parts) => parts.join(''));

const fieldNames = fc
  .oneof(oneLine, fc.constantFrom('plan', 'plan:number', 'plan:text', ' seats', 'seats ', 'a@b.c', 'x,y', 'constructor', '__proto__x'))
  .filter((name) => name.length <= 64);
const numbers = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), fc.constantFrom(1e21, -1.5e-7))
  .filter((n) => !Number.isInteger(n) || Number.isSafeInteger(n));
const values = fc.oneof(
  manyLines,
  numbers.map((n) => (Object.is(n, -0) ? 0 : n)),
  fc.boolean(),
);

const givenPoints = fc.array(
  fc.oneof(
    fc.record({
      channel: fc.constant('email'),
      value: fc.tuple(fc.constantFrom('lea', '=cmd', "o'neil", 'a+b', '-x', 'ÉLÉA'), fc.nat(9)).map(([who, n]) => `${who}${n}@Example.org`),
    }),
    fc.record({ channel: fc.constantFrom('phone', 'whatsapp'), value: fc.nat(99).map((n) => `06 12 34 56 ${String(n).padStart(2, '0')}`) }),
    fc.record({ channel: fc.constantFrom('phone'), value: fc.nat(9).map((n) => ` +49 30 12345${n}0 ext. 7`) }),
    fc.record({ channel: fc.constantFrom('external', 'line', 'web'), scope: fc.constantFrom('external', 'crm', 'a.b', 'x:y'), value: nasty }),
    fc.record({ channel: fc.constantFrom('x', 'telegram', 'loyalty_card'), value: nasty }),
  ),
  { maxLength: 6 },
);

/** The points as the engine would keep them, each once. */
function pointsOf(given: readonly { channel: string; value: string; scope?: string }[], flags: readonly number[]): readonly ExportedContactPoint[] {
  const known = new Map<string, ExportedContactPoint>();
  for (const [i, point] of given.entries()) {
    try {
      const found = identifyIn({ ...settings, defaultRegion: 'FR' }, ids, point, '');
      if (!('digest' in found) || known.has(found.digest)) continue;
      const flag = flags[i % flags.length] ?? 0;
      const isFirst = ![...known.values()].some(({ channel }) => channel === found.channel);
      const { channel, scope, key } = found;
      known.set(found.digest, {
        channel,
        scope,
        key,
        value: point.value,
        verified: flag % 2 === 1,
        primary: isFirst,
        shared: flag > 5,
        endUserId: 'u',
        since: '',
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return [...known.values()];
}

const people: fc.Arbitrary<ExportedEndUser> = fc
  .record({
    name: fc.option(oneLine),
    details: fc.option(manyLines),
    notes: fc.option(manyLines),
    locale: fc.constantFrom(null, 'fr', 'pt-BR'),
    timeZone: fc.constantFrom(null, 'Europe/Paris'),
    status: fc.constantFrom('active', 'suspended'),
    tags: fc.uniqueArray(
      oneLine.filter((tag) => tag.length <= 64),
      { selector: (tag) => tag.normalize('NFC'), maxLength: 5 },
    ),
    fields: fc.uniqueArray(fc.tuple(fieldNames, values), { selector: ([name]) => name, maxLength: 5 }),
    organizations: fc.uniqueArray(
      oneLine.map((name) => name.trim()).filter((name) => organizationNameKey(name) !== ''),
      { selector: organizationNameKey, maxLength: 3 },
    ),
    given: givenPoints,
    flags: fc.array(fc.nat(7), { minLength: 1, maxLength: 6 }),
  })
  .map(({ organizations, given, flags, fields, ...person }, at = 0) => ({
    ...person,
    id: `0199b5f2-0000-7000-8000-00000000000${at}`,
    canonicalId: 'u',
    origin: 'api',
    status: person.status as 'active' | 'suspended',
    fields: Object.fromEntries(fields),
    contactPoints: pointsOf(given, flags),
    organizations: organizations.map((name, i) => ({ id: name, canonicalId: name, name, default: i === 1, reason: 'manual' as const, since: '' })),
    mergedFrom: [],
    sources: {},
    createdAt: '',
    updatedAt: '',
    lastInteractionAt: null,
    revision: 0,
    position: '1',
  }));

/** As the engine finds them in the data. */
function columnsOf(all: readonly ExportedEndUser[]) {
  const [points, fields] = [new Map<string, PointColumn>(), new Map<string, FieldColumn>()];
  for (const { contactPoints, fields: own } of all) {
    for (const { channel, scope } of contactPoints) points.set(`${channel} ${scope}`, { channel, scope });
    for (const [name, value] of Object.entries(own)) {
      const type = typeof value === 'string' ? 'text' : (typeof value as 'number' | 'boolean');
      fields.set(`${type} ${name}`, { name, type });
    }
  }
  return { points: [...points.values()], fields: [...fields.values()] };
}

async function readBack(text: string, format: ImportFormat, pieces: number): Promise<readonly (UnderstoodRow | FaultyRow)[]> {
  const bytes = Buffer.from(text);
  const file = {
    async *[Symbol.asyncIterator]() {
      for (let at = 0; at < bytes.length; at += pieces) yield bytes.subarray(at, at + pieces);
    },
  };
  const reader = new CsvParseImportReader();
  const description = await reader.describe(file, { format });
  expect(description.unknown).toEqual([]);
  const rows: (UnderstoodRow | FaultyRow)[] = [];
  for await (const row of reader.rows(file, description, 0)) rows.push(understoodRow(row, elsewhere, ids));
  return rows;
}

const digests = (points: readonly RowPoint[], which: (point: RowPoint) => boolean = () => true) =>
  points
    .filter(which)
    .map(({ digest }) => digest)
    .sort();
const digestsOf = (points: readonly ExportedContactPoint[], which: (point: ExportedContactPoint) => boolean = () => true) =>
  points
    .filter(which)
    .map(({ channel, scope, key }) => ids.contactPoint(channel, scope, key))
    .sort();

const asCsv = (all: readonly ExportedEndUser[]): string => {
  const columns = endUserColumns(columnsOf(all));
  return csvHeader(columns) + csvLines(columns, all);
};
const asLines = (all: readonly ExportedEndUser[]): string => all.map((one) => `${JSON.stringify(one)}\n`).join('');

describe.each([
  ['csv', asCsv],
  ['ndjson', asLines],
] as const)('an export as %s', (format, written) => {
  it('says of everybody to whoever imports it what was known of them, whatever that is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(people, { minLength: 1, maxLength: 5 }), fc.integer({ min: 40, max: 2_000 }), async (all, pieces) => {
        // A file of objects that say nothing has no column that is read as anything.
        fc.pre(format === 'csv' || !all.every(saysNothing));
        const rows = await readBack(written(all), format, pieces);
        expect(rows).toHaveLength(all.length);
        for (const [i, { name, details, notes, locale, timeZone, tags, fields, contactPoints, organizations, status }] of all.entries()) {
          const row = rows[i] as UnderstoodRow;
          if (saysNothing(all[i] as ExportedEndUser)) {
            expect(row).toEqual({ row: i + 1, problems: [{ row: i + 1, field: '', code: 'row-empty' }] });
            continue;
          }
          const said = Object.entries({ name, details, notes, locale, timeZone }).filter(([, value]) => value !== null);
          expect(row.profile).toEqual({
            ...Object.fromEntries(said),
            ...(tags.length > 0 && { tags }),
            ...(Object.keys(fields).length > 0 && { fields }),
          });
          expect(digests(row.points)).toEqual(digestsOf(contactPoints));
          expect(digests(row.points, ({ verified }) => verified)).toEqual(digestsOf(contactPoints, ({ verified }) => verified));
          expect(digests(row.points, ({ shared }) => shared === true)).toEqual(digestsOf(contactPoints, ({ shared }) => shared));
          // Who has one of a channel has no choice there.
          const isAlone = (point: ExportedContactPoint) => contactPoints.filter(({ channel }) => channel === point.channel).length === 1;
          expect(digests(row.primary)).toEqual(digestsOf(contactPoints, (point) => point.primary && !isAlone(point)));
          const [first, second, ...others] = organizations.map((one) => one.name);
          expect(row.organizations.map((one) => one.name)).toEqual([second, first, ...others].filter((one) => one !== undefined));
          expect(row.suspended).toBe(status === 'suspended' ? true : undefined);
        }
      }),
      { numRuns: 100 },
    );
  });
});

it('a line that only looks like a person of an export stops no file', async () => {
  const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 }));
  const disguised = fc.record({
    name: fc.constant('Ana'),
    canonicalId: fc.constant('u'),
    position: fc.constant('1'),
    mergedFrom: fc.constant([]),
    tags: anything,
    fields: fc.oneof(anything, fc.constant({})),
    contactPoints: fc.oneof(anything, fc.constant([])),
    organizations: fc.oneof(anything, fc.constant([])),
    status: anything,
  });
  await fc.assert(
    fc.asyncProperty(disguised, async (line) => {
      const file = {
        async *[Symbol.asyncIterator]() {
          yield Buffer.from(`${JSON.stringify(line)}\n${JSON.stringify({ name: 'Bo' })}\n`);
        },
      };
      const reader = new CsvParseImportReader();
      const description = await reader.describe(file, { format: 'ndjson', mapping: [{ column: '*', to: null }] });
      const rows: ImportRow[] = [];
      for await (const row of reader.rows(file, description, 0)) rows.push(row);
      expect(rows[1]).toMatchObject({ row: 2, values: [{ field: 'name', value: 'Bo' }], problems: [] });
    }),
    { numRuns: 200 },
  );
});

describe('an export as csv', () => {
  it('has no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(people, (person) => {
        const columns = endUserColumns(columnsOf([person]));
        for (const { name, cell } of columns) for (const text of [name, cell(person)]) expect(text).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: 50 },
    );
  });
});

/** Nobody needs a row of somebody who has neither a name nor an address nor anything else. */
const saysNothing = ({ name, details, notes, locale, timeZone, tags, fields, contactPoints, organizations, status }: ExportedEndUser): boolean =>
  [name, details, notes, locale, timeZone].every((value) => value === null) &&
  tags.length + Object.keys(fields).length + contactPoints.length + organizations.length === 0 &&
  status === 'active';
