import { resolve } from 'node:path';
import { type Caller, type Config, type EventStoreDbUrl, logLevels, type Part, type PostgresUrl, parts } from './config';
import { NotAllowed, type Setting } from './setting';

/** Every setting, in the order of the reference. */
export const settings: { readonly [Name in keyof Config]: Setting<Config[Name]> } = {
  host: {
    variable: 'KITH_HOST',
    fallback: '127.0.0.1',
    allowed: 'a host name or an IP address',
    meaning: 'The address to listen on. `0.0.0.0` or `::` listens on all; put a proxy that ends TLS in front of it then.',
    parse: (text) => (/^[\p{L}\p{N}._:%-]{1,253}$/u.test(text) ? text : refuse()),
  },
  port: {
    variable: 'KITH_PORT',
    fallback: '7450',
    allowed: 'a whole number from 0 to 65535',
    meaning: 'The port to listen on; 0 takes a free one. The address is printed when the engine is ready.',
    parse: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : refuse()),
  },
  data: {
    variable: 'KITH_DATA',
    fallback: './data',
    allowed: 'the path of a folder',
    meaning:
      'The data folder, made when absent: event log, read models and key vault, as far as they are not kept elsewhere. One engine at a time may hold it. A relative path starts at the working directory.',
    parse: (text, cwd) => (text.includes('\0') ? refuse() : resolve(cwd, text)),
  },
  eventStore: {
    variable: 'KITH_EVENT_STORE',
    fallback: 'sqlite',
    allowed: '`sqlite`, `memory`, or `esdb://<host>:<port>` (or `esdb+discover://…`, with several hosts, `kurrentdb://…`)',
    meaning:
      'Where events are kept: `sqlite` in the data folder; `memory`, which is lost at the end, as are read models and key vault then; or EventStoreDB by its connection string, such as `esdb://kith:secret@one:2113,two:2113,three:2113?tls=true`.',
    secret: true,
    parse: (text) => {
      if (!/^(?:esdb|kurrentdb)(?:\+discover)?:/.test(text)) return oneOf(['sqlite', 'memory'], text);
      const given = connectionString.exec(text)?.groups ?? refuse();
      const tls = new URLSearchParams(given.options).get('tls');
      if (tls !== null && tls !== 'true' && tls !== 'false') refuse('a connection string whose `tls` is `true` or `false`, in lower case');
      return text as EventStoreDbUrl;
    },
  },
  streamPrefix: {
    variable: 'KITH_STREAM_PREFIX',
    fallback: '',
    allowed: 'up to 40 letters',
    meaning:
      'What the names of streams begin with in EventStoreDB, when several engines with logs of their own share a cluster. Never change it for a log that has events.',
    parse: (text) => (/^[A-Za-z]{0,40}$/.test(text) ? text : refuse()),
  },
  readDb: {
    variable: 'KITH_READ_DB',
    fallback: 'sqlite',
    allowed: '`sqlite`, or `postgres://<user>:<password>@<host>:<port>/<database>`',
    meaning: 'Where read models are kept: `sqlite` in the data folder, or PostgreSQL. What reactors and webhooks must remember is kept in the same place.',
    secret: true,
    parse: (text) => sqliteOrPostgres(text),
  },
  keyVault: {
    variable: 'KITH_KEY_VAULT',
    fallback: 'sqlite',
    allowed: '`sqlite`, or `postgres://<user>:<password>@<host>:<port>/<database>`',
    meaning:
      'Where the keys of personal data are kept: `sqlite` in the data folder, a file of its own, or PostgreSQL, which then needs KITH_MASTER_KEY. Back it up apart from the log.',
    secret: true,
    parse: (text) => sqliteOrPostgres(text),
  },
  replay: {
    variable: 'KITH_REPLAY',
    allowed: 'the path of a folder, or with read models in PostgreSQL a name of up to 32 of `a-z0-9_`',
    meaning:
      'What `npm run rebuild -- --to … --into …` made: the engine then answers as of that moment, changes nothing, and may run beside the one that serves the same data, on another port. It runs `api` alone, whatever KITH_PARTS says.',
    parse: (text) => (text.includes('\0') ? refuse() : text),
  },
  masterKey: {
    variable: 'KITH_MASTER_KEY',
    allowed: 'the base64 of exactly 32 bytes (`openssl rand -base64 32` makes one)',
    meaning: 'The key that wraps every key in the vault. When absent it is made at the first start and kept in the data folder as `master.key`.',
    secret: true,
    parse: (text) => {
      const key = Buffer.from(text, 'base64');
      return key.length === 32 && key.toString('base64') === text ? text : refuse();
    },
  },
  adminKey: {
    variable: 'KITH_ADMIN_KEY',
    allowed: '`kith_<keyId>_<secret>`: 8 to 32 of `a-z0-9`, then at least 32 of `A-Za-z0-9_-`',
    meaning: 'The first admin key of tenant `default`. When absent, the first start makes one and prints it once.',
    secret: true,
    parse: apiKey,
  },
  operatorKey: {
    variable: 'KITH_OPERATOR_KEY',
    allowed: '`kith_<keyId>_<secret>`: 8 to 32 of `a-z0-9`, then at least 32 of `A-Za-z0-9_-`',
    meaning: 'The key that may create tenants. When absent, nobody may.',
    secret: true,
    parse: apiKey,
  },
  parts: {
    variable: 'KITH_PARTS',
    fallback: parts.join(','),
    allowed: `some of ${parts.map((part) => `\`${part}\``).join(', ')}, with commas between them`,
    meaning:
      'What this process runs. Several processes on the same data need EventStoreDB and PostgreSQL: any number of `api`, and `projector` and `reactor` as often as others shall stand by.',
    parse: (text) => {
      const named = text.split(',').map((part) => oneOf(parts, part.trim()));
      return Object.freeze(parts.filter((part): part is Part => named.includes(part)));
    },
  },
  logLevel: {
    variable: 'KITH_LOG_LEVEL',
    fallback: 'info',
    allowed: logLevels.map((level) => `\`${level}\``).join(', '),
    meaning: 'How much is logged. No level logs personal data.',
    parse: (text) => oneOf(logLevels, text),
  },
  rateLimit: {
    variable: 'KITH_RATE_LIMIT',
    fallback: '2000',
    allowed: 'a whole number from 0 to 1000000',
    meaning:
      'Requests per second that one API key may send, with as many at once after a second of rest; one more is answered 429. A stream is one request. 0 sets no limit.',
    parse: (text) => (/^\d{1,7}$/.test(text) && Number(text) <= 1_000_000 ? Number(text) : refuse()),
  },
  webhookBackOff: {
    variable: 'KITH_WEBHOOK_BACK_OFF',
    fallback: '5,30,120,600,1800,7200,18000,36000,50400,72000,86400',
    allowed: '1 to 50 numbers of seconds, each at most 604800, with commas between them',
    meaning:
      'How long after each failed delivery of a webhook the next try comes, give or take a quarter. After the last one the event is a dead letter, which can be replayed.',
    parse: (text) => {
      const seconds = text.split(',').map((part) => part.trim());
      if (seconds.length > 50 || !seconds.every((one) => /^\d{1,6}(\.\d{1,3})?$/.test(one) && Number(one) <= 604_800)) refuse();
      return Object.freeze(seconds.map((one) => Math.round(Number(one) * 1_000)));
    },
  },
  webhookPrivateTargets: {
    variable: 'KITH_WEBHOOK_PRIVATE_TARGETS',
    fallback: 'false',
    allowed: '`true` or `false`',
    meaning:
      'Whether webhooks may lead to this machine and its networks, also by http://. Where tenants are not to be trusted with what is reachable from here, leave it `false`.',
    parse: (text) => oneOf(['true', 'false'], text) === 'true',
  },
  defaultRegion: {
    variable: 'KITH_DEFAULT_REGION',
    allowed: 'a country code of two letters (ISO 3166-1), such as `FR`',
    meaning: 'How tenant `default` reads phone numbers without a country code. Taken at the first start; afterwards it is a setting of the tenant.',
    parse: (text) => {
      const region = text.toUpperCase();
      return /^[A-Z]{2}$/.test(region) && regionNames.of(region) !== undefined ? region : refuse();
    },
  },
};

/** What only who calls an engine takes, such as the command line `kith`; an engine leaves them alone. */
export const callerSettings: { readonly [Name in keyof Caller]: Setting<Caller[Name]> } = {
  url: {
    variable: 'KITH_URL',
    allowed: 'an address such as `https://kith.example.org`',
    meaning: 'Where the commands of `kith` find the engine. When absent, on `KITH_HOST` and `KITH_PORT`.',
    parse: (text) => (/^https?:\/\/[^/?#\s@]+(?:\/[^?#\s]*)?$/.test(text) && URL.canParse(text) ? text.replace(/\/+$/, '') : refuse()),
  },
  key: {
    variable: 'KITH_KEY',
    allowed: '`kith_<keyId>_<secret>`: 8 to 32 of `a-z0-9`, then at least 32 of `A-Za-z0-9_-`',
    meaning: 'The API key that the commands of `kith` call the engine with.',
    secret: true,
    parse: apiKey,
  },
};

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function refuse(allowed?: string): never {
  throw new NotAllowed(allowed);
}

function oneOf<const T extends string>(choices: readonly T[], text: string): T {
  return choices.find((choice) => choice === text) ?? refuse();
}

/** Scheme, user, hosts and options (docs.kurrent.io, connection strings). */
const connectionString = /^(?:esdb|kurrentdb)(?:\+discover)?:\/\/(?:[^@/?\s]+@)?[^@/?\s,]+(?:,[^@/?\s,]+)*\/?(?:\?(?<options>\S*))?$/;

function sqliteOrPostgres(text: string): 'sqlite' | PostgresUrl {
  if (!/^postgres(?:ql)?:/.test(text)) return oneOf(['sqlite'], text);
  // Before a `/`, where hosts end; a database must be named, because which one is meant is not to be guessed.
  return /^postgres(?:ql)?:\/\/[^/?#\s]+\/[^/?#\s]+(?:\?\S*)?$/.test(text) && URL.canParse(text) ? (text as PostgresUrl) : refuse();
}

function apiKey(text: string): string {
  return /^kith_[a-z0-9]{8,32}_[A-Za-z0-9_-]{32,}$/.test(text) ? text : refuse();
}
