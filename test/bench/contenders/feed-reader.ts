import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { Side } from '../side';

/** A client of the feed: it takes the answer apart into lines and each line into its event. */
export async function open({ url, key }: { readonly url: string; readonly key: string }): Promise<Side> {
  let seen: Record<string, number> = {};
  return {
    async work() {
      seen = {};
      const [answer] = (await once(get(url, { headers: { authorization: `Bearer ${key}` } }), 'response')) as [IncomingMessage];
      if (answer.statusCode !== 200) throw new Error(`the feed was answered ${answer.statusCode}`);
      answer.setEncoding('utf8');
      let rest = '';
      for await (const text of answer as AsyncIterable<string>) {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const { type } = JSON.parse(line) as { readonly type: string };
          seen[type] = (seen[type] ?? 0) + 1;
        }
      }
    },
    tally: async () => seen,
    close: async () => {},
  };
}
