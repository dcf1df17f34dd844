import { once } from 'node:events';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { Side } from '../side';

/** Whoever takes an export away: what comes is written to a file as it comes. */
export async function open({ url, key, file }: { readonly url: string; readonly key: string; readonly file: string }): Promise<Side> {
  return {
    async work() {
      const [answer] = (await once(get(url, { headers: { authorization: `Bearer ${key}` } }), 'response')) as [IncomingMessage];
      if (answer.statusCode !== 200) throw new Error(`the export was answered ${answer.statusCode}`);
      await pipeline(answer, createWriteStream(file, { flush: true }));
    },
    tally: () => tallyOf(file),
    close: async () => rmSync(file, { force: true }),
  };
}

/** What lies in the file, by type. */
async function tallyOf(file: string): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { type } = JSON.parse(line) as { readonly type: string };
    const name = type.replace(/^kith\.|\.v\d+$/g, '');
    seen[name] = (seen[name] ?? 0) + 1;
  }
  return seen;
}
