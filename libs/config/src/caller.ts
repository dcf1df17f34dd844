import type { Caller } from './config';
import { givenTexts } from './given-texts';
import { ConfigInvalid } from './load-config';
import { NotAllowed, type Setting } from './setting';
import { callerSettings, settings } from './settings';

/**
 * Where the engine is: as given, else `KITH_URL`, else where an engine with this configuration listens; and `KITH_KEY` unless a key is given.
 * @throws ConfigInvalid naming everything that is wrong; other settings of the engine are not looked at
 */
export function loadCaller({
  env = process.env,
  cwd = process.cwd(),
  url: givenUrl,
  key: givenKey,
}: {
  env?: Readonly<Record<string, string | undefined>>;
  cwd?: string;
  url?: string | undefined;
  key?: string | undefined;
} = {}): Caller {
  const { texts, problems: earlier } = givenTexts(env, [], cwd, [callerSettings.key.variable]);
  const problems = [...earlier];
  const parsed = <T>(setting: Setting<T>, given?: string, flag?: string): T | undefined => {
    const found = given === undefined ? texts.get(setting.variable) : { text: given, source: 'command line' };
    const text = found?.text ?? setting.fallback;
    if (text === undefined) return undefined;
    try {
      return setting.parse(text, cwd);
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      problems.push(`${given === undefined ? `${setting.variable} (${found?.source})` : flag} must be ${error.message || setting.allowed}`);
      return undefined;
    }
  };
  const key = parsed(callerSettings.key, givenKey, 'the key');
  const url = parsed(callerSettings.url, givenUrl, '--url') ?? listenedOn(parsed(settings.host), parsed(settings.port));
  if (url === undefined && problems.length === 0) problems.push('KITH_PORT is 0, which is any free port: say with --url or KITH_URL where the engine listens');
  if (url === undefined || problems.length > 0) throw new ConfigInvalid(problems);
  return { url, key };
}

/** An engine that listens on all addresses listens on this machine's own, too. */
function listenedOn(host: string | undefined, port: number | undefined): string | undefined {
  if (!host || !port) return undefined;
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}
