import type { Answer, RunningEngine } from './running-engine';

type Body = Answer['body'];

/** What a path answers once it is as it should be: what reactors do is there a moment later. @throws Error with the last answer after 20 s */
export async function eventually(engine: RunningEngine, path: string, isSo: (body: Body) => boolean): Promise<Body> {
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    const { status, body } = await engine.get(path);
    if (status < 300 && isSo(body)) return body;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${path} never answers as it should: ${(await engine.get(path)).text}`);
}

/** Waits until every reactor and projection has what is in the log now, and nothing more comes of it. */
export async function atRest(engine: RunningEngine): Promise<void> {
  let before = '';
  await eventually(engine, '/health/ready', ({ eventStore: { head }, reactors, projections }) => {
    const all = [...reactors, ...projections].every(({ position }: { position: string }) => BigInt(position) >= BigInt(head));
    const isQuiet = all && head === before;
    before = head;
    return isQuiet;
  });
}

/** A read that knows of a write. */
export const knowing = ({ headers }: Answer) => ({ headers: { 'kith-after': headers.get('kith-position') ?? '' } });
