import type { Answer } from './engine-client';

/** Every outcome, and what it says. */
const meanings: Readonly<Record<Answer['outcome'], string>> = {
  matched: 'somebody known: the address has a holder',
  created: 'somebody new: an end user was created',
  ambiguous: 'only a shared address: kept, for a person to assign',
  unidentified: 'no address to go by: kept, for a person to assign',
  repeated: 'told before: recorded once',
  refused: 'cannot be an address, or is no interaction: nothing was stored',
};

const figure = new Intl.NumberFormat('en').format;

/** How many interactions ended how. @param seconds how long all of them took */
export function closingTable(answers: readonly Answer[], seconds: number): string {
  const outcomes = Object.entries(meanings).map(([outcome, meaning]) => ({
    outcome,
    meaning,
    count: figure(answers.filter((answer) => answer.outcome === outcome).length),
  }));
  const total = figure(answers.length);
  const row = (name: string, count: string, text: string) => `  ${name.padEnd(12)} ${count.padStart(total.length)}   ${text}`;
  return [
    ...outcomes.map(({ outcome, count, meaning }) => row(outcome, count, meaning)),
    row('in all', total, `in ${seconds.toFixed(1)} s: ${figure(Math.round(answers.length / seconds))} a second over HTTP, each one durable`),
  ].join('\n');
}
