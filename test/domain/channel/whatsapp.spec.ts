import { normalise } from '@kith/domain';
import fc from 'fast-check';
import { type Case, read, titled } from './shown';

const cases: readonly Case[] = [
  ['33639981234', 'FR', '+33639981234', 'Meta Cloud API webhooks: wa_id is digits with country code'],
  ['33639981234', 'US', '+33639981234', 'Meta: the default region plays no part'],
  ['+33 6 39 98 12 34', null, '+33639981234', 'ITU-T E.123'],
  ['whatsapp:+33639981234', null, '+33639981234', 'Twilio: addresses of the WhatsApp channel'],
  ['33639981234@s.whatsapp.net', null, '+33639981234', 'WhatsApp multi-device protocol: user address'],
  ['33639981234:17@s.whatsapp.net', null, '+33639981234', 'WhatsApp multi-device protocol: one of the user’s devices'],
  ['33639981234@c.us', null, '+33639981234', 'WhatsApp Web: user address'],
  ['5215512345678', null, '+525512345678', 'MX: wa_id keeps the 1 that the network dropped'],
  ['551187654321', null, '+5511987654321', 'BR: wa_id of accounts older than the ninth digit'],
  ['5491123456789', null, '+5491123456789', 'AR: wa_id of mobiles'],
  ['US.13491208655302741918', null, 'US.13491208655302741918', 'Meta, Business-scoped user IDs'],
  ['BR.1A2b3C', null, 'BR.1A2b3C', 'Meta, Business-scoped user IDs: alphanumeric, as it is'],
  ['US.ENT.11815799212886844830', null, 'US.ENT.11815799212886844830', 'Meta, Business-scoped user IDs: parent id'],
  [`US.${'9'.repeat(128)}`, null, `US.${'9'.repeat(128)}`, 'Meta, Business-scoped user IDs: up to 128 characters'],
  [`US.${'9'.repeat(129)}`, null, 'invalid: not-a-whatsapp-id', 'Meta, Business-scoped user IDs: up to 128 characters'],
  ['us.13491208655302741918', null, 'invalid: not-a-whatsapp-id', 'Meta, Business-scoped user IDs: region in upper case (ISO 3166-1)'],
  ['US.', null, 'invalid: not-a-whatsapp-id', 'Meta, Business-scoped user IDs: at least one character'],
  ['0639981234', 'FR', 'invalid: invalid-country-code', 'Meta: never a national number, whatever the region'],
  ['33639981', 'FR', 'invalid: too-short', 'FR: ARCEP, nine digits after the country code'],
  ['123456789012345@lid', null, 'invalid: not-a-whatsapp-id', 'WhatsApp protocol: hidden ids are digits but no number'],
  ['120363025246125486@g.us', null, 'invalid: not-a-whatsapp-id', 'WhatsApp protocol: a group'],
  ['status@broadcast', null, 'invalid: not-a-whatsapp-id', 'WhatsApp protocol: a broadcast'],
  ['@lea.martin', null, 'invalid: not-a-whatsapp-id', 'Meta: usernames change and are no identity'],
  ['+33639981234;ext=12', null, 'invalid: not-a-whatsapp-id', 'an account has no extension'],
  ['0@s.whatsapp.net', null, 'none: withheld', 'WhatsApp protocol: the service itself'],
  ['', null, 'none: empty', 'Meta: wa_id is left out for users with a username'],
  ['whatsapp:', null, 'none: empty', 'Twilio: no address'],
  ['336399\u00001234', null, 'invalid: not-text', 'NUL'],
  ['9'.repeat(257), null, 'invalid: too-long', 'bounded before anything else'],
];

describe('whatsapp/1', () => {
  it.each(cases.map(([input, region, expected, source]) => [titled(input), expected, source, input, region] as const))(
    'reads %s as %s (%s)',
    (_title, expected, _source, input, region) => expect(read('whatsapp/1', input, region)).toBe(expected),
  );

  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 16 });
  const id = fc.stringMatching(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/);

  it('keeps a key as it is, makes it bounded, and never throws', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), digits, id), (value) => {
        const result = normalise('whatsapp/1', value, { defaultRegion: 'FR' });
        if (result.kind !== 'key') return;
        expect(result.key).toMatch(/^(\+[1-9]\d{3,14}|[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128})$/);
        expect(normalise('whatsapp/1', result.key, { defaultRegion: null })).toEqual(result);
      }),
      { numRuns: 2_000 },
    ));

  it('gives a number the key it has as a phone number, so that the two channels can be siblings', () =>
    fc.assert(
      fc.property(digits, (number) => expect(read('whatsapp/1', number, 'FR')).toBe(read('e164/1', `+${number}`))),
      { numRuns: 2_000 },
    ));
});
