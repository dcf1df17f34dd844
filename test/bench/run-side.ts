import 'reflect-metadata';
import type { FromSide, OpenSide, Side, ToSide } from './side';

/** A process that is one side of a comparison: `run-side <module beside this one> <options as JSON>`, led over the channel of its parent. */
async function main(): Promise<void> {
  const [module = '', options = '{}'] = process.argv.slice(2);
  // A parent that is gone closes nothing: end without being told.
  process.on('disconnect', () => process.exit(1));
  try {
    const { open } = (await import(`./contenders/${module}.js`)) as { open: OpenSide<unknown> };
    const side = await open(JSON.parse(options));
    let turn = Promise.resolve();
    process.on('message', (message: ToSide) => {
      turn = turn.then(() => answer(side, message)).then(send, failed);
    });
    send({ answer: 'open' });
  } catch (error) {
    failed(error);
  }
}

async function answer(side: Side, message: ToSide): Promise<FromSide> {
  if (message.ask === 'tally') return { answer: 'tally', tally: await side.tally() };
  if (message.ask === 'close') {
    await side.close();
    return { answer: 'closed' };
  }
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  await side.work(message.from, message.count);
  const seconds = (performance.now() - began) / 1000;
  await side.settle?.();
  const waits = side.waits?.();
  const { user, system } = process.cpuUsage(cpu);
  return { answer: 'work', seconds, cpuMicros: (user + system) / message.count, rssMiB: process.memoryUsage.rss() / 2 ** 20, ...(waits && { waits }) };
}

const send = (message: FromSide): void => void process.send?.(message);
const failed = (error: unknown): void => send({ answer: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });

void main();
