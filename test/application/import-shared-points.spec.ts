import { importWorld } from '../support/import-world';

const phone = '+33612345678';
const family = [
  { name: 'Ana', email: 'ana@example.org', phone, shared: `phone:${phone}`, 'fields.child': false },
  { name: 'Bob', email: 'bob@example.org', phone, shared: `phone:${phone}` },
];

async function world() {
  const { apply, store } = await importWorld();
  const outcomes = async (...of: Parameters<typeof apply>) =>
    (await apply(...of)).map(({ outcome, problems: [first] }) => (first ? [outcome, first.field, first.code] : outcome));
  const events = async () => (await store.readAll({ after: 0n, limit: 10_000 })).events.filter(({ stream }) => stream.startsWith('contactPoint-'));
  return { outcomes, types: async () => (await events()).map(({ type }) => type) };
}

describe.each(['create', 'upsert'] as const)('a contact point that a row says is shared (%s)', (mode) => {
  it('is held by everybody who has it, and makes nobody one with another', async () => {
    const { outcomes, types } = await world();
    expect(await outcomes(family, mode)).toEqual(['created', 'created']);
    expect((await types()).filter((type) => type === 'ContactPointShared')).toHaveLength(1);
    expect((await types()).filter((type) => type === 'ContactPointAttached')).toHaveLength(4);
  });

  it('still makes them one where the row does not say so', async () => {
    const { outcomes } = await world();
    const [ana, bob] = family.map(({ shared: _, ...row }) => row);
    expect(await outcomes([ana ?? {}, bob ?? {}], mode)).toEqual(['created', mode === 'create' ? ['refused', 'phone', 'end-user-exists'] : 'changed']);
  });
});

it('the same rows again change nothing', async () => {
  const { outcomes, types } = await world();
  await outcomes(family);
  const before = (await types()).length;
  expect(await outcomes(family, 'upsert', { importId: '0199b5f2-0000-7000-8000-0000000000ff' })).toEqual(['unchanged', 'unchanged']);
  expect(await types()).toHaveLength(before);
});

it('a row that names a point which it does not have is refused', async () => {
  const { outcomes } = await world();
  expect(await outcomes([{ name: 'Ana', email: 'ana@example.org', shared: 'phone:+33612345678' }])).toEqual([['refused', 'shared', 'point-not-in-row']]);
});
