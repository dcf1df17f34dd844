import { domainOf, isFreeMail, mailboxOf, mailProviders } from '@kith/domain';
import fc from 'fast-check';
import { email } from '../../../libs/domain/src/channel/email';

const same: readonly (readonly [string, string])[] = [
  // Gmail: dots, tags, and its other name.
  ['ann.lee@gmail.com', 'annlee@gmail.com'],
  ['a.n.n.l.e.e@gmail.com', 'annlee@gmail.com'],
  ['annlee+shop@gmail.com', 'annlee@gmail.com'],
  ['annlee+shop+more@gmail.com', 'annlee@gmail.com'],
  ['ann.lee+a.b-c@googlemail.com', 'annlee@gmail.com'],
  ['ann-lee@gmail.com', 'ann-lee@gmail.com'],
  ['ann_lee@gmail.com', 'ann_lee@gmail.com'],
  // Outlook: tags only; each domain is its own.
  ['ann.lee+shop@outlook.com', 'ann.lee@outlook.com'],
  ['ann+x@hotmail.fr', 'ann@hotmail.fr'],
  ['ann+x@live.co.uk', 'ann@live.co.uk'],
  ['ann+x@msn.com', 'ann@msn.com'],
  // iCloud: its old names; tags are nothing that it promises.
  ['ann.lee@me.com', 'ann.lee@icloud.com'],
  ['ann.lee@mac.com', 'ann.lee@icloud.com'],
  ['ann+x@icloud.com', 'ann+x@icloud.com'],
  // Proton: what stands between words, but not between domains.
  ['ann.lee+x@proton.me', 'annlee@proton.me'],
  ['ann_lee-x@protonmail.com', 'annleex@protonmail.com'],
  ['ann@pm.me', 'ann@pm.me'],
  // Fastmail: a tag in either place.
  ['ann+x@fastmail.com', 'ann@fastmail.com'],
  ['x@ann.fastmail.com', 'ann@fastmail.com'],
  ['x@y.ann.fastmail.com', 'x@y.ann.fastmail.com'],
  ['ann.lee@fastmail.fm', 'ann.lee@fastmail.fm'],
  // Yandex: a hyphen is a dot, and all its countries are one.
  ['ann-lee@ya.ru', 'ann.lee@yandex.ru'],
  ['ann.lee+x@yandex.kz', 'ann.lee@yandex.ru'],
  ['ann+x@mailbox.org', 'ann@mailbox.org'],
  // Nobody knows what others do.
  ['ann.lee+x@acme.example', 'ann.lee+x@acme.example'],
  ['ann.lee@yahoo.com', 'ann.lee@yahoo.com'],
  ['ann-shop@yahoo.com', 'ann-shop@yahoo.com'],
  ['ann.lee@gmx.de', 'ann.lee@gmx.de'],
  ['x@ann.gmail.com', 'x@ann.gmail.com'],
  ['ann@notgmail.com', 'ann@notgmail.com'],
  // Nothing would be left of it.
  ['+x@gmail.com', '+x@gmail.com'],
  ['.+x@gmail.com', '.+x@gmail.com'],
  // What is beyond ASCII counts.
  ['jörg.b@gmail.com', 'jörgb@gmail.com'],
];

describe('the mailbox of an e-mail address', () => {
  it.each(same)('of %s is %s', (key, mailbox) => expect(mailboxOf(key)).toBe(mailbox));

  it('is its own mailbox, and an e-mail address', () => {
    const domains = mailProviders.flatMap((provider) => provider.domains);
    const local = fc.string({ unit: fc.constantFrom(...'ab1.+-_'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(local, fc.constantFrom(...domains, 'acme.example', 'ann.fastmail.com'), (name, domain) => {
        const normalised = email(`a${name}@${domain}`);
        if (normalised.kind !== 'key') return;
        const mailbox = mailboxOf(normalised.key);
        expect(mailboxOf(mailbox)).toBe(mailbox);
        expect(email(mailbox)).toEqual({ kind: 'key', key: mailbox });
      }),
    );
  });

  it('is folded only where the provider says so itself, each domain once', () => {
    const domains = mailProviders.flatMap((provider) => provider.domains);
    expect(new Set(domains).size).toBe(domains.length);
    for (const { sources } of mailProviders) for (const source of sources) expect(new URL(source).protocol).toBe('https:');
    expect(mailProviders.every(({ sources }) => sources.length > 0)).toBe(true);
  });
});

describe('the domains where anybody can have an address', () => {
  it.each([
    'gmail.com',
    'yahoo.co.uk',
    'web.de',
    'orange.fr',
    't-online.de',
    'qq.com',
    'naver.com',
    'docomo.ne.jp',
    'mail.ru',
    'comcast.net',
    'icloud.com',
    'seznam.cz',
  ])('have %s among them', (domain) => expect(isFreeMail(domain)).toBe(true));
  it.each(['acme.example', 'google.com', 'microsoft.com', 'apple.com', 'mail.acme.example', 'gmail.com.acme.example', ''])('have no %s among them', (domain) =>
    expect(isFreeMail(domain)).toBe(false),
  );
  it('are told by the domain of a key, whatever stands before it', () => expect(domainOf('a@b@acme.example')).toBe('acme.example'));
});
