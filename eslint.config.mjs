// Biome formats and lints; here are only the rules that need types, and what the architecture says about single names.
import tseslint from 'typescript-eslint';

const environment = 'only libs/config reads the environment: take the value from Config';
const impure = 'the domain is pure: times, ids and digests come inside the command';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**'] },
  {
    files: ['{apps,libs,test}/**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['{apps,libs}/**/*.ts'],
    // Written by a program, for programs.
    ignores: ['libs/client/src/schema.ts'],
    rules: { 'max-lines': ['error', 350] },
  },
  {
    files: ['{apps,libs}/**/*.ts'],
    ignores: ['libs/config/**'],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: environment }],
      'no-restricted-imports': ['error', { name: 'node:process', message: environment }, { name: 'process', message: environment }],
    },
  },
  {
    files: ['libs/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Buffer', 'crypto', 'fetch', 'performance', 'process', 'queueMicrotask', 'require', 'setImmediate', 'setInterval', 'setTimeout'].map((name) => ({
          name,
          message: impure,
        })),
      ],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: impure }, { object: 'Math', property: 'random', message: impure }],
      'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: impure }],
    },
  },
);
