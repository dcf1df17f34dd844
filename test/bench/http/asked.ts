import { Agent, request } from 'node:http';

/** What came of a row of requests. */
export interface Asked {
  /** Milliseconds from each request to the end of its answer. */
  readonly waits: readonly number[];
  /** Items in all answers. */
  readonly found: number;
}

/** Asks for lists, one path after the other on one connection. @throws Error on anything but 200 */
export async function asked(url: string, paths: readonly string[], key: string): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const waits: number[] = [];
  let found = 0;
  try {
    for (const path of paths) {
      const from = performance.now();
      const body = await answered(url + path, agent, key);
      waits.push(performance.now() - from);
      found += (JSON.parse(body) as { items: unknown[] }).items.length;
    }
    return { waits, found };
  } finally {
    agent.destroy();
  }
}

function answered(url: string, agent: Agent, key: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { authorization: `Bearer ${key}` } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      answer.once('end', () => resolve(body)).once('error', reject);
    });
    sent.once('error', reject).end();
  });
}
