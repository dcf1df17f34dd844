import { readFileSync } from 'node:fs';
import type { Answer, EngineClient, SampleInteraction } from './engine-client';

/** An interaction and what the engine made of it. */
export interface Exchange {
  readonly interaction: SampleInteraction;
  readonly answer: Answer;
}

/** Small enough that the progress bar moves, large enough that requests are not what costs. */
const perRequest = 50;

/** The interactions of an NDJSON file, in its order. */
export const readSample = (file: string): readonly SampleInteraction[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Sends the interactions one array after the other. @param onProgress is told after each how many are done */
export async function streamSample(
  client: EngineClient,
  interactions: readonly SampleInteraction[],
  onProgress: (done: number) => void,
): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for (let from = 0; from < interactions.length; from += perRequest) {
    const some = interactions.slice(from, from + perRequest);
    const answers = await client.record(some);
    for (const [i, interaction] of some.entries()) {
      const answer = answers[i];
      if (!answer) throw new Error(`${answers.length} answers came for ${some.length} interactions`);
      exchanges.push({ interaction, answer });
    }
    onProgress(exchanges.length);
  }
  return exchanges;
}
