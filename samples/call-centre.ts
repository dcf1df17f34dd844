// A call centre that keeps its customers in Kith. It takes calls over HTTP, records each, tells the agent who is calling, and follows
// the log to welcome new customers. Start it beside an engine:
//   KITH_URL=http://127.0.0.1:7450 KITH_KEY=kith_… npx tsx samples/call-centre.ts
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Interaction, Kith, KithProblem, type Resolution } from '@kith/client';

/** A call as the telephone exchange reports it. */
interface Call {
  readonly id: string;
  readonly from: string;
}

/** What the agent sees while the telephone rings. */
interface Screen {
  readonly endUserId: string | null;
  readonly name: string | null;
  readonly calls: number;
  /** What to ask when it is not certain who is calling. */
  readonly question: string | null;
}

const interactionOf = ({ id, from }: Call): Interaction => ({
  source: 'call-centre',
  id,
  channel: 'phone',
  via: 'voice',
  contactPoints: [{ channel: 'phone', value: from }],
});

/** Records a call and tells who is calling. The call's own id makes it safe to report a call twice. */
async function ring(kith: Kith, call: Call): Promise<Screen> {
  const { canonicalId, question, position }: Resolution = await kith.interactions.record(interactionOf(call));
  if (canonicalId === null) return { endUserId: null, name: null, calls: 0, question };
  // The screen must know of the call that was recorded a moment ago.
  const reading = kith.after(position);
  const { name } = await reading.endUsers.find(canonicalId);
  let calls = 0;
  for await (const { kind, via } of reading.endUsers.timeline(canonicalId)) if (kind === 'interaction' && via === 'voice') calls++;
  return { endUserId: canonicalId, name, calls, question };
}

/** Records the calls of a night at once, and yields those that were refused. */
async function* refusedOf(kith: Kith, calls: Iterable<Call>): AsyncGenerator<string> {
  for await (const answer of kith.interactions.record([...calls].map(interactionOf))) if (answer.outcome === 'refused') yield answer.problem.detail;
}

/** Follows the log from the last event that was seen, for as long as the service runs. */
async function welcome(kith: Kith, after: string, signal: AbortSignal, greet: (endUserId: string) => void): Promise<void> {
  for await (const { subject } of kith.events.live({ after, types: ['EndUserCreated'], signal })) if (subject !== null) greet(subject);
}

async function bodyOf<T>(request: IncomingMessage): Promise<T> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as T;
}

const kith = new Kith({ url: process.env.KITH_URL ?? 'http://127.0.0.1:7450', key: process.env.KITH_KEY ?? '' });
const stop = new AbortController();
const welcomed: string[] = [];

const server = createServer((request, response) => {
  const answer = (status: number, body: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const work = async () => {
    if (request.url === '/welcomed') return answer(200, welcomed);
    if (request.url === '/calls') return answer(200, await ring(kith, await bodyOf<Call>(request)));
    if (request.url !== '/night') return answer(404, {});
    const refused: string[] = [];
    for await (const detail of refusedOf(kith, await bodyOf<Call[]>(request))) refused.push(detail);
    return answer(200, { refused });
  };
  work().catch((error: unknown) => answer(error instanceof KithProblem ? error.status : 500, { detail: error instanceof Error ? error.message : 'failed' }));
});

void welcome(kith, '0', stop.signal, (endUserId) => welcomed.push(endUserId));
server.listen(0, '127.0.0.1', () => process.stdout.write(`call centre on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`));
process.once('SIGTERM', () => {
  stop.abort();
  server.close();
  server.closeAllConnections();
});
