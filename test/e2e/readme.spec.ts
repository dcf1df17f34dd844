import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { RunningEngine } from '../support/running-engine';

jest.setTimeout(60_000);

const root = join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const pagesIn = (folder: string): readonly string[] => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
const readme = read('README.md');

interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced code blocks of a page, in their order. */
const blocksOf = (page: string): readonly Block[] => [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }));

/** The calls in a block; one goes on over the ends of lines that stand inside its quotes. */
const callsIn = (text: string): readonly string[] => [...text.matchAll(/^curl [^'\n]*(?:'[^']*'[^'\n]*)*$/gm)].map(([call]) => call);

const key = /kith_[a-z0-9]+_[\w-]+/;
const address = /http:\/\/127\.0\.0\.1:\d+/;
const someId = /[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Ids differ from engine to engine, so they are numbered; that the same one comes again must not differ. */
function withNumberedIds(): (json: string) => unknown {
  const numbers = new Map<string, number>();
  return (json) =>
    JSON.parse(
      json.replace(someId, (id) => {
        if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
        return `id ${numbers.get(id)}`;
      }),
    );
}

let engine: RunningEngine;
let environment: Record<string, string>;

/** Runs a call as a reader's shell would, and gives what it prints. */
async function run(call: string): Promise<string> {
  const { stdout } = await promisify(execFile)('sh', ['-c', call], { env: environment });
  return stdout;
}

beforeAll(async () => {
  engine = await RunningEngine.start({ settings: { KITH_LOG_LEVEL: 'info' } });
  environment = { PATH: process.env.PATH ?? '', KITH: engine.url, KEY: engine.key };
}, 120_000);

afterAll(async () => {
  await engine.discard();
});

it('the README shows what a first start prints', () => {
  const withoutValues = (text: string) => text.trim().replace(key, 'KEY').replace(address, 'ADDRESS');
  const printed = engine.lines.filter((line) => !line.startsWith('{'));
  const shown = blocksOf(readme).filter(({ language }) => language === 'text');
  expect(shown.map(({ text }) => withoutValues(text))).toEqual([withoutValues(printed.join('\n'))]);
});

it('the calls of the README answer what it shows, but for the ids', async () => {
  const blocks = blocksOf(readme);
  const [documented, actual] = [withNumberedIds(), withNumberedIds()];
  const calls = blocks.flatMap(({ text }, i) => callsIn(text).map((call) => ({ call, answer: blocks[i + 1] })));
  expect(calls).toHaveLength(3);
  for (const { call, answer } of calls) {
    expect(answer?.language).toBe('json');
    const printed = await run(call);
    expect(actual(printed)).toEqual(documented(answer?.text ?? ''));
    environment.ID = /"endUserId":"([^"]+)"/.exec(printed)?.[1] ?? '';
  }
});

it.each(pagesIn('docs/how-to'))('every call in %s is one that the engine takes', async (page) => {
  const blocks = blocksOf(read(page));
  const organizations = ['ORGANIZATION', 'OTHER_ORGANIZATION'];
  for (const call of blocks.filter(({ language }) => language === 'sh').flatMap(({ text }) => callsIn(text))) {
    // Nobody reads a page as fast as this: what was written before can be seen.
    await engine.get('/v1/duplicates', { headers: { 'kith-after': await engine.head() } });
    const printed = await run(call);
    // What is deleted has nothing more to say.
    if (printed === '' && /-X DELETE|\/(?:cancel|revert) /.test(call)) continue;
    if (call.includes('/v1/exports/') && (printed === '' || call.includes('format=csv'))) {
      expect(printed).toMatch(/^$|^kith_id,/);
      continue;
    }
    if (call.includes('text/csv')) {
      expect(printed).toMatch(/^period,from,to,/);
      continue;
    }
    if (call.includes('text/html')) {
      expect(printed).toMatch(/^<!doctype html>.*<\/html>\n$/s);
      continue;
    }
    // A stream answers line by line; lists and objects take one, but for exports.
    const answer = JSON.parse(call.includes('/export ') ? printed : (printed.split('\n')[0] ?? ''));
    // Whom the README's calls did not bring about is unknown here, which is an answer.
    if (typeof answer.status === 'number') expect([call, answer.code]).toEqual([call, 'contact-point-unknown']);
    // The page goes on with whom it has just created.
    if (call.includes('/v1/end-users -H')) environment.NEW = answer.id;
    if (call.includes('/v1/keys -H')) Object.assign(environment, { KEY_ID: answer.keyId, AGENT_KEY: answer.key });
    if (call.includes('/v1/organizations -H') && 'id' in answer) environment[organizations.shift() ?? 'LAST'] = answer.id;
    if (call.includes('/v1/organization-merges -H')) environment.ORGANIZATION_MERGE = answer.id;
    if (call.includes('/v1/tickets -H') && 'id' in answer) environment.TICKET = answer.id;
    if (call.includes('/v1/retention-runs/preview')) environment.EXPECTED = String(answer.expected);
    if (call.includes('/v1/retention-runs -H') && 'id' in answer) environment.RUN = answer.id;
    if (call.includes('/v1/imports?')) environment.IMPORT = answer.id;
    if (call.includes('/v1/merges -H')) environment.MERGE = answer.id;
    if (call.includes('/v1/differences -H')) environment.DIFFERENCE = answer.id;
    if (call.includes('/v1/duplicates?endUserId')) environment.DUPLICATE = answer.items[0].id;
  }
  for (const { text } of blocks.filter(({ language }) => language === 'json')) {
    const shown = JSON.parse(text);
    // What the engine answers is shown, too; what is sent to it is an interaction.
    if (!('contactPoints' in shown)) continue;
    const { status } = await engine.post('/v1/interactions', shown, { key: environment.KEY ?? '' });
    expect([200, 201]).toContain(status);
  }
});

it('every script that the README names is there', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const named = [...readme.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, script]) => script);
  expect(named).toEqual(expect.arrayContaining(['start', 'test', 'demo']));
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

it.each(['README.md', 'CONTRIBUTING.md', 'samples/README.md', ...['docs/concepts', 'docs/how-to', 'docs/adr'].flatMap(pagesIn)])(
  'links in %s lead somewhere',
  (page) => {
    const targets = [...read(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target).filter((target) => !target.includes('://'));
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  },
);
