import { constants } from 'node:os';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { closingTable } from './closing-table';
import { EngineClient, type SampleInteraction } from './engine-client';
import { startScratchEngine } from './scratch-engine';
import { fewAnswers, oneCustomer } from './story';
import { type Exchange, readSample, streamSample } from './stream-sample';
import { introduceSwitchboard } from './switchboard';

const engineProgram = join(__dirname, '..', '..', 'engine', 'src', 'main.js');
const sample = join(__dirname, '..', '..', '..', '..', 'samples', 'support-desk.ndjson');

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Streams a desk's month into an engine that is made for it, and shows what came of it. Leaves nothing behind. */
async function demo(signal: AbortSignal): Promise<void> {
  const interactions = readSample(sample);
  say('Starting an engine on a scratch folder …');
  const engine = await startScratchEngine(engineProgram, signal);
  try {
    const admin = new EngineClient(engine.url, engine.adminKey, signal);
    const desk = admin.as(await admin.makeServiceKey('support-desk'));
    await introduceSwitchboard(desk);
    say(`Streaming ${interactions.length} interactions of a support desk into ${engine.url} …\n`);
    const begin = performance.now();
    const exchanges = await withProgressBar(desk, interactions);
    const seconds = (performance.now() - begin) / 1000;
    const answers = exchanges.map(({ answer }) => answer);
    say(`${closingTable(answers, seconds)}\n`);
    say(`${await fewAnswers(desk, exchanges)}\n`);
    say(`${await oneCustomer(desk)}\n`);
  } finally {
    await engine.stop();
  }
  say('The engine has stopped and its folder is gone. To keep one: npm start');
}

/** The bar is drawn on stderr, and only where that is a terminal. */
async function withProgressBar(client: EngineClient, interactions: readonly SampleInteraction[]): Promise<readonly Exchange[]> {
  const bar = new SingleBar({ format: '  {bar} {value}/{total}', barCompleteChar: '█', barIncompleteChar: '░', clearOnComplete: true, gracefulExit: false });
  bar.start(interactions.length, 0);
  try {
    return await streamSample(client, interactions, (done) => bar.update(done));
  } finally {
    bar.stop();
  }
}

async function main(): Promise<void> {
  const interruption = new AbortController();
  let interruptedBy: NodeJS.Signals | undefined;
  // Ctrl-C comes twice under npm, from the terminal and passed on, so only the first one counts; the stop it begins is bounded.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      interruptedBy ??= signal;
      interruption.abort();
    });
  try {
    await demo(interruption.signal);
  } catch (error) {
    if (interruptedBy === undefined) process.stderr.write(`the demo failed: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
  if (interruptedBy !== undefined) process.exitCode = 128 + constants.signals[interruptedBy];
}

void main();
