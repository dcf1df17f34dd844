import { type Config, ConfigInvalid, HelpRequested, loadConfig, toldSettings } from '@kith/config';
import { placesOf, usesDataFolder } from '../parts/places';
import { leastNode } from '../version';
import { type Finding, ok, problem } from './finding';
import { folderFindings, holderOf } from './folder';
import { clockFinding, type LogEnd } from './log-end';
import { asJson, asText, type Examined, isWell } from './report';
import { engineFindings } from './running-engine';
import { logServerFindings, readServerFindings, vaultServerFindings } from './servers';
import { logFindings, readModelFindings, smallerFiles, vaultFindings } from './sqlite-stores';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Looks at everything that an engine needs, whether one runs or not, and changes nothing.
 * With `--json` the result is one JSON object. @returns the exit code: 0 no problem was found, 1 one was
 */
export async function doctorCommand(argv: readonly string[]): Promise<number> {
  const words = argv.filter((word) => word !== '--json');
  const examined = await examine(words);
  if (typeof examined === 'string') {
    process.stdout.write(`${examined}\n`);
    return 0;
  }
  process.stdout.write(words.length < argv.length ? asJson(examined) : asText(examined));
  return isWell(examined) ? 0 : 1;
}

/**
 * Looks at everything, by the settings of this process unless told others.
 * @returns the text of the help, when that was asked for
 */
export async function examine(argv: readonly string[], given: { readonly env?: Environment; readonly cwd?: string } = {}): Promise<Examined | string> {
  const settings = toldSettings({ ...given, argv });
  try {
    const config = loadConfig({ ...given, argv });
    return { settings, findings: [nodeFinding(), ok('configuration', 'every setting is one that is allowed'), ...(await placesFindings(config))] };
  } catch (error) {
    if (error instanceof HelpRequested) return error.message;
    if (!(error instanceof ConfigInvalid)) throw error;
    const wrong = error.problems.map((says) => problem('configuration', says, 'docs/configuration.md tells what is allowed; the rest is not looked at before'));
    return { settings, findings: [nodeFinding(), ...wrong] };
  }
}

function nodeFinding(): Finding {
  const [least, here] = [leastNode, process.versions.node];
  const [one, other] = [least, here].map((version) => version.split('.').map(Number));
  const differing = one?.findIndex((part, at) => part !== (other?.[at] ?? 0)) ?? -1;
  const isOld = differing !== -1 && (other?.[differing] ?? 0) < (one?.[differing] ?? 0);
  return isOld
    ? problem('node', `this is Node ${here}, and ${least} is the oldest that will do`, 'install a newer one, or start by npm, which brings one')
    : ok('node', here);
}

async function placesFindings(config: Config): Promise<readonly Finding[]> {
  const { data } = config;
  const inFolder = config.eventStore !== 'memory' && usesDataFolder(config);
  const { findings: ofEngine, runs } = await engineFindings(config, inFolder ? holderOf(data) : undefined);
  const found = [...ofEngine, ...(inFolder ? folderFindings(data) : [])];
  if (config.eventStore === 'memory')
    return [...found, ok('log', 'it is in the memory of the engine, and ends with it'), clockFinding({ newest: undefined }, Date.now())];
  return [...found, ...(await storeFindings(config, runs))];
}

async function storeFindings(config: Config, runs: boolean): Promise<readonly Finding[]> {
  const { data, eventStore, keyVault, readDb } = config;
  const places = placesOf(config, new Uint8Array());
  const log = eventStore === 'sqlite' ? logFindings(data) : await logServerFindings(places);
  const end: LogEnd | undefined = log.end;
  const vault = keyVault === 'sqlite' ? vaultFindings(config, end) : await vaultServerFindings(config, end);
  // Only a log that could be read says how far anything is.
  const readModels = end === undefined ? [] : readDb === 'sqlite' ? readModelFindings(data, end.head, runs) : await readServerFindings(config, places);
  const smaller = readDb === 'sqlite' ? smallerFiles(data) : [];
  return [...log.findings, ...vault, ...readModels, ...smaller, clockFinding({ newest: end?.newest }, Date.now())];
}
