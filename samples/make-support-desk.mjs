// node samples/make-support-desk.mjs > samples/support-desk.ndjson: a month of an invented support desk, the same bytes every time.
// Everything here is invented. README.md in this folder says which names, domains and numbers are used, and why those.
import { addressOf, asWritten, fresh, numberOf, plain } from './support-desk-addresses.mjs';
import { below, chance, digits, minute, onClock, pick, sometime, utc, weighted, withOffset } from './support-desk-chance.mjs';
import { people as names, summaries } from './support-desk-words.mjs';

const entries = [];
/** One interaction; it comes in `delay` minutes after it happened. */
function add(at, source, channel, contactPoints, { via, profile, direction, summary, ticketId, delay = 0, again = false } = {}) {
  entries.push({ at, arrives: at + delay * minute, source, again, body: { channel, via, direction, contactPoints, profile, ticketId, summary } });
}

const shop = 'shop-widget';
const page = '104522339870112';
const point = (channel, value, more) => ({ channel, value, ...more });

/** Somebody who needs the desk a few times this month, and the ways they use. */
function somebody(locale) {
  const { first, last, region, familyFirst } = names[locale];
  const [[given, asciiGiven = plain(given)], [family, asciiFamily = plain(family)]] = [pick(first).split('|'), pick(last).split('|')];
  const also = Object.entries({ voice: 0.55, sms: 0.2, whatsapp: 0.3, web: 0.3, messenger: 0.12 }).flatMap(([way, share]) => (chance(share) ? [way] : []));
  return {
    profile: { name: familyFirst ? `${family} ${given}` : `${given} ${family}`, locale },
    address: addressOf(asciiGiven, asciiFamily),
    mobile: numberOf(region, true),
    home: region === 'fr' && chance(0.3) ? numberOf('fr', false) : undefined,
    plusTag: chance(0.06) ? pick(['shop', 'boutique', 'garten', 'garden']) : undefined,
    messengerId: fresh(() => `7${digits(15)}`),
    uses: also.length > 0 && chance(0.25) ? also : ['email', ...also],
  };
}

const contactBy = {
  email(person, at, more) {
    const plusTag = person.plusTag && chance(0.3);
    const address = plusTag ? person.address.replace('@', `+${person.plusTag}@`) : person.address;
    const points = [point('email', asWritten(address), chance(0.4) ? { verified: true } : {})];
    if (chance(0.07)) points.push(point('phone', pick(person.mobile.slice(1))));
    add(at, 'helpdesk', 'email', points, more);
  },
  voice(person, at, more) {
    const points = [point('phone', pick((person.home && chance(0.5) ? person.home : person.mobile).slice(1)))];
    if (chance(0.15)) points.push(point('email', asWritten(person.address)));
    // The exchange hands over its list some hours late now and then.
    add(at, 'pbx', 'phone', points, { ...more, via: 'voice', delay: chance(0.06) ? 60 * (2 + below(28)) : 0 });
  },
  sms(person, at, more) {
    add(at, 'sms-gateway', 'phone', [point('phone', person.mobile[0])], { ...more, via: 'sms' });
  },
  whatsapp(person, at, more) {
    add(at, 'whatsapp-business', 'whatsapp', [point('whatsapp', person.mobile[0].slice(1), { verified: true })], more);
  },
  web(person, at, more) {
    if (!person.browser || chance(0.15)) person.browser = fresh(() => `v-${digits(6)}${pick('abcdefghjk')}${digits(4)}`);
    const points = [point('web', person.browser, { scope: shop })];
    if (chance(0.45)) points.push(point('email', asWritten(person.address)));
    add(at, 'webchat', 'web', points, { ...more, profile: points.length > 1 ? more.profile : undefined });
  },
  messenger(person, at, more) {
    const points = [point('messenger', person.messengerId, { scope: page })];
    if (chance(0.2)) points.push(point('email', asWritten(person.address)));
    add(at, 'messenger', 'messenger', points, more);
  },
};

/** How many times people need the desk in a month: most once to three times, some a lot. */
const visits = () => 1 + weighted([19, 19, 16, 13, 10, 7, 5, 4, 2, 2, 1, 1, 1, 1, 1]);

function everydayLife(count) {
  const locales = Object.keys(names);
  const shares = locales.map((locale) => names[locale].share);
  for (let i = 0; i < count; i++) {
    const person = somebody(locales[weighted(shares)]);
    for (let visit = visits(); visit > 0; visit--) {
      const way = pick(person.uses);
      const at = sometime(way === 'voice' ? 'calls' : 'writing');
      const order = `C-${10_000 + below(80_000)}`;
      const ticketId = chance(0.25) ? `T-${2000 + below(900)}` : undefined;
      const about = (sentences) => pick(sentences).replace('{order}', order);
      contactBy[way](person, at, { profile: person.profile, summary: about(summaries[person.profile.locale]), ticketId });
      if (way === 'email' && chance(0.16))
        add(at + (30 + below(900)) * minute, 'helpdesk', 'email', [point('email', person.address)], {
          direction: 'outbound',
          summary: about(summaries.desk),
          ticketId,
        });
    }
  }
}

/** One person on three channels: a mail, later a call that also gives the e-mail address, then WhatsApp from the same number. */
function leaMartin() {
  const profile = { name: 'Léa Martin', locale: 'fr' };
  const mail = (value) => [point('email', value, { verified: true })];
  add(onClock(2, 9, 12, 40), 'helpdesk', 'email', mail('Lea.Martin@Example.org'), {
    profile,
    summary: 'Où en est ma commande C-48213 ? Le sécateur n’est pas arrivé.',
    ticketId: 'T-1981',
  });
  add(onClock(2, 15, 47, 3), 'helpdesk', 'email', [point('email', 'lea.martin@example.org')], {
    direction: 'outbound',
    summary: 'Votre colis C-48213 part demain.',
    ticketId: 'T-1981',
  });
  add(onClock(5, 10, 31, 18), 'pbx', 'phone', [point('phone', '06 39 98 12 34'), point('email', 'lea.martin@example.org ')], {
    via: 'voice',
    profile,
    summary: 'Demande un autre créneau de livraison pour C-48213.',
  });
  add(onClock(11, 18, 5, 52), 'whatsapp-business', 'whatsapp', [point('whatsapp', '33639981234', { verified: true })], {
    profile: { name: 'Léa' },
    summary: 'Bonjour, le colis est bien arrivé, merci !',
  });
  add(onClock(19, 11, 20, 9), 'pbx', 'phone', [point('phone', '+33 (0)6 39 98 12 34')], { via: 'voice', summary: 'Le sécateur C-48213 a une lame tordue.' });
  add(onClock(20, 8, 2, 31), 'helpdesk', 'email', [point('email', 'LEA.MARTIN@EXAMPLE.ORG')], {
    profile,
    summary: 'Photo de la lame en pièce jointe.',
    ticketId: 'T-2044',
  });
}

/** A client company whose staff all call by one number, and sign their mails with it. */
function switchboard() {
  const staff = [
    ['Nadia Verdier', 'nadia'],
    ['Hugo Lambert', 'hugo'],
    ['Élise Caron', 'elise'],
  ].map(([name, local]) => ({ name, address: `${local}@atelier-verdier.example.com` }));
  const line = () => point('phone', pick(['01 99 00 42 00', '01.99.00.42.00', '+33 1 99 00 42 00', '0199004200']));
  for (const [i, { name, address }] of staff.entries())
    add(onClock(2, 10 + i), 'helpdesk', 'email', [point('email', address, { verified: true })], {
      profile: { name, locale: 'fr' },
      summary: 'Devis pour l’entretien du parc, comme l’an dernier ?',
    });
  for (let call = 0; call < 34; call++)
    add(Math.max(sometime('calls'), onClock(3, 9)), 'pbx', 'phone', [line()], {
      via: 'voice',
      summary: pick(['Commande pour l’atelier.', 'Question de facture.', 'Délai de livraison.', 'Retour d’une pièce.']),
    });
  for (let mail = 0; mail < 12; mail++) {
    const { name, address } = pick(staff);
    add(Math.max(sometime('calls'), onClock(4, 9)), 'helpdesk', 'email', [point('email', asWritten(address)), line()], {
      profile: { name, locale: 'fr' },
      summary: 'Bon de commande en pièce jointe.',
    });
  }
}

/** A family's phone: Paul calls by it first, then Inès writes and gives it as hers. */
function familyPhone() {
  const line = '01 99 00 17 17';
  const family = { paul: 'paul.moreau@example.net', ines: 'ines.moreau@mail.example.org' };
  add(onClock(3, 14, 2, 11), 'pbx', 'phone', [point('phone', line)], {
    via: 'voice',
    profile: { name: 'Paul Moreau', locale: 'fr' },
    summary: 'Où trouver la notice de la tondeuse ?',
  });
  add(onClock(4, 20, 33, 45), 'helpdesk', 'email', [point('email', family.ines, { verified: true })], {
    profile: { name: 'Inès Moreau', locale: 'fr' },
    summary: 'Je n’ai pas reçu la facture C-50917.',
  });
  add(onClock(6, 9, 48, 20), 'pbx', 'phone', [point('phone', '0199001717'), point('email', family.ines)], {
    via: 'voice',
    summary: 'Rappelle au sujet de la facture C-50917.',
  });
  add(onClock(12, 16, 15, 7), 'helpdesk', 'email', [point('email', family.paul)], {
    profile: { name: 'Paul Moreau', locale: 'fr' },
    summary: 'La tondeuse ne démarre plus.',
  });
  add(onClock(17, 17, 40, 0), 'pbx', 'phone', [point('phone', '+33 1 99 00 17 17')], { via: 'voice', summary: 'Demande un rendez-vous d’atelier.' });
}

/** Callers who leave nothing to recognise them by. */
function nobodyToSee() {
  const hidden = ['anonymous', 'Anonymous', '"Anonymous" <sip:anonymous@anonymous.invalid>', 'withheld', 'Private', 'unavailable', '-1', '', '+266696687'];
  for (let call = 0; call < 44; call++)
    add(sometime('calls'), 'pbx', 'phone', [point('phone', pick(hidden))], {
      via: 'voice',
      summary: pick([
        'Appel sans numéro, a raccroché.',
        'Numéro masqué, question de stock.',
        'Withheld number, asked for opening hours.',
        'Unterdrückte Nummer, legt auf.',
      ]),
    });
  for (let sms = 0; sms < 12; sms++)
    add(sometime('writing'), 'sms-gateway', 'phone', [point('phone', pick(['12345', '54321', '20202', 'LIVRAISON', 'JARDIN-INFO']))], {
      via: 'sms',
      summary: pick(['Votre colis est en route.', 'Code: 418 226', 'STOP au 12345']),
    });
  for (let bounce = 0; bounce < 6; bounce++)
    add(sometime('writing'), 'helpdesk', 'email', [point('email', '<>')], { summary: 'Undelivered Mail Returned to Sender' });
}

/** What no desk can take: it is refused, and the answer names the field. */
function garbage() {
  const at = () => sometime('writing');
  add(at(), 'helpdesk', 'email', [point('email', 'lea.martin(at)example.org')]);
  add(at(), 'helpdesk', 'email', [point('email', 'jean dupont@example.com')]);
  add(at(), 'helpdesk', 'email', [point('email', 'a.petit@example.org; b.petit@example.org')]);
  add(at(), 'helpdesk', 'email', [point('email', 'info@localhost')]);
  add(at(), 'pbx', 'phone', [point('phone', '06 39 98 12')], { via: 'voice' });
  add(at(), 'pbx', 'phone', [point('phone', '3.36399E+10')], { via: 'voice' });
  add(at(), 'pbx', 'phone', [point('phone', '+33 6 39 98 12 34 56 78 90')], { via: 'voice' });
  add(at(), 'pbx', 'phone', [point('phone', 33639981234)], { via: 'voice' });
  add(at(), 'whatsapp-business', 'whatsapp', [point('whatsapp', 'Léa 🌿')]);
  add(at(), 'messenger', 'messenger', [point('messenger', '7204418830012345')]);
  add(at(), 'webchat', 'web', [point('email', 'visitor@example.com', { mail: true })]);
  add(at(), 'fax', 'fax', [point('fax', '01 99 00 42 01')]);
  add(at(), 'helpdesk', 'email', [point('email', 'late@example.org')], { direction: 'in' });
  entries.push({
    at: onClock(30, 11),
    arrives: onClock(30, 11),
    source: 'helpdesk',
    again: false,
    body: { channel: 'email', contactPoints: [point('email', 'calendar@example.org')], occurredAt: '2026-03-32T10:00:00Z' },
  });
}

/** Webhooks that were not acknowledged in time are sent again, some minutes later: the same source and id. */
function retries(sent, count) {
  for (let i = 0; i < count; i++) {
    const entry = pick(sent);
    entries.push({ ...entry, arrives: entry.arrives + (1 + below(40)) * minute, again: true });
  }
}

leaMartin();
switchboard();
familyPhone();
nobodyToSee();
everydayLife(420);

const prefixes = { helpdesk: 'mail', pbx: 'call', 'sms-gateway': 'sms', 'whatsapp-business': 'wa', webchat: 'chat', messenger: 'msg', fax: 'fax' };
const counters = Object.fromEntries(Object.keys(prefixes).map((source) => [source, 40_000]));
const understood = [...entries];
garbage();
entries.sort((a, b) => a.at - b.at);
for (const entry of entries) entry.id = `${prefixes[entry.source]}-${(counters[entry.source] += 1 + below(3))}`;
retries(understood, 27);
entries.sort((a, b) => a.arrives - b.arrives || (a.id < b.id ? -1 : a.id > b.id ? 1 : Number(a.again) - Number(b.again)));

for (const { at, source, id, body } of entries) {
  const { occurredAt = source === 'pbx' ? withOffset(at) : utc(at), ...rest } = body;
  const { channel, via, direction, contactPoints, profile, ticketId, summary } = rest;
  process.stdout.write(`${JSON.stringify({ id, source, channel, via, direction, occurredAt, contactPoints, profile, ticketId, summary })}\n`);
}
