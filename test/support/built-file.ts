import { join } from 'node:path';

const repository = __dirname.replace(/[\\/]dist[\\/]test[\\/]support$/, '').replace(/[\\/]test[\\/]support$/, '');

/** Path of a compiled program: what runs in a process of its own is what customers run. */
export const builtFile = (...path: readonly string[]): string => join(repository, 'dist', ...path);
