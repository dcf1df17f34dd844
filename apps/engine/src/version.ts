import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly engines: { readonly node: string };
}

/** The package.json that this program came with: above its sources, and above what was compiled of them. */
function own(folder: string): Package {
  const file = join(folder, 'package.json');
  const found = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Package) : undefined;
  return found?.name === 'kith' ? found : own(dirname(folder));
}

/** Version of this program, and the oldest Node that it runs on, such as `22.16`. */
export const { version, engines } = own(__dirname);
export const leastNode = engines.node.replace('>=', '');
