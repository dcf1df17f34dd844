import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version of this checkout or image, from its package.json: above the sources, and above what was compiled of them. */
export function version(folder = __dirname): string {
  const file = join(folder, 'package.json');
  const found = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly name: string; readonly version: string }) : undefined;
  return found?.name === 'kith' ? found.version : version(dirname(folder));
}
