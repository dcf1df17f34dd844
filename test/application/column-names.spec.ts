import { columnTarget, fieldOf, importProblemCodes, importSentence, isColumnTarget, isListTarget, keptCodes } from '@kith/application';
import { refusalCodes } from '@kith/domain';

describe('the name of a column', () => {
  it.each([
    ['Name', 'name'],
    ['E-mail', 'email'],
    ['Email Addresses', 'email'],
    ['external_id', 'externalId'],
    ['EXTERNAL ID', 'externalId'],
    ['Time zone', 'timeZone'],
    ['Organisation', 'organization'],
    [' tags ', 'tags'],
    ['custom_fields.Tier', 'fields.Tier'],
    ['Custom Field.shoe size', 'fields.shoe size'],
    ['fields.seats:number', 'fields.seats:number'],
    ['contact_points.telegram', 'contactPoint.telegram'],
    ['contactPoint.external.crm.eu', 'contactPoint.external.crm.eu'],
    ['Contact_Points.WhatsApp', 'contactPoint.whatsapp'],
  ])('%j is read as %s', (column, target) => {
    expect(columnTarget(column)).toBe(target);
    expect(isColumnTarget(target)).toBe(true);
  });

  it.each([
    '',
    'id',
    'shoe size',
    'fields.',
    `fields.${'x'.repeat(65)}`,
    'fields.a\nb',
    'contact_points.',
    'contact_points.1x',
    'constructor',
    '__proto__',
    'names',
  ])('%j is not known', (column) => {
    expect(columnTarget(column)).toBeUndefined();
  });

  it.each(['Name', 'fields', 'fields.', 'contactPoint', 'contactPoint.email.', 'contactPoint.Email', 'contactPoint.external.a b', 'toString'])(
    '%j is nothing to read it as',
    (target) => {
      expect(isColumnTarget(target)).toBe(false);
    },
  );

  it('says what its values are, and whether there can be several', () => {
    expect([fieldOf('fields.a:b:number'), fieldOf('fields.a'), fieldOf('suspended')]).toEqual([
      { field: 'fields.a:b', type: 'number' },
      { field: 'fields.a', type: 'text' },
      { field: 'suspended', type: 'boolean' },
    ]);
    expect(['email', 'contactPoint.x', 'tags', 'name', 'fields.email'].map(isListTarget)).toEqual([true, true, true, false, false]);
  });
});

it('every code of an import has a sentence of its own, and refusals theirs', () => {
  const sentences = [...importProblemCodes, ...keptCodes].map(importSentence);
  expect(sentences.filter((sentence) => !/^[A-Z].{10,}\.$/.test(sentence))).toEqual([]);
  expect(importSentence('contact-point-taken')).toBe(refusalCodes['contact-point-taken']);
  expect(keptCodes.map(importSentence)).not.toContain(importSentence('nonsense'));
});
