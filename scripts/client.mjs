// node scripts/client.mjs [--check]: writes the types of libs/client from the OpenAPI document that the engine serves,
// or says whether they are what would be written.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { root, say, setUp } from './setup.mjs';

const target = join(root, 'libs', 'client', 'src', 'schema.ts');

/** The types as the document asks for them. @param document the OpenAPI document, parsed */
export async function typesOf(document) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const types = astToString(await openapiTS(withoutExamples(document), { alphabetize: true, exportType: true, silent: true }));
  return `// Written by \`npm run client\` from the OpenAPI document; \`npm run check client\` finds out when the two differ.\n\n${types}`;
}

/** Whole answers as examples are for readers of the document; in the types they would be most of the text. */
function withoutExamples({ components: { examples: _, ...components }, paths, ...rest }) {
  const strip = (content = {}) => Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, { schema }]));
  const copy = structuredClone(paths);
  for (const operation of Object.values(copy).flatMap((methods) => Object.values(methods)))
    for (const described of [operation.requestBody, ...Object.values(operation.responses)])
      if (described?.content) described.content = strip(described.content);
  return { ...rest, components, paths: copy };
}

/** The document of an engine that keeps everything in memory. */
async function servedDocument(node) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-openapi-'));
  const env = { PATH: process.env.PATH, KITH_PORT: '0', KITH_DATA: folder, KITH_EVENT_STORE: 'memory', KITH_LOG_LEVEL: 'error' };
  const engine = spawn(node, [join(root, 'dist', 'apps', 'engine', 'src', 'main.js')], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => engine.once('close', resolve));
  try {
    for await (const line of createInterface({ input: engine.stdout })) {
      if (!line.startsWith('kith listening on ')) continue;
      return await (await fetch(`${line.slice('kith listening on '.length)}/openapi.json`)).json();
    }
    throw new Error('the engine did not start');
  } finally {
    engine.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main() {
  const node = await setUp();
  const types = await typesOf(await servedDocument(node));
  if (!process.argv.includes('--check')) {
    writeFileSync(target, types);
    return say('libs/client/src/schema.ts is written');
  }
  if (readFileSync(target, 'utf8') === types) return;
  say('libs/client/src/schema.ts is not what the OpenAPI document asks for: run `npm run client`');
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
