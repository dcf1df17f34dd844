// Who may import whom. Each rule says what a folder may import; anything else is an error.
const lib = (...names) => `^libs/(${names.join('|')})/`;
const npm = (...names) => `^node_modules/(${names.join('|')})/`;
const builtin = (...names) => `^(node:)?(${names.join('|')})$`;

/** The places that choose which adapter stands behind a port: the composition roots and what runs in a process or thread of its own. */
const compositionRoots = [
  '^apps/engine/src/engine\\.module\\.ts$',
  '^apps/engine/src/(parts/|why-not-(started|kept)\\.ts$)',
  '^apps/engine/src/(rebuild-command\\.ts$|log-copy/|doctor/)',
  '^apps/engine/src/.*worker\\.ts$',
  '^apps/cli/src/main\\.ts$',
];

const only = (name, comment, path, ...allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path },
  to: { pathNot: [path, ...allowed] },
});
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      'domain-is-pure',
      'The domain imports itself and the value libraries; no Node built-ins, no framework.',
      lib('domain'),
      npm('libphonenumber-js', 'tldts'),
    ),
    only(
      'application-knows-the-domain',
      'The application imports the domain, Nest’s decorators and buses, node:crypto, and the libraries for ids and canonical JSON (ADR 6).',
      lib('application'),
      lib('domain'),
      npm('@nestjs/common', '@nestjs/cqrs', 'uuid', 'canonicalize'),
      builtin('crypto'),
    ),
    only(
      'read-models-are-projections',
      'Read models import the domain, the application (whose ports they serve), Kysely, Nest’s decorators and buses, and what writes CSV.',
      lib('read-models'),
      lib('domain', 'application'),
      npm('csv-stringify', 'kysely', '@nestjs/common', '@nestjs/cqrs'),
    ),
    never(
      'adapters-know-no-apps-nor-settings',
      'An adapter is told what it needs by its constructor.',
      { path: lib('adapters') },
      { path: [lib('config', 'client'), npm('@nestjs', '@fastify', 'fastify')] },
    ),
    never(
      'adapters-stand-alone',
      'An adapter never imports another adapter; what two of them need stands in libs/adapters/src itself.',
      { path: '^libs/adapters/src/([^/]+)/' },
      { path: '^libs/adapters/src/[^/]+/', pathNot: '^libs/adapters/src/$1/' },
    ),
    only(
      'client-is-published-alone',
      'The client imports itself and the packages that its own package.json names.',
      lib('client'),
      npm('openapi-fetch', 'openapi-typescript-helpers', 'eventsource-parser'),
    ),
    never('config-and-client-stand-alone', 'They import nothing of Kith.', { path: '^libs/(config|client)/' }, { path: '^libs/', pathNot: '^libs/$1/' }),
    never(
      'front-doors',
      'A library is imported through its src/index.ts.',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    ),
    never(
      'front-doors-for-apps',
      'A library is imported through its src/index.ts.',
      { path: '^apps/' },
      { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    ),
    never('apps-stand-alone', 'An app never imports another app.', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    never('libraries-know-no-apps', 'Libraries are used by apps.', { path: '^libs/' }, { path: '^apps/' }),
    never('no-tests-in-production', 'Tests and their support never run in production.', { path: '^(apps|libs)/' }, { path: '^test/' }),
    never('one-place-binds-adapters', 'Only a composition root chooses adapters.', { path: '^apps/', pathNot: compositionRoots }, { path: lib('adapters') }),
    never(
      'one-place-speaks-eventstoredb',
      'Only its adapter and its test fixture import the client of EventStoreDB.',
      {
        pathNot: [
          '^libs/adapters/src/event-store/eventstoredb[a-z-]*\\.ts$',
          '^test/support/eventstoredb-fixture',
          '^test/bench/contenders/bare-eventstoredb\\.ts$',
        ],
      },
      { path: '(^|/)@eventstore/db-client' },
    ),
    never('no-cycles', 'Whoever imports each other is one thing; types count too.', {}, { circular: true }),
    never('no-missing-modules', 'What is imported must be there.', {}, { couldNotResolve: true }),
    never('only-declared-packages', 'What is imported stands in package.json.', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
    never(
      'no-development-packages-in-production',
      'A production install has no development packages.',
      { path: '^(libs|apps/(engine|cli))/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['node', 'require', 'import', 'default', 'types'] },
  },
};
