import { join, relative, sep } from 'node:path';

const extension = __filename.endsWith('.ts') ? '.ts' : '.js';

/**
 * The compiled file of a worker of this library, by its path without extension, such as `event-store/sqlite-writer`.
 * A worker thread bypasses the transforms of whoever runs the sources directly (a test runner), so it is always
 * loaded from the build, which lies at the same path under `dist`.
 */
export function workerFile(name: string): string {
  if (extension === '.js') return join(__dirname, `${name}.js`);
  const root = join(__dirname, '..', '..', '..');
  return join(root, 'dist', relative(root, __dirname).split(sep).join('/'), `${name}.js`);
}
