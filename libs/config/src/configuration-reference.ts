import { flagOf, type Setting } from './setting';
import { callerSettings, settings } from './settings';

const all: readonly Setting<unknown>[] = Object.values(settings);

/** The text of docs/configuration.md, which `npm run docs:configuration` writes. */
export function configurationReference(): string {
  return `# Configuration

<!-- Generated from libs/config by \`npm run docs:configuration\`: do not edit. -->

Kith needs no configuration to start. A setting comes from a \`.env\` file in the working directory, from the environment, or from a flag
(\`--port 0\` or \`--port=0\`); later ones win, and an empty one counts as not given. Everything is checked at start: a wrong setting stops the engine
and says what is allowed, and so does a \`KITH_…\` variable or a flag that does not exist. In Kubernetes, set \`enableServiceLinks: false\` when a service is
called \`kith\`, or it adds such variables. Give secrets by \`.env\` or environment: every user of the machine can read flags. A secret may also lie in
a file, whose path the variable with \`_FILE\` at its end names (\`KITH_MASTER_KEY_FILE=/run/secrets/master_key\`); its first line counts.

${table(all)}

## The command line

Settings of whoever calls an engine with [\`kith\`](how-to/use-the-command-line.md). They come from \`.env\` and the environment in the same way; an engine leaves them alone.
The flag \`--key\` exists for a quick try. Every user of the machine can read it, so give the key by its variable, or with \`--key-file\`.

${table(Object.values(callerSettings))}
`;
}

/** One row for each setting. */
function table(those: readonly Setting<unknown>[]): string {
  const rows = those.map((setting) => {
    const { variable, fallback, allowed, meaning, secret } = setting;
    return [`\`${variable}\``, `\`${flagOf(setting)}\``, fallback ? `\`${fallback}\`` : '', allowed, secret ? `${meaning} Secret.` : meaning];
  });
  const cells = [['Variable', 'Flag', 'Default', 'Allowed', 'Meaning'], ['---', '---', '---', '---', '---'], ...rows];
  return cells.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

/** What `--help` prints. */
export function settingsHelp(): string {
  const entries = all.map((setting) => {
    const { variable, fallback, allowed, meaning } = setting;
    const lines = [`${flagOf(setting)}, ${variable}`, `    ${meaning}`, `    Allowed: ${allowed}.${fallback ? ` Default: ${fallback}.` : ''}`];
    return lines.join('\n').replaceAll('`', '');
  });
  return `Settings, from .env in the working directory, the environment, or flags (later ones win):\n\n${entries.join('\n\n')}\n`;
}
