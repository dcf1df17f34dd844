import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DomainEvent, erased, eventCatalogue, type Recorded } from '@kith/domain';
import { personalFields } from '../../libs/application/src/history/telling';
import { inWords } from '../../libs/application/src/history/words';

/** Events of every type, as they were opened when they were stored; fields of `data` may hold personal values. */
const opened = ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'].flatMap((version) =>
  readFileSync(join(__dirname, '..', 'golden', version, 'opened.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => ({ ...(JSON.parse(line) as Omit<Recorded<DomainEvent>, 'position'>), position: 1n }) as Recorded<DomainEvent>),
);

/** The event once its key is destroyed: as it is opened then. */
function forgotten(event: Recorded<DomainEvent>): Recorded<DomainEvent> {
  const personal: readonly string[] = eventCatalogue[event.type]?.personal ?? [];
  return { ...event, erased: true, data: { ...event.data, ...Object.fromEntries(personal.map((field) => [field, erased])) } } as Recorded<DomainEvent>;
}

it('words know every personal field of the catalogue', () => {
  expect([...new Set(Object.values(eventCatalogue).flatMap(({ personal }) => personal))].sort()).toEqual([...personalFields]);
});

it('the golden events have every type', () => {
  expect(new Set(opened.map(({ type }) => type)).size).toBe(Object.keys(eventCatalogue).length);
});

it.each([...new Set(opened.map(({ type }) => type))].sort())('%s is told in a sentence, also when its key is destroyed', (type) => {
  for (const event of opened.filter((one) => one.type === type)) {
    for (const one of [event, forgotten(event)]) {
      const { says } = inWords(one, {});
      expect(says).toMatch(/^[A-Z].*[.]$/);
      expect(says).not.toMatch(/undefined|null|NaN|object|[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{64}/);
    }
    const told = JSON.stringify(inWords(forgotten(event), {})).replace('"status":"erased"', '');
    // As a value; a count has the same name.
    expect(told).not.toMatch(new RegExp(`"${erased}"(?!:)`));
  }
});

it('no secret is ever told', () => {
  const secrets = opened.flatMap(({ data }) => ['secret', 'secretHash'].flatMap((field) => (data as Record<string, unknown>)[field] ?? []));
  expect(secrets.length).toBeGreaterThan(1);
  for (const event of opened) for (const secret of secrets) expect(JSON.stringify(inWords(event, {}))).not.toContain(secret);
});
