/** Where an EventStoreDB is, as its client wants to be told. */
export interface Address {
  /** For the n-th client of this process: each has socket options of its own. */
  connectionString(nth: number): string;
  /** Whether calls are for the leader alone: others answer with where it is. */
  readonly requiresLeader: boolean;
}

/** Kurrent's drivers know these too; the protocol is the same. */
const scheme = /^(?:esdb|kurrentdb|kdb|kurrent)(\+discover)?:\/\//i;
/** What the client understands, in its own spelling; others it would print with the whole string, password and all. */
const options = [
  'connectionName',
  'defaultDeadline',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'nodePreference',
  'throwOnAppendFailure',
  'tls',
  'tlsCAFile',
  'tlsVerifyCert',
  'userCertFile',
  'userKeyFile',
] as const;
/** A seed that is frozen costs a second of looking for the leader. */
const defaults = { nodePreference: 'leader', gossipTimeout: '1', maxDiscoverAttempts: '3', keepAliveTimeout: '10000' };
const leastKeepAliveMs = 10_000;

/**
 * Reads a connection string (`esdb://user:password@host:port,host:port?tls=false`, `esdb+discover://…`, `kurrentdb://…`).
 * Errors never repeat it, since it may hold a password.
 * @throws Error that says what is wrong with it
 */
export function address(url: string, connectionName: string): Address {
  const text = url.trim();
  const found = scheme.exec(text);
  if (!found) throw new Error('an EventStoreDB connection string begins with esdb:// or esdb+discover://');
  const [hosts = '', query = '', ...rest] = text.slice(found[0].length).split('?');
  if (rest.length > 0) throw new Error('an EventStoreDB connection string has one ? at most, before its options');
  const given = { connectionName: encodeURIComponent(connectionName), ...defaults, ...optionsOf(query) };
  // Several seeds are asked for the cluster they belong to without +discover; with it the client takes the first alone.
  const discover = found[1] && !/,/.test(hosts.slice(hosts.lastIndexOf('@') + 1)) ? '+discover' : '';
  return {
    requiresLeader: given.nodePreference.toLowerCase() === 'leader',
    // gRPC shares sockets, and how long they wait before they try again, between channels of equal options.
    // After a long outage that wait is long, so each client asks for a keep-alive of its own.
    connectionString: (nth) => {
      const keepAliveInterval = Number(given.keepAliveInterval ?? leastKeepAliveMs) + (nth % 1000);
      const all = Object.entries({ ...given, keepAliveInterval: String(keepAliveInterval) });
      return `esdb${discover}://${hosts.replace(/\/+$/, '')}?${all.map(([name, value]) => `${name}=${value}`).join('&')}`;
    },
  };
}

function optionsOf(query: string): { [name in (typeof options)[number]]?: string } {
  const given: { [name in (typeof options)[number]]?: string } = {};
  for (const pair of query.split('&').filter(Boolean)) {
    const at = pair.includes('=') ? pair.indexOf('=') : pair.length;
    const [key, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const name = options.find((option) => option.toLowerCase() === key.toLowerCase().replace(/[-_]/g, ''));
    if (!name) throw new Error(`${JSON.stringify(key)} is no option of an EventStoreDB connection string; there are ${options.join(', ')}`);
    if (name === 'tlsVerifyCert' && value.toLowerCase() === 'false') throw new Error('tlsVerifyCert=false is not supported: name the authority with tlsCAFile');
    given[name] = /^(?:true|false)$/i.test(value) ? value.toLowerCase() : value;
  }
  return given;
}
