// Addresses of people who do not exist, in the forms in which people write them.
import { below, chance, digits, pick } from './support-desk-chance.mjs';

// Addresses and numbers, none given out twice.
const taken = new Set(['+33639981234', '+33199004200', '+33199001717', 'lea.martin@example.org', 'ines.moreau@mail.example.org', 'paul.moreau@example.net']);
export function fresh(make) {
  for (;;) {
    const value = make();
    if (taken.has(value)) continue;
    taken.add(value);
    return value;
  }
}
const spaced = (text, ...groups) => {
  let at = 0;
  return groups.map((size) => text.slice(at, (at += size))).join(' ');
};
/** Each maker gives a number as every form in which its owner, or the exchange, writes it; the first is E.164. */
const numbers = {
  fr: (mobile) => {
    const national = `${mobile ? '063998' : pick(['019900', '026191', '035301', '046571', '053649'])}${digits(4)}`;
    const pairs = spaced(national, 2, 2, 2, 2, 2);
    const abroad = `+33 ${pairs.slice(1)}`;
    return [
      `+33${national.slice(1)}`,
      pairs,
      pairs,
      pairs.replaceAll(' ', '.'),
      national,
      abroad,
      `0033${national.slice(1)}`,
      abroad.replace('+33 ', '+33 (0)'),
    ];
  },
  gb: (mobile) => {
    const national = mobile ? `7700900${digits(3)}` : `2079460${digits(3)}`;
    const shown = mobile ? spaced(national, 4, 6) : spaced(national, 2, 4, 4);
    return [`+44${national}`, `+44 ${shown}`, `+44 (0)${shown}`, `0044 ${shown}`, `00 44 ${shown}`];
  },
  de: () => {
    const [area, line] = pick([
      ['30', '23125'],
      ['69', '90009'],
      ['40', '66969'],
      ['221', '4710'],
      ['89', '99998'],
    ]);
    const local = `${line}${digits(3)}`;
    return [`+49${area}${local}`, `0049 ${area} ${local}`, `+49 (0)${area} ${local}`, `+49 ${area}-${local}`, `0049${area}${local}`];
  },
  us: () => {
    const [area, line] = [pick(['212', '312', '415', '617']), `01${digits(2)}`];
    return [`+1${area}555${line}`, `+1 (${area}) 555-${line}`, `+1 ${area}-555-${line}`, `001 ${area} 555 ${line}`];
  },
};
export const numberOf = (region, mobile) => {
  let forms;
  fresh(() => (forms = numbers[region](mobile))[0]);
  return forms;
};

export const plain = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
const domains = ['example.org', 'example.com', 'example.net', 'mail.example.org', 'mail.example.com', 'post.example.net', 'uni.example.org'];
export const addressOf = (first, last) =>
  fresh(
    () =>
      `${pick([`${first}.${last}`, `${first}.${last}`, `${first}${last}`, `${first[0]}.${last}`, `${last}.${first}`])}${chance(0.2) ? 60 + below(40) : ''}@${pick(domains)}`,
  );

/** As a mail program, a form or an agent writes an address. */
export function asWritten(address) {
  const capitals = address.replace(/(^|[.@-])([a-z])/g, (_, before, letter) => before + letter.toUpperCase());
  return pick([address, address, address, address, address, capitals, address.toUpperCase(), ` ${address}`, `${address} `]);
}
