#!/usr/bin/env node
// kith <command> …: sets up what is missing, then runs the command line on a Node that is new enough.
import { join } from 'node:path';
import { exitLike, runChild } from './child.mjs';
import { endWithNpm } from './npm.mjs';
import { root, setUp } from './setup.mjs';

endWithNpm();
const node = await setUp();
exitLike(await runChild(node, [join(root, 'dist', 'apps', 'cli', 'src', 'main.js'), ...process.argv.slice(2)]));
