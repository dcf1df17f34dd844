import type { GivenInteraction, GivenPoint } from '@kith/domain';

const firstNames = ['Ada', 'Bao', 'Chloé', 'Dmitri', 'Elif', 'Fatou', 'Goran', 'Hana', 'Inés', 'Jonas', 'Keiko', 'Léa', 'Mateus', 'Noor', 'Oskar', 'Priya'];
const lastNames = [
  'Abara',
  'Bianchi',
  'Costa',
  'Dahl',
  'Evans',
  'Fischer',
  'Garcia',
  'Haddad',
  'Ito',
  'Jensen',
  'Kowalski',
  'Lefèvre',
  'Mbeki',
  'Novák',
  'Okafor',
  'Petrov',
];
const subjects = [
  'Where is my order?',
  'The invoice of last month is wrong',
  'Please change my delivery address',
  'The app signs me out',
  'Can I still cancel?',
  'Thank you, solved',
];

/** Everything is a function of a number, so that both sides of a comparison get the same, in every run. None of these people exists. */
export interface Customer {
  readonly name: string;
  readonly email: GivenPoint;
  /** As people write it; {@link keyOf} is what it is found by. */
  readonly phone: GivenPoint;
}

export function customer(n: number): Customer {
  const [first, last] = [pick(firstNames, n, 1), pick(lastNames, n, 2)];
  const digits = (10_000_000 + n).toString().slice(1);
  return {
    name: `${first} ${last}`,
    email: { channel: 'email', value: `${ascii(first)}.${ascii(last)}.${n}@Example.org`, verified: true },
    phone: { channel: 'phone', value: `+33 6 1${digits.slice(0, 1)} ${digits.slice(1, 3)} ${digits.slice(3, 5)} ${digits.slice(5, 7)}`, verified: false },
  };
}

/** The most customers that differ from each other: seven digits of a phone number. */
export const mostCustomers = 10_000_000;

/** What a hand-written program would make of these inputs, all of which are well-formed; the engine makes the same of them. */
export const keyOf = ({ channel, value }: GivenPoint): string => (channel === 'email' ? value.toLowerCase() : value.replaceAll(' ', ''));

/** The point that customer's n-th contact comes by: a mail or a call, in turns. */
export const pointOf = (one: Customer, n: number): GivenPoint => (n % 2 === 0 ? one.email : one.phone);

/** The n-th thing that happened, by one of the customer's contact points. */
export function interaction(n: number, who: number): GivenInteraction {
  const one = customer(who);
  const point = pointOf(one, n);
  return {
    source: 'bench',
    id: `contact-${n}`,
    channel: point.channel,
    via: point.channel === 'email' ? 'email' : 'voice',
    direction: 'inbound',
    occurredAt: new Date(Date.UTC(2026, 2, 1) + n * 1000).toISOString(),
    points: [point],
    profile: { name: one.name },
    summary: pick(subjects, n, 3),
  };
}

/** A number below `many`, spread evenly: the finaliser of MurmurHash3 (Appleby, 2011) over n and a salt. */
export function spread(n: number, many: number, salt = 0): number {
  let h = (n ^ Math.imul(salt + 1, 0x9e3779b9)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) % many;
}

const pick = (words: readonly string[], n: number, salt: number): string => words[spread(n, words.length, salt)] as string;

const ascii = (name: string): string => name.normalize('NFD').replace(/[^A-Za-z]/g, '');
