import { CsvParseImportReader } from '@kith/adapters';
import type { FileDescription, ImportRow, SaidOfFile } from '@kith/application';
import * as fc from 'fast-check';

const reader = new CsvParseImportReader();

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** The file in chunks of any size: nothing may depend on them. */
const chunked = (bytes: Buffer, size = 7): AsyncIterable<Uint8Array> => ({
  async *[Symbol.asyncIterator]() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  },
});

const describeFile = (file: string | Buffer, said: SaidOfFile = {}): Promise<FileDescription> => reader.describe(chunked(Buffer.from(file), 1_000_003), said);

async function everyRow(file: AsyncIterable<Uint8Array>, description: FileDescription, skip: number): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for await (const row of reader.rows(file, description, skip)) rows.push(row);
  return rows;
}

async function rowsOf(file: string | Buffer, said: SaidOfFile = {}, skip = 0): Promise<ImportRow[]> {
  const bytes = Buffer.from(file);
  return everyRow(chunked(bytes, 1 + (bytes.length >> 3)), await describeFile(bytes, said), skip);
}

/** Each row as its values, or as the codes of why it cannot be read. */
const told = (rows: readonly ImportRow[]) =>
  rows.map(({ values, problems }) =>
    problems.length > 0 ? problems.map(({ field, code }) => `${field}!${code}`) : values.map(({ field, value }) => `${field}=${value}`),
  );

const codeOf = (file: string | Buffer, said?: SaidOfFile) =>
  describeFile(file, said).then(
    () => 'readable',
    (error: { code?: string }) => error.code,
  );

describe('a CSV file', () => {
  it('has its columns read by the names that support desks give them', async () => {
    const { columns, unknown } = await describeFile(
      'Name,E-Mail,External ID,custom_fields.Tier,fields.seats:number,Contact_Point.external.crm,ROLE,Shoe size\nx',
    );

    expect(columns.map(({ to }) => to)).toEqual([
      'name',
      'email',
      'externalId',
      'fields.Tier',
      'fields.seats:number',
      'contactPoint.external.crm',
      'role',
      null,
    ]);
    expect(unknown).toEqual(['Shoe size']);
  });

  it('has columns read as somebody says, and left out', async () => {
    const mapping = [
      { column: 'Nom', to: 'name' },
      { column: 'name', to: null },
      { column: '*', to: null },
    ];
    const { columns, unknown } = await describeFile('Nom,name,Pointure\nLéa,Acme,38', { mapping });

    expect({ columns, unknown }).toEqual({
      columns: [
        { column: 'Nom', to: 'name' },
        { column: 'name', to: null },
        { column: 'Pointure', to: null },
      ],
      unknown: [],
    });
  });

  it('has quotes, line breaks and delimiters in its cells', async () => {
    expect(told(await rowsOf('name,notes\r\n"Martin, ""Léa""","one\r\ntwo"\r\n\r\n19" screen,it\'s\n'))).toEqual([
      ['name=Martin, "Léa"', 'notes=one\r\ntwo'],
      ['name=19" screen', "notes=it's"],
    ]);
  });

  it('has several values in one cell, and none in an empty one', async () => {
    expect(told(await rowsOf('name,email,tags,fields.seats:number,suspended\n,"a@b.c; d@e.f","vip, gold red",12,yes\n'))).toEqual([
      ['email=a@b.c', 'email=d@e.f', 'tags=vip', 'tags=gold', 'tags=red', 'fields.seats=12', 'suspended=true'],
    ]);
  });

  it('has its formulas taken back to what they were', async () => {
    expect(told(await rowsOf("name,phone,notes\n'=1+1,'+33 6 12 34 56 78,'\n"))).toEqual([['name==1+1', 'phone=+33 6 12 34 56 78', 'notes=']]);
  });

  it('goes on behind a row that has too few or too many cells', async () => {
    expect(told(await rowsOf('name,email\nA\nB,b@b.b,x\nC,c@c.c\n'))).toEqual([['!cell-count'], ['!cell-count'], ['name=C', 'email=c@c.c']]);
  });

  it('goes on behind a cell of more than 128 KiB, and takes one of 128 KiB', async () => {
    const rows = await rowsOf(`name,notes\nA,"${'é'.repeat(65_536)}"\nB,${'x'.repeat(131_073)}\nC,c\n`);

    expect(rows.map(({ values, problems }) => problems[0]?.code ?? String(values.at(-1)?.value).length)).toEqual([65_536, 'cell-too-long', 1]);
  });

  it('goes on behind a quote in the wrong place, whatever it swallowed', async () => {
    expect(told(await rowsOf('name,email\n"A"b,a@a.a\nB,b@b.b\n"C,c@c.c\n"D",d@d.d\nE,e@e.e\n'))).toEqual([
      ['!quote-misplaced'],
      ['name=B', 'email=b@b.b'],
      ['!quote-misplaced'],
      ['name=E', 'email=e@e.e'],
    ]);
  });

  it('loses one row to a quote that nothing closes', async () => {
    const after = Array.from({ length: 15 }, (_, i) => `name ${i},${i}@example.org,${'x'.repeat(100_000)}\n`).join('');
    const rows = await rowsOf(`name,email,notes\nA,a@a.a,\n"B,b@b.b,\n${after}Y,"y@y.y,\nZ,z@z.z,`);

    expect(told([...rows.slice(0, 3), ...rows.slice(-2)])).toEqual([
      ['name=A', 'email=a@a.a'],
      ['!quote-unclosed'],
      ['name=name 0', 'email=0@example.org', `notes=${'x'.repeat(100_000)}`],
      ['!quote-unclosed'],
      ['name=Z', 'email=z@z.z'],
    ]);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
  });

  it('loses one row to a line without end', async () => {
    expect(told(await rowsOf(`name,email\nA,${'x'.repeat(1_200_000)}\nB,b@b.b\n`))).toEqual([['!row-too-long'], ['name=B', 'email=b@b.b']]);
  });

  it.each([
    [',', 'name,email;phone,notes\n"a;b;c","1,2",x'],
    [';', 'name;email;notes\n"a,b,c,d";"1,2";x\n1,5;2,5;3,5'],
    ['\t', 'name\temail\n"a,b"\tx,y'],
    [',', 'name'],
  ])('is told to have the delimiter %j', async (delimiter, file) => {
    expect(
      await describeFile(file, {
        mapping: [
          { column: '*', to: null },
          { column: 'name', to: 'name' },
        ],
      }),
    ).toMatchObject({ delimiter });
  });

  it('has 200 columns', async () => {
    const keys = Array.from({ length: 199 }, (_, i) => `fields.key${i}`);
    const [row] = await rowsOf(`name,${keys.join(',')}\nA,${keys.map((_, i) => i).join(',')}\n`);

    expect(row?.values.length).toBe(200);
  });

  it('goes on behind the rows that are to be skipped', async () => {
    expect((await rowsOf('name\nA\nB\nC\n', {}, 2)).map(({ row, values }) => [row, values[0]?.value])).toEqual([[3, 'C']]);
  });

  it('is read up to its end', async () => {
    const file = 'name\nA\nB\n';
    expect((await rowsOf(file)).at(-1)?.bytesRead).toBe(Buffer.byteLength(file));
  });

  it.each([
    ['', 'empty'],
    ['\ufeff\r\n \n', 'empty'],
    [Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 'compressed'],
    [Buffer.from([0x1f, 0x8b, 8, 0]), 'compressed'],
    [Buffer.from('name\n\0\x01\x02bc defg'), 'binary'],
    ['name,phone,Phone,NAME\nx', 'duplicate-column'],
    ['lea@example.org,Léa\nanna@example.org,Anna', 'no-header'],
    ['"name,email\nx,y', 'quote-unclosed'],
    [Array.from({ length: 1_001 }, (_, i) => `c${i}`).join(','), 'too-many-columns'],
  ])('is refused where it is none: %#', async (file, code) => {
    expect(await codeOf(file)).toBe(code);
  });

  it('is refused when all its columns are left out', async () => {
    expect(await codeOf('a,b\n1,2', { mapping: [{ column: '*', to: null }] })).toBe('no-known-column');
  });
});

describe('the encoding of a file', () => {
  const text = 'name,notes\nLéa Œuvrard,€ 😀\n';
  const western = Buffer.from('name,notes\nL\xe9a \x8cuvrard,\x80\n', 'latin1');

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', utf16be(`\ufeff${text}`)],
    ['utf-16be', utf16be(text)],
  ])('is found to be %s', async (encoding, file) => {
    expect(await describeFile(file)).toMatchObject({ encoding, columns: [{ column: 'name' }, { column: 'notes' }] });
    expect(told(await rowsOf(file))).toEqual([['name=Léa Œuvrard', 'notes=€ 😀']]);
  });

  it('is found to be Windows-1252 by what is no UTF-8, however late', async () => {
    const late = Buffer.concat([Buffer.from(`name,notes\n${'x,y\n'.repeat(20_000)}`), western.subarray('name,notes\n'.length)]);

    expect(await describeFile(late)).toMatchObject({ encoding: 'windows-1252' });
    expect(told((await rowsOf(late)).slice(-1))).toEqual([['name=Léa Œuvrard', 'notes=€']]);
  });

  it('stays UTF-8 when a few cells are in another', async () => {
    const mixed = Buffer.concat([Buffer.from(text), western.subarray('name,notes\n'.length), Buffer.from('Zoé,ça\nÉmile,là\n')]);

    expect(told(await rowsOf(mixed))).toEqual([
      ['name=Léa Œuvrard', 'notes=€ 😀'],
      ['name!cell-unreadable', 'notes!cell-unreadable'],
      ['name=Zoé', 'notes=ça'],
      ['name=Émile', 'notes=là'],
    ]);
  });

  it('is taken as it is said', async () => {
    expect(told(await rowsOf(Buffer.from('name\né\n'), { encoding: 'windows-1252' }))).toEqual([['name=Ã©']]);
  });

  it('leaves a replacement character that stands in the file', async () => {
    expect(told(await rowsOf('name\nL\ufffda\n'))).toEqual([['name=L\ufffda']]);
  });

  it('has half a surrogate pair in no cell', async () => {
    expect(told(await rowsOf(Buffer.from('\ufeffname\n\ud83d!\n😀\n', 'utf16le')))).toEqual([['name!cell-unreadable'], ['name=😀']]);
  });
});

describe('an NDJSON file', () => {
  it('has members of support desks and of Kith itself', async () => {
    const line = {
      name: 'Léa',
      emails: ['a@b.c', 'd@e.f'],
      custom_fields: { Tier: 'gold', seats: 12, new: true, gone: null },
      organizations: [{ name: 'Acme, Inc.' }, 'Globex'],
      contactPoints: [
        { channel: 'phone', value: '+33612345678', verified: true, primary: true },
        { channel: 'external', scope: 'crm', value: '7', verified: false },
      ],
      external_id: 4711,
      notes: '',
      locale: null,
    };

    expect(told(await rowsOf(`${JSON.stringify(line)}\r\n\n`))).toEqual([
      [
        'name=Léa',
        'email=a@b.c',
        'email=d@e.f',
        'fields.Tier=gold',
        'fields.seats=12',
        'fields.new=true',
        'organization=Acme, Inc.',
        'organization=Globex',
        'contactPoint.phone=+33612345678',
        'verified=phone:+33612345678',
        'primary=phone:+33612345678',
        'contactPoint.external.crm=7',
        'externalId=4711',
        'notes=',
      ],
    ]);
  });

  it('goes on behind a line that is no object, and one without end', async () => {
    const file = `{"name":"A"}\n{"name":\n[1]\n{"name":"${'x'.repeat(1_100_000)}"}\n{"name":{"first":"B"}}\n{"name":"\\ud800"}\n{"name":"C"}`;
    expect(told(await rowsOf(file))).toEqual([
      ['name=A'],
      ['!json-invalid'],
      ['!json-invalid'],
      ['!row-too-long'],
      ['name!text-invalid'],
      ['name!cell-unreadable'],
      ['name=C'],
    ]);
  });

  it('tells the members that are not known, and those that show late', async () => {
    const late = `{"name":"A"}\n${`{"name":"B"${' '.repeat(1_000_000)}}\n`.repeat(5)}{"shoe":1,"phone":"1"}`;

    expect((await describeFile('{"name":"A"}\n{"shoe":38}')).unknown).toEqual(['shoe']);
    expect(told((await rowsOf(late)).slice(-1))).toEqual([['!column-unknown']]);
    expect(told((await rowsOf(late, { mapping: [{ column: '*', to: null }] })).slice(-1))).toEqual([['phone=1']]);
  });

  it('is refused when nothing in it is an object', async () => {
    expect(await codeOf('name\nA', { format: 'ndjson' })).toBe('no-objects');
  });
});

it('reads any cells back that are written as RFC 4180 has them, in any encoding and by any chunks', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', ' ', 'é', '😀', '\t'), maxLength: 8 }).map((text) => `x${text}`);
  const written = (cells: readonly string[]) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
      fc.constantFrom<BufferEncoding>('utf8', 'utf16le'),
      fc.integer({ min: 1, max: 40 }),
      async (people, encoding, size) => {
        const bytes = Buffer.from(`\ufeffname,notes\n${people.map(written).join('\r\n')}`, encoding);
        const description = await reader.describe(chunked(bytes), {});
        const rows = await everyRow(chunked(bytes, size), description, 0);
        expect(rows.map(({ values }) => values.map(({ value }) => value))).toEqual(people);
      },
    ),
    { numRuns: 100 },
  );
});
