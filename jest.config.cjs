const { availableParallelism } = require('node:os');

// Nest 12 and some others are ESM-only: swc turns these packages into CommonJS, so that jest needs no --experimental-vm-modules.
const esmOnly = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'uuid',
  'commander',
  'cookie',
  'content-disposition',
  'kysely',
  'eventsource-parser',
];

const swc = (parser) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser,
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  },
];

const project = (displayName, folders, more) => ({
  displayName,
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: [`<rootDir>/test/${folders}/**/*.spec.ts`],
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    '^@kith/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    // The command line loads the file of a subcommand when it is called, and such an import names what the compiler makes.
    '^(\\./commands/[a-z-]+)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': swc({ syntax: 'typescript', decorators: true }),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`^(?!.*/node_modules/(${esmOnly.join('|')})/).*/node_modules/`],
  ...more,
});

// With KITH_E2E=eventstoredb engines keep nothing in a data folder: there, what these specs are about does not exist.
const ofDataFolders = [
  'backup',
  'bench',
  'client-package',
  'demo',
  'disk-full',
  'erased-bytes',
  'log-copy',
  'operations',
  'projections',
  'readme',
  'rebuild',
  'secrecy',
  'start-and-stop',
];
// A minute or more by themselves, and `npm test` has to end in time: `npm run test:whole` leaves none out.
const long = ['log-copy', 'operations', 'replay', 'streams'];
const apart = process.env.KITH_WHOLE ? [] : ['/test/e2e/scale/', `/test/e2e/(${long.join('|')})\\.spec\\.ts$`];
const ofFolders = process.env.KITH_E2E === 'eventstoredb' ? [`/test/e2e/(${ofDataFolders.join('|')})\\.spec\\.ts$`] : [];
const leftOut = { testPathIgnorePatterns: [...apart, ...ofFolders] };

module.exports = {
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
  collectCoverageFrom: ['apps/**/src/**/*.ts', 'libs/**/src/**/*.ts', '!**/main.ts'],
  projects: [
    project('unit', '{domain,application,read-models,tooling,cli}'),
    project('integration', 'adapters', { testTimeout: 30_000 }),
    project('e2e', 'e2e', { testTimeout: 60_000, runner: '<rootDir>/scripts/serial-runner.cjs', ...leftOut }),
    // Minutes of faults under load, for those who ask for them.
    ...(process.env.KITH_LONG ? [project('long', 'long', { runner: '<rootDir>/scripts/serial-runner.cjs' })] : []),
  ],
};
