// node scripts/client-package.mjs <folder>: builds libs/client as it is published, and packs it into the folder. Prints the path of the tarball.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './child.mjs';
import { root, say, setUp } from './setup.mjs';

const folder = process.argv[2];
if (folder === undefined) {
  say('where to? usage: node scripts/client-package.mjs <folder>');
  process.exit(2);
}
const node = await setUp({ compile: false });
const built = join(root, 'dist', 'client');
rmSync(built, { recursive: true, force: true });
mkdirSync(built, { recursive: true });
const { code } = await runStep(node, [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', join('libs', 'client', 'tsconfig.package.json')], { cwd: root });
if (code !== 0) process.exit(1);
copyFileSync(join(root, 'libs', 'client', 'package.json'), join(built, 'package.json'));
copyFileSync(join(root, 'libs', 'client', 'README.md'), join(built, 'README.md'));
copyFileSync(join(root, 'LICENSE'), join(built, 'LICENSE'));
mkdirSync(folder, { recursive: true });
const packed = await runStep('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: built });
process.exit(packed.code ?? 1);
