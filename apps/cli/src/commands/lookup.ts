import type { Holders, Kith, NamedPoint } from '@kith/client';
import { callingAnEngine, type EngineOptions, engineOf } from '../engine';
import { inputLines } from '../input-lines';
import { pointHelp, pointIn, pointText } from '../points';
import type { Session } from '../session';
import type { Declare } from '../subcommand';

/** How many addresses are looked up in one call; the engine takes up to 1,000. */
const atOnce = 500;

interface Options extends EngineOptions {
  readonly asOf?: string;
}

/** Who is behind an address, now or then. */
export const declare: Declare = (command, session) => {
  callingAnEngine(command)
    .description(
      'Who is behind each address? Nothing is changed. With - the addresses are read from stdin, one a line, where no other user of this machine sees them.',
    )
    .argument('<address...>', pointHelp)
    .option('--as-of <time>', 'who held it at that time, such as 2026-03-03T10:00:00Z')
    .action(async (addresses: string[], options: Options) => {
      const kith = await engineOf(session, options);
      for await (const points of batches(pointsOf(session, addresses))) await show(session, options, points, await found(session, kith, points, options.asOf));
    });
};

async function* pointsOf(session: Session, addresses: readonly string[]): AsyncGenerator<NamedPoint, void, undefined> {
  for (const address of addresses)
    if (address === '-') for await (const line of inputLines(session, '-')) yield pointIn(line);
    else yield pointIn(address);
}

async function* batches(points: AsyncIterable<NamedPoint>): AsyncGenerator<readonly NamedPoint[], void, undefined> {
  let batch: NamedPoint[] = [];
  for await (const point of points) {
    batch.push(point);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function found({ signal }: Session, kith: Kith, points: readonly NamedPoint[], asOf: string | undefined): Promise<readonly (Holders | null)[]> {
  if (asOf === undefined) return kith.contactPoints.lookUp(points, { signal });
  return points.reduce<Promise<(Holders | null)[]>>(
    async (before, point) => [...(await before), await kith.contactPoints.find(point, { asOf, signal })],
    Promise.resolve([]),
  );
}

async function show({ terminal }: Session, { json }: Options, points: readonly NamedPoint[], answers: readonly (Holders | null)[]): Promise<void> {
  for (const [at, point] of points.entries()) {
    const holders = answers[at] ?? null;
    if (json) await terminal.printJson({ asked: point, found: holders });
    else if (!holders) await terminal.print(`${pointText(point)}: nobody\n`);
    else for (const holder of holders.holders) await terminal.print(`${pointText({ ...holders, value: holders.key })}: ${holderText(holder)}\n`);
  }
}

function holderText({ name, canonicalId, endUserId, since, verified }: Holders['holders'][number]): string {
  const merged = canonicalId === endUserId ? '' : `, merged from ${endUserId}`;
  return `${canonicalId}  ${name ?? '(no name)'}  since ${since}${verified ? ', verified' : ''}${merged}`;
}
