/** How a provider delivers mail for several addresses to one mailbox. Each fact has its page in `sources`. */
export interface MailProvider {
  /** The first stands for all: the same name at any of them is one mailbox where `sameAtAll`. */
  readonly domains: readonly string[];
  readonly sameAtAll?: true;
  /** What comes after it in the local part changes nothing (RFC 5233 calls it a subaddress). */
  readonly tagAfter?: '+';
  /** Characters that do not count. */
  readonly ignored?: '.' | '._-';
  /** Hyphens are written for dots. */
  readonly hyphenIsDot?: true;
  /** `tag@name.domain` goes to `name@domain`. */
  readonly tagBefore?: true;
  readonly sources: readonly string[];
}

/**
 * Providers that say themselves what they fold. Those who do not (or sell addresses that must be made first, such as Yahoo, GMX and Tuta)
 * are not here: there, a sign more or less may be another person.
 */
export const mailProviders: readonly MailProvider[] = [
  {
    // Accounts of organizations at domains of their own do tell dots apart; their domains are not here.
    domains: ['gmail.com', 'googlemail.com'],
    sameAtAll: true,
    tagAfter: '+',
    ignored: '.',
    sources: ['https://support.google.com/mail/answer/10313', 'https://support.google.com/mail/answer/7436150', 'https://support.google.com/mail/answer/12096'],
  },
  {
    domains: [
      ...['outlook.com', 'outlook.at', 'outlook.be', 'outlook.cl', 'outlook.co.id', 'outlook.co.th', 'outlook.com.ar', 'outlook.com.au', 'outlook.com.br'],
      ...['outlook.com.gr', 'outlook.com.tr', 'outlook.com.vn', 'outlook.cz', 'outlook.de', 'outlook.dk', 'outlook.es', 'outlook.fr', 'outlook.hu'],
      ...['outlook.ie', 'outlook.in', 'outlook.it', 'outlook.jp', 'outlook.kr', 'outlook.lv', 'outlook.my', 'outlook.ph', 'outlook.pt', 'outlook.sa'],
      ...['outlook.sg', 'outlook.sk', 'hotmail.com', 'hotmail.be', 'hotmail.ca', 'hotmail.ch', 'hotmail.co.jp', 'hotmail.co.uk', 'hotmail.com.ar'],
      ...['hotmail.com.br', 'hotmail.de', 'hotmail.es', 'hotmail.fr', 'hotmail.it', 'hotmail.nl', 'hotmail.se', 'live.com', 'live.at', 'live.be'],
      ...['live.ca', 'live.cl', 'live.cn', 'live.co.uk', 'live.co.za', 'live.com.ar', 'live.com.au', 'live.com.mx', 'live.com.pt', 'live.de', 'live.dk'],
      ...['live.fr', 'live.ie', 'live.in', 'live.it', 'live.jp', 'live.nl', 'live.no', 'live.ru', 'live.se', 'msn.com'],
    ],
    tagAfter: '+',
    sources: ['https://support.microsoft.com/en-us/office/add-or-remove-an-email-alias-in-outlook-com-459b1989-356d-40fa-a689-8f285b13f1f2'],
  },
  {
    // Who has the name at me.com or mac.com has it at icloud.com, too. A tag is delivered, but Apple does not promise it.
    domains: ['icloud.com', 'me.com', 'mac.com'],
    sameAtAll: true,
    sources: ['https://support.apple.com/en-us/118230'],
  },
  {
    // Names at different domains of Proton can be different people's. What does not count is told by Proton's own client.
    domains: ['proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me'],
    tagAfter: '+',
    ignored: '._-',
    sources: ['https://proton.me/support/addresses-and-aliases', 'https://github.com/ProtonMail/WebClients/blob/main/packages/shared/lib/helpers/email.ts'],
  },
  {
    domains: ['fastmail.com', 'fastmail.fm', 'sent.com'],
    tagAfter: '+',
    tagBefore: true,
    sources: ['https://www.fastmail.help/hc/en-us/articles/360060591053-Plus-addressing-and-subdomain-addressing'],
  },
  {
    domains: ['yandex.ru', 'ya.ru', 'yandex.by', 'yandex.com', 'yandex.kz'],
    sameAtAll: true,
    tagAfter: '+',
    hyphenIsDot: true,
    sources: [
      'https://yandex.com/support/yandex-360/customers/mail/en/web/preferences/about-sender/additional-addresses',
      'https://yandex.com/support/yandex-360/customers/mail/en/web/security/strange-letters.html',
      'https://yandex.com/support/yandex-360/customers/mail/en/reg',
    ],
  },
  {
    domains: ['mailbox.org'],
    tagAfter: '+',
    sources: ['https://kb.mailbox.org/en/private/e-mail/mail-extensions/'],
  },
];
